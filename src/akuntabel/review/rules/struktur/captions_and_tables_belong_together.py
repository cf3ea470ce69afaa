"""A caption has its table and its title; a table has a caption where the others have one."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah, GambarNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.penomoran_judul import chapter_value
from akuntabel.facts.struktur import Keterangan
from akuntabel.facts.tabel import Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.tabel_hilang import LOST, NEAR, has_table, table_is_lost

_ROWS, _COLUMNS = 2, 3  # smaller tables may lay out text


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for caption in fakta.struktur.keterangan:
        yield _titled(fakta, caption)
        if caption.jenis == "tabel":
            yield _followed(fakta, caption)
    yield from _captioned(fakta)


def _titled(fakta: Fakta, caption: Keterangan) -> Jawaban:
    if caption.judul:
        return LOLOS
    return Masalah(
        proof(caption),
        f"keterangan '{caption.cetak}' tidak mempunyai judul",
        Keyakinan.MUNGKIN if fakta.naskah.format is FormatNaskah.PDF else Keyakinan.PASTI,
        tertulis=caption.cetak,
        saran="Tulis judul yang menyatakan isi, tempat, dan tahunnya.",
    )


def _followed(fakta: Fakta, caption: Keterangan) -> Jawaban:
    if has_table(fakta, caption):
        return LOLOS
    if table_is_lost(fakta, caption.blok):
        return Lewat(LOST)
    near = fakta.naskah.blok[max(0, caption.blok - 1) : caption.blok + NEAR]
    if any(isinstance(b, GambarNaskah) for b in near) or fakta.naskah.halaman_gambar:
        return Lewat("tabel mungkin berupa gambar")
    sure = fakta.naskah.format is not FormatNaskah.PDF
    return Masalah(
        proof(caption),
        f"{caption.jenis.capitalize()} {caption.nomor} hanya ada keterangannya; tabelnya tidak ada",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        Tingkat.SEDANG,
        tertulis=f"{caption.cetak} {caption.judul}".strip(),
    )


def _captioned(fakta: Fakta) -> Iterator[Jawaban]:
    chapter_of = {f.blok: chapter_value(f.bab) for f in fakta.struktur.alinea}
    inside = [t for t in fakta.tabel if chapter_of.get(_last_before(chapter_of, t.blok), 0)]
    listed = [t for t in inside if len(t.baris) >= _ROWS and len(t.kolom) >= _COLUMNS and t.kepala]
    named = [t for t in listed if t.keterangan]
    if 2 * len(named) <= len(listed):
        return
    for before, table in zip((None, *listed), listed, strict=False):
        if table.keterangan:
            yield LOLOS
        elif before and _continues(before, table):
            yield Lewat("lanjutan tabel sebelumnya")
        else:
            yield _nameless(fakta, table)


def _last_before(blocks: dict[int, int], index: int) -> int:
    return max((b for b in blocks if b < index), default=-1)


def _continues(before: Tabel, table: Tabel) -> bool:
    """The same head, and row numbers that do not begin again with 1 after they had passed it."""
    same = [k.teks for k in before.kolom] == [k.teks for k in table.kolom]
    return same and not (_first_number(table) == "1" and len(before.baris) > 1)


def _first_number(table: Tabel) -> str:
    return next((r.nomor.strip(" .") for r in table.baris if r.nomor), "")


def _nameless(fakta: Fakta, table: Tabel) -> Masalah:
    sure = fakta.naskah.format is not FormatNaskah.PDF
    return Masalah(
        proof(table),
        f"tabel ini ({len(table.baris)} baris, {len(table.kolom)} kolom) tidak mempunyai nomor dan judul, padahal "
        "sebagian besar tabel lain mempunyainya",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        saran="Beri nomor dan judul, lalu masukkan ke daftar tabel.",
    )


ATURAN = Aturan(
    kode="STR-13",
    judul="Keterangan dan tabel berpasangan",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Setiap keterangan tabel mempunyai judul dan tabelnya; setiap tabel mempunyai keterangan bila sebagian besar "
        "tabel lain mempunyainya. Tabel yang terpotong halaman dan tabel kecil untuk tata letak dilewati."
    ),
    bila_kosong="tidak ada keterangan tabel",
    run=_run,
)
