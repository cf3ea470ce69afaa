"""A recap that stands beside the answer sheets of its group says what they say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from akuntabel.bahasa.angka import round_half_up
from akuntabel.calculation.jawaban_skm import isi_jawaban
from akuntabel.calculation.policy import BobotSkm, weight_of
from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.domain.skm import SkmPeriode, SkmRekap
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import angka, join_some
from akuntabel.survey.indeks import bobot_tepat, decimal_of, indeks, konversi, nilai_rata_rata
from akuntabel.survey.rekap import Isi

_NEAR = Decimal("0.1")  # what rounding before the last step can make
_Beda = tuple[Baris, str, str, str]  # row, column, what the recap says, what the answers give


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for period in paket.skm_periode:
        content = isi_jawaban(paket, period.kode)
        rows = [r for r in paket.skm_rekap if r.periode == period.kode]
        for service, isi in content.items():
            own = [r for r in rows if r.layanan == service]
            compared = [d for r in own for d in _compare(r, isi)]
            if service is None:
                compared += _respondents(period, isi)
            if compared:
                yield _judge(period, service, [d for d in compared if d[2] != d[3]])


def _compare(row: SkmRekap, isi: Isi) -> Iterator[_Beda]:
    """Each filled cell of a recap with what the answers give; equal texts where they agree."""
    counts = isi.unsur.get(row.unsur or "")
    name = f"{row.unsur} " if row.unsur else ""
    n = counts.banyak if counts else None if row.unsur else isi.berisi
    if row.responden is not None and n is not None:
        yield row, "responden", f"{name}{angka(row.responden)} jawaban", f"{name}{angka(n)} jawaban"
    if row.jumlah_skor is not None and counts:
        yield row, "jumlah_skor", f"{name}berskor {angka(row.jumlah_skor)}", f"{name}berskor {angka(counts.jumlah)}"
    if row.nilai_tercetak is not None:
        yield from _compare_printed(row, row.nilai_tercetak, isi)


def _compare_printed(row: SkmRekap, printed: Decimal, isi: Isi) -> Iterator[_Beda]:
    values = _values(row, isi)
    if values:
        near = any(abs(v - printed) < _NEAR for v in values)
        right = printed if near else round_half_up(values[0], 2)
        name = row.unsur or "indeks"
        yield row, "nilai_tercetak", f"{name} bernilai {angka(printed)}", f"{name} bernilai {angka(right)}"


def _values(row: SkmRekap, isi: Isi) -> list[Decimal]:
    """The converted score that answers give; of an index, under each weight in use, the exact one first."""
    counts = isi.unsur.get(row.unsur or "")
    if row.unsur:
        told = counts is not None and counts.banyak
        return [decimal_of(konversi(nilai_rata_rata(counts.jumlah, counts.banyak)))] if counts and told else []
    parts = [(c.jumlah, c.banyak) for c in isi.unsur.values()]
    if any(n == 0 for _, n in parts):
        return []
    weights = [weight_of(b, len(parts)) for b in BobotSkm]
    exact = [bobot_tepat(len(parts)) if w is None else (Fraction(w),) * len(parts) for w in weights]
    return [decimal_of(konversi(indeks(parts, w))) for w in exact]


def _respondents(period: SkmPeriode, isi: Isi) -> Iterator[_Beda]:
    if period.responden is not None:
        yield period, "responden", f"{angka(period.responden)} responden", f"{angka(isi.berisi)} responden"


def _judge(period: SkmPeriode, service: str | None, different: list[_Beda]) -> Jawaban:
    """One answer for a service, or for all of them together."""
    if not different:
        return LOLOS
    row, column, _, _ = different[0]
    where = f"layanan {service}" if service else "semua layanan"
    told = join_some([written for _, _, written, _ in different])
    given = join_some([answer for _, _, _, answer in different])
    return problem(
        row,
        column,
        f"rekap periode {period.kode} {where} mencatat {told}, sedangkan lembar jawabannya memberi {given}; perbaiki "
        "salah satunya, atau kosongkan rekap itu agar dihitung dari jawaban",
        terkait=[(r, c) for r, c, _, _ in different[1:]],
    )


CHECK = Check(
    kode="PRK-SKM-08",
    judul="Rekap SKM sama dengan lembar jawabannya",
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Bila rekap dan lembar jawaban suatu kelompok sama-sama ada, banyak jawaban dan jumlah skornya harus sama; "
        "nilai tercetak boleh berbeda kurang dari 0,1 (beda pembulatan), dan indeks dicocokkan dengan setiap bobot "
        "yang lazim. Banyak responden periode dicocokkan dengan lembar yang berisi jawaban. Laporan memakai rekap."
    ),
    bila_kosong="tidak ada rekap yang juga mempunyai lembar jawaban",
    run=_run,
)
