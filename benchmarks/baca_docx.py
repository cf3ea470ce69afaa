"""Our reading of the example's LKIP against python-docx's: all paragraphs and the text of all cells.

One process, in turns, both from the file. Ours also computes list numbers, spans and headings; the peer gives the text
of a merged cell once for each place that it covers.
"""

import sys
import tempfile
import time
from pathlib import Path

import docx
from _ukur import EXAMPLE, PROGRAM, fastest, seconds

from akuntabel.readers.docx import read_docx

TIMES = 9
MOST = 1.0


def ours(path: Path) -> float:
    begin = time.perf_counter()
    read_docx(path)
    return time.perf_counter() - begin


def theirs(path: Path) -> float:
    begin = time.perf_counter()
    document = docx.Document(str(path))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    passed = time.perf_counter() - begin
    if not paragraphs or not cells:
        sys.exit("python-docx: tidak membaca apa-apa")
    return passed


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="akuntabel-") as name:
        seconds([PROGRAM, "lkip", EXAMPLE, "--keluar", name, "--format", "docx"])
        (path,) = Path(name).glob("*.docx")
        ours(path), theirs(path)
        mine, peer = fastest(TIMES, lambda: ours(path), lambda: theirs(path))
    print(f"akuntabel, docx menjadi naskah        {mine * 1000:6.0f} ms")
    print(f"python-docx, alinea dan semua sel     {peer * 1000:6.0f} ms")
    print(f"rasio                                 {mine / peer:6.2f}   (paling banyak {MOST}; tercepat dari {TIMES})")
    return int(mine / peer > MOST)


if __name__ == "__main__":
    sys.exit(main())
