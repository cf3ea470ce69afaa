"""A source of money that is said to pay for everything is the one that the table of the budget names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import JenisBaris, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

# Sources that exclude each other; APBD holds them all.
_SOURCES = {
    "PAD": r"\bpad\b|pendapatan asli daerah",
    "DAU": r"\bdau\b|dana alokasi umum",
    "DAK": r"\bdak\b|dana alokasi khusus",
    "DBH": r"\bdbh\b|dana bagi hasil",
    "APBN": r"\bapbn\b",
    "BLUD": r"\bblud\b",
}
_SAYS = re.compile(r"\b(?:bersumber|sumber (?:dana|pembiayaan|anggaran)\w*|dibiayai|didanai)\b")
_ALL = re.compile(r"\b(?:seluruh\w*|semua\w*|sepenuhnya|keseluruhan)\b")
_PART = re.compile(r"\b(?:program|kegiatan|subkegiatan|bidang|belanja \w+)\b")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    tables = [(t, s) for t in fakta.tabel if (s := _of_table(t))]
    for sentence in fakta.kalimat if tables else ():
        said = _SAYS.search(sentence.kecil)
        claimed = _named(sentence.kecil[said.end() :]) if said else set()
        if len(claimed) == 1 and _ALL.search(sentence.kecil) and not _PART.search(sentence.kecil):
            fits = any(claimed == sources for _, sources in tables)
            yield LOLOS if fits else _problem(sentence, claimed.pop(), *tables[0])


def _named(text: str) -> set[str]:
    return {name for name, pattern in _SOURCES.items() if re.search(pattern, text)}


def _of_table(table: Tabel) -> set[str]:
    """The sources of a table of the budget; empty where a row names none that is known."""
    columns = table.of(Peran.SUMBER)
    if not columns or not table.of(Peran.ANGGARAN):
        return set()
    cells = [_named(r.sel[columns[0].indeks].teks.lower()) for r in table.rows(JenisBaris.ISI)]
    return set().union(*cells) if cells and all(cells) else set()


def _problem(sentence: Kalimat, claimed: str, table: Tabel, sources: set[str]) -> Masalah:
    told = ", ".join(sorted(sources))
    return Masalah(
        proof(sentence),
        f"seluruh anggaran disebut bersumber dari {claimed}, sedangkan {table.nama} menyebut {told}",
        Keyakinan.PASTI if claimed not in sources else Keyakinan.MUNGKIN,
        terkait=(proof(table),),
        tertulis=claimed,
        seharusnya=told,
        saran="Samakan sumber dana pada kalimat dengan tabelnya.",
    )


ATURAN = Aturan(
    kode="KON-13",
    judul="Sumber dana yang disebut untuk seluruh anggaran ada pada tabelnya",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan kalimat dengan tabel",
    penjelasan=(
        "Kalimat bahwa seluruh anggaran bersumber dari satu jenis dana (PAD, DAU, DAK, DBH, APBN, BLUD) dibandingkan "
        "dengan kolom sumber dana. APBD memuat semuanya, sehingga tidak pernah bertentangan."
    ),
    bila_kosong="tidak ada kalimat tentang sumber seluruh anggaran, atau tabel dengan kolom sumber dana",
    run=_run,
)
