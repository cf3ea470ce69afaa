"""The signature of the report names place, full date and the NIP of who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tanda_tangan import TandaTangan, read_month
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_ELECTED = re.compile(r"\b(?:bupati|wali ?kota|gubernur)\b(?!.*\b(?:kepala|sekretaris|asisten)\b)", re.IGNORECASE)
_SEEN_BY = re.compile(r"mengetahui|menyetujui|pihak", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for block in fakta.tanda_tangan:
        fact = block.baris_jabatan
        if fact.bab == "lampiran" or _SEEN_BY.search(block.jabatan) or "perjanjian" in " ".join(fact.bagian).lower():
            yield Lewat("bukan tanda tangan laporan")
        else:
            yield _judge(block, [s for s in fakta.tanda_tangan if s is not block and s.baris_tanggal])


def _judge(block: TandaTangan, dated: list[TandaTangan]) -> Jawaban:
    missing = list(_missing(block))
    if not missing:
        return LOLOS
    first = block.baris_tanggal or block.baris_jabatan
    lines = (block.baris_jabatan, block.baris_nama)
    other = dated[0].baris_tanggal if dated and block.baris_tanggal is None else None
    hint = f"; blok mulai baris {other.tempat.baris} mempunyainya" if other else ""
    return Masalah(
        proof(first),
        f"blok tanda tangan {block.nama} belum lengkap: {', '.join(missing)}{hint}",
        Keyakinan.PASTI,
        terkait=tuple(proof(fact) for fact in lines if fact is not first),
        tertulis=" ".join(t for t in (block.kota, block.tanggal_teks) if t) or block.jabatan,
        seharusnya="tempat, tanggal, jabatan, nama, dan NIP",
    )


def _missing(block: TandaTangan) -> Iterator[str]:
    if block.baris_tanggal is None:
        yield "tidak ada tempat dan tanggal"
    elif block.tanggal is None and not read_month(block.tanggal_teks):
        yield f"tanggal baru tertulis '{block.tanggal_teks}'"
    if block.nip is None and not _ELECTED.search(block.jabatan):
        yield "tidak ada NIP"


ATURAN = Aturan(
    kode="IDN-08",
    judul="Blok tanda tangan memuat tempat, tanggal, nama, dan NIP",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.RENDAH,
    dasar="Praktik tata naskah dinas",
    penjelasan=(
        "Tanda tangan laporan (kata pengantar, penutup) memuat tempat dan tanggal, jabatan, nama, dan NIP. Kepala "
        "daerah tidak mempunyai NIP. Tanggal yang menyebut bulan dan tahun diterima. Perjanjian kinerja dilewati."
    ),
    bila_kosong="tidak ada blok tanda tangan",
    run=_run,
)
