"""What a paragraph announces ("sebagai berikut:", "pada tabel di bawah ini") follows it."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import Alinea, BlokNaskah, FormatNaskah, GambarNaskah, TabelNaskah
from akuntabel.doctree.penomoran_baris import is_body
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rujukan import Pengumuman
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.tabel_hilang import LOST, table_is_lost

_NEAR = 5  # blocks in which an announced table must begin


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    facts = {f.blok: f for f in fakta.struktur.alinea}
    for announced in fakta.pengumuman:
        yield _judge(fakta, announced, facts)


def _judge(fakta: Fakta, announced: Pengumuman, facts: dict[int, AlineaFakta]) -> Jawaban:
    start = announced.alinea.blok + 1
    following = [b for b in fakta.naskah.blok[start : start + _NEAR] if is_body(b)]
    if announced.benda == "gambar":
        return _picture(fakta, announced, following)
    if any(isinstance(b, TabelNaskah | GambarNaskah) for b in following):
        return LOLOS
    if announced.benda == "tabel":
        return LOLOS if _in_section(fakta, start) else _no_table(fakta, announced)
    nearest = next((facts[n] for n in range(start, start + 2) if n in facts), None)
    if nearest is None or not _ends_section(announced.alinea, nearest):
        return LOLOS
    if fakta.naskah.format is FormatNaskah.TEKS:
        return Lewat("gambar tidak terbaca dari teks")
    return _not_there(fakta, announced, "yang diumumkan")


def _no_table(fakta: Fakta, announced: Pengumuman) -> Jawaban:
    lost = table_is_lost(fakta, announced.alinea.blok)
    return Lewat(LOST) if lost else _not_there(fakta, announced, "tabel")


def _in_section(fakta: Fakta, start: int) -> bool:
    """A table stands further down under the same two upper headings."""
    above = fakta.struktur.bagian_blok
    own = above[start - 1][:2]
    return any(t.blok >= start and above[t.blok][:2] == own for t in fakta.tabel)


def _picture(fakta: Fakta, announced: Pengumuman, following: list[BlokNaskah]) -> Jawaban:
    if fakta.naskah.format is FormatNaskah.TEKS:
        return Lewat("gambar tidak terbaca dari teks")
    near = following[: _NEAR - 1]
    captioned = any(isinstance(b, Alinea) and b.teks.lower().startswith(("gambar", "grafik", "diagram")) for b in near)
    if captioned or any(not isinstance(b, Alinea) for b in near):
        return LOLOS
    return _not_there(fakta, announced, "gambar")


def _ends_section(announcing: AlineaFakta, nearest: AlineaFakta) -> bool:
    """The next paragraph is a heading that is not below the announcing paragraph's own heading."""
    depth = len(announcing.bagian)
    return nearest.peran is PeranAlinea.JUDUL and not (
        len(nearest.bagian) > depth and nearest.bagian[:depth] == announcing.bagian
    )


def _not_there(fakta: Fakta, announced: Pengumuman, what: str) -> Jawaban:
    page = announced.alinea.tempat.halaman
    if page and {page, page + 1} & set(fakta.naskah.halaman_gambar):
        return Lewat("halaman berikutnya berupa gambar")
    unseen = fakta.naskah.format is FormatNaskah.PDF or what != "tabel"
    tail = announced.alinea.teks[-90:].strip()
    return Masalah(
        proof(announced.alinea),
        f"kalimat berakhir dengan '{tail}', tetapi {what} tidak ada sesudahnya",
        Keyakinan.MUNGKIN if unseen else Keyakinan.PASTI,
        tertulis=tail,
    )


ATURAN = Aturan(
    kode="STR-12",
    judul="Yang diumumkan kalimat ada sesudahnya",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Kalimat yang berakhir dengan 'sebagai berikut', 'pada tabel di bawah ini', atau 'pada gambar berikut' diikuti "
        "daftar, tabel, atau gambarnya. Gambar tidak terbaca dari teks biasa, jadi di sana tidak diperiksa."
    ),
    bila_kosong="tidak ada kalimat yang mengumumkan sesuatu",
    run=_run,
)
