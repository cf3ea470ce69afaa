"""Two things that are counted do not share the name of one figure: else one of the two would vanish from the report."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from akuntabel.domain.figure import slug
from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_PLAN = ("tujuan", "sasaran", "indikator", "program", "kegiatan", "subkegiatan")
_SUMS = ("total", "tercetak", "urusan", "penunjang", "instansi")  # codes of sums that the computation makes itself

# Tables, the column that becomes part of a name, and the column that tells names apart besides.
_SLUGS: tuple[tuple[tuple[str, ...], str, str | None], ...] = (
    (("pegawai_rekap",), "kategori", "dimensi"),
    (("anggaran", "realisasi_anggaran"), "sumber_dana", None),
    (("anggaran", "realisasi_anggaran"), "jenis_belanja", None),
    (("pembanding",), "nama_wilayah", "indikator"),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    yield from _codes(paket)
    for tables, column, scope in _SLUGS:
        yield from _names(paket, tables, column, scope)


def _codes(paket: Paket) -> Iterator[Jawaban]:
    first: dict[str, Baris] = {}
    for row in (r for table in _PLAN for r in paket.rows(table)):
        code = row.kunci
        other = first.setdefault(code, row)
        if code in _SUMS:
            yield problem(row, "kode", f"kode '{code}' dipakai sebagai nama jumlah; beri kode lain, misalnya {code}-1")
        elif other.TABEL != row.TABEL:
            text = (
                f"kode '{code}' sudah dipakai pada tabel {other.TABEL}; nama angka keduanya akan sama, beri kode lain"
            )
            yield problem(row, "kode", text, terkait=[(other, "kode")])
        else:
            yield LOLOS


def _names(paket: Paket, tables: tuple[str, ...], column: str, scope: str | None) -> Iterator[Jawaban]:
    first: dict[Hashable, tuple[str, Baris]] = {}
    told: set[Hashable] = set()
    for row in (r for table in tables for r in paket.rows(table)):
        text = getattr(row, column)
        if text is None:
            continue
        key = (getattr(row, scope) if scope else None, slug(text))
        written, other = first.setdefault(key, (text, row))
        if written == text:
            yield LOLOS
        elif (key, text) not in told:
            told.add((key, text))
            message = f"'{text}' dan '{written}' menjadi satu nama ({key[1]}) pada perhitungan; tulis keduanya sama, "
            yield problem(row, column, message + "atau bedakan huruf atau angkanya", terkait=[(other, column)])


CHECK = Check(
    kode="PRK-ACU-11",
    judul="Setiap angka mempunyai nama sendiri",
    tingkat=Tingkat.TINGGI,
    dasar="Tata tulis nama besaran: besaran/KODE/TAHUN[/periode][/dokumen]",
    penjelasan=(
        "Kode tujuan, sasaran, indikator, program, kegiatan, dan subkegiatan tidak boleh sama satu dengan yang lain. "
        "Nama kategori pegawai, sumber dana, jenis belanja, dan wilayah pembanding tidak boleh hanya berbeda huruf "
        "besar atau tanda baca."
    ),
    bila_kosong="tabel rencana, anggaran, pegawai, dan pembanding kosong",
    run=_run,
)
