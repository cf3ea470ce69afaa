"""From documents that somebody wrote to findings. Each is read and reviewed in a child process with limits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from akuntabel.doctree.kata_reviu import NAMA_JENIS, SEBUTAN_JENIS, PembandingDibaca, daftar_jenis
from akuntabel.doctree.naskah import Naskah, lines_of
from akuntabel.errors import AkuntabelError, BerkasError, CacatError, PanggilanError
from akuntabel.facts.fakta import Fakta, collect
from akuntabel.findings import HasilPemeriksaan
from akuntabel.grid.arsip import is_workbook
from akuntabel.grid.batas import BAKU, Batas
from akuntabel.pipelines.banyak import Gagal, cores, unusable
from akuntabel.pipelines.kesampingan import DaftarKesampingan
from akuntabel.readers.csv import read_csv
from akuntabel.readers.docx import read_docx
from akuntabel.readers.lembar import read_sheets
from akuntabel.readers.pdf import read_pdf
from akuntabel.readers.teks import read_teks
from akuntabel.readers.terbatas import run_limited
from akuntabel.readers.xlsx import read_xlsx
from akuntabel.regulations import load
from akuntabel.review import review
from akuntabel.review.aturan import Pembanding
from akuntabel.review.bandingan import Bandingan
from akuntabel.review.pembanding import is_of_another_agency, is_of_another_year

READERS: Mapping[str, Callable[[Path, str], Naskah]] = {"docx": read_docx, "pdf": read_pdf, "teks": read_teks}
_OF_SEVERAL_YEARS = ("renstra", "iku")
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")  # also what only the docx reader can name: old files, RTF
_PAGE = (b"<!doctype html", b"<html")
SUFFIXES = (".docx", ".docm", ".pdf", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What to review. `pembanding` are other documents, each with the kind it is taken for (empty: recognise it).

    `dibaca` are the same ones once they are read: many reports need not read them each. `data` is the package behind
    a document of ours.
    """

    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()
    pembanding: tuple[tuple[str, Path], ...] = ()
    kesampingan: DaftarKesampingan | None = None
    data: Path | None = None
    dibaca: tuple[Pembanding, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviu:
    """The findings of one document and the document as read. `pembanding`: each file and what it was taken for."""

    hasil: HasilPemeriksaan
    naskah: Naskah
    pembanding: tuple[PembandingDibaca, ...] = ()


def kind_of(path: Path) -> str:
    """The reader that a file needs, by its first bytes: docx, pdf or teks. Raises BerkasError when unreadable."""
    try:
        with path.open("rb") as stream:
            head = stream.read(1024)
    except IsADirectoryError as error:
        raise BerkasError(str(path), "ini folder", "berikan berkas docx, PDF, atau teks") from error
    except OSError as error:
        raise BerkasError(
            path.name, "berkas tidak ada atau tidak dapat dibaca", "periksa nama dan foldernya"
        ) from error
    if b"%PDF-" in head:
        return "pdf"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE):
        raise BerkasError(path.name, "isinya halaman web (HTML)", "berikan docx atau PDF dari dokumen yang sama")
    return "docx" if head.startswith(_OFFICE) else "teks"


def read_here(path: Path) -> Naskah:
    """Read a document in this process. Raises BerkasError for what cannot be used."""
    kind = kind_of(path)
    if kind == "docx" and is_workbook(path):
        raise BerkasError(path.name, "isinya buku kerja Excel", "berikan sebagai dokumen pembanding, --pembanding")
    return READERS[kind](path, path.name)


def review_here(path: Path, order: Permintaan) -> Reviu:
    """Read and review one document in this process."""
    naskah = read_here(path)
    if not any(line.strip() for line in lines_of(naskah)):
        raise _without_text(path, naskah)
    read = order.dibaca or read_others(order.pembanding)
    others = tuple(_named(one, other, path) for one, (_, other) in zip(read, order.pembanding, strict=True))
    compared = _compare_with(path, naskah, order.data) if order.data else None
    facts = collect(naskah)
    try:
        result = review(facts, load(), others, pilih=order.pilih, abaikan=order.abaikan, data=compared)
    except MemoryError:
        raise  # the limit of the child, told as such
    except Exception as error:
        raise CacatError(path.name, error) from error
    if isinstance(compared, str):
        note = f"{path.name} tidak dibandingkan dengan datanya: {compared}"
        result = replace(result, dokumen={**result.dokumen, "catatan": [*result.dokumen["catatan"], note]})
    taken = tuple(_taken(facts, o, bool(kind)) for o, (kind, _) in zip(others, order.pembanding, strict=True))
    shown = [asdict(one) | {"jenis_lain": list(one.jenis_lain)} for one in taken]
    return Reviu(replace(result, dokumen={**result.dokumen, "pembanding": shown}), naskah, taken)


def _without_text(path: Path, naskah: Naskah) -> BerkasError:
    """Nothing to review is no clean report."""
    if naskah.halaman_gambar:
        came = (
            f"tidak direviu: seluruh halamannya ({len(naskah.halaman_gambar)}) berupa gambar hasil pindai, atau "
            "memakai huruf yang tidak dapat dibaca sebagai teks"
        )
        return BerkasError(path.name, came, "minta berkas Word atau PDF aslinya, atau kenali dahulu teksnya dengan OCR")
    return BerkasError(path.name, "tidak ada teks yang dapat dibaca", "berikan laporan yang berisi teks")


