"""Placeholders of a template are replaced: "....", "xxx", "[isi]", "lorem ipsum"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import PeranAlinea
from akuntabel.findings import LOLOS, Keyakinan, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_SURE = re.compile(
    r"lorem ipsum|\[(?:isi|diisi|nama|sebutkan|tulis|masukkan|uraikan|jelaskan)[^\]]*\]"
    r"|\((?:diisi|isi dengan|tuliskan|sebutkan)\b[^)]*\)|<(?:nama|isi|tahun|nomor)[^>]*>|\b[xX]{3,}\b(?![%\d])|\bTODO\b"
)
_DOTS = re.compile(r"(?<=[\s(:])(?:\.{4,}|…{2,}|_{4,})(?=[\s),;]|$)")
_LISTED = re.compile(r"[.…·_]{4,}[\s|]*(?:[ivxlc]+|\d{1,3})[\s|]*$")  # leads to a page
_MASKED = re.compile(r"\b(?:nip|nik|rangka|mesin|polisi|rekening|telepon|hp)\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"^\(?[\s._…]+\)?$|\bttd\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for fact in fakta.struktur.alinea:
        if fact.peran is not PeranAlinea.ENTRI:
            text = clean(fact.teks)
            yield _problem(found, proof(fact)) if (found := _left(text)) else LOLOS
    for table in fakta.tabel:
        if _MASKED.search(" ".join(k.teks for k in table.kolom)):
            continue
        for row in table.baris:
            text = row.teks().replace("\t", " ")
            yield _problem(found, proof(row, table)) if (found := _left(text)) else LOLOS


def _left(text: str) -> re.Match[str] | None:
    """The placeholder that a text still holds."""
    found = _SURE.search(text) or _DOTS.search(text)
    apart = found and (_SIGNATURE.search(text) or _MASKED.search(text) or _LISTED.search(text))
    return None if apart else found


def _problem(found: re.Match[str], place: Terkait) -> Masalah:
    return Masalah(
        place,
        f"isian '{found[0]}' belum diganti",
        Keyakinan.PASTI if found.re is _SURE else Keyakinan.MUNGKIN,
        tertulis=found[0],
        saran="Ganti dengan isinya, atau hapus kalimatnya.",
    )


ATURAN = Aturan(
    kode="STR-17",
    judul="Isian yang harus diganti sudah diganti",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="Pola isian dalam templat",
    penjelasan=(
        "Teks seperti [isi], (diisi oleh ...), xxx, lorem ipsum, dan deretan titik adalah isian templat yang "
        "tertinggal. Titik-titik pada daftar isi dan tanda tangan, serta nomor yang disamarkan, dilewati."
    ),
    bila_kosong="tidak ada teks",
    run=_run,
)
