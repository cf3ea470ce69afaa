"""Text leads to each table: by its number, by "tabel berikut", or by "tabel di atas"."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pola import clean
from akuntabel.facts.rujukan import looks_ahead, looks_back
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea
from akuntabel.facts.tabel import Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_HABIT = 2  # of so many tables one without reference is no habit
_NEAR = 5  # blocks before the table and behind it in which text may speak of it


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    tables = [t for t in fakta.tabel if t.keterangan and t.keterangan.nomor]
    numbers = {r.nomor for r in fakta.rujukan if r.jenis == "tabel"}
    facts = {f.blok: f for f in fakta.struktur.alinea}
    ends = [t.blok for t in fakta.tabel]
    lonely = [
        t for t in tables if t.keterangan and t.keterangan.nomor not in numbers and not _spoken_of(t, facts, ends)
    ]
    if _HABIT * len(lonely) > len(tables):
        yield Lewat("laporan ini umumnya tidak merujuk tabelnya dalam kalimat")
        return
    yield from (LOLOS for _ in range(len(tables) - len(lonely)))
    if lonely:
        names = ", ".join(t.nama for t in lonely)
        yield Masalah(
            proof(lonely[0]),
            f"tidak ada kalimat yang merujuk {names}",
            Keyakinan.MUNGKIN,
            terkait=tuple(map(proof, lonely[1:])),
            saran="Sebut nomor tabel di dalam kalimat yang membahasnya.",
        )


def _spoken_of(table: Tabel, facts: dict[int, AlineaFakta], tables: list[int]) -> bool:
    """Text between the table before it and the table behind it speaks of this one."""
    start = table.keterangan.blok if table.keterangan else table.blok
    floor = max((n for n in tables if n < table.blok), default=-1)
    roof = min((n for n in tables if n > table.blok), default=table.blok + 1 + _NEAR)
    before = [facts[n] for n in range(max(floor + 1, start - _NEAR), start) if n in facts]
    behind = [facts[n] for n in range(table.blok + 1, min(roof, table.blok + 1 + _NEAR)) if n in facts]
    return any(_tells(f) and looks_ahead(clean(f.teks)) for f in before) or any(
        _tells(f) and looks_back(clean(f.teks)) for f in behind
    )


def _tells(fact: AlineaFakta) -> bool:
    return fact.peran in (PeranAlinea.ISI, PeranAlinea.BUTIR)


ATURAN = Aturan(
    kode="STR-14",
    judul="Tabel dirujuk oleh kalimat",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Setiap tabel bernomor disebut dalam kalimat: dengan nomornya, dengan 'tabel berikut' sebelum tabel, atau "
        "dengan 'tabel di atas' sesudahnya. Disebut sekali untuk seluruh laporan."
    ),
    bila_kosong="tidak ada tabel bernomor",
    run=_run,
)
