"""From figures to files: build a document, number it, write it in every format asked for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import cast

from akuntabel.doctree.nodes import Box, BoxKind, Document, Paragraph
from akuntabel.doctree.transforms.lay_out import lay_out
from akuntabel.doctree.transforms.number import number
from akuntabel.doctree.walk import plain_text, walk_blocks
from akuntabel.errors import PanggilanError
from akuntabel.findings import Temuan
from akuntabel.pipelines.hitungan import Terhitung
from akuntabel.reports.asal import origins_of
from akuntabel.reports.bahan import BELUM_ADA, Bahan
from akuntabel.reports.daftar import DOKUMEN, builder
from akuntabel.reports.salinan_publik import public_copy

Writer = Callable[[Document], bytes]


# Format -> the function that writes it, loaded when needed: beside the typesetting of the PDF, where there is one.
WRITERS = {
    "docx": "akuntabel.writers.docx:write_docx",
    "pdf": "akuntabel.writers.pdf:write_pdf",
    "html": "akuntabel.writers.html:write_html",
    "json": "akuntabel.writers.json_writer:write_json",
}


@dataclass(frozen=True, slots=True)
class Hasil:
    """What was written, and what a user must know about it. `kurang` are the notices of parts that lack data."""

    berkas: tuple[Path, ...]
    temuan: tuple[Temuan, ...]
    draf: bool
    kurang: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pesanan:
    """What to write. `final` refuses drafts, `publik` masks what citizens must not see.

    `pilihan` is the quarter or agreement that some kinds need; `nomor_halaman` fills the docx's page numbers.
    """

    jenis: str
    formats: tuple[str, ...]
    pilihan: str | None = None
    final: bool = False
    publik: bool = False
    nomor_halaman: bool = False


def require_kind(jenis: str) -> None:
    """Raises PanggilanError for an unknown kind of document."""
    if jenis not in DOKUMEN:
        raise PanggilanError(f"Jenis dokumen '{jenis}' tidak dikenal; pilih salah satu dari {', '.join(DOKUMEN)}.")


def build(bahan: Bahan, jenis: str, pilihan: str | None = None) -> Document:
    """A numbered and laid out document with the origins of its figures.

    Raises PanggilanError for an unknown kind, BesaranError for a narrative reference to an unknown figure.
    """
    require_kind(jenis)
    document = lay_out(number(builder(jenis)(bahan, pilihan)))
    return replace(document, origins=origins_of(bahan, document))


def write(terhitung: Terhitung, pesanan: Pesanan, keluar: Path) -> Hasil:
    """Build and write a document. Nothing half-written stays behind.

    Raises PanggilanError when a final document is asked for while provisional values are in the promise, the
    measurement or the money.
    """
    bahan = public_copy(terhitung.bahan) if pesanan.publik else terhitung.bahan
    document = build(bahan, pesanan.jenis, pesanan.pilihan)
    if pesanan.final and document.draft:
        raise PanggilanError(
            "Dokumen final belum dapat dibuat: masih ada angka sementara pada perjanjian, pengukuran, atau anggaran; "
            "lihat tabel catatan_data, pastikan nilainya, lalu ubah statusnya menjadi tetap."
        )
    if pesanan.nomor_halaman:
        document = _paginate(document)
    written = tuple(keluar / f"{_name(bahan, pesanan)}.{f}" for f in pesanan.formats)
    contents = render(document, pesanan.formats)
    keluar.mkdir(parents=True, exist_ok=True)
    for path, data in zip(written, contents, strict=True):
        save(path, data)
    return Hasil(written, terhitung.temuan, document.draft, gaps(document))


def _paginate(document: Document) -> Document:
    from akuntabel.writers.docx.halaman import fill_page_numbers  # noqa: PLC0415  loads a PDF library that few need

    return fill_page_numbers(document)


def writer_of(name: str) -> Writer:
    """The function that writes a format of `WRITERS`."""
    module, _, function = WRITERS[name].partition(":")
    return cast(Writer, getattr(import_module(module), function))


def render(document: Document, formats: tuple[str, ...]) -> tuple[bytes, ...]:
    """The document in every format, in order. At the same time: typesetting and drawing leave the interpreter free."""
    if len(formats) == 1:
        return (writer_of(formats[0])(document),)
    with ThreadPoolExecutor(max_workers=len(formats)) as pool:
        slowest_first = sorted(formats, key=lambda f: f != "pdf")
        running = {f: pool.submit(_written, f, document) for f in slowest_first}
        return tuple(running[f].result() for f in formats)


def _written(name: str, document: Document) -> bytes:
    return writer_of(name)(document)


def gaps(document: Document) -> tuple[str, ...]:
    """What the document says of its parts that lack data, in their order; the same notice once."""
    boxes = (b for b in walk_blocks(document) if isinstance(b, Box) and b.kind is BoxKind.KURANG)
    lines = (plain_text(p.inlines) for box in boxes for p in box.blocks if isinstance(p, Paragraph))
    return tuple(dict.fromkeys(line.removeprefix(BELUM_ADA) for line in lines))


def parse_formats(text: str) -> tuple[str, ...]:
    """Formats from a comma-separated list. Raises PanggilanError for an unknown one."""
    formats = tuple(dict.fromkeys(t.strip().lower() for t in text.split(",") if t.strip()))
    unknown = [f for f in formats if f not in WRITERS]
    if unknown or not formats:
        raise PanggilanError(f"Format '{', '.join(unknown) or text}' tidak dikenal; pilih dari {', '.join(WRITERS)}.")
    return formats


def _name(bahan: Bahan, pesanan: Pesanan) -> str:
    """The file name: kind, choice, agency, year, and whether it is the public copy."""
    copy = "publik" if pesanan.publik else None
    parts = (pesanan.jenis, pesanan.pilihan, bahan.instansi.kode.lower(), str(bahan.tahun), copy)
    return "-".join(p for p in parts if p)


def save(path: Path, data: bytes) -> None:
    """Write beside the target and rename: a killed run leaves the old file or the new one."""
    handle, temporary = tempfile.mkstemp(prefix=".tulis-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
