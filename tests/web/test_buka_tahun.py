"""The next year opened in one action: what comes along, what does not, once, all or nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from dunia import TAHUN, Dunia, roles
from dunia_rencana import about_agency, about_report, indicator, person, put, tempat

from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.paket import read_paket as read_files

__all__ = ["tempat"]
BARU = TAHUN + 1
BUKA = {"penyusun", "administrator"}
ALASAN = {"alasan_tindakan": "awal tahun"}


@pytest.fixture
def isi(dunia: Dunia, tempat: str) -> str:
    """The small plan with everything that comes along or stays behind."""
    a = dunia.uji
    put(dunia, a, "instansi", **about_agency(), logo="logo.png")
    put(dunia, a, "laporan", **about_report())
    put(dunia, a, "unit", kode="SEK", nama="Sekretariat", jenis="sekretariat")
    for kode, selesai in (("KINI", None), ("LAMA", date(TAHUN, 6, 30)), ("LANJUT", date(BARU, 3, 1))):
        person_ = {"nama": kode, "jabatan": "K", "jenis": "pengawas", "status_jabatan": "definitif", "selesai": selesai}
        put(dunia, a, "pejabat", kode=kode, **person_, unit="SEK")
    renja = {"jenis": "renja", "nama": "Renja", "tahun_awal": TAHUN, "tahun_akhir": TAHUN}
    put(dunia, a, "dokumen_rencana", kode="renja", **renja)
    put(dunia, a, "indikator", **indicator("IK1", "sasaran", "S1"), menggantikan="IK0")
    put(dunia, a, "indikator", **indicator("IK0", "sasaran", "S1"), berlaku_sampai=TAHUN)
    for tahun, dokumen, periode in (
        (TAHUN, "renstra", "tahun"), (BARU, "renstra", "tahun"), (TAHUN, "renja", "tahun"), (TAHUN, "pk", "tahun"),
        (TAHUN, "renstra", "tw1"),
    ):  # fmt: skip
        goal = {"indikator": "IK1", "tahun": tahun, "dokumen": dokumen, "periode": periode}
        put(dunia, a, "target", **goal, nilai=Decimal(7))
    done = {"indikator": "IK1", "tahun": TAHUN, "periode": "tahun", "versi": "lkip", "dipakai": True}
    put(dunia, a, "realisasi", **done, nilai=Decimal(6))
    put(dunia, a, "perjanjian_kinerja", kode="pk", tahun=TAHUN, jenis="murni", jenjang="kepala_instansi")
    put(dunia, a, "skm_layanan", kode="AK1", nama="Kartu kuning", unit="SEK")
    put(dunia, a, "skm_periode", kode="tw4", tahun=TAHUN, bulan_awal=10, bulan_akhir=12)
    for n, status in enumerate(("belum", "berjalan", "selesai", "batal", None)):
        put(dunia, a, "rtl", kode=f"RTL-{n}", sumber="skm", periode="tw4", uraian="U", status=status)
        put(dunia, a, "rekomendasi", kode=f"LHE-{n}", sumber="lhe", tahun=TAHUN, teks="T", status=status)
    for tahun in (TAHUN, BARU):
        put(dunia, a, "anggaran", kode="9.01", tahun=tahun, versi="murni", pagu=Decimal(5))
    with dunia.konteks(a):
        from akuntabel_web.paket.models import Berkas

        for nama in ("logo.png", "foto.png"):
            Berkas.objects.create(instansi=a, tahun_paket=TAHUN, nama=nama, isi=nama.encode())
    return tempat


def open_it(client: Any, tempat: str) -> Any:
    page = client.get(f"{tempat}tahun/buka/")
    return client.post(f"{tempat}tahun/buka/", {"dasar": page.context["dasar"]} | ALASAN)


def stored(dunia: Dunia, tahun: int) -> Any:
    from akuntabel_web.paket.petakan import read_paket

    with dunia.konteks(dunia.uji):
        return read_paket(dunia.uji, tahun)


def test_the_new_year_takes_over_what_carries_over_and_no_realisasi(dunia: Dunia, isi: str) -> None:
    before = stored(dunia, TAHUN)
    answer = open_it(person(dunia), isi)
    assert answer["Location"] == isi.replace(str(TAHUN), str(BARU))
    assert stored(dunia, TAHUN) == before
    new = stored(dunia, BARU)
    keys = {name: [row.kunci for row in rows] for name, rows in new.tables() if rows}
    assert keys == {
        "instansi": ["UJI"],
        "laporan": [str(BARU)],
        "pejabat": ["KINI", "LANJUT"],
        "unit": ["SEK"],
        "dokumen_rencana": ["renstra"],
        "visi_misi": ["V", "M1", "M2"],
        "tujuan": ["T1", "T2"],
        "sasaran": ["S1", "S2", "S3"],
        "program": ["9.01", "9.02"],
        "kegiatan": ["9.01.1", "9.02.1"],
        "program_sasaran": ["9.01|S1", "9.02|S1"],
        "indikator": ["IK1"],
        "target": [f"IK1|{TAHUN}|tahun|renstra", f"IK1|{BARU}|tahun|renstra"],
        "anggaran": [f"9.01|{BARU}|murni||"],
        "skm_layanan": ["AK1"],
        "rtl": ["RTL-0", "RTL-1", "RTL-4"],
        "rekomendasi": ["LHE-0", "LHE-1", "LHE-4"],
    }
    assert new.laporan[0].tanggal == date(BARU + 1, 2, 27)
    assert new.indikator[0].menggantikan is None  # its forerunner stayed behind
    assert {(r.periode, r.sebelumnya) for r in new.rtl} == {(None, True)}  # of an earlier plan, as the contract says it
    assert new.berkas == (("logo.png", b"logo.png"),)


def test_the_preview_says_what_comes_what_changes_what_stays(dunia: Dunia, isi: str) -> None:
    page = person(dunia).get(f"{isi}tahun/buka/").context
    assert {p.tabel: len(p.dibawa) for p in page["dibawa"]}["pejabat"] == 2
    changed = {title: [(k, c, old, new) for k, c, old, new in rows] for title, rows in page["berubah"]}
    assert changed["Laporan"] == [
        (str(TAHUN), "Tahun", str(TAHUN), str(BARU)),
        (str(TAHUN), "Tanggal", f"27 Februari {BARU}", f"27 Februari {BARU + 1}"),
    ]
    assert changed["Indikator"] == [("IK1", "Menggantikan", "IK0", "–")]
    left = {p.tabel: keys for p, keys, _ in page["ditinggal"]}
    assert left["pejabat"] == ["LAMA"]
    assert left["perjanjian_kinerja"] == ["pk"]
    assert left["realisasi"] == [f"IK1|{TAHUN}|tahun|lkip"]
    assert sorted(left["target"]) == sorted(
        [f"IK1|{TAHUN}|tahun|pk", f"IK1|{TAHUN}|tahun|renja", f"IK1|{TAHUN}|tw1|renstra"]
    )


def test_a_year_is_opened_once(dunia: Dunia, isi: str) -> None:
    one, other = person(dunia), person(dunia, "administrator")
    dasar = {"dasar": other.get(f"{isi}tahun/buka/").context["dasar"]}
    open_it(one, isi)
    opened = stored(dunia, BARU)
    again = other.post(f"{isi}tahun/buka/", dasar | ALASAN)
    assert again.status_code == 422
    assert f"Tahun {BARU} sudah dibuka" in again.content.decode()
    assert stored(dunia, BARU) == opened
    shown = one.get(f"{isi}tahun/buka/").content.decode()
    assert "sudah dibuka" in shown
    assert "<button" not in shown.partition("<main")[2]


def test_two_who_open_at_the_same_time_open_it_once(dunia: Dunia, isi: str) -> None:
    """The second waits for the first at the unique year, and is refused."""
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections

    dasar = person(dunia).get(f"{isi}tahun/buka/").context["dasar"]

    def send(role: str) -> int:
        try:
            return person(dunia, role).post(f"{isi}tahun/buka/", {"dasar": dasar} | ALASAN).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(send, ("penyusun", "administrator")))
    assert sorted(answers) == [302, 422]
    assert len(stored(dunia, BARU).sasaran) == 3


def test_nothing_is_opened_from_data_that_changed_meanwhile(dunia: Dunia, isi: str) -> None:
    client = person(dunia)
    dasar = client.get(f"{isi}tahun/buka/").context["dasar"]
    put(dunia, dunia.uji, "sasaran", kode="S9", tujuan="T1", teks="Baru")
    page = client.post(f"{isi}tahun/buka/", {"dasar": dasar} | ALASAN)
    assert page.status_code == 422
    assert "berubah sejak pratinjau" in page.content.decode()
    assert client.get(isi.replace(str(TAHUN), str(BARU))).status_code == 404


def test_half_a_year_is_no_year(dunia: Dunia, isi: str) -> None:
    """A row of the new year that stands in the way stops everything, the year too."""
    from akuntabel_web.instansi.models import Tahun
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(dunia.uji):
        place = {"instansi": dunia.uji, "tahun_paket": BARU, "urutan_baris": 1}
        MODEL["kebijakan"].objects.create(**place, **_policy())
        MODEL["rekomendasi"].objects.create(**place, kode="LHE-0", sumber="lhe", tahun=TAHUN, teks="Menghalangi")
    assert open_it(person(dunia), isi).status_code == 422
    with dunia.konteks(dunia.uji):
        assert not Tahun.objects.filter(instansi=dunia.uji, tahun=BARU).exists()
        assert MODEL["sasaran"].objects.filter(instansi=dunia.uji, tahun_paket=BARU).count() == 0


def _policy() -> dict[str, Any]:
    from akuntabel.domain.kolom import columns_of
    from akuntabel.domain.paket import TABEL

    return {k.nama: k.contoh for k in columns_of(TABEL["kebijakan"]) if k.wajib and k.nama != "id"}


def test_the_trail_of_the_new_year_begins_with_its_opening(dunia: Dunia, isi: str) -> None:
    from akuntabel_web.jejak.models import Jejak

    open_it(person(dunia), isi)
    with dunia.konteks(dunia.uji):
        rows = list(Jejak.objects.filter(tahun=BARU))
    assert {(j.kerja, j.alasan, j.pengguna_id) for j in rows} == {
        ("tambah", f"membuka tahun {BARU}: awal tahun", dunia.orang["penyusun@disnaker.test"].pk)
    }
    assert len({j.transaksi for j in rows}) == 1
    assert len(rows) > 30


def test_who_may_open_a_year(dunia: Dunia, isi: str) -> None:
    got = {role: person(dunia, role).post(f"{isi}tahun/buka/", {"dasar": "x"}).status_code for role in roles()}
    assert got == {role: 422 if role in BUKA else 403 for role in roles()}


def test_the_example_opens_its_next_year(dunia: Dunia) -> None:
    """Carried over without writing: the new year's package is one that the library can check and compute."""
    from akuntabel.domain.paket import Paket
    from akuntabel.pipelines.hitungan import material
    from akuntabel.pipelines.pemeriksaan import check_rows
    from akuntabel.provenance import SourceMap
    from akuntabel_web.rencana.bawaan import as_rows, carry_over

    parts = {p.tabel: tuple(as_rows(p)) for p in carry_over(read_files(example_path()).paket, BARU)}
    paket = Paket(**parts)
    assert material(paket, SourceMap()).tahun == BARU
    dangling = [t.pesan for t in check_rows(paket, SourceMap()).temuan if t.kode.startswith("PRK-ACU")]
    assert dangling == []
    assert (len(paket.realisasi), len(paket.perjanjian_kinerja)) == (0, 0)
    assert (len(paket.indikator), len(paket.unit), len(paket.program)) == (2, 13, 5)
