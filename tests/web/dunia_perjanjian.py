"""A small plan to draft agreements from, and the steps of an agreement as a person takes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dunia import TAHUN, Dunia
from dunia_rencana import about_agency, about_report, get, indicator, person, put

HEAD = "Kepala perangkat daerah"
CATATAN = {"alasan_tindakan": "uji"}
STATES = {"dibuat": (), "disetujui": ("setujui",), "ditandatangani": ("setujui", "tandatangani")}
PROOF = {"tanggal": f"{TAHUN}-01-20"}


@pytest.fixture
def isi(dunia: Dunia, tempat: str) -> str:
    """The small plan with officials, indicators, targets and budget."""
    a = dunia.uji
    put(dunia, a, "instansi", **about_agency())
    put(dunia, a, "laporan", **about_report())
    put(dunia, a, "unit", kode="BID", nama="Bidang", jenis="bidang")
    for kode, nama, jenis, status in (
        ("KADIS", "Ratna, M.Si.", "kepala_instansi", "Plt."),
        ("WALI", "Bagas, S.H.", "kepala_daerah", "definitif"),
    ):
        put(dunia, a, "pejabat", kode=kode, nama=nama, jabatan=f"Jabatan {kode}", jenis=jenis, status_jabatan=status)
    put(dunia, a, "indikator", **indicator("IK1", "sasaran", "S1"))
    put(dunia, a, "indikator", **indicator("IK2", "tujuan", "T1"))
    put(dunia, a, "indikator", **indicator("IP1", "program", "9.01"), penanggung_jawab="BID")
    put(dunia, a, "indikator", **indicator("IP2", "program", "9.02"))
    for kode, nilai in (("IK1", "7.5"), ("IK2", "60"), ("IP1", "12")):
        goal = {"indikator": kode, "tahun": TAHUN, "periode": "tahun", "dokumen": "renstra"}
        put(dunia, a, "target", **goal, nilai=Decimal(nilai))
    for kode, pagu in (("9.01.1", 500), ("9.02.1", 700)):
        put(dunia, a, "anggaran", kode=kode, tahun=TAHUN, versi="murni", pagu=Decimal(pagu), sumber_dana="APBD")
    return tempat


def draft(dunia: Dunia, isi: str, role: str = "penyusun", **more: str) -> Any:
    wanted = {"anak": HEAD, "dokumen": "renstra", "pertama": "KADIS", "kedua": "WALI", "tanggal_dpa": f"{TAHUN}-01-02"}
    return person(dunia, role).post(f"{isi}perjanjian/buat/", wanted | more)


def url(isi: str, row: Any, verb: str = "") -> str:
    return f"{isi}perjanjian/{row.pk}/" + (f"{verb}/" if verb else "")


def fingerprint(dunia: Dunia, isi: str, row: Any) -> str:
    return person(dunia).get(url(isi, row)).context["naskah"].sidik


def step(dunia: Dunia, isi: str, row: Any, verb: str, role: str, **more: Any) -> Any:
    data = {"sidik": fingerprint(dunia, isi, row)} | CATATAN | more
    return person(dunia, role).post(url(isi, row, verb), data)


def state(dunia: Dunia, row: Any) -> str:
    from akuntabel_web.perjanjian.kunci import states_of

    with dunia.konteks(dunia.uji):
        return states_of([row.pk])[row.pk]


def signed(dunia: Dunia, isi: str) -> Any:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    assert step(dunia, isi, row, "setujui", "verifikator").status_code == 302
    assert step(dunia, isi, row, "tandatangani", "kepala_opd", tanggal=f"{TAHUN}-01-20").status_code == 302
    return get(dunia, "perjanjian_kinerja")


def rows(dunia: Dunia, tabel: str, **wanted: Any) -> list[Any]:
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(dunia.uji):
        return list(MODEL[tabel].objects.filter(instansi=dunia.uji, **wanted).order_by("urutan_baris"))
