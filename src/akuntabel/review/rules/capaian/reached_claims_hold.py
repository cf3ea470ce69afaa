"""What is said to be reached, missed or exceeded is so by target, realisasi and direction."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.angka import Angka
from akuntabel.facts.capaian_kalimat import CapaianKalimat
from akuntabel.facts.capaian_tabel import BarisCapaian
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.klaim_capai import KlaimCapai, claim_of, is_position, status_of
from akuntabel.facts.subjek import bare_name, mentions
from akuntabel.findings import LOLOS, Keyakinan, Terkait, Tingkat
from akuntabel.review.arah_capaian import direction
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.vonis_capai import Vonis, contradiction

_WORDS = {
    KlaimCapai.BELUM: "target tidak tercapai",
    KlaimCapai.CAPAI: "target tercapai, tidak dilampaui",
    KlaimCapai.LAMPAU: "target terlampaui",
}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for row in fakta.capaian:
        yield from _judge_status(fakta, row)
    for sentence in fakta.kalimat:
        yield from _judge_sentence(fakta, sentence)


def _judge_status(fakta: Fakta, row: BarisCapaian) -> Iterator[Jawaban]:
    for cell in row.predikat:
        claim = status_of(cell.teks)
        if claim:
            way = direction(fakta, row.nama, row.sasaran)
            found = contradiction(claim, row.target.angka, row.realisasi.angka, row.angka(row.capaian), way)
            told = f"status '{row.nama}' tertulis '{cell.teks}'"
            yield _problem(proof(cell, row.tabel, row.baris.teks()), told, cell.teks, found, ()) if found else LOLOS


def _judge_sentence(fakta: Fakta, sentence: Kalimat) -> Iterator[Jawaban]:
    said = claim_of(sentence.teks)
    if said and is_position(said[1]):
        return  # where a value lies, not whether that is good: compared by KAT-02
    values = _values(fakta, sentence) if said else None
    if said and values:
        name, target, realised, share, others = values
        found = contradiction(said[0], target, realised, share, direction(fakta, name))
        told = f"kalimat ini menyebut '{said[1]}'"
        yield _problem(proof(sentence), told, said[1], found, others) if found else LOLOS


Values = tuple[str, Angka | None, Angka | None, Angka | None, tuple[Terkait, ...]]


def _values(fakta: Fakta, sentence: Kalimat) -> Values | None:
    """Target, realisasi and capaian of the sentence, else of the one row that measures what it names."""
    stated = [c for c in fakta.disebut if c.kalimat is sentence]
    if stated:
        return _of_stated(fakta, stated[0]) if len(stated) == 1 else None
    if any(y != fakta.tahun for y in sentence.tahun):
        return None
    rows = {bare_name(r.nama): r for r in fakta.capaian if r.tahun == fakta.tahun and len(bare_name(r.nama)) > 5}
    named = [r for name, r in rows.items() if mentions(sentence.teks, name)]
    if len(named) != 1:
        return None
    row = named[0]
    if any(n.nilai != row.realisasi.angka.nilai for n in sentence.angka if row.realisasi.angka):
        return None  # it speaks of other numbers than the row
    return row.nama, row.target.angka, row.realisasi.angka, row.angka(row.capaian), (proof(row),)


def _of_stated(fakta: Fakta, stated: CapaianKalimat) -> Values:
    """The values of a sentence; its capaian also from the row with the same target and realisasi."""
    row = next((r for r in fakta.capaian if _is_row_of(r, stated)), None)
    if stated.capaian is None and row is not None:
        return row.nama, stated.target, stated.realisasi, row.angka(row.capaian), (proof(row),)
    return stated.nama or stated.kalimat.teks, stated.target, stated.realisasi, stated.capaian, ()


def _is_row_of(row: BarisCapaian, stated: CapaianKalimat) -> bool:
    pairs = ((row.target.angka, stated.target), (row.realisasi.angka, stated.realisasi))
    named = bare_name(row.nama) == bare_name(stated.nama) if stated.nama else mentions(stated.kalimat.teks, row.nama)
    return named and all(a and b and a.nilai == b.nilai for a, b in pairs)


def _problem(place: Terkait, told: str, words: str, found: Vonis, others: tuple[Terkait, ...]) -> Masalah:
    return Masalah(
        place,
        f"{told}, sedangkan {_WORDS[found.benar]}: {found.alasan}",
        Keyakinan.PASTI if found.pasti else Keyakinan.MUNGKIN,
        terkait=others,
        tertulis=words,
        seharusnya=_WORDS[found.benar] if found.pasti else None,
        hitungan=found.alasan,
        saran="Samakan pernyataan tercapai atau tidak dengan target, realisasi, dan arah indikatornya.",
    )


ATURAN = Aturan(
    kode="CPN-04",
    judul="Pernyataan tercapai, tidak tercapai, dan melampaui target sesuai dengan angkanya",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan dengan target dan realisasi pada laporan itu",
    penjelasan=(
        "Kalimat dan kolom status yang menyebut target belum tercapai, tercapai, atau terlampaui dibandingkan dengan "
        "target, realisasi, dan capaian pada kalimat atau baris yang sama; kalimat tanpa angka dengan baris yang "
        "mengukur indikator yang disebutnya. Arah diambil dari pernyataan laporan atau dari targetnya dari tahun ke "
        "tahun; dari nama saja tidak pernah pasti. 'Tercapai sebesar' berarti terealisasi, dan harapan serta syarat "
        "bukan pernyataan."
    ),
    bila_kosong="tidak ada pernyataan tercapai atau tidak yang disertai angkanya",
    run=_run,
)
