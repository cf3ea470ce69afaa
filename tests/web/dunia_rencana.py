"""An agency with a small plan of its own for each test, with the people of the first agency."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from dunia import TAHUN, Dunia, roles


@pytest.fixture
def tempat(dunia: Dunia) -> str:
    """An agency of its own for each test, with the people of the first one: `/<alamat>/<tahun>/`."""
    from akuntabel_web.akun.models import Penugasan
    from akuntabel_web.instansi.models import Pemerintah
    from akuntabel_web.instansi.tindakan import add_agency, open_year
    from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks

    name = f"uji-{uuid4().hex[:8]}"
    with konteks(Konteks(SISTEM)):
        agency = add_agency(Pemerintah.objects.get(), name.upper(), "Badan Uji", "opd", name)
        open_year(agency, TAHUN)
        for role in roles():
            person = dunia.orang[f"{role}@disnaker.test"]
            Penugasan.objects.create(instansi=agency, pengguna=person, peran=role)
    dunia.uji = agency
    fill(dunia, agency)
    return f"/{name}/{TAHUN}/"


def fill(dunia: Dunia, agency: Any) -> None:
    """A small plan: two missions, two goals, three objectives, two programmes."""
    dokumen = {"jenis": "renstra", "nama": "Renstra", "tahun_awal": 2025, "tahun_akhir": 2029}
    put(dunia, agency, "dokumen_rencana", kode="renstra", **dokumen)
    put(dunia, agency, "visi_misi", kode="V", dokumen="renstra", jenis="visi", teks="Visi")
    for n in "12":
        put(dunia, agency, "visi_misi", kode=f"M{n}", dokumen="renstra", jenis="misi", teks=f"Misi {n}")
        put(dunia, agency, "tujuan", kode=f"T{n}", dokumen="renstra", misi=f"M{n}", teks=f"Tujuan {n}")
    for n, tujuan in (("1", "T1"), ("2", "T1"), ("3", "T2")):
        put(dunia, agency, "sasaran", kode=f"S{n}", tujuan=tujuan, teks=f"Sasaran {n}")
    for n in "12":
        put(dunia, agency, "program", kode=f"9.0{n}", nama=f"Program {n}", penunjang=False)
        put(dunia, agency, "program_sasaran", program=f"9.0{n}", sasaran="S1")
        put(dunia, agency, "kegiatan", kode=f"9.0{n}.1", program=f"9.0{n}", nama=f"Kegiatan {n}")


def put(dunia: Dunia, agency: Any, tabel: str, **values: Any) -> Any:
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(agency):
        last = MODEL[tabel].objects.filter(instansi=agency).count()
        return MODEL[tabel].objects.create(instansi=agency, tahun_paket=TAHUN, urutan_baris=1024 * (last + 1), **values)


def get(dunia: Dunia, tabel: str, **wanted: Any) -> Any:
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(dunia.uji):
        return MODEL[tabel].objects.filter(instansi=dunia.uji, **wanted).first()


def codes(dunia: Dunia, tabel: str, **wanted: Any) -> list[str]:
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(dunia.uji):
        rows = MODEL[tabel].objects.filter(instansi=dunia.uji, **wanted).order_by("urutan_baris", "id")
        return [r.kode for r in rows]


def person(dunia: Dunia, role: str = "penyusun") -> Any:
    return dunia.klien(f"{role}@disnaker.test")


def indicator(kode: str, tingkat: str, induk: str) -> dict[str, Any]:
    fixed = {"nama": f"Indikator {kode}", "satuan": "poin", "jenis_nilai": "angka", "arah": "naik", "iku": False}
    return {"kode": kode, "tingkat": tingkat, "induk": induk, **fixed}


def about_agency() -> dict[str, Any]:
    return {
        "kode": "UJI", "nama": "Badan Uji", "jenis": "opd", "daerah": "Kota Uji", "pemerintah": "Pemerintah Kota Uji",
        "sebutan_kepala_daerah": "Wali Kota",
    }  # fmt: skip


def about_report() -> dict[str, Any]:
    fixed = {"nama": "Laporan Kinerja", "singkatan": "LKj", "tempat": "Uji"}
    return {"tahun": TAHUN, "tanggal": date(TAHUN + 1, 2, 27), **fixed}
