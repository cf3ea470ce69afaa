"""A recommendation says who does it and by when. One finding per table and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisUraian, StatusTindak
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join, join_some

_DONE = frozenset({StatusTindak.SELESAI, StatusTindak.BATAL})


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    closing = [u for u in paket.uraian if u.jenis is JenisUraian.REKOMENDASI]
    received = [r for r in paket.rekomendasi if r.status not in _DONE]
    for rows in (closing, received):
        groups: dict[tuple[str, ...], list[Baris]] = {}
        for row in rows:
            absent = tuple(c for c in ("penanggung_jawab", "tenggat") if getattr(row, c) is None)
            groups.setdefault(absent, []).append(row)
        for absent, same in groups.items():
            if absent:
                yield _blank(same, absent, len(rows))
            else:
                yield from (LOLOS for _ in same)


def _blank(rows: Sequence[Baris], absent: Sequence[str], of: int) -> Jawaban:
    keys = join_some([r.kunci.replace("|", " ") for r in rows])
    names = join([c.replace("_", " ") for c in absent])
    text = f"{len(rows)} dari {of} rekomendasi tidak menyebut {names} ({keys}); lengkapi agar dapat ditagih"
    return problem(rows[0], absent[0], text, terkait=[(r, c) for r in rows for c in absent][1:])


CHECK = Check(
    kode="PRK-KLK-09",
    judul="Rekomendasi menyebut siapa dan kapan",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 88/2021 (rekomendasi ditindaklanjuti)",
    penjelasan=(
        "Rekomendasi pada penutup dan rekomendasi LHE, reviu, atau BPK yang belum selesai menyebut penanggung "
        "jawab dan tenggat."
    ),
    bila_kosong="tidak ada rekomendasi yang terbuka",
    run=_run,
)
