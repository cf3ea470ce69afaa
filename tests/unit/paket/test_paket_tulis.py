"""Packages on disk: whole or not at all, never over other people's files; versions and migrations."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from akuntabel.domain.anggaran import Pendapatan
from akuntabel.domain.paket import TABEL, VERSI_SKEMA, Paket
from akuntabel.domain.sumber_daya import Sarana
from akuntabel.errors import BerkasError
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.paket import tulis_folder
from akuntabel.paket.buka import open_paket
from akuntabel.paket.letak_buku import book_places
from akuntabel.paket.migrasi import MIGRASI, migrate
from akuntabel.paket.opened import Bentuk, OpenedPaket
from akuntabel.paket.petunjuk import GUNA
from akuntabel.paket.tulis_buku import write_workbook
from akuntabel.paket.tulis_folder import write_folder
from akuntabel.pipelines.paket import convert, make_template, read_paket

ONE = Paket(sarana=(Sarana(kode="S1", nama="Meja", jumlah=2),))
TWO = Paket(pendapatan=(Pendapatan(kode="4.1", nama="Retribusi; izin", tahun=2025, target=Decimal("1500.5")),))


def files(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text() for p in folder.iterdir() if p.is_file()}


def test_csv_form(tmp_path: Path) -> None:
    write_folder(TWO, tmp_path / "p")
    found = files(tmp_path / "p")
    assert set(found) == {"datapackage.json", "pendapatan.csv"}
    assert found["pendapatan.csv"] == 'kode;nama;tahun;target\n4.1;"Retribusi; izin";2025;1500,5\n'


def test_datapackage(tmp_path: Path) -> None:
    write_folder(TWO, tmp_path / "p")
    content = json.loads((tmp_path / "p" / "datapackage.json").read_text())
    assert content["akuntabel.versi_skema"] == VERSI_SKEMA
    (resource,) = content["resources"]
    assert (resource["path"], resource["dialect"]["delimiter"]) == ("pendapatan.csv", ";")
    assert resource["schema"]["primaryKey"] == ["kode", "tahun"]
    assert resource["schema"]["fields"][3] == {
        "name": "target",
        "type": "number",
        "decimalChar": ",",
        "description": "Target, dalam rupiah",
        "example": "1000000000",
    }


def test_an_older_package_is_replaced_and_other_files_stay(tmp_path: Path) -> None:
    home = tmp_path / "p"
    write_folder(ONE, home)
    (home / "BACA.txt").write_text("milik saya")
    (home / ".git").mkdir()
    write_folder(TWO, home)
    assert sorted(p.name for p in home.iterdir()) == [".git", "BACA.txt", "datapackage.json", "pendapatan.csv"]
    assert [p.name for p in tmp_path.iterdir()] == ["p"]


def test_other_folders_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_text("x")
    with pytest.raises(BerkasError, match="folder berisi berkas lain; tulis nama folder baru atau folder paket lama"):
        write_folder(ONE, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["surat.docx"]


def test_a_failing_write_leaves_the_old_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "p"
    write_folder(ONE, home)
    before = files(home)

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tulis_folder, "csv_text", full)
    with pytest.raises(BerkasError, match="folder tidak dapat ditulis"):
        write_folder(TWO, home)
    assert files(home) == before
    assert [p.name for p in tmp_path.iterdir()] == ["p"]


def test_a_workbook_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "data.xlsx"
    write_workbook(ONE, file)
    write_workbook(TWO, file)
    assert [p.name for p in tmp_path.iterdir()] == ["data.xlsx"]
    assert read_paket(file).paket == TWO


def test_a_text_too_long_for_a_cell_is_no_silent_loss(tmp_path: Path) -> None:
    long = Paket(sarana=(Sarana(kode="S1", nama="x" * 32_768),))
    with pytest.raises(BerkasError, match="sarana baris 2: teks terlalu panjang untuk satu sel"):
        write_workbook(long, tmp_path / "data.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_two_writes_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(ONE, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_convert_refuses_its_own_source(tmp_path: Path) -> None:
    write_folder(ONE, tmp_path / "p")
    with pytest.raises(BerkasError, match="sama dengan asalnya"):
        convert(tmp_path / "p", tmp_path / "p")


@pytest.mark.parametrize("name", ["lama", "lama.xlsx"])
def test_convert_writes_over_an_older_package_only_when_told(tmp_path: Path, name: str) -> None:
    write_folder(ONE, tmp_path / "p")
    convert(tmp_path / "p", tmp_path / name)
    write_folder(Paket(), tmp_path / "baru")
    with pytest.raises(BerkasError, match="sudah ada; tulis nama lain, atau pakai --timpa"):
        convert(tmp_path / "baru", tmp_path / name)
    assert read_paket(tmp_path / name).paket == ONE
    convert(tmp_path / "baru", tmp_path / name, overwrite=True)
    assert read_paket(tmp_path / name).paket.sarana == ()


def test_template_is_not_written_over_data(tmp_path: Path) -> None:
    file = tmp_path / "isi.xlsx"
    write_workbook(ONE, file)
    with pytest.raises(BerkasError, match="sudah ada"):
        make_template(file)
    with pytest.raises(BerkasError, match="bukan nama buku kerja"):
        make_template(tmp_path / "isi.ods")


def test_forms(tmp_path: Path) -> None:
    write_folder(ONE, tmp_path / "p")
    write_workbook(ONE, tmp_path / "p.xlsx")
    assert open_paket(tmp_path / "p").bentuk is Bentuk.FOLDER
    assert open_paket(tmp_path / "p.xlsx").bentuk is Bentuk.BUKU_KERJA


def test_links_that_leave_the_package_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "rahasia.md").write_text("rahasia")
    write_folder(ONE, tmp_path / "p")
    (tmp_path / "p" / "narasi").mkdir()
    (tmp_path / "p" / "narasi" / "bocor.md").symlink_to(tmp_path / "rahasia.md")
    assert read_paket(tmp_path / "p").paket == ONE


def rename_table(sheets: object) -> dict[str, Sheet]:
    assert isinstance(sheets, dict)
    return {{"barang": "sarana"}.get(name, name): sheet for name, sheet in sheets.items()}


def test_migrations_run_in_order_from_the_version_of_the_package() -> None:
    old = Sheet("barang", "barang.csv", ((RawCell("kode", "kode", 1, 1),),))
    steps: list[int] = []

    def second(sheets: object) -> dict[str, Sheet]:
        assert isinstance(sheets, dict)
        steps.append(len(sheets))
        return sheets

    opened = OpenedPaket(Bentuk.FOLDER, 1, {"barang": old})
    new = migrate(opened, {1: rename_table, 2: second}, target=3)
    assert (list(new.sheets), new.versi, steps) == (["sarana"], 3, [1])
    assert migrate(OpenedPaket(Bentuk.FOLDER, 2, {"barang": old}), {1: rename_table, 2: second}, 3).sheets == {
        "barang": old
    }


def test_every_step_to_this_version_has_its_migration() -> None:
    assert set(MIGRASI) == set(range(1, VERSI_SKEMA))


def test_every_table_has_its_line_in_the_guide() -> None:
    lines = [name for tables in GUNA.values() for name in tables]
    assert sorted(lines) == sorted(TABEL)


@pytest.mark.parametrize("name", ["inspektorat", "rsud"])
def test_rows_are_known_to_stand_where_the_workbook_puts_them(tmp_path: Path, name: str) -> None:
    paket = read_paket(Path(__file__).resolve().parents[2] / "paket" / name).paket
    write_workbook(paket, tmp_path / "paket.xlsx")
    read = read_paket(tmp_path / "paket.xlsx").sumber
    assert book_places(paket, read.rows["instansi", paket.instansi[0].kunci].berkas).rows == read.rows
