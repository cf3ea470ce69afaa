"""The sum of scores of an element lies between n and 4n, and agrees with the printed score where both stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import round_half_up
from akuntabel.domain.paket import Paket
from akuntabel.domain.skm import SkmRekap
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import angka


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.skm_rekap:
        if row.jumlah_skor is None:
            continue
        if row.responden is None:
            text = f"jumlah skor {row.unsur or 'indeks'} ada, tetapi banyak jawabannya kosong; isi responden"
            yield problem(row, "responden", text, tingkat=Tingkat.SEDANG)
        elif row.unsur is not None:
            yield _judge(row, row.jumlah_skor, row.responden)


def _judge(row: SkmRekap, score: int, n: int) -> Jawaban:
    name = f"jumlah skor {row.unsur} periode {row.periode}" + (f" layanan {row.layanan}" if row.layanan else "")
    if not n <= score <= 4 * n:
        text = (
            f"{name} tertulis {angka(score)}; dengan {angka(n)} jawaban berskor 1 sampai 4, yang mungkin {angka(n)} "
            f"sampai {angka(4 * n)}"
        )
        return problem(
            row, "jumlah_skor", text, hitungan=f"{n} × 1 = {n}; {n} × 4 = {4 * n}", terkait=[(row, "responden")]
        )
    if row.nilai_tercetak is None or n == 0:
        return LOLOS
    exact = Decimal(score) / n * 25
    if abs(exact - row.nilai_tercetak) < Decimal("0.1"):
        return LOLOS
    right = angka(round_half_up(exact, 2))
    return problem(
        row,
        "nilai_tercetak",
        f"nilai {row.unsur} periode {row.periode} tercetak {angka(row.nilai_tercetak)}, sedangkan jumlah skornya "
        f"memberi {right}; "
        "salah satu dari keduanya keliru",
        hitungan=f"{score} / {n} × 25 = {right}",
        terkait=[(row, "jumlah_skor"), (row, "responden")],
    )


CHECK = Check(
    kode="PRK-SKM-01",
    judul="Jumlah skor SKM mungkin terjadi",
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 14/2017, lampiran (skor 1 sampai 4, konversi dikalikan 25)",
    penjelasan=(
        "Jumlah skor suatu unsur terletak antara n dan 4n. Bila nilai tercetak juga diisi, selisihnya dari "
        "hitungan kurang "
        "dari 0,1 (beda pembulatan)."
    ),
    bila_kosong="tidak ada jumlah skor SKM",
    run=_run,
)
