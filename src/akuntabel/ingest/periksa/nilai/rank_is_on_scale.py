"""An indicator of ranks names a scale, its ranks are on that scale, and no two ranks of a scale weigh the same."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kinerja import Realisasi, Target
from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisNilai
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import angka, join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    scales: dict[str, list[str]] = {}
    for rank in paket.skala_peringkat:
        scales.setdefault(rank.skala, []).append(rank.peringkat)
    ranked = [i for i in paket.indikator if i.jenis_nilai is JenisNilai.PERINGKAT]
    for ind in ranked:
        yield _scale(ind, ind.skala_peringkat, scales)
    known = by_key(i for i in ranked if i.skala_peringkat in scales)
    rows: list[Target | Realisasi] = [*paket.target, *paket.realisasi]
    for row in rows:
        if row.indikator in known and isinstance(row.nilai, str):
            yield _rank(row, row.nilai, scales[str(known[row.indikator].skala_peringkat)])
    yield from _order(paket)


def _scale(ind: Baris, scale: str | None, scales: dict[str, list[str]]) -> Jawaban:
    if scale in scales:
        return LOLOS
    what = f"skala '{scale}' tidak ada" if scale else "skalanya belum dipilih"
    text = (
        f"indikator {ind.kunci} berjenis peringkat, tetapi {what}; isi tabel skala_peringkat dan tulis kodenya di sini"
    )
    return problem(ind, "skala_peringkat", text)


def _rank(row: Baris, rank: str, ranks: list[str]) -> Jawaban:
    if rank in ranks:
        return LOLOS
    return problem(row, "nilai", f"peringkat '{rank}' tidak ada pada skalanya; tulis {join(ranks, 'atau')}")


def _order(paket: Paket) -> Iterator[Jawaban]:
    seen: dict[tuple[str, object], Baris] = {}
    for rank in paket.skala_peringkat:
        first = seen.setdefault((rank.skala, rank.nilai), rank)
        if first is rank:
            yield LOLOS
        else:
            text = (
                f"peringkat {rank.peringkat} bernilai {angka(rank.nilai)}, sama dengan peringkat lain pada skala "
                f"{rank.skala}; beri angka berbeda agar urutannya pasti"
            )
            yield problem(rank, "nilai", text, terkait=[(first, "nilai")])


CHECK = Check(
    kode="PRK-NIL-02",
    judul="Peringkat ada pada skala yang berurutan",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Indikator berjenis peringkat menunjuk skala, peringkat yang ditulis ada pada skala itu, dan tiap "
        "peringkat mempunyai angka sendiri."
    ),
    bila_kosong="tidak ada indikator berjenis peringkat",
    run=_run,
)
