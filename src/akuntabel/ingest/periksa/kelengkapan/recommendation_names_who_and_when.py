"""A recommendation says who does it and by when. One finding per table and missing part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisUraian, StatusTindak
from akuntabel.findings import Tingkat
from akuntabel.ingest.periksa.check import LOLOS, Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join_some

_DONE = frozenset({StatusTindak.SELESAI, StatusTindak.BATAL})


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    closing = [u for u in paket.uraian if u.jenis is JenisUraian.REKOMENDASI]
    received = [r for r in paket.rekomendasi if r.status not in _DONE]
    for rows in (closing, received):
        yield from report_blank(rows, "penanggung_jawab", "penanggung jawab", "rekomendasi")
        yield from report_blank(rows, "tenggat", "tenggat", "rekomendasi")


def report_blank(rows: Sequence[Baris], column: str, name: str, what: str) -> Iterator[Jawaban]:
    """Passed per filled row; one problem that lists the blank ones."""
    blank = [r for r in rows if getattr(r, column) is None]
    yield from (LOLOS for r in rows if r not in blank)
    if blank:
        keys = join_some([r.kunci.replace("|", " ") for r in blank])
        text = f"{len(blank)} dari {len(rows)} {what} tidak menyebut {name} ({keys}); lengkapi agar dapat ditagih"
        yield problem(blank[0], column, text, terkait=[(r, column) for r in blank[1:]])


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
