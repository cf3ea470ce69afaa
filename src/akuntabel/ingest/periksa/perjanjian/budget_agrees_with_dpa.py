"""The budget lines of an agreement equal the budget of the same code: certain for the same version, else asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.domain.anggaran import Anggaran
from akuntabel.domain.paket import Paket
from akuntabel.domain.perjanjian import PerjanjianAnggaran, PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.ingest.periksa.budget import Budget
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key, total
from akuntabel.ingest.periksa.wording import rupiah


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    budget = context.budget
    signed = by_key(paket.perjanjian_kinerja)
    parents = {s.kode: s.kegiatan for s in paket.subkegiatan}
    details: dict[tuple[str, str], list[PerjanjianAnggaran]] = {}
    for line in paket.perjanjian_anggaran:
        pk = signed.get(line.perjanjian)
        if pk is None or line.anggaran is None:
            continue
        found = [(v, budget.at(line.kode, pk.tahun, v)) for v in budget.versions.get(pk.tahun, [])]
        known = [(v, rows, t) for v, rows in found if (t := total(r.pagu for r in rows)) is not None]
        if known:
            yield _judge(line, line.anggaran, pk, known)
        elif (kegiatan := parents.get(line.kode)) is None or not _pagu_of(budget, kegiatan, pk.tahun):
            yield Lewat("kode itu tidak mempunyai pagu pada tahun perjanjian")
        else:
            details.setdefault((pk.kode, kegiatan), []).append(line)
    for (code, kegiatan), lines in details.items():
        yield _judge_details(lines, kegiatan, signed[code], _pagu_of(budget, kegiatan, signed[code].tahun))


def _pagu_of(budget: Budget, kode: str, tahun: int) -> list[Anggaran]:
    found = budget.latest(kode, tahun)
    return found[1] if found else []


def _judge_details(
    lines: list[PerjanjianAnggaran], kegiatan: str, pk: PerjanjianKinerja, rows: list[Anggaran]
) -> Jawaban:
    """Details of a kegiatan that is budgeted as a whole: together they are never more than it."""
    pagu, added = total(r.pagu for r in rows), total(line.anggaran for line in lines)
    if pagu is None or added is None or added < pagu:
        return Lewat("rincian kegiatan pada perjanjian tidak lengkap")
    if added == pagu:
        return LOLOS
    parts = " + ".join(rupiah(line.anggaran) for line in lines if line.anggaran is not None)
    return problem(
        lines[0],
        "anggaran",
        f"subkegiatan {kegiatan} pada perjanjian {pk.kode} berjumlah {rupiah(added)}, melebihi pagu kegiatan itu tahun "
        f"{pk.tahun} {rupiah(pagu)}; dari versi anggaran manakah angka perjanjian itu?",
        keyakinan=Keyakinan.MUNGKIN,
        hitungan=f"{parts} = {rupiah(added)}",
        terkait=[*((line, "anggaran") for line in lines[1:]), *((r, "pagu") for r in rows)],
    )


def _judge(
    line: PerjanjianAnggaran, amount: Decimal, pk: PerjanjianKinerja, known: list[tuple[str, list[Anggaran], Decimal]]
) -> Jawaban:
    if any(pagu == amount for _, _, pagu in known):
        return LOLOS
    same = "murni" if pk.jenis is JenisPerjanjian.MURNI else "perubahan"
    versi, rows, pagu = next((k for k in known if k[0] == same), known[-1])
    certain = versi == same
    return problem(
        line,
        "anggaran",
        f"anggaran {line.kode} pada perjanjian {pk.kode} {rupiah(amount)}, sedangkan pagu {versi} tahun {pk.tahun} "
        f"{rupiah(pagu)} (selisih {rupiah(abs(amount - pagu))}); "
        + (
            "samakan dengan DPA atau jelaskan"
            if certain
            else f"dari versi anggaran manakah angka perjanjian {pk.jenis.value} itu?"
        ),
        keyakinan=Keyakinan.PASTI if certain else Keyakinan.MUNGKIN,
        hitungan=f"{rupiah(amount)} − {rupiah(pagu)}",
        terkait=[(r, "pagu") for r in rows],
    )


CHECK = Check(
    kode="PRK-PRJ-06",
    judul="Anggaran perjanjian sama dengan pagu",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran I (perjanjian disusun berdasarkan dokumen pelaksanaan anggaran)",
    penjelasan=(
        "Baris anggaran perjanjian harus sama dengan pagu kode itu pada salah satu versi anggaran. Perjanjian murni "
        "dibandingkan dengan pagu murni secara pasti, dengan versi lain hanya ditanyakan. Subkegiatan dari "
        "kegiatan yang pagunya tidak dirinci tidak boleh melebihi pagu itu."
    ),
    bila_kosong="tabel perjanjian_anggaran kosong",
    run=_run,
)
