"""The budget of a program is the sum of its kegiatan, that of a kegiatan the sum of its subkegiatan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.domain.anggaran import Anggaran
from akuntabel.domain.paket import Paket
from akuntabel.domain.perjanjian import PerjanjianAnggaran
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import total
from akuntabel.ingest.periksa.wording import join_some, rupiah

Rows = Sequence[Anggaran | PerjanjianAnggaran]


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    parents = [*(p.kode for p in paket.program), *(k.kode for k in paket.kegiatan)]
    for tahun, versi in dict.fromkeys((a.tahun, a.versi) for a in paket.anggaran):
        lines = [a for a in paket.anggaran if (a.tahun, a.versi) == (tahun, versi)]
        for parent in parents:
            yield from _judge(context, parent, lines, "pagu", f"tahun {tahun} versi {versi}")
    for code in dict.fromkeys(a.perjanjian for a in paket.perjanjian_anggaran):
        signed = [a for a in paket.perjanjian_anggaran if a.perjanjian == code]
        for parent in parents:
            yield from _judge(context, parent, signed, "anggaran", f"pada perjanjian {code}")


def _judge(context: Context, code: str, lines: Rows, column: str, where: str) -> Iterator[Jawaban]:
    below = context.budget.below.get(code, [])
    own = [r for r in lines if r.kode == code]
    parts = [r for r in lines if r.kode in below]
    written, added = _sum(own, column), _sum(parts, column)
    if written is None or added is None:
        return
    if written == added:
        yield LOLOS
        return
    absent = [k for k in below if k not in {r.kode for r in parts}]
    if absent and added < written:
        hint = f"apakah {join_some(absent)} memang belum dicatat?"
    else:
        hint = "salah satu dari keduanya keliru, periksa baris induk dan rinciannya"
    yield problem(
        own[0],
        column,
        f"{column} {code} {where} tertulis {rupiah(written)}, sedangkan rinciannya berjumlah {rupiah(added)} "
        f"(selisih {rupiah(abs(written - added))}); {hint}",
        keyakinan=Keyakinan.MUNGKIN if absent else Keyakinan.PASTI,
        hitungan=" + ".join(rupiah(getattr(r, column)) for r in parts) + f" = {rupiah(added)}",
        terkait=[(r, column) for r in (*own[1:], *parts)],
    )


def _sum(rows: Rows, column: str) -> Decimal | None:
    return total(getattr(r, column) for r in rows)


CHECK = Check(
    kode="PRK-JML-04",
    judul="Pagu induk sama dengan jumlah rinciannya",
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Pagu program dibandingkan dengan jumlah kegiatannya, pagu kegiatan dengan jumlah subkegiatannya, per "
        "tahun dan "
        "versi, juga pada anggaran perjanjian. Bila ada rincian yang belum dicatat, temuan hanya mungkin."
    ),
    bila_kosong="tidak ada pagu yang tercatat bersama rinciannya",
    run=_run,
)
