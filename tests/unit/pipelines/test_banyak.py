"""Several packages in one call: the same bytes with one process and with two, errors that stop nobody else."""

import shutil
from pathlib import Path

import pytest

from akuntabel.errors import PanggilanError
from akuntabel.pipelines.banyak import Gagal, write_all
from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.dokumen import Hasil, Pesanan

FORMATS = ("docx", "pdf", "html", "json")


@pytest.fixture
def packages(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "paket" / name for name in ("satu", "dua", "tiga")]
    for path in made:
        shutil.copytree(example_path(), path)
    (made[1] / "laporan.csv").unlink()  # without the report year nothing can be computed
    return made


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def shown(paths: list[Path], out: Path, processes: int) -> list[tuple[str, str]]:
    results = write_all(paths, Pesanan("lkip", FORMATS), out, processes=processes)
    return [(path.name, type(result).__name__) for path, result in results]


@pytest.mark.lambat
def test_two_processes_write_the_bytes_of_one_and_an_unusable_package_stops_nobody(
    packages: list[Path], tmp_path: Path
) -> None:
    answers = [("satu", "Hasil"), ("dua", "Gagal"), ("tiga", "Hasil")]
    assert shown(packages, tmp_path / "a", 1) == answers
    assert shown(packages, tmp_path / "b", 2) == answers
    one, two = written(tmp_path / "a"), written(tmp_path / "b")
    assert sorted(one) == [
        f"{folder}/lkip-disnaker-2025.{ending}" for folder in ("satu", "tiga") for ending in sorted(FORMATS)
    ]
    assert two == one


def test_an_unusable_package_is_named_in_one_line(packages: list[Path], tmp_path: Path) -> None:
    ((_, result),) = write_all([packages[1]], Pesanan("lkip", ("json",)), tmp_path / "out")
    assert isinstance(result, Gagal)
    assert result.pesan == (
        f"{packages[1]}, tabel laporan: berisi 0 baris yang dapat dibaca; tabel ini harus berisi satu baris."
    )


def test_one_package_is_written_without_subfolder(packages: list[Path], tmp_path: Path) -> None:
    ((_, result),) = write_all([packages[0]], Pesanan("lkip", ("json",)), tmp_path / "out")
    assert isinstance(result, Hasil)
    assert result.berkas == (tmp_path / "out" / "lkip-disnaker-2025.json",)


def test_two_packages_of_one_name_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(PanggilanError, match="bernama sama"):
        write_all([tmp_path / "a" / "x", tmp_path / "b" / "x"], Pesanan("lkip", ("json",)), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_unknown_kind_is_refused_before_anything_is_written(packages: list[Path], tmp_path: Path) -> None:
    with pytest.raises(PanggilanError, match="'lkjip' tidak dikenal"):
        write_all(packages, Pesanan("lkjip", ("json",)), tmp_path / "out")
    assert not (tmp_path / "out").exists()
