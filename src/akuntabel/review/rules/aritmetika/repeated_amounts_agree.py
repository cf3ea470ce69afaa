"""What two budget tables say of the same programme agrees."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel_kembar import AngkaKembar, KolomKembar, read_twins
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_SHOWN = 8
_PERCENT_ALIKE = 5  # one percentage in so many must agree before two columns are taken to measure one thing


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for twins in read_twins(fakta.tabel, fakta.tahun):
        yield from _judge(twins)


def _judge(twins: KolomKembar) -> Iterator[Jawaban]:
    """Money must agree in most rows before one is asked about: else it is another version of the budget."""
    if twins.sama == len(twins.angka):
        yield from (LOLOS for _ in twins.angka)
    elif twins.peran is Peran.PERSEN:
        alike = _PERCENT_ALIKE * twins.sama >= len(twins.angka)
        yield _all_at_once(twins) if alike else Lewat("kedua kolom persennya bermakna lain")
    elif 3 * twins.sama >= 2 * len(twins.angka):
        yield from (LOLOS if a.sama else _problem(twins, a) for a in twins.angka)
    else:
        yield Lewat("kedua tabel memuat anggaran yang berbeda, misalnya murni dan perubahan")


def _problem(twins: KolomKembar, found: AngkaKembar) -> Masalah:
    first, second = twins.tabel
    head = twins.kolom[1].teks
    return Masalah(
        proof(found.kedua, second, found.baris[1].teks()),
        f"'{found.nama}' pada kolom '{head}' {found.kedua.teks}, sedangkan pada {first.nama} {found.pertama.teks}; "
        f"{twins.sama} baris lain sama. Angka mana yang berlaku?",
        Keyakinan.MUNGKIN,
        terkait=(proof(found.pertama, first, found.baris[0].teks()),),
        tertulis=found.kedua.teks,
        saran="Samakan kedua tabel, atau sebutkan versi anggarannya.",
        sebab=f"{second.blok}:{found.baris[1].tempat.baris}",
    )


def _all_at_once(twins: KolomKembar) -> Masalah:
    """Percentages may mean different things, so all that differ are one question."""
    first, second = twins.tabel
    other = [a for a in twins.angka if not a.sama]
    told = "; ".join(f"'{a.nama}' {a.pertama.teks} dan {a.kedua.teks}" for a in other[:_SHOWN])
    more = f"; dan {len(other) - _SHOWN} lainnya" if len(other) > _SHOWN else ""
    return Masalah(
        proof(other[0].pertama, first, other[0].baris[0].teks()),
        f"persentase pada {first.nama} dan {second.nama} berbeda untuk {len(other)} dari {len(twins.angka)} baris: "
        f"{told}{more}. Apakah keduanya mengukur hal yang sama?",
        Keyakinan.MUNGKIN,
        terkait=tuple(p for a in other for p in (proof(a.kedua, second, a.baris[1].teks()), proof(a.baris[0], first))),
        tertulis=other[0].pertama.teks,
        saran="Samakan persentasenya, atau sebutkan pada kepala kolom apa yang diukur.",
    )


ATURAN = Aturan(
    kode="JML-19",
    judul="Angka yang diulang pada dua tabel anggaran sama",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Anggaran, realisasi, dan persentase program atau kegiatan yang sama, juga jumlahnya, dibandingkan antara "
        "dua tabel untuk tahun dan versi yang sama. Uang disebut bila dua pertiga baris lainnya sama; bila tidak, "
        "tabelnya dianggap memuat versi anggaran lain. Persentase yang berbeda disebut sekali untuk dua tabel. "
        "Selalu mungkin."
    ),
    bila_kosong="tidak ada dua tabel anggaran dengan sedikitnya empat baris yang sama",
    run=_run,
)
