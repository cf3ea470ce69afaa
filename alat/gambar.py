"""Make the pictures of `docs/gambar` again from the example's documents.

    .venv/bin/python alat/gambar.py

Pages are found by a phrase, not by number. `pdftoppm` (poppler) turns PDF pages into PNG, `chromium` shows the HTML
with the origin of a figure open; what is missing on this machine is named and its pictures stay as they were.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "contoh" / "disnaker-kota-bekasi-2025"
TARGET = ROOT / "docs" / "gambar"
WIDTH = 700
MOST_BYTES = 150_000
FIGURE = "capaian/TPT/2025"
# Picture -> kind of document, phrases that its page holds.
PAGES = {
    "lkip-sampul": ("lkip", ("DINAS TENAGA KERJA", "LAPORAN KINERJA")),
    "lkip-capaian": ("lkip", ("3.1.3", "Target dan Realisasi, Tujuan", "Kebijakan pengukuran")),
    "lkip-perbandingan": ("lkip", ("d. Perbandingan dengan Angka Nasional",)),
    "lkip-konfirmasi": ("lkip", ("DATA YANG HARUS DIKONFIRMASI", "Angka berikut")),
    "perjanjian-kinerja": ("pk", ("PERJANJIAN KINERJA",)),
    "skm-nilai-unsur": ("skm", ("BAB III", "3.2", "Tabel 3.1 Nilai Unsur Pelayanan")),
    "skm-poster": ("poster_skm", ("Nilai IKM",)),
}
FRAME = """<!doctype html><style>body{{margin:0}}iframe{{border:0;width:100vw;height:100vh;display:block}}</style>
<iframe src="{address}"></iframe>"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def documents(folder: Path) -> None:
    program = Path(sys.executable).parent / ("akuntabel.exe" if os.name == "nt" else "akuntabel")
    for arguments in (
        ["lkip", str(EXAMPLE), "--format", "pdf,html"],
        ["dokumen", str(EXAMPLE), "--jenis", "pk", "--format", "pdf"],
        ["skm", "laporan", str(EXAMPLE), "--format", "pdf"],
        ["skm", "laporan", str(EXAMPLE), "--poster", "--format", "pdf"],
    ):
        done = subprocess.run([str(program), *arguments, "--keluar", str(folder)], capture_output=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(done.stderr.decode(errors="replace"))


def page_with(pdf: Path, phrases: tuple[str, ...]) -> int:
    """The first page, from 1, that holds all phrases; whitespace does not count."""
    wanted = ["".join(phrase.split()) for phrase in phrases]
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            text = "".join(page.get_textpage().get_text_range().split())
            if all(phrase in text for phrase in wanted):
                return number
    sys.exit(f"{pdf.name}: tidak ada halaman dengan {phrases}")


def pages(folder: Path) -> None:
    for name, (kind, phrases) in PAGES.items():
        (pdf,) = folder.glob(f"{kind}-*.pdf")
        number = str(page_with(pdf, phrases))
        size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        subprocess.run(
            ["pdftoppm", "-singlefile", "-f", number, "-l", number, *size, str(pdf), str(folder / name)],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        (folder / f"{name}.png").write_bytes(palette_png((folder / f"{name}.ppm").read_bytes()))
        keep(folder / f"{name}.png")


def palette_png(ppm: bytes) -> bytes:
    """A raw PPM as PNG with at most 256 colours, as fine as they allow: a third of the size for a page of text."""
    _, width, height, _, pixels = ppm.split(maxsplit=4)
    columns, rows = int(width), int(height)
    colours, indexed = next(made for step in (8, 15, 17, 51) if len((made := indexes(pixels, step))[0]) <= 256)
    lines = b"".join(b"\0" + indexed[start : start + columns] for start in range(0, columns * rows, columns))
    header = struct.pack(">IIBBBBB", columns, rows, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", b"".join(colours)), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(chunk, parts))


def indexes(pixels: bytes, step: int) -> tuple[list[bytes], bytes]:
    """The colours, rounded to multiples of `step`, and for every pixel which it is (at most 256 are told apart)."""
    rounded = pixels.translate(bytes(min(255, (value + step // 2) // step * step) for value in range(256)))
    every = [rounded[start : start + 3] for start in range(0, len(rounded), 3)]
    colours = sorted(set(every))
    place = {colour: min(number, 255) for number, colour in enumerate(colours)}
    return colours, bytes(place[colour] for colour in every)


def chunk(part: tuple[bytes, bytes]) -> bytes:
    kind, data = part
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def screen(folder: Path, browser: str) -> None:
    (page,) = folder.glob("lkip-*.html")
    picture = folder / "asal-angka.png"
    options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--virtual-time-budget=5000"]
    where = [f"--user-data-dir={folder / 'profil'}", f"--screenshot={picture}", f"--window-size={WIDTH},820"]
    # a frame, because a headless browser draws a very long page blank once its dialog is open
    frame = folder / "bingkai.html"
    address = f"{page.as_uri()}#{anchor(page.read_text(encoding='utf-8'))}"
    frame.write_text(FRAME.format(address=address), encoding="utf-8")
    subprocess.run([browser, *options, *where, frame.as_uri()], check=True, capture_output=True)
    keep(picture)


def anchor(html: str) -> str:
    """The address of the figure's origin inside the page: that of the first link to it."""
    link = html.index(f'data-figure="{FIGURE}"')
    start = html.rindex('href="#', 0, link) + len('href="#')
    return html[start : html.index('"', start)]


def keep(picture: Path) -> None:
    size = picture.stat().st_size
    if size > MOST_BYTES:
        sys.exit(f"{picture.name}: {size} byte, paling banyak {MOST_BYTES}")
    shutil.copyfile(picture, TARGET / picture.name)
    print(f"docs/gambar/{picture.name}  {size // 1024} KiB")


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with tempfile.TemporaryDirectory(prefix="akuntabel-") as name:
        folder = Path(name)
        documents(folder)
        if shutil.which("pdftoppm"):
            pages(folder)
        else:
            print("pdftoppm (poppler-utils) tidak ada: gambar halaman tidak dibuat ulang")
        if browser:
            screen(folder, browser)
        else:
            print("chromium tidak ada: gambar HTML tidak dibuat ulang")


if __name__ == "__main__":
    main()
