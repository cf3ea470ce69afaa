"""The rows of a detailed budget table add up to the rows of the table that sums them up."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.kelompok_tabel import KelompokRinci, read_groups
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_SHOWN = 10


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    told: set[tuple[int, int]] = set()
    for group in read_groups(fakta.tabel):
        place = (group.rinci.blok, group.bagian[0][0].tempat.baris)
        if place not in told:
            told.add(place)
            yield LOLOS if group.cocok else _problem(group)


def _missing(group: KelompokRinci) -> str:
    """Row numbers that the group leaves out; a row without number takes the next one."""
    numbers: list[int] = []
    for row, _ in group.bagian:
        text = row.nomor.strip(" .)")
        numbers += [int(text)] if text.isdigit() else [numbers[-1] + 1] if numbers else []
    gaps = sorted(set(range(min(numbers), max(numbers))) - set(numbers)) if numbers else []
    shown = ", ".join(map(str, gaps[:3]))
    return f"; nomor {shown} tidak ada pada {group.rinci.nama}" if 0 < len(gaps) <= 3 else ""


def _problem(group: KelompokRinci) -> Masalah:
    """Likely only: the detailed table may end early, or a part may have been left out on purpose."""
    first, last = group.bagian[0][0], group.bagian[-1][0]
    whole = group.induk[1]
    added = format_number(group.jumlah)
    parts = [s.teks for _, s in group.bagian]
    shown = " + ".join(parts[:_SHOWN]) + (" + …" if len(parts) > _SHOWN else "")
    return Masalah(
        proof(group.bagian[0][1], group.rinci, first.teks()),
        f"rincian '{first.label}' sampai '{last.label}' berjumlah {added}, sedangkan '{group.induk[0].label}' pada "
        f"{group.ringkas.nama} {whole.teks} (selisih {format_number(abs(value_of(whole) - group.jumlah))})"
        f"{_missing(group)}",
        Keyakinan.MUNGKIN,
        terkait=(proof(whole, group.ringkas, group.induk[0].teks()), *(proof(r) for r, _ in group.bagian[1:])),
        tertulis=whole.teks,
        hitungan=f"{shown} = {added}",
        saran="Lengkapi rincian yang hilang, atau samakan jumlahnya.",
    )


ATURAN = Aturan(
    kode="JML-16",
    judul="Rincian anggaran pada satu tabel berjumlah sama dengan tabel lain",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Bila baris satu tabel anggaran berturut-turut berjumlah sama dengan baris tabel lain, misalnya subkegiatan "
        "pada lampiran perjanjian kinerja terhadap kegiatan pada bab akuntabilitas, kelompok berikutnya yang tidak "
        "cocok disebut. Selalu mungkin, karena tabel rinciannya dapat terpotong."
    ),
    bila_kosong="tidak ada dua tabel anggaran yang satu merinci yang lain",
    run=_run,
)
