"""The whole review of one Word file, the reading of one PDF, and forty reviews in one call.

Word: reading, facts and all rules in one process, against python-docx's reading of all paragraphs and cells.
PDF: ours gives paragraphs, headings, lists and tables of every page; pdfplumber's `extract_tables` only the tables.
Forty reports: one process against one for each core; memory is the most that all processes of the call hold together.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pdfplumber
import psutil
from _ukur import ACCEPTED, EXAMPLE, OTHERS, PROGRAM, fastest, seconds
from banyak import held

from akuntabel.pipelines.reviu import Permintaan, read_here, review_here

TIMES = 5
MOST_DOCX, MOST_PDF = 3.0, 0.5
REPORTS = 40
INTERVAL = 0.1


def timed(run: Callable[[Path], object], path: Path) -> float:
    begin = time.perf_counter()
    run(path)
    return time.perf_counter() - begin


def reviewed(path: Path) -> None:
    review_here(path, Permintaan())


def by_python_docx(path: Path) -> None:
    document = docx.Document(str(path))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    if not paragraphs or not cells:
        sys.exit("python-docx: tidak membaca apa-apa")


def by_pdfplumber(path: Path) -> None:
    with pdfplumber.open(path) as document:
        if not [table for page in document.pages for table in page.extract_tables()]:
            sys.exit("pdfplumber: tidak membaca apa-apa")


def compared(name: str, peer: str, most: float, mine: float, theirs: float) -> int:
    print(f"akuntabel, {name:<38}{mine:7.2f} s")
    print(f"{peer:<49}{theirs:7.2f} s")
    print(f"rasio                                            {mine / theirs:7.2f}   (paling banyak {most})")
    return int(mine / theirs > most)


def whole_call(folder: Path, out: Path, processes: int) -> tuple[float, int]:
    """Seconds and the most memory of one call that reviews a folder."""
    begin, most = time.perf_counter(), 0
    command = [PROGRAM, "reviu", folder, "--format", "html", "--keluar", out, "--proses", str(processes)]
    quiet = subprocess.DEVNULL
    running = subprocess.Popen([str(part) for part in command], stdout=quiet, stderr=quiet)
    while running.poll() is None:
        most = max(most, held(psutil.Process(running.pid)))
        time.sleep(INTERVAL)
    if running.returncode not in ACCEPTED:
        sys.exit(f"akuntabel reviu: status {running.returncode}")
    return time.perf_counter() - begin, most


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="akuntabel-") as name:
        home = Path(name)
        for package in (EXAMPLE, *OTHERS):
            seconds([PROGRAM, "lkip", package, "--keluar", home / "buatan", "--format", "docx,pdf"])
        word = next((home / "buatan").glob("lkip-disnaker*.docx"))
        page = word.with_suffix(".pdf")
        review_here(word, Permintaan()), by_python_docx(word)
        mine, peer = fastest(TIMES, lambda: timed(reviewed, word), lambda: timed(by_python_docx, word))
        failed = compared("reviu docx, seluruhnya", "python-docx, alinea dan semua sel", MOST_DOCX, mine, peer)
        mine, peer = fastest(2, lambda: timed(read_here, page), lambda: timed(by_pdfplumber, page))
        failed += compared("baca PDF menjadi naskah", "pdfplumber, extract_tables", MOST_PDF, mine, peer)
        many = home / "banyak"
        many.mkdir()
        sources = sorted((home / "buatan").iterdir())
        for index in range(REPORTS):
            source = sources[index % len(sources)]
            shutil.copy(source, many / f"laporan-{index:02}{source.suffix}")
        two, memory = whole_call(many, home / "dua", 2)
        one, _ = whole_call(many, home / "satu", 1)
    print(f"{REPORTS} laporan docx dan PDF, masing-masing satu halaman HTML")
    print(f"dua sekaligus {two:7.1f} s   {memory / 2**20:.0f} MB")
    print(f"satu per satu {one:7.1f} s   rasio {two / one:.2f}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
