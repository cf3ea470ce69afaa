"""Progress to the end of the plan follows from the realisasi and the end target, under one of the formulas in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kemajuan import Kemajuan, read_progress
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pernyataan import Pernyataan
from akuntabel.facts.rumus_tertulis import BentukRumus
from akuntabel.facts.subjek import bare_name
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.rumus_capaian import compute, shapes_that_fit, shown

_ENOUGH = 2  # other rows that must fit, all of them, before one is asked about


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    rows = list(read_progress(fakta.tabel, fakta.tahun))
    for row in rows:
        others = [r for r in rows if r.tabel is row.tabel and r is not row]
        yield _judge(row, others)
    for claim in fakta.pernyataan:
        if claim.besaran is Peran.KEMAJUAN and claim.atau is Peran.REALISASI:
            yield from _claimed(fakta, claim)


def _judge(row: Kemajuan, others: Sequence[Kemajuan]) -> Jawaban:
    if _shapes(row):
        return LOLOS
    if len(others) < _ENOUGH or not all(map(_shapes, others)):
        return Lewat("kemajuan dapat dihitung dari realisasi kumulatif yang tidak dicetak")
    common = set.intersection(*(set(_shapes(r)) for r in others))
    return _problem(row, [shape for shape in BentukRumus if shape in common] or list(BentukRumus))


def _claimed(fakta: Fakta, claim: Pernyataan) -> Iterator[Jawaban]:
    """ "Dibandingkan dengan target akhir sebesar Y, realisasi tahun ini mencapai Z%"; Z may be the realisasi itself."""
    ends = [n for n in claim.kalimat.angka if n.akhir <= claim.angka.awal and n.nilai]
    own = [v for v in fakta.nilai if v.besaran is Peran.REALISASI and v.tahun == claim.tahun and v.angka]
    found = next((v for v in own if bare_name(v.indikator) == bare_name(claim.indikator)), None)
    if len(ends) != 1 or found is None or found.angka is None or not found.angka.nilai:
        return
    if claim.angka.near(found.angka.nilai) or shapes_that_fit(claim.angka, ends[0], found.angka):
        yield LOLOS
        return
    ways = _ways(ends[0], found.angka, BentukRumus)
    yield Masalah(
        proof(claim.kalimat),
        f"realisasi terhadap target akhir tertulis {claim.angka.teks}, sedangkan {ways}",
        Keyakinan.MUNGKIN,
        terkait=(proof(found, found.tabel),),
        tertulis=claim.angka.teks,
        hitungan=ways,
        saran="Hitung ulang kemajuan terhadap target akhir, dan sebut caranya.",
    )


def _ways(target: Angka, realised: Angka, shapes: Iterable[BentukRumus]) -> str:
    """The sums of formulas, written out."""
    sums = [compute(shape, target, realised) for shape in shapes]
    return " atau ".join(dict.fromkeys(f"{s.teks} = {shown(s.nilai)}" for s in sums if s is not None))


def _numbers(row: Kemajuan) -> tuple[Angka, Angka, Angka] | None:
    cells = (row.tercetak.angka, row.target.angka, row.realisasi.angka)
    printed, target, realised = cells
    return (printed, target, realised) if printed and target and realised else None


def _shapes(row: Kemajuan) -> tuple[BentukRumus, ...]:
    numbers = _numbers(row)
    return shapes_that_fit(*numbers) if numbers else ()


def _problem(row: Kemajuan, shapes: Iterable[BentukRumus]) -> Masalah:
    numbers = _numbers(row)
    ways = _ways(numbers[1], numbers[2], shapes) if numbers else ""
    return Masalah(
        proof(row.tercetak, row.tabel, row.baris.teks()),
        f"tingkat kemajuan '{row.baris.label}' tertulis {row.tercetak.teks}, sedangkan realisasi terhadap target akhir "
        f"memberi {ways}",
        Keyakinan.MUNGKIN,
        terkait=(proof(row.realisasi, row.tabel), proof(row.target, row.tabel)),
        tertulis=row.tercetak.teks,
        hitungan=ways,
        saran="Hitung ulang kemajuan terhadap target akhir, dan sebut caranya.",
        sebab=f"{row.tabel.blok}:{row.baris.tempat.baris}",
    )


ATURAN = Aturan(
    kode="CPN-12",
    judul="Kemajuan ke akhir rencana sesuai dengan realisasi dan target akhirnya",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Pada tabel yang membandingkan realisasi dengan target akhir Renstra atau RPJMD, tingkat kemajuan dihitung "
        "ulang dengan rumus yang lazim (realisasi/target, dua target kurang realisasi, target/realisasi). Satu yang "
        "cocok sudah cukup. Ditanyakan hanya bila sedikitnya dua baris lain, dan semuanya, cocok; indikator yang "
        "dijumlahkan dari tahun ke tahun dihitung dari angka yang tidak dicetak."
    ),
    bila_kosong="tidak ada tabel dengan realisasi, target akhir, dan tingkat kemajuan",
    run=_run,
)
