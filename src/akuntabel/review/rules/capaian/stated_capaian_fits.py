"""A capaian in a sentence follows from the target and realisasi beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from akuntabel.bahasa.angka import round_half_up
from akuntabel.facts.angka import Angka
from akuntabel.facts.arah import ArahBaik
from akuntabel.facts.capaian_kalimat import CapaianKalimat
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import BarisPengukuran
from akuntabel.facts.rumus_tertulis import BentukRumus
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.arah_capaian import declared, direction, falling_formula, reason
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.rumus_capaian import CAPS, TURUN, Hitungan, compute, shapes_that_fit, shown
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for stated in fakta.disebut:
        if not stated.target or not stated.capaian:
            continue
        if stated.realisasi:
            yield _judge(fakta, stated, stated.target, stated.realisasi, stated.capaian)
        elif _is_called_so(stated) and (measured := _measured(fakta, stated)):
            answer = _judge(fakta, stated, stated.target, measured[0], stated.capaian)
            yield _asked(answer, measured[1]) if isinstance(answer, Masalah) else answer


def _is_called_so(stated: CapaianKalimat) -> bool:
    """Whether the word itself stands before the percentage, and not only a bracket or "atau"."""
    end = stated.capaian.awal if stated.capaian else 0
    return "capaian" in stated.kalimat.kecil[max(0, end - _NEAR) : end]


_NEAR = 40  # characters


def _measured(fakta: Fakta, stated: CapaianKalimat) -> tuple[Angka, BarisPengukuran] | None:
    """The one realisasi that the tables give for the indicator and year of a sentence that gives none."""
    rows = [r for r in fakta.pengukuran if r.indikator == stated.nama and r.tahun == stated.tahun]
    found = [(n, r) for r in rows if (n := r.angka(Peran.REALISASI)) is not None]
    return found[0] if len({n.nilai for n, _ in found}) == 1 else None


def _asked(answer: Masalah, row: BarisPengukuran) -> Masalah:
    told = f"{answer.pesan}; realisasinya dari {row.tabel.nama}"
    return replace(answer, pesan=told, keyakinan=Keyakinan.MUNGKIN, terkait=(proof(row, row.tabel), *answer.terkait))


def _judge(fakta: Fakta, stated: CapaianKalimat, target: Angka, realised: Angka, printed: Angka) -> Jawaban:
    if not target.nilai or target.nilai < 0:
        return Lewat("targetnya nol, sehingga capaian tidak terdefinisi")
    used = {shape for cap in (None, *CAPS) for shape in shapes_that_fit(printed, target, realised, cap)}
    if not used and realised.persen and _fits_the_other_way(printed, target, realised):
        return LOLOS
    way = direction(fakta, stated.nama or stated.kalimat.teks)
    written = declared(fakta, *TURUN)
    falling = compute(falling_formula(fakta), target, realised)
    rising = compute(BentukRumus.NAIK, target, realised)
    if used & set(TURUN) or (used and (way.arah is ArahBaik.NAIK or not (way.kuat and written))):
        return LOLOS
    if target.nilai == realised.nilai or not rising or not falling:
        return Lewat("capaiannya tidak terdefinisi") if not used else LOLOS
    if used:
        told = f"yaitu realisasi / target, sedangkan indikator ini makin rendah makin baik ({reason(way)}); rumus yang "
        told += f"dinyatakan laporan untuk itu memberi {falling.teks} = {shown(falling.nilai)}"
        return _problem(stated, printed, told, falling, (written.tempat,) if written else (), sure=True)
    right = falling if way.arah is ArahBaik.TURUN else rising
    other = f"; dengan realisasi / target {shown(rising.nilai)}" if right is falling else ""
    told = f"sedangkan {right.teks} = {shown(right.nilai)}{other}"
    return _problem(stated, printed, told, right, (), sure=bool(stated.nama) or way.arah is ArahBaik.NAIK)


def _fits_the_other_way(printed: Angka, target: Angka, realised: Angka) -> bool:
    """Whether what was taken for the capaian is the realisasi: "capaian 72,90% mencapai 97,20% dari target 75%"."""
    return any(shapes_that_fit(realised, target, printed, cap) for cap in (None, *CAPS))


def _problem(
    stated: CapaianKalimat, printed: Angka, told: str, right: Hitungan, others: tuple[object, ...], *, sure: bool
) -> Masalah:
    name = f" '{stated.nama}'" if stated.nama else ""
    wrong = printed.nilai if printed.nilai is not None else Decimal(0)
    return Masalah(
        proof(stated.kalimat),
        f"capaian{name} tertulis {printed.teks}, {told}",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=tuple(proof(o) for o in others),
        tertulis=printed.teks,
        seharusnya=f"{shown(right.nilai)}%",
        hitungan=f"{right.teks} = {shown(right.nilai)}",
        dugaan_penyebab=slip(wrong, round_half_up(right.nilai, printed.desimal)),
        saran="Hitung ulang capaian dari target dan realisasi pada kalimat ini, lalu samakan dengan tabelnya.",
        sebab=f"capaian:{stated.nama.lower()}:{stated.tahun}" if stated.nama and others else None,
    )


ATURAN = Aturan(
    kode="CPN-10",
    judul="Capaian dalam kalimat sesuai dengan target dan realisasinya",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.TINGGI,
    dasar="Perhitungan ulang dengan rumus yang dinyatakan laporan, atau rumus yang lazim",
    penjelasan=(
        "Kalimat yang menyebut target, realisasi, dan capaiannya dihitung ulang dengan rumus yang lazim menurut arah "
        "indikatornya. Pembulatan, pemotongan, dan batas atas yang lazim diterima. Realisasi / target untuk "
        "indikator yang makin rendah makin baik hanya disebut bila laporan itu sendiri menunjukkan arahnya dan "
        "menyatakan rumus lain. Realisasi yang tidak disebut kalimatnya diambil dari tabel pengukuran; temuannya lalu "
        "hanya mungkin."
    ),
    bila_kosong="tidak ada kalimat yang menyebut target, realisasi, dan capaian sekaligus",
    run=_run,
)
