"""The same staff, counted by position, rank, education, sex or unit, give the same total per employment status.

Where all dimensions but one agree, that one is named; otherwise the message says 'salah satu dari'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from akuntabel.domain.paket import Paket
from akuntabel.domain.sumber_daya import PegawaiRekap
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join

Groups = dict[str, list[PegawaiRekap]]


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    by_status: dict[str, Groups] = {}
    for row in paket.pegawai_rekap:
        by_status.setdefault(row.status_pegawai.value, {}).setdefault(row.dimensi.value, []).append(row)
    for status, groups in by_status.items():
        whole = {d: rows for d, rows in groups.items() if all(r.jumlah is not None for r in rows)}
        if len(whole) < len(groups):
            yield Lewat(f"jumlah pegawai {status} pada suatu dimensi belum lengkap")
        if len(whole) > 1:
            yield _judge(status, whole)


def _sum(rows: Sequence[PegawaiRekap]) -> int:
    return sum(r.jumlah or 0 for r in rows)


def _judge(status: str, groups: Groups) -> Jawaban:
    totals = {dimension: _sum(rows) for dimension, rows in groups.items()}
    if len(set(totals.values())) == 1:
        return LOLOS
    usual, votes = Counter(totals.values()).most_common(1)[0]
    odd = [d for d, value in totals.items() if value != usual]
    # One against two or more is named; anything else is left open.
    named = len(odd) == 1 and votes >= 2
    first = groups[odd[0] if named else next(iter(groups))]
    dates = {r.posisi for rows in groups.values() for r in rows}
    listed = join([f"menurut {d} {value}" for d, value in totals.items()])
    label = status.upper().replace("_", " ")
    question = (
        f"periksa baris dimensi {odd[0]}, yang seharusnya berjumlah {usual}"
        if named
        else "salah satu dari jumlah itu keliru, cocokkan dengan daftar nominatif pegawai"
    )
    return problem(
        first[0],
        "jumlah",
        f"jumlah pegawai {label} tidak sama: {listed}; {question}",
        keyakinan=Keyakinan.PASTI if len(dates) == 1 else Keyakinan.MUNGKIN,
        tertulis=str(_sum(first)) if named else None,
        seharusnya=str(usual) if named else None,
        hitungan="; ".join(
            f"{d}: {' + '.join(str(r.jumlah) for r in rows)} = {totals[d]}" for d, rows in groups.items()
        ),
        terkait=[(r, "jumlah") for rows in groups.values() for r in rows if r is not first[0]],
    )


CHECK = Check(
    kode="PRK-JML-01",
    judul="Jumlah pegawai sama menurut semua dimensi",
    tingkat=Tingkat.TINGGI,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Pegawai yang sama dihitung menurut jabatan, golongan, pendidikan, jenis kelamin, atau unit harus sama "
        "jumlahnya "
        "untuk tiap status kepegawaian. Bila tanggal keadaannya berbeda, temuan hanya mungkin."
    ),
    bila_kosong="rekap pegawai belum mempunyai dua dimensi untuk status yang sama",
    run=_run,
)
