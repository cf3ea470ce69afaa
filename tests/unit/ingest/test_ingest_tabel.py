"""Tables: headings in many spellings, places of rows, example rows, computed columns, many findings at once."""

from __future__ import annotations

from akuntabel.domain.figure import CellRef
from akuntabel.findings import Lokasi
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.ingest import Ingested, ingest

H = ("kode", "nama", "jumlah")


def sheet(*rows: tuple[str, ...], lembar: str | None = None, first: int = 1) -> Sheet:
    cells = tuple(tuple(RawCell(t, t, n, m) for m, t in enumerate(row, 1) if t) for n, row in enumerate(rows, first))
    return Sheet("sarana", "data.xlsx" if lembar else "sarana.csv", tuple(r for r in cells if r), lembar)


def read(*rows: tuple[str, ...], lembar: str | None = None) -> Ingested:
    return ingest({"sarana": sheet(*rows, lembar=lembar)}, {}, {})


def test_headings_may_be_spelled_freely() -> None:
    plain = ("kode", "nama", "rusak_ringan", "rusak_berat")
    free = ("\ufeff KODE *", "Nama", "Rusak Ringan", "rusak-berat")
    assert read(free, ("S1", "Meja", "1", "2")).paket == read(plain, ("S1", "Meja", "1", "2")).paket
    assert read(free, ("S1", "Meja", "1", "2")).temuan == ()


def test_order_of_columns_is_free() -> None:
    assert read(("nama", "kode"), ("Meja", "S1")).paket == read(("kode", "nama"), ("S1", "Meja")).paket


def test_all_findings_at_once_and_the_good_rows_stay() -> None:
    got = read(
        H, ("S1", "Meja", "x"), ("", "Kursi", "2"), ("S1", "Lemari", "3"), ("S 4", "Rak", "1"), ("S5", "Jam", "4")
    )
    assert [(t.kode, t.lokasi.baris, t.lokasi.kolom) for t in got.temuan] == [
        ("DATA-01", (2,), "jumlah"),
        ("DATA-05", (3,), "kode"),
        ("DATA-06", (4,), None),
        ("DATA-07", (5,), "kode"),
    ]
    assert [(r.kode, r.nama, r.jumlah) for r in got.paket.sarana] == [("S1", "Meja", None), ("S5", "Jam", 4)]


def test_places_of_cells() -> None:
    got = read(H, ("S1", "Meja", "2"), lembar="sarana")
    assert got.sumber.locate(CellRef("sarana", "S1", "jumlah")) == Lokasi(
        berkas="data.xlsx", lembar="sarana", kolom="jumlah", baris=(2,), sel="C2"
    )
    csv = read(H, ("S1", "Meja", "2"))
    assert csv.sumber.locate(CellRef("sarana", "S1", "jumlah")) == Lokasi(
        berkas="sarana.csv", kolom="jumlah", baris=(2,)
    )


def test_example_rows_and_computed_columns_are_not_read() -> None:
    head = (*H, "hitung: selisih")
    got = read(
        head, ("CONTOH: S0", "Meja", "x", "9"), ("S1", "Meja", "2", "bukan angka"), ("", "", "", "0"), lembar="sarana"
    )
    assert got.temuan == ()
    assert [r.kode for r in got.paket.sarana] == ["S1"]


def test_missing_required_column_is_said_once() -> None:
    got = read(("kode", "jumlah"), ("S1", "1"), ("S2", "2"))
    assert [t.kode for t in got.temuan] == ["DATA-14"]
    assert got.paket.sarana == ()


def test_stray_cells_of_a_workbook_do_not_cost_the_row() -> None:
    got = read(H, ("S1", "Meja", "2", "catatan"), ("S2", "Kursi", "1", "lagi"), lembar="sarana")
    assert [(t.kode, t.lokasi.sel) for t in got.temuan] == [("DATA-16", "D2")]
    assert [r.kode for r in got.paket.sarana] == ["S1", "S2"]


def test_narrative_from_both_forms() -> None:
    passages = ingest({}, {"b": "Dua\n", "a": "Satu\r\n\r\nlagi\n"}, {})
    assert [(n.kode, n.teks) for n in passages.paket.narasi] == [("a", "Satu\n\nlagi"), ("b", "Dua")]
    assert passages.sumber.row("narasi", "a") == Lokasi(berkas="narasi/a.md", baris=(1,))


def test_nothing_gives_an_empty_package() -> None:
    assert ingest({}, {}, {}).temuan == ()
