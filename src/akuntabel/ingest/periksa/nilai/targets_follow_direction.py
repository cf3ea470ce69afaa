"""The targets of a plan move, year by year, the way that its indicator calls better. Only asked, never certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from akuntabel.domain.kinerja import Target
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Arah, Periode
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import angka

_SIGN = {Arah.NAIK: 1, Arah.TURUN: -1}


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    indikator = by_key(paket.indikator)
    plans = by_key(paket.dokumen_rencana)
    series: dict[tuple[str, str], list[Target]] = {}
    for row in paket.target:
        if row.periode is Periode.TAHUN and row.dokumen in plans and isinstance(row.nilai, Decimal):
            series.setdefault((row.indikator, row.dokumen), []).append(row)
    for (code, _), rows in series.items():
        ind = indikator.get(code)
        if ind is not None and ind.arah in _SIGN and len(rows) >= 3:
            yield _judge(sorted(rows, key=lambda r: r.tahun), ind.nama, ind.arah)


def _judge(rows: Sequence[Target], name: str, arah: Arah) -> Jawaban:
    values = [r.nilai for r in rows if isinstance(r.nilai, Decimal)]
    steps = [(b - a) * _SIGN[arah] for a, b in pairwise(values)]
    if not (all(s <= 0 for s in steps) and any(s < 0 for s in steps)):
        return LOLOS
    moved = "turun" if arah is Arah.NAIK else "naik"
    last = rows[-1]
    return problem(
        last,
        "nilai",
        f"target {name} {moved} dari {angka(values[0])} (tahun {rows[0].tahun}) menjadi {angka(values[-1])} "
        f"(tahun {last.tahun}), padahal arah yang lebih baik tertulis {arah.value}; apakah arah indikatornya benar?",
        keyakinan=Keyakinan.MUNGKIN,
        terkait=[(r, "nilai") for r in rows[:-1]],
    )


CHECK = Check(
    kode="PRK-NIL-06",
    judul="Deret target searah dengan indikatornya",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 88/2021, kriteria perencanaan kinerja (target menantang dan dapat dicapai)",
    penjelasan=(
        "Deret target satu dokumen yang seluruhnya bergerak ke arah yang lebih buruk biasanya berarti arah "
        "indikator salah "
        "tulis. Sedikitnya tiga tahun diperlukan."
    ),
    bila_kosong="tidak ada deret target tiga tahun atau lebih",
    run=_run,
)
