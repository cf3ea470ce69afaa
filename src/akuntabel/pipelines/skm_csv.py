"""What an engine does not say of a CSV: headings that stand twice, and the first row that does not fit, in words."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel.survey.pemetaan import Pemetaan

_LONGEST = 1 << 20  # characters of one cell
_WHOLE = 16 << 20  # bytes of a file that is looked through whole for rows of totals; of a larger one the end
_END = 1 << 18
_TOTALS = re.compile(  # "IKM" may also head a service: small industries
    r"(?:(?:sub|grand)[ -]?)?(?:jumlah|total|rata ?-? ?rata|rerata|nrr)\b.*"
    r"|(?:mean|average|ikm|indeks|bobot|konversi)(?: (?:skor|nilai|keseluruhan|semua|seluruhnya|per|unsur|layanan"
    r"|nrr|ikm|tertimbang|kepuasan|masyarakat|konversi|mutu|jawaban))*",
    re.IGNORECASE,
)


def ringkasan(path: Path, pemisah: str, lewati: int) -> tuple[tuple[int, str], ...]:
    """The rows of totals and means that office programs put below (or between) answers, by what stands in their first
    filled cell: its place and its text. Of a large file only the end is looked at.
    """
    with path.open("rb") as stream:
        size = stream.seek(0, io.SEEK_END)
        whole = size <= _WHOLE
        stream.seek(0 if whole else size - _END)
        text = stream.read().decode("utf-8-sig", "replace")
    lines = text.splitlines()[lewati + 1 :] if whole else text.splitlines()[1:]
    found = dict.fromkeys(told for line in lines if (told := _total(line, pemisah)) is not None)
    return tuple(found)


def _total(line: str, pemisah: str) -> tuple[int, str] | None:
    """Place and text of the first filled cell where it heads a row of totals."""
    head = line.lstrip(pemisah + " \t").lstrip('"')[:40]
    if not head[:1].isalpha() or not _TOTALS.match(head):
        return None
    try:
        cells = next(csv.reader([line], delimiter=pemisah), [])
    except csv.Error:
        return None
    at = next((n for n, c in enumerate(cells) if c.strip()), None)
    if at is None or not _TOTALS.fullmatch(" ".join(cells[at].split()).strip(" :.=")):
        return None
    return at, cells[at]


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
