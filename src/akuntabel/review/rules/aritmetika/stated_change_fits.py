"""A stated rise or fall is the difference between the two values beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.perubahan_kalimat import PersenKalimat, PerubahanKalimat, read_changes, read_shares, says_points
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_ALL = Decimal(100)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    confused = False
    for change in read_changes(fakta.kalimat):
        answer = _judge(change, confused)
        confused = confused or (isinstance(answer, Masalah) and answer.tingkat is Tingkat.RENDAH)
        yield answer
    yield from map(_share, read_shares(fakta.kalimat))


def _share(change: PersenKalimat) -> Jawaban:
    """The percentage of a change is its share of the value before, or of the one after."""
    first, last = change.awal.nilai or Decimal(0), change.akhir.nilai or Decimal(0)
    gap = abs(last - first)
    if any(change.persen.near(gap / abs(v) * _ALL) for v in (first, last) if v):
        return LOLOS
    right = format_number(round_half_up(gap / abs(first) * _ALL, 2), 2)
    sum_ = f"{format_number(gap)} / {format_number(first)} × 100 = {right}"
    return Masalah(
        proof(change.kalimat),
        f"perubahan tertulis {change.persen.teks}, sedangkan {sum_}",
        Keyakinan.PASTI,
        tertulis=change.persen.teks,
        seharusnya=f"{right}%",
        hitungan=sum_,
        saran="Hitung ulang persentasenya terhadap nilai semula.",
    )


def _judge(change: PerubahanKalimat, confused: bool) -> Jawaban:
    first, last = change.awal.nilai or Decimal(0), change.akhir.nilai or Decimal(0)
    gap = abs(last - first)
    growths = [gap / abs(v) * _ALL for v in (first, last) if v][: 1 if change.urut else 2]
    absolute = _near(change, gap)
    relative = any(change.selisih.near(g) for g in growths)
    if relative and not says_points(change.selisih):
        return LOLOS
    if absolute and change.selisih.persen and not change.awal.persen:
        if confused:
            return Lewat("persen dan poin tertukar seperti yang sudah disebut")
        return _points_called_percent(change, gap, growths)
    if absolute or relative:
        return LOLOS
    return _problem(change, gap, growths)


def _near(change: PerubahanKalimat, gap: Decimal) -> bool:
    """Within the rounding of the three printed numbers."""
    slack = sum((n.ketelitian for n in (change.selisih, change.awal, change.akhir) if n.desimal or n.skala), Decimal())
    return abs((change.selisih.nilai or Decimal(0)) - gap) <= slack / 2


def _written_out(change: PerubahanKalimat, gap: Decimal) -> str:
    high, low = sorted((change.awal, change.akhir), key=lambda n: n.nilai or Decimal(0), reverse=True)
    return f"{high.teks} − {low.teks} = {format_number(gap)}"


def _problem(change: PerubahanKalimat, gap: Decimal, growths: list[Decimal]) -> Masalah:
    growth = f" ({format_number(round_half_up(growths[0], 2), 2)} persen)" if growths and change.urut else ""
    written = change.selisih.nilai or Decimal(0)
    return Masalah(
        proof(change.kalimat),
        f"perubahan tertulis {change.selisih.teks}, sedangkan {_written_out(change, gap)}{growth}",
        Keyakinan.PASTI if change.urut else Keyakinan.MUNGKIN,
        tertulis=change.selisih.teks,
        seharusnya=None if change.selisih.persen else format_number(gap),
        hitungan=_written_out(change, gap),
        dugaan_penyebab=slip(written, gap),
        saran="Hitung ulang perubahannya, atau periksa kedua nilainya.",
    )


def _points_called_percent(change: PerubahanKalimat, gap: Decimal, growths: list[Decimal]) -> Masalah:
    growth = format_number(round_half_up(growths[0], 2), 2) if growths else "-"
    return Masalah(
        proof(change.kalimat),
        f"perubahan {change.selisih.teks} adalah selisih dalam poin ({_written_out(change, gap)}); "
        f"dalam persen {growth}",
        Keyakinan.MUNGKIN,
        Tingkat.RENDAH,
        tertulis=change.selisih.teks,
        seharusnya=f"{format_number(gap)} poin",
        hitungan=_written_out(change, gap),
        saran="Tulis 'poin' untuk selisih nilai; 'persen' untuk perubahan terhadap nilai sebelumnya.",
    )


ATURAN = Aturan(
    kode="JML-07",
    judul="Kenaikan atau penurunan dalam kalimat sama dengan selisih kedua nilainya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Kalimat seperti 'naik 3,93 poin dari 85,43 menjadi 89,36' dihitung ulang, sebagai selisih maupun sebagai "
        "persen terhadap nilai semula. Selisih dua nilai yang disebut persen hanya mungkin keliru dan disebut sekali "
        "saja, karena persen dan poin sering tertukar dalam laporan yang jujur."
    ),
    bila_kosong="tidak ada perubahan dalam kalimat yang disertai kedua nilainya",
    run=_run,
)
