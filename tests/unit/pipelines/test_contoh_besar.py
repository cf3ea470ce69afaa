"""The large example: what it holds, that it is sound, that two calls write the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusNilai
from akuntabel.errors import BerkasError
from akuntabel.paket.tulis_folder import package_files
from akuntabel.pipelines.contoh_besar import (
    BENIH,
    INDIKATOR,
    INSTANSI,
    TAHUN,
    large_packages,
    write_large,
)
from akuntabel.pipelines.contoh_besar.bahan import dinas_list
from akuntabel.pipelines.contoh_besar.rencana import make_rencana
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.pipelines.pemeriksaan import check

SMALL = {"instansi": 2, "tahun": 2, "indikator": 40}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("besar") / "contoh"
    heard: list[str] = []
    assert write_large(target, large_packages(**SMALL), heard.append) == 4
    assert heard == ["disdik-2024", "disdik-2025", "dinkes-2024", "dinkes-2025"]
    assert sorted(heard) == sorted(p.name for p in target.iterdir())
    return target


@pytest.mark.parametrize("name", ["disdik-2024", "dinkes-2025"])
def test_a_package_is_sound(folder: Path, name: str) -> None:
    assert [t.pesan for t in check(folder / name).temuan] == []


def test_a_package_computes(folder: Path) -> None:
    figures = compute_paket(folder / "disdik-2025").bahan.figures
    known = [f for f in figures.values() if f.id.besaran == "capaian" and f.number is not None]
    assert len(known) > SMALL["indikator"] // 2


def test_two_calls_write_the_same_and_another_seed_does_not(folder: Path) -> None:
    def whole(**more: int) -> dict[str, dict[str, bytes]]:
        return {name: dict(package_files(paket)) for name, paket in large_packages(**SMALL, **more)}

    again = whole()
    written = {
        p.name: {str(f.relative_to(p)): f.read_bytes() for f in p.rglob("*") if f.is_file()} for p in folder.iterdir()
    }
    assert again == written
    assert whole(benih=BENIH + 1) != again


def test_it_holds_8000_indicators_of_40_agencies() -> None:
    agencies = dinas_list()
    plans = [make_rencana(dinas, INDIKATOR) for dinas in agencies]
    assert (len(agencies), len({d.kode for d in agencies}), len({d.nama for d in agencies})) == (40, 40, 40)
    assert (INSTANSI, TAHUN, sum(len(p.indikator) for p in plans)) == (40, 5, 8000)
    for plan in plans:
        assert len({(i.induk, i.nama) for i in plan.indikator}) == INDIKATOR


def test_values_are_reached_zero_missing_and_not_out_yet() -> None:
    paket = whole_agency()
    entered = {r.indikator for r in paket.realisasi if r.tahun == 2025}
    states = Counter(
        "nol" if r.nilai == 0 else "belum rilis" if r.status is StatusNilai.BELUM_RILIS else "ada"
        for r in paket.realisasi
        if r.tahun == 2025
    )
    assert set(states) == {"ada", "nol", "belum rilis"}
    assert 0 < INDIKATOR - len(entered) < INDIKATOR // 10


def whole_agency() -> Paket:
    return next(iter(large_packages(instansi=1, tahun=1)))[1]


def test_a_plan_has_no_place_for_too_few_or_too_many() -> None:
    for count in (13, 1000):
        with pytest.raises(ValueError, match=str(count)):
            next(large_packages(instansi=1, tahun=1, indikator=count))


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, Paket]]:
        yield from large_packages(instansi=1, tahun=1, indikator=14)
        raise BerkasError("uji", "berhenti", "di tengah jalan")

    with pytest.raises(BerkasError, match="berhenti"):
        write_large(tmp_path / "baru", broken(), lambda _: None)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "lama").mkdir()
    with pytest.raises(BerkasError, match="sudah ada"):
        write_large(tmp_path / "lama", large_packages(instansi=1, tahun=1, indikator=14), lambda _: None)


@pytest.mark.panjang
def test_the_whole_is_sound(tmp_path: Path) -> None:
    write_large(tmp_path / "besar", large_packages(), lambda _: None)
    found = {p.name: [t.pesan for t in check(p).temuan] for p in (tmp_path / "besar").iterdir()}
    assert len(found) == INSTANSI * TAHUN
    assert {name: texts for name, texts in found.items() if texts} == {}
