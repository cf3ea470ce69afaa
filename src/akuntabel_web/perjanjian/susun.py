"""A draft of an agreement from the plan: pure, package and wish in, rows out. Amounts come from the library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from akuntabel.domain.figure import FigureId
from akuntabel.domain.instansi import Pejabat
from akuntabel.domain.kinerja import Target
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisPerjanjian, JenisRencana, Periode, StatusJabatan
from akuntabel.pipelines.hitungan import material
from akuntabel.provenance import SourceMap
from akuntabel_web.perjanjian.tangga import Anak

_DAHULU = (JenisRencana.RENJA, JenisRencana.RENSTRA, JenisRencana.RPD, JenisRencana.RPJMD)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a draft is made for: rung, unit, the plan whose targets it takes, parties, place, day of the DPA."""

    anak: Anak
    dokumen: str
    unit: str | None = None
    pertama: str | None = None
    kedua: str | None = None
    tempat: str | None = None
    tanggal_dpa: date | None = None


@dataclass(slots=True)
class Draf:
    """Rows of a draft, without the code of the agreement, and what the plan does not give."""

    kepala: dict[str, Any]
    indikator: list[dict[str, Any]] = field(default_factory=list)
    target: list[dict[str, Any]] = field(default_factory=list)
    anggaran: list[dict[str, Any]] = field(default_factory=list)
    kurang: list[str] = field(default_factory=list)


def plans_of(paket: Paket, tahun: int) -> list[str]:
    """Codes of the plan documents of a year, the one nearest to the year first: Renja, Renstra, RPD, RPJMD."""
    held = [d for d in paket.dokumen_rencana if d.tahun_awal <= tahun <= d.tahun_akhir]
    return [d.kode for d in sorted(held, key=lambda d: (_DAHULU.index(d.jenis), -d.tahun_awal, d.kode))]


def draft(paket: Paket, wish: Wish, tahun: int) -> Draf:
    """The rows of an agreement. Raises BerkasError where the library cannot compute the package."""
    made = Draf(_head(paket, wish, tahun))
    owned = _owners(paket)
    _promises(paket, wish, tahun, owned, made)
    _budget(paket, wish, tahun, owned, made)
    return made


def _head(paket: Paket, wish: Wish, tahun: int) -> dict[str, Any]:
    people = {p.kode: p for p in paket.pejabat}
    place = wish.tempat or next((n.tempat for n in paket.laporan), None)
    return {
        "tahun": tahun,
        "jenis": JenisPerjanjian.MURNI.value,
        "jenjang": wish.anak.jenjang,
        "sebab_perubahan": None,
        "tempat": place,
        "tanggal": None,
        "tanggal_dpa": wish.tanggal_dpa,
        "menggantikan": None,
        "unit": wish.unit,
        **party("pertama", people.get(wish.pertama or "")),
        **party("kedua", people.get(wish.kedua or "")),
    }


def party(which: str, person: Pejabat | None) -> dict[str, Any]:
    """The columns of a party as the person is today; blank where nobody is named."""
    if person is None:
        return {f"{name}_{which}": None for name in ("pihak", "jabatan", "pangkat", "nip")}
    acting = person.status_jabatan
    office = person.jabatan if acting is StatusJabatan.DEFINITIF else f"{acting.value} {person.jabatan}"
    return {
        f"pihak_{which}": person.nama,
        f"jabatan_{which}": office,
        f"pangkat_{which}": person.pangkat,
        f"nip_{which}": person.nip,
    }


def _owners(paket: Paket) -> dict[str, str | None]:
    """Code of programme, activity or sub-activity -> its unit: its own, else that of what is above it."""
    owned: dict[str, str | None] = {p.kode: p.unit for p in paket.program}
    owned |= {k.kode: k.unit or owned.get(k.program) for k in paket.kegiatan}
    owned |= {s.kode: owned.get(s.kegiatan) for s in paket.subkegiatan}
    return owned


def _promises(paket: Paket, wish: Wish, tahun: int, owned: dict[str, str | None], made: Draf) -> None:
    goals = _targets(paket.target, wish.dokumen, tahun)
    for ind in sorted(paket.indikator, key=lambda i: (i.urutan is None, i.urutan or 0)):
        valid = (ind.berlaku_dari or tahun) <= tahun <= (ind.berlaku_sampai or tahun)
        mine = not wish.anak.per_unit or wish.unit in {ind.penanggung_jawab, owned.get(ind.induk)}
        if not valid or not mine or ind.tingkat.value not in wish.anak.tingkat:
            continue
        number = len(made.indikator) + 1
        made.indikator.append({"urutan": number, "indikator": ind.kode, "sasaran": ind.induk, "keterangan": None})
        goal = goals.get(ind.kode)
        if goal is None:
            made.kurang.append(f"Target {ind.kode} {ind.nama} tahun {tahun} belum ada pada dokumen {wish.dokumen}.")
            continue
        made.target.append(
            {
                "indikator": ind.kode,
                "tahun": tahun,
                "periode": Periode.TAHUN.value,
                "nilai": goal.nilai,
                "nilai_atas": goal.nilai_atas,
                "status": goal.status.value if goal.status else None,
                "alasan_perubahan": None,
            }
        )
    if not made.indikator:
        made.kurang.append("Tidak ada indikator yang berlaku untuk jenjang dan unit ini.")


def _targets(rows: Iterable[Target], dokumen: str, tahun: int) -> dict[str, Target]:
    return {t.indikator: t for t in rows if (t.dokumen, t.tahun, t.periode) == (dokumen, tahun, Periode.TAHUN)}


def _budget(paket: Paket, wish: Wish, tahun: int, owned: dict[str, str | None], made: Draf) -> None:
    bahan = material(paket, SourceMap())
    for row in paket.rows(wish.anak.anggaran):
        kode = row.kunci
        if wish.anak.per_unit and owned.get(kode) != wish.unit:
            continue
        figure = bahan.figures.get(FigureId("pagu", kode, tahun))
        amount = figure.value if figure else None
        if not isinstance(amount, Decimal):
            made.kurang.append(f"Pagu {kode} tahun {tahun} belum ada.")
            continue
        made.anggaran.append(
            {
                "kode": kode,
                "urutan": len(made.anggaran) + 1,
                "anggaran": amount,
                "sumber_dana": _source(paket, kode, tahun),
                "keterangan": None,
            }
        )


def _source(paket: Paket, kode: str, tahun: int) -> str | None:
    """The source of funds of a code, where all its budget rows name one and the same."""
    named = {
        a.sumber_dana for a in paket.anggaran if a.tahun == tahun and (a.kode == kode or a.kode.startswith(f"{kode}."))
    }
    return named.pop() if len(named) == 1 else None