def _compare_with(path: Path, naskah: Naskah, paket: Path) -> Bandingan | str:
    from akuntabel.pipelines.data_reviu import compare_with_data  # noqa: PLC0415  loads all that computes a package

    return compare_with_data(path, naskah, paket)


def read_others(others: Sequence[tuple[str, Path]]) -> tuple[Pembanding, ...]:
    """Read documents to compare with in this process. Raises BerkasError for the first that cannot be used."""
    facts = [collect(read_other(path, path.name)) for _, path in others]
    return tuple(Pembanding(kind or f.identitas.jenis.value, f) for (kind, _), f in zip(others, facts, strict=True))


def _named(other: Pembanding, path: Path, reviewed: Path) -> Pembanding:
    """A document with the name of the reviewed file is named with its folder."""
    if path.name != reviewed.name:
        return other
    name = f"{path.absolute().parent.name}/{path.name}"
    return replace(other, fakta=replace(other.fakta, naskah=replace(other.fakta.naskah, berkas=name)))


def read_other(path: Path, berkas: str) -> Naskah:
    """Read a document to compare with: also a workbook, or a CSV by its suffix. Raises BerkasError."""
    kind = kind_of(path)
    if kind == "docx" and is_workbook(path):
        return read_sheets(read_xlsx(path, berkas), berkas)
    if kind == "teks" and path.suffix.lower() == ".csv":
        return read_sheets((read_csv(path, berkas),), berkas)
    return READERS[kind](path, berkas)


def _taken(fakta: Fakta, other: Pembanding, named: bool) -> PembandingDibaca:
    about = other.fakta.identitas
    also = () if named else tuple(kind.value for kind in about.jenis_lain)
    note = f"laporan ini tahun {fakta.tahun}" if is_of_another_year(fakta, other) else None
    year = None if other.jenis in _OF_SEVERAL_YEARS else about.tahun
    foreign = is_of_another_agency(fakta, other, load().ambang("reviu.instansi_sama"))
    return PembandingDibaca(other.berkas, other.jenis, about.lengkap or None, year, also, named, note, foreign)


def extract_text(path: Path) -> list[str]:
    """The text of a document, line by line, as findings number it. Raises BerkasError for what cannot be used."""
    return lines_of(run_limited(read_other, path.name, path, path.name))


def review_file(path: Path, order: Permintaan | None = None, batas: Batas = BAKU) -> Reviu:
    """The findings of one document. Raises BerkasError when it cannot be used or is beyond the limits."""
    kind_of(path)
    asked = order or Permintaan()
    result = run_limited(review_here, path.name, path, asked, batas=batas)
    if asked.kesampingan is None:
        return result
    waived = asked.kesampingan.apply(result.hasil.temuan)
    return replace(result, hasil=replace(result.hasil, temuan=waived))


def review_all(
    paths: Sequence[Path], order: Permintaan, *, processes: int | None = None
) -> Iterator[tuple[Path, Reviu | Gagal]]:
    """Review several documents, as many at a time as there are cores; a broken one never stops the others.

    Raises BerkasError for a document to compare with that cannot be used.
    """
    if order.pembanding and len(paths) > 1:
        names = ", ".join(path.name for _, path in order.pembanding)
        order = replace(order, dibaca=run_limited(read_others, names, order.pembanding))
    with ThreadPoolExecutor(processes or cores()) as pool:
        yield from zip(paths, pool.map(lambda p: _attempt(p, order), paths), strict=True)


def _attempt(path: Path, order: Permintaan) -> Reviu | Gagal:
    try:
        return review_file(path, order)
    except AkuntabelError as error:
        return Gagal(str(error))
    except OSError as error:
        return Gagal(unusable(error))


def expand(paths: Collection[Path]) -> list[Path]:
    """Files as they are, each once; a folder stands for the documents in it and below it, by name.

    Raises BerkasError for a folder without documents.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        inside = [p for p in _inside(path) if p.suffix.lower() in SUFFIXES]
        if path.is_dir() and not inside:
            raise BerkasError(str(path), "folder tanpa laporan", "isi dengan berkas docx, PDF, atau teks")
        for one in inside if path.is_dir() else [path]:
            found.setdefault(one.resolve(), one)
    return list(found.values())


def skipped(paths: Collection[Path]) -> list[Path]:
    """The files of folders that are not reviewed, because they are no document of a kind that we read."""
    return [p for path in paths for p in _inside(path) if p.suffix.lower() not in SUFFIXES]


def _inside(folder: Path) -> list[Path]:
    """The files in a folder and below it, without hidden ones and the marks of open Word documents."""
    files = (p for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else ()
    return sorted(p for p in files if not p.name.startswith((".", "~$")))


# How users call the kinds of documents besides their own codes.
_CALLED = {
    **{called: kind for kind, called in SEBUTAN_JENIS.items()},
    "lkjip": "lkj_opd",
    "lkj": "lkj_opd",
    "lakip": "lkj_opd",
    "tw": "laporan_triwulan",
    "dppa": "dpa",
    "ikm": "laporan_skm",
}


def parse_other(text: str) -> tuple[str, Path]:
    """`pk=berkas.pdf` or `berkas.pdf`: the kind that the user names, empty when it is to be recognised.

    Raises PanggilanError for a kind that there is not.
    """
    kind, mark, name = text.partition("=")
    if not mark or not kind.isidentifier() or Path(text).is_file():
        return "", Path(text)
    called = _CALLED.get(kind.lower(), kind.lower())
    if called not in NAMA_JENIS:
        raise PanggilanError(f"Jenis dokumen '{kind}' tidak dikenal; pilih dari {daftar_jenis()}.")
    return called, Path(name)
