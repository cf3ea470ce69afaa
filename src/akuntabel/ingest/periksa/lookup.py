"""Look-ups that several checks share: rows by key, the latest agreement, the plan in force, sums of the budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from akuntabel.calculation.compute import index_of
from akuntabel.domain.anggaran import RealisasiAnggaran
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Realisasi, Target
from akuntabel.domain.kolom import Baris, JenisKolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.domain.perjanjian import PerjanjianKinerja
from akuntabel.domain.pilihan import (
    JenisPerjanjian,
    JenisRencana,
    Jenjang,
    Periode,
    StatusNilai,
    SumberNilai,
    Tingkatan,
)
from akuntabel.regulations import Regulations

Row = TypeVar("Row", bound=Baris)
UNKNOWN_YET = frozenset({StatusNilai.BELUM_RILIS, StatusNilai.TIDAK_BERLAKU})


def by_key(rows: Iterable[Row]) -> dict[str, Row]:
    """Rows by their key; the first of equal keys stays."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row.kunci, row)
    return found


def grouped(rows: Iterable[Row], *columns: str) -> dict[tuple[object, ...], list[Row]]:
    """Rows by the values of some columns, in the order of their first row."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(getattr(row, c) for c in columns), []).append(row)
    return groups


def agreements(paket: Paket, tahun: int) -> list[PerjanjianKinerja]:
    """The agreements of the year of the agency's head (of all officials where none is marked so), latest first."""

    def rank(pk: PerjanjianKinerja) -> tuple[bool, str, str]:
        return (pk.jenis is JenisPerjanjian.PERUBAHAN, str(pk.tanggal or ""), pk.kode)

    of_year = [p for p in paket.perjanjian_kinerja if p.tahun == tahun]
    heads = [p for p in of_year if p.jenjang in (Jenjang.KEPALA_INSTANSI, Jenjang.KEPALA_DAERAH)]
    return sorted(heads or of_year, key=rank, reverse=True)


def renstra_codes(paket: Paket, tahun: int) -> set[str]:
    """Codes of the Renstra whose period holds the year."""
    plans = (d for d in paket.dokumen_rencana if d.jenis is JenisRencana.RENSTRA)
    return {d.kode for d in plans if d.tahun_awal <= tahun <= d.tahun_akhir}


def renstra_target(paket: Paket, indikator: str, tahun: int) -> Target | None:
    """The year's target of the Renstra whose period holds the year."""
    plans = renstra_codes(paket, tahun)
    return next((t for t in yearly_targets(paket, indikator, tahun) if t.dokumen in plans), None)


def yearly_targets(paket: Paket, indikator: str, tahun: int) -> list[Target]:
    """The targets of an indicator for a whole year, of every document."""
    return [t for t in paket.target if (t.indikator, t.tahun, t.periode) == (indikator, tahun, Periode.TAHUN)]


def measured_target(paket: Paket, indikator: str, tahun: int) -> Target | None:
    """The target that is measured: the recorded choice, else the latest agreement, else the Renstra, else any."""
    by_document = {t.dokumen: t for t in yearly_targets(paket, indikator, tahun)}
    chosen = [d.dokumen for d in paket.dasar_pengukuran if (d.indikator, d.tahun) == (indikator, tahun)]
    order = [*chosen, *(p.kode for p in agreements(paket, tahun))]
    plan = renstra_target(paket, indikator, tahun)
    found = next((by_document[d] for d in order if d in by_document), plan)
    return found or next(iter(by_document.values()), None)


def used_realisasi(paket: Paket, indikator: str, tahun: int) -> Realisasi | None:
    """The realised value of a whole year that counts."""
    return next(
        (
            r
            for r in paket.realisasi
            if r.dipakai and (r.indikator, r.tahun, r.periode) == (indikator, tahun, Periode.TAHUN)
        ),
        None,
    )


def survey_index(paket: Paket, regulations: Regulations) -> dict[tuple[int, Periode], Decimal]:
    """The index of the survey by year and quarter; empty where no indicator takes it, or it cannot be computed."""
    if not any(i.sumber_nilai is SumberNilai.IKM for i in paket.indikator):
        return {}
    try:
        return index_of(paket, regulations)
    except ValueError:
        return {}


def valid_in(ind: Indikator, tahun: int) -> bool:
    """Whether an indicator is in force in a year."""
    return (ind.berlaku_dari or tahun) <= tahun <= (ind.berlaku_sampai or tahun)


def reported(paket: Paket, tahun: int) -> Iterator[Indikator]:
    """The indicators of tujuan and sasaran in force in the year, and IKU of any level: those a report measures."""
    strategic = (Tingkatan.TUJUAN, Tingkatan.SASARAN)
    return (i for i in paket.indikator if (i.iku or i.tingkat in strategic) and valid_in(i, tahun))


def active_sasaran(paket: Paket, tahun: int) -> list[str]:
    """Codes of the sasaran that belong to a plan in force in the year."""
    plans = {d.kode for d in paket.dokumen_rencana if d.tahun_awal <= tahun <= d.tahun_akhir}
    goals = {t.kode for t in paket.tujuan if t.dokumen in plans}
    return [s.kode for s in paket.sasaran if s.tujuan in goals]


def spending_rows(paket: Paket, tahun: int) -> list[RealisasiAnggaran]:
    """The spending rows of a whole year that count."""
    return [r for r in paket.realisasi_anggaran if r.dipakai and r.tahun == tahun and r.bulan in (None, 12)]


def program_of(kode: str) -> str:
    """The code of the program that a nomenclature code belongs to: its first three segments."""
    return ".".join(kode.split(".")[:3])


def total(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, or None where there is nothing or a part is blank."""
    parts = list(values)
    known = [v for v in parts if v is not None]
    return sum(known, Decimal()) if known and len(known) == len(parts) else None


def prose(paket: Paket) -> Iterator[tuple[Baris, str, str]]:
    """Row, column and text of every cell of prose that holds the braces of a reference to a figure."""
    for name, rows in paket.tables():
        columns = [c.nama for c in columns_of(TABEL[name]) if c.jenis in (JenisKolom.TEKS, JenisKolom.TEKS_PANJANG)]
        for row in rows:
            for column in columns:
                text = getattr(row, column)
                if isinstance(text, str) and ("{{" in text or "}}" in text):
                    yield row, column, text
