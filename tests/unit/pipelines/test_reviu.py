"""Which reader a file gets, folders, other documents, and a broken file among good ones."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pikepdf
import pytest
import typst

from akuntabel.doctree.naskah import lines_of
from akuntabel.errors import BerkasError, PanggilanError
from akuntabel.pipelines.aturan import known_codes
from akuntabel.pipelines.banyak import Gagal
from akuntabel.pipelines.reviu import (
    Permintaan,
    Reviu,
    expand,
    extract_text,
    kind_of,
    parse_other,
    review_all,
    review_file,
    skipped,
)

GOOD = "Tabel 1.1 A\nTabel 1.3 B\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.7\n", "pdf"), (b"\n\n%PDF-1.4", "pdf"), (b"PK\x03\x04", "docx"), (b"Tabel", "teks"), (b"", "teks")],
)
def test_the_first_bytes_choose_the_reader(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(data)
    assert kind_of(path) == kind


@pytest.mark.parametrize("name", ["tidak-ada.pdf", "."])
def test_what_is_no_file_is_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(BerkasError, match=r"\.$"):
        kind_of(tmp_path / name)


@pytest.mark.parametrize("data", [b"<!DOCTYPE html><p>a", b"\xef\xbb\xbf\n<HTML lang='id'>"])
def test_a_web_page_is_refused_at_once(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "laporan.html"
    path.write_bytes(data)
    with pytest.raises(BerkasError) as told:
        kind_of(path)
    wanted = "laporan.html: isinya halaman web (HTML); berikan docx atau PDF dari dokumen yang sama."
    assert str(told.value) == wanted


def test_a_folder_stands_for_its_documents(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "~$a.docx", ".c.txt", "d.xlsx", "dalam/e.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    asked = [tmp_path, tmp_path / "b.txt", tmp_path / "dalam" / ".." / "b.txt"]
    assert [p.relative_to(tmp_path).as_posix() for p in expand(asked)] == ["a.PDF", "b.txt", "dalam/e.md"]
    assert [p.name for p in skipped(asked)] == ["d.xlsx"]


def test_a_scanned_document_is_not_reviewed(tmp_path: Path) -> None:
    path = tmp_path / "pindai.pdf"
    with pikepdf.open(io.BytesIO(typst.compile(b"Laporan Kinerja", format="pdf"))) as pdf:
        for thing in pdf.objects:  # letters that nothing translates are a picture too
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        pdf.save(path)
    with pytest.raises(BerkasError, match=r"tidak direviu: seluruh halamannya \(1\) berupa gambar hasil pindai"):
        review_file(path)


@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_a_document_without_text_is_no_clean_report(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"laporan.{kind}"
    if kind == "docx":
        docx.Document().save(str(path))
    else:
        path.write_text(" \n\n")
    with pytest.raises(BerkasError, match="tidak ada teks yang dapat dibaca"):
        review_file(path)


def test_a_folder_without_documents_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(BerkasError, match="folder tanpa laporan"):
        expand([tmp_path])


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("pk=a.pdf", ("perjanjian_kinerja", Path("a.pdf"))),
        ("Renstra=b.pdf", ("renstra", Path("b.pdf"))),
        ("a.pdf", ("", Path("a.pdf"))),
        ("x/y=z.txt", ("", Path("x/y=z.txt"))),
    ],
)
def test_another_document(text: str, parsed: tuple[str, Path]) -> None:
    assert parse_other(text) == parsed


def test_a_broken_file_never_stops_the_others(tmp_path: Path) -> None:
    good, broken = tmp_path / "baik.txt", tmp_path / "rusak.pdf"
    good.write_text(GOOD)
    broken.write_bytes(b"%PDF-1.7 rusak")
    order = Permintaan(pilih=("STR-01",))
    (_, first), (_, second), (_, third) = review_all([broken, good, tmp_path / "tidak-ada"], order)
    assert isinstance(first, Gagal)
    assert isinstance(third, Gagal)
    assert isinstance(second, Reviu)
    assert [t.pesan for t in second.hasil.temuan] == [
        "baris 2: Tabel 1.1 langsung diikuti Tabel 1.3; nomor di antaranya terlewat."
    ]
    assert lines_of(second.naskah) == ["Tabel 1.1 A", "Tabel 1.3 B"]


def test_documents_to_compare_with_are_read_once_and_give_what_one_review_gives(tmp_path: Path) -> None:
    folder = tmp_path / "lain"
    folder.mkdir()
    table = "No\tIndikator\tTarget {}\tRealisasi {}\n1\tWarga dibantu\t{}\t90\n"
    cover = "LAPORAN KINERJA TAHUN {}\nDINAS SOSIAL KOTA CONTOH\n\n" + table
    names = ("satu.txt", "dua.txt")
    for name in names:
        (tmp_path / name).write_text(cover.format(2025, 2025, 2025, 80))
    (folder / "satu.txt").write_text("PERJANJIAN KINERJA TAHUN 2025\n" + cover.format(2025, 2025, 2025, 85))
    order = Permintaan(pilih=("PBD",), pembanding=(("perjanjian_kinerja", folder / "satu.txt"),))
    paths = [tmp_path / name for name in names]
    together = [result for _, result in review_all(paths, order)]
    alone = [review_file(path, order) for path in paths]
    assert [t.pesan for r in together if isinstance(r, Reviu) for t in r.hasil.temuan] == [
        t.pesan for r in alone for t in r.hasil.temuan
    ]
    assert [r.pembanding[0].berkas for r in alone] == ["lain/satu.txt", "satu.txt"]
    assert all(len(r.hasil.temuan) == 1 for r in alone)


def test_a_document_to_compare_with_that_is_broken_is_told_once(tmp_path: Path) -> None:
    for name in ("satu.txt", "dua.txt"):
        (tmp_path / name).write_text(GOOD)
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7 rusak")
    paths = [tmp_path / "satu.txt", tmp_path / "dua.txt"]
    with pytest.raises(BerkasError, match=r"rusak\.pdf"):
        list(review_all(paths, Permintaan(pembanding=(("", broken),))))


def test_text_has_the_lines_of_the_findings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A\n\n1\tB\n")
    assert extract_text(path) == ["A", "", "1\tB"]


def test_codes_of_rules_are_known_or_refused() -> None:
    assert known_codes(["jml", " STR-01", "DTA"]) == ("JML", "STR-01", "DTA")
    for wrong in ("xx", "JML-99", ""):
        with pytest.raises(PanggilanError, match=f"Aturan '{wrong.upper()}' tidak ada; 'akuntabel aturan'"):
            known_codes(["JML", wrong])


def test_what_cannot_be_compared_with_its_data_says_so(tmp_path: Path) -> None:
    (tmp_path / "laporan.txt").write_text(GOOD)
    result = review_file(tmp_path / "laporan.txt", Permintaan(data=tmp_path / "paket"))
    assert result.hasil.dokumen["catatan"][-1] == (
        "laporan.txt tidak dibandingkan dengan datanya: hanya dokumen Word buatan program yang dapat dibandingkan "
        "dengan datanya"
    )


def test_an_unknown_kind_of_other_document_is_refused() -> None:
    with pytest.raises(PanggilanError) as error:
        parse_other("rka=a.pdf")
    assert str(error.value) == (
        "Jenis dokumen 'rka' tidak dikenal; pilih dari lkip, lkj_pemda, pk, triwulan, skm, renstra, iku, rfk, dpa, "
        "lra, lhe."
    )


def test_a_file_whose_name_looks_like_a_kind_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pk=2025.pdf").write_bytes(b"%PDF-1.7")
    assert parse_other("pk=2025.pdf") == ("", Path("pk=2025.pdf"))
