"""Reviews as files: a page or documents for each reviewed file, and a summary when there are several."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain, count
from pathlib import Path

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.doctree.nodes import Document
from akuntabel.doctree.transforms.lay_out import lay_out
from akuntabel.doctree.transforms.number import number
from akuntabel.errors import PanggilanError
from akuntabel.findings import HasilPemeriksaan
from akuntabel.pipelines.banyak import Gagal
from akuntabel.pipelines.dokumen import save, writer_of
from akuntabel.pipelines.komentar_reviu import commented
from akuntabel.pipelines.reviu import Reviu
from akuntabel.regulations import load
from akuntabel.reports.reviu import rekap
from akuntabel.reports.reviu.bahan import BahanReviu
from akuntabel.reports.reviu.daftar import documents_of
from akuntabel.writers.html.reviu import BarisRekap, write_rekap, write_reviu

LAYAR = ("teks", "json")
BERKAS = ("html", "docx")
REKAP = "rekap-reviu"


@dataclass(frozen=True, slots=True)
class Keluaran:
    """Where the results go: each reviewed file by the beginning of the names of what is written of it."""

    folder: Path
    formats: tuple[str, ...]
    nama: Mapping[Path, str]


def parse_formats(text: str) -> tuple[str, ...]:
    """The formats of a list parted by commas. Raises PanggilanError for an unknown one, or for both on the screen."""
    formats = tuple(dict.fromkeys(t.strip().lower() for t in text.split(",") if t.strip()))
    known = (*LAYAR, *BERKAS)
    unknown = [f for f in formats if f not in known]
    if unknown or not formats:
        raise PanggilanError(f"Format '{', '.join(unknown) or text}' tidak dikenal; pilih dari {', '.join(known)}.")
    if set(LAYAR) <= set(formats):
        raise PanggilanError("Format teks dan json sama-sama dicetak ke layar; pilih salah satu.")
    return formats


def plan(paths: Sequence[Path], folder: Path, formats: Collection[str], roots: Iterable[Path]) -> Keluaran:
    """Names for what will be written: those of the files, numbered where two are alike.

    Raises PanggilanError when the results would stand inside a reviewed folder, where they would be reviewed next time.
    """
    wanted = tuple(f for f in formats if f in BERKAS)
    target = folder.resolve()
    if wanted and any(root.is_dir() and target.is_relative_to(root.resolve()) for root in roots):
        raise PanggilanError(f"Folder hasil {folder} berada di dalam folder yang direviu; pilih folder lain.")
    names: dict[Path, str] = {}
    for path in paths:
        used = {name.lower() for name in names.values()}
        tries = chain((path.stem, path.name.replace(".", "-")), (f"{path.stem}-{n}" for n in count(2)))
        names[path] = next(name for name in tries if name.lower() not in used)
    return Keluaran(folder, wanted, names)


def write_one(out: Keluaran, path: Path, reviewed: Reviu) -> list[Path]:
    """Write every format of one reviewed file; the files that were written.

    Raises BerkasError when the file cannot be read again for its comments.
    """
    made: dict[str, bytes] = {}
    if "html" in out.formats:
        made["reviu.html"] = _page(reviewed)
    if "docx" in out.formats:
        made |= {f"{name}.docx": _docx(tree) for name, tree in documents_of(_bahan(path, reviewed)).items()}
        if reviewed.naskah.format is FormatNaskah.DOCX and reviewed.hasil.temuan:
            made[f"berkomentar{path.suffix.lower()}"] = commented(path, reviewed.hasil.temuan)
    return [_write(out, f"{out.nama[path]}-{name}", data) for name, data in made.items()]


def write_summary(out: Keluaran, results: Sequence[tuple[Path, Reviu | Gagal]]) -> list[Path]:
    """Write the summary over several files."""
    made: dict[str, bytes] = {}
    if "html" in out.formats:
        made["html"] = write_rekap(_row(out, path, result) for path, result in results)
    if "docx" in out.formats:
        made["docx"] = _docx(rekap.build([_outcome(path, r) for path, r in results], max(_day(p) for p, _ in results)))
    return [_write(out, f"{REKAP}.{suffix}", data) for suffix, data in made.items()]


def _page(reviewed: Reviu) -> bytes:
    return write_reviu(reviewed.naskah, reviewed.hasil, reviewed.pembanding)


def _bahan(path: Path, reviewed: Reviu) -> BahanReviu:
    return BahanReviu(reviewed.hasil, reviewed.naskah.berkas, _day(path), load(), reviewed.pembanding)


def _docx(document: Document) -> bytes:
    return writer_of("docx")(lay_out(number(document)))


def _day(path: Path) -> date:
    """The day of the reviewed file, so that two runs give the same bytes; a file that is gone has none."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    except OSError:
        return date.min


def _outcome(path: Path, result: Reviu | Gagal) -> tuple[str, HasilPemeriksaan | str]:
    return path.name, result.pesan if isinstance(result, Gagal) else result.hasil


def _row(out: Keluaran, path: Path, result: Reviu | Gagal) -> BarisRekap:
    if isinstance(result, Gagal):
        return BarisRekap(path.name, None, gagal=result.pesan)
    return BarisRekap(path.name, result.hasil, f"{out.nama[path]}-reviu.html")


def _write(out: Keluaran, name: str, data: bytes) -> Path:
    out.folder.mkdir(parents=True, exist_ok=True)
    path = out.folder / name
    save(path, data)
    return path
