"""Every reference to a figure in text names a figure that the data give, in a format that there is."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.calculation.compute import figures_of
from akuntabel.calculation.rujukan import RUJUKAN, resolve
from akuntabel.domain.figure import FigureId, FigureSet
from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.errors import BesaranError
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import prose

Named = tuple[Baris, str, str]


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    named = [(row, column, body) for row, column, text in prose(paket) for body in RUJUKAN.findall(text)]
    named = [n for n in named if _is_wellformed(n[2], context.tahun)]
    if not named:
        return
    figures = _figures(paket, context)
    for row, column, body in named:
        yield Lewat("data belum dapat dihitung") if figures is None else _judge(paket, figures, row, column, body)


def _is_wellformed(body: str, tahun: int | None) -> bool:
    """Whether the name can be read at all; another check says where it cannot."""
    try:
        FigureId.parse(body.partition("|")[0], tahun)
    except ValueError:
        return False
    return True


def _figures(paket: Paket, context: Context) -> FigureSet | None:
    """All figures; None while the data cannot be computed or some of them could not be read."""
    if len(paket.instansi) != 1 or len(paket.laporan) != 1 or context.tak_terbaca:
        return None
    try:
        return figures_of(paket, context.regulations)[1]
    except ValueError:
        return None


def _judge(paket: Paket, figures: FigureSet, row: Baris, column: str, body: str) -> Jawaban:
    try:
        resolve(paket, figures, paket.laporan[0].tahun, body)
    except BesaranError as error:
        return problem(row, column, f"rujukan {{{{{body}}}}} salah: {error}", tertulis=body.strip())
    return LOLOS


CHECK = Check(
    kode="PRK-ACU-13",
    judul="Rujukan angka menunjuk angka yang ada",
    tingkat=Tingkat.TINGGI,
    dasar="Tata tulis nama besaran: besaran/KODE/TAHUN[/periode][/dokumen]",
    penjelasan=(
        "Angka yang dirujuk narasi harus ada pada perhitungan, dengan bentuk cetak yang dikenal; bila tidak, laporan "
        "tidak dapat disusun."
    ),
    bila_kosong="tidak ada rujukan angka dalam teks",
    run=_run,
)
