"""What an engine does not say of a CSV: headings that stand twice, and the first row that does not fit, in words."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel.survey.pemetaan import Pemetaan

_LONGEST = 1 << 20  # characters of one cell


def judul_ganda(path: Path, pemisah: str, lewati: int) -> frozenset[str]:
    """The headings that stand more than once. They are told to be one column by the name of the first."""
    heading = next(_records(path, pemisah, lewati), (0, []))[1]
    return frozenset(name for name, times in Counter(c.strip() for c in heading).items() if name and times > 1)


def refuse_twice(peta: Pemetaan, twice: frozenset[str], berkas: str) -> None:
    """Raises BerkasError for a heading that means something and stands twice: nobody knows which column is meant."""
    meant = [c for c, _ in peta.unsur] + list(peta.lain.values())
    if found := [c for c in meant if c.strip() in twice]:
        raise BerkasError(
            berkas, f"judul kolom '{found[0]}' ada dua kali", "beri judul yang berbeda, misalnya U1a dan U1b",
        )  # fmt: skip


def salah_baris(path: Path, pemisah: str, lewati: int, berkas: str) -> BerkasError | None:
    """The first row of a CSV that an engine cannot have read, as an error; None where every row fits."""
    line, width = 0, 0
    try:
        for line, cells in _records(path, pemisah, lewati):
            width = width or len(cells)
            if len(cells) not in (0, width):
                told = f"baris {line} mempunyai {len(cells)} sel, judulnya {width} kolom"
                return BerkasError(berkas, told, "samakan banyak selnya, atau hapus barisnya")
    except UnicodeDecodeError:
        return BerkasError(berkas, f"ada huruf yang bukan UTF-8 sesudah baris {line}", "simpan sebagai CSV UTF-8")
    except csv.Error as error:
        if "field larger" in str(error):
            told = f"baris {line + 1} memuat sel yang lebih panjang dari {_LONGEST} huruf"
            return BerkasError(berkas, told, "periksa tanda kutip pada baris itu")
        return BerkasError(
            berkas, f"tanda kutip pada baris {line + 1} atau sesudahnya tidak ditutup", "tutup setiap tanda kutip"
        )
    return None


def _records(path: Path, pemisah: str, lewati: int) -> Iterator[tuple[int, list[str]]]:
    """The line where each record ends, and its cells; from the heading on."""
    csv.field_size_limit(_LONGEST)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for _ in range(lewati):
            stream.readline()
        reader = csv.reader(stream, delimiter=pemisah, strict=True)
        for cells in reader:
            yield lewati + reader.line_num, cells
