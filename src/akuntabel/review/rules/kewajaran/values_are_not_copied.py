"""Results equal to their targets, or spending equal to its budget, in many rows were perhaps copied. Only asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

Pair = tuple[BarisTabel, Sel, Sel]


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    fewest = konteks.regulations.ambang("wajar.salinan_sedikitnya")
    results: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for row in fakta.capaian:
        if row.tahun in (None, fakta.tahun) and not _is_whole(row.target):
            results[row.tabel.blok, row.realisasi.kolom].append((row.baris, row.target, row.realisasi))
    money: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for spent in fakta.serapan:
        if spent.baris.jenis is JenisBaris.ISI and _value(spent.anggaran):
            money[spent.tabel.blok, spent.realisasi.kolom].append((spent.baris, spent.anggaran, spent.realisasi))
    tables = {t.blok: t for t in fakta.tabel}
    kinds = (
        (results, "wajar.salinan_target", "target"),
        (money, "wajar.salinan_pagu", "anggaran"),
    )
    for groups, code, what in kinds:
        share = konteks.regulations.ambang(code)
        for (block, _), pairs in groups.items():
            yield from _judge(tables[block], pairs, what, fewest, share)


def _judge(table: Tabel, pairs: Sequence[Pair], what: str, fewest: Decimal, share: Decimal) -> Iterator[Jawaban]:
    known = [p for p in pairs if _value(p[1]) is not None and _value(p[2]) is not None]
    same = [p for p in known if _value(p[1]) == _value(p[2])]
    if len(known) < fewest:
        return
    if len(same) < fewest or len(same) < share * len(known):
        yield LOLOS
        return
    names = ", ".join(f"'{row.label}'" for row, _, _ in same[:3])
    more = f", dan {len(same) - 3} baris lain" if len(same) > 3 else ""
    yield Masalah(
        proof(same[0][2], table, same[0][0].teks()),
        f"realisasi pada {table.nama} persis sama dengan {what} pada {len(same)} dari {len(known)} baris ({names}{more}"
        f"); apakah angka {what} tersalin ke kolom realisasi?",
        Keyakinan.MUNGKIN,
        terkait=tuple(proof(cell, table, row.teks()) for row, _, cell in same[1:4]),
        tertulis=same[0][2].teks,
        saran="Cocokkan realisasi dengan sumbernya.",
    )


def _is_whole(cell: Sel) -> bool:
    """Counts of documents and people, and 0 or 100 percent, are reached exactly by honest indicators."""
    value = _value(cell)
    return value is None or value == value.to_integral_value()


def _value(cell: Sel) -> Decimal | None:
    return cell.angka.nilai if cell.angka else None


ATURAN = Aturan(
    kode="KWJ-02",
    judul="Realisasi bukan salinan target atau anggaran",
    kelompok=Kelompok.KEWAJARAN,
    tingkat=Tingkat.RENDAH,
    dasar="Kewajaran nilai",
    penjelasan=(
        "Bila banyak baris satu kolom, dan bagian yang besar dari semuanya, persis sama dengan target atau "
        "anggarannya, hal itu ditanyakan satu kali untuk setiap kolom. Target berupa bilangan bulat tidak dihitung, "
        "karena lazim tercapai tepat."
    ),
    bila_kosong="tidak ada tabel dengan cukup banyak target atau anggaran di sebelah realisasinya",
    run=_run,
)
