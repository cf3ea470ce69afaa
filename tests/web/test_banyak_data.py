"""Much data: packages are loaded as they are, and no page asks the database more for many rows than for few."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from dunia import TAHUN, Dunia, make_person

from akuntabel.domain.paket import TABEL, Paket
from akuntabel.paket.tulis_folder import write_folder
from akuntabel.pipelines.contoh_besar import large_packages

INSPEKTORAT = Path(__file__).resolve().parents[1] / "paket" / "inspektorat"
SEDIKIT, BANYAK = 14, 80


def package(kode: str, indikator: int) -> Paket:
    """The last year of an agency of the large example, with so many indicators."""
    made = large_packages(tahun=1, indikator=indikator)
    return renamed(next(paket for name, paket in made if name == f"{kode}-{TAHUN}"))


def renamed(paket: Paket) -> Paket:
    """The package as that of an agency whose code no other test uses."""
    about = paket.instansi[0]
    name = f"BANYAK-{about.kode}"
    return replace(paket, instansi=(about.model_copy(update={"kode": name, "nama_pendek": name}),))


def loaded(dunia: Dunia, paket: Paket) -> Any:
    from akuntabel_web.instansi.models import Instansi
    from akuntabel_web.paket.pasang import load
    from akuntabel_web.paket.unggahan import Bacaan

    assert load(Bacaan(paket, frozenset(TABEL), ()), "uji")
    found = Instansi.objects.using("pemilik").get(kode=paket.instansi[0].kode)
    found._state.db = "default"
    return found


@pytest.fixture(scope="module")
def dua(dunia: Dunia) -> tuple[str, str]:
    """The addresses of an agency with few rows and one with many, each with a planner who runs it too."""
    from akuntabel_web.akun.models import Penugasan

    agencies = [loaded(dunia, package("dlh", SEDIKIT)), loaded(dunia, package("dishub", BANYAK))]
    for agency in agencies:
        make_person(
            dunia, f"perencana@{agency.alamat}.test", (agency, "penyusun", None), (agency, "administrator", None)
        )
    for n in range(20):
        make_person(dunia, f"rekan{n}@{agencies[1].alamat}.test", (agencies[1], "pengelola_data", None))
    with dunia.konteks(agencies[1]):
        for n in range(5):
            Penugasan.objects.create(
                instansi=agencies[1], pengguna=dunia.orang[f"rekan{n}@{agencies[1].alamat}.test"], peran="penyusun",
                dari=dunia.orang[f"perencana@{agencies[1].alamat}.test"], mulai=date(TAHUN, 1, 1),
                sampai=date(TAHUN, 1, 31),
            )  # fmt: skip
    return agencies[0].alamat, agencies[1].alamat


def asked(dunia: Dunia, alamat: str, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = dunia.klien(f"perencana@{alamat}.test")
    url = path.format(f"/{alamat}/{TAHUN}")
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


# Page -> how often it asks the database, session and person included. Another number is a change to look at.
KUERI = {
    "/": 8,
    "/tugas/": 24,
    "{}/": 11,
    "{}/dasbor/": 13,
    "{}/asal/?cari=capaian": 11,
    "{}/tabel/target/": 12,
    "{}/tabel/realisasi/?cari=lkip": 12,
    "{}/rencana/": 25,
    "{}/rencana/pohon-kinerja/": 25,
    "{}/perjanjian/": 13,
    "{}/ukur/": 22,
    "{}/ukur/isian/tw2/IK-003/": 37,
    "{}/ukur/tempel/tw1/": 20,
    "{}/narasi/": 13,
    "{}/laporan/": 13,
    "{}/rak/": 11,
    "{}/papan/": 12,
    "{}/jejak/": 13,
    "{}/orang/": 13,
}


def test_a_page_asks_a_fixed_number_of_queries_however_many_rows_there_are(dunia: Dunia, dua: tuple[str, str]) -> None:
    few, many = ({path: asked(dunia, alamat, path) for path in KUERI} for alamat in dua)
    assert few == KUERI
    assert many == KUERI


def test_long_lists_have_pages(dunia: Dunia, dua: tuple[str, str]) -> None:
    from akuntabel_web.instansi.models import Instansi, Unit

    alamat = dua[1]
    client = dunia.klien(f"perencana@{alamat}.test")
    pages = [client.get(f"/{alamat}/{TAHUN}/ukur/?halaman={n}").context["baris"] for n in (1, 2)]
    assert [len(rows) for rows in pages] == [50, BANYAK - 50]
    assert len({row.kode for rows in pages for row in rows}) == BANYAK
    agency = Instansi.objects.using("pemilik").get(alamat=alamat)
    with dunia.konteks(agency):
        unit = Unit.objects.get(instansi_id=agency.pk, kode="BIDANG-1")
        agency = unit.instansi
    make_person(dunia, f"pengisi@{alamat}.test", (agency, "pengelola_data", unit))
    clerk = dunia.klien(f"pengisi@{alamat}.test")
    title, count, some = clerk.get("/tugas/").context["tempat"][0]["kelompok"][0]
    _, _, every = clerk.get("/tugas/?semua").context["tempat"][0]["kelompok"][0]
    assert (title, len(some), len(every)) == ("Yang harus saya isi", 50, count)
    assert some == every[:50]
    assert count > 50


def test_quick_addresses_are_those_of_django(aplikasi: dict[str, str]) -> None:
    from uuid import uuid4

    from django.urls import NoReverseMatch, reverse

    from akuntabel_web.inti.alamat import address
    from akuntabel_web.rute import RUTE

    samples = {"slug": "tabel-1", "int": TAHUN, "uuid": uuid4(), "str": "IK 1%&é'"}
    for rute in RUTE:
        parts = [samples[kind] for kind in re.findall(r"<(\w+):", rute.pola)]
        assert address(rute.nama, *parts) == reverse(rute.nama, args=parts)
    with pytest.raises(NoReverseMatch):
        address("ubah", "disnaker")
    with pytest.raises(NoReverseMatch):
        address("tidak_ada")


def test_cells_escape_what_people_wrote(aplikasi: dict[str, str]) -> None:
    from akuntabel_web.inti.templatetags.daftar import sel, sel_tautan

    assert sel([('a"b', "<i>&")]) == '<td data-judul="a&quot;b">&lt;i&gt;&amp;</td>'
    assert "<i>" not in sel_tautan([("<i>", '/"<i>/', "<i>", "<i>")])


def test_a_package_is_loaded_once_and_whole(dunia: Dunia) -> None:
    from akuntabel_web.paket.pasang import load
    from akuntabel_web.paket.petakan import read_paket
    from akuntabel_web.paket.unggahan import Bacaan

    paket = package("dinsos", SEDIKIT)
    agency = loaded(dunia, paket)
    with dunia.konteks(agency):
        kept = read_paket(agency, TAHUN)
    assert {t: [r.model_dump(exclude={"id"}) for r in kept.rows(t)] for t in TABEL} == {
        t: [r.model_dump(exclude={"id"}) for r in paket.rows(t)] for t in TABEL
    }
    assert not load(Bacaan(paket, frozenset(TABEL), ()), "uji")
    before = replace(paket, laporan=(paket.laporan[0].model_copy(update={"tahun": TAHUN - 1}),))
    assert load(Bacaan(before, frozenset(TABEL), ()), "uji")


def test_the_command_loads_folders_skips_what_is_there_and_names_what_it_cannot_use(
    dunia: Dunia, tmp_path: Path
) -> None:
    from django.core.management import CommandError, call_command

    write_folder(package("disarpus", SEDIKIT), tmp_path / "disarpus")
    for line in ("1 paket dimuat.", "dilewati"):
        out = StringIO()
        call_command("muat_paket", str(tmp_path / "disarpus"), stdout=out)
        assert line in out.getvalue()
    with pytest.raises(CommandError, match="tidak-ada"):
        call_command("muat_paket", str(tmp_path / "tidak-ada"))
    (tmp_path / "disarpus" / "instansi.csv").unlink()
    with pytest.raises(CommandError, match="satu baris"):
        call_command("muat_paket", str(tmp_path / "disarpus"))


@pytest.mark.parametrize("jenis", ["inspektorat", "bpbd"])
def test_the_figures_of_one_entry_are_those_of_the_whole_package(dunia: Dunia, jenis: str) -> None:
    """An entry computes its own rows only; ranks, ratios, components, ranges and quarters must come out the same."""
    from akuntabel.calculation.compute import figures_of
    from akuntabel.pipelines.paket import read_paket as read_files
    from akuntabel.regulations import load as regulations
    from akuntabel_web.akun.wewenang import Wewenang
    from akuntabel_web.ukur.angka import figures, shown_figures
    from akuntabel_web.ukur.jadwal import PERIODE

    paket = renamed(read_files(INSPEKTORAT).paket) if jenis == "inspektorat" else package(jenis, 40)
    agency, year = loaded(dunia, paket), paket.laporan[0].tahun
    whole = figures_of(paket, regulations())[1]
    wewenang = Wewenang(dunia.orang["penyusun@lain.test"], agency, year, ())
    compared = 0
    with dunia.konteks(agency):
        for ind in paket.indikator:
            own = figures(wewenang, ind.kode)
            assert own is not None
            for periode in PERIODE:
                expected = shown_figures(whole, ind.kode, year, periode)
                assert shown_figures(own, ind.kode, year, periode) == expected
                compared += len(expected)
    assert compared > 100
