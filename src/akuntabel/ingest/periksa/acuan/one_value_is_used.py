"""Of several values of one thing, each from its own document, exactly one is marked as used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Periode
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import grouped
from akuntabel.ingest.periksa.wording import cell_text, join_some

# The columns that name the thing, and the column that names the document.
_GROUPS = (
    ("realisasi", ("indikator", "tahun", "periode"), "versi"),
    ("realisasi_anggaran", ("kode", "tahun", "bulan", "jenis_belanja", "sumber_dana"), "dokumen"),
    ("skm_tahunan", ("tahun",), "versi"),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, columns, document in _GROUPS:
        for key, rows in grouped(paket.rows(table), *columns).items():
            used = [r for r in rows if getattr(r, "dipakai", False)]
            thing = " ".join(cell_text(part) for part in key if part not in (None, Periode.TAHUN))
            yield LOLOS if len(used) == 1 else _wrong(thing, rows, used, document)


def _wrong(thing: str, rows: Sequence[Baris], used: Sequence[Baris], document: str) -> Jawaban:
    names = join_some([cell_text(getattr(r, document)) for r in used or rows])
    if not used:
        text = f"tidak ada nilai {thing} yang ditandai dipakai (tersedia dari {names}); tulis ya pada satu baris"
        return problem(rows[0], "dipakai", text, terkait=[(r, "dipakai") for r in rows[1:]])
    text = (
        f"{len(used)} nilai {thing} ditandai dipakai (dari {names}); sisakan satu ya dan ubah yang lain menjadi tidak"
    )
    return problem(used[1], "dipakai", text, terkait=[(r, "dipakai") for r in used if r is not used[1]])


CHECK = Check(
    kode="PRK-ACU-06",
    judul="Tepat satu nilai ditandai dipakai",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Nilai yang sama dapat tertulis berbeda pada beberapa dokumen; semuanya disimpan, dan satu ditandai dipakai. "
        "Berlaku untuk realisasi indikator, realisasi anggaran, dan IKM tahunan."
    ),
    bila_kosong="tabel realisasi, realisasi_anggaran, dan skm_tahunan kosong",
    run=_run,
)
