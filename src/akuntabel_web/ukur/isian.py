"""The entry of an indicator and period as it stands: its rows, who owns it, who wrote it, what the library says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.inti.konteks import SISTEM
from akuntabel_web.inti.peran import Tugas, matrix
from akuntabel_web.jejak.models import Jejak
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.ukur.alur import AJUKAN, BARU, alur
from akuntabel_web.ukur.jadwal import PERIODE
from akuntabel_web.ukur.models import Bukti, Isian, Riwayat

ISI = "isi"
_MINE = (ISI, AJUKAN)


@dataclass(frozen=True, slots=True)
class Butir:
    """One indicator in one period, with everything that a page or an action asks."""

    indikator: BarisPaket
    periode: str
    isian: Isian | None
    realisasi: BarisPaket | None
    komponen: tuple[tuple[BarisPaket, BarisPaket | None], ...]  # (component, its value)
    bukti: tuple[Bukti, ...]

    @property
    def keadaan(self) -> str:
        """The state; `belum` where nobody wrote anything yet."""
        return self.isian.keadaan if self.isian and self.isian.versi else BARU

    @property
    def unit(self) -> str | None:
        """The unit that owns the indicator."""
        return self.indikator.penanggung_jawab

    @property
    def terisi(self) -> bool:
        """Whether a value, or the word that it is not out yet, stands there."""
        row = self.realisasi
        if row is None:
            return False
        whole = bool(self.komponen) and all(v and v.nilai is not None for _, v in self.komponen)
        parts = row.pembilang is not None and row.penyebut is not None
        return row.nilai is not None or parts or whole or row.status in {"belum_rilis", "tidak_berlaku"}

    @property
    def baris(self) -> tuple[UUID, ...]:
        """The identities of all rows that hold its values and evidence."""
        rows = [self.realisasi, *(v for _, v in self.komponen), *self.bukti]
        return tuple(r.pk for r in rows if r is not None)

    @property
    def dasar(self) -> str:
        """The state that a person sees: an action on another state is refused."""
        rows = [self.realisasi, *(v for _, v in self.komponen)]
        seen = [f"{r.pk}:{r.versi_baris}" for r in rows if r is not None] + [str(b.pk) for b in self.bukti]
        head = f"{self.isian.versi if self.isian else 0}:{self.keadaan}"
        return hashlib.sha256(";".join([head, *sorted(seen)]).encode()).hexdigest()


def measured(wewenang: Wewenang) -> QuerySet[BarisPaket]:
    """The indicators that are measured in the year, in their order."""
    year = wewenang.tahun
    rows = MODEL["indikator"].objects.filter(instansi=wewenang.instansi, tahun_paket=year)
    rows = rows.filter(Q(berlaku_dari=None) | Q(berlaku_dari__lte=year))
    rows = rows.filter(Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=year), sumber_nilai=None)
    return rows.order_by("urutan_baris", "id")


def valid_indicators(wewenang: Wewenang) -> list[BarisPaket]:
    """All of them."""
    return list(measured(wewenang))


def find_item(wewenang: Wewenang, kode: str, periode: str, *, lock: bool = False) -> Butir:
    """The entry of an indicator and period. Raises Http404. `lock` holds its state until the transaction ends."""
    if periode not in PERIODE:
        raise Http404
    found = measured(wewenang).filter(kode=kode).first()
    if found is None:
        raise Http404
    return items(wewenang, [found], [periode], lock=lock)[0]


def items(
    wewenang: Wewenang, indikator: Iterable[BarisPaket], periode: Iterable[str], *, lock: bool = False
) -> list[Butir]:
    """Entries of indicators and periods, with a fixed number of queries."""
    listed, wanted = list(indikator), list(periode)
    by_item = _entries(wewenang, listed, wanted, lock=lock)
    return _with_values(wewenang, listed, wanted, by_item, [i.kode for i in listed])


def states(wewenang: Wewenang, indikator: Iterable[BarisPaket], periode: Iterable[str]) -> list[Butir]:
    """The same where only the state counts: values and evidence are read of indicators with an entry under way."""
    listed, wanted = list(indikator), list(periode)
    by_item = _entries(wewenang, listed, wanted)
    moving = {e.indikator for e in by_item.values() if e.versi and e.keadaan not in alur().terbuka}
    return _with_values(wewenang, listed, wanted, by_item, sorted(moving))


Kunci = tuple[str, str]  # indicator, period


def _entries(
    wewenang: Wewenang, listed: list[BarisPaket], wanted: list[str], *, lock: bool = False
) -> dict[Kunci, Isian]:
    entries = Isian.objects.filter(
        instansi=wewenang.instansi,
        tahun_paket=wewenang.tahun,
        indikator__in=[i.kode for i in listed],
        periode__in=wanted,
    ).order_by("id")
    if lock:
        entries = entries.select_for_update()
    return {(e.indikator, e.periode): e for e in entries}


def _with_values(
    wewenang: Wewenang, listed: list[BarisPaket], wanted: list[str], by_item: dict[Kunci, Isian], codes: list[str]
) -> list[Butir]:
    """The entries, with the values and the evidence of the indicators of these codes."""
    mine = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun, "indikator__in": codes}
    this_year = mine | {"tahun": wewenang.tahun, "periode__in": wanted}
    real = _values(**this_year)
    parts: dict[str, list[BarisPaket]] = {}
    for part in MODEL["komponen"].objects.filter(**mine).order_by("urutan_baris", "id"):
        parts.setdefault(part.indikator, []).append(part)
    values = {(v.indikator, v.komponen, v.periode): v for v in MODEL["nilai_komponen"].objects.filter(**this_year)}
    proof: dict[UUID, list[Bukti]] = {}
    known = set(codes)
    asked = [e.pk for e in by_item.values() if e.indikator in known]
    for b in Bukti.objects.filter(isian__in=asked, dicabut=None).select_related("oleh"):
        proof.setdefault(b.isian_id, []).append(b)
    made = []
    for ind in listed:
        own = parts.get(ind.kode)
        for p in wanted:
            entry = by_item.get((ind.kode, p))
            pairs = tuple((k, values.get((ind.kode, k.kode, p))) for k in own) if own else ()
            files = tuple(proof.get(entry.pk, ())) if entry else ()
            made.append(Butir(ind, p, entry, real.get((ind.kode, p)), pairs, files))
    return made


def _values(**wanted: Any) -> dict[tuple[str, str], BarisPaket]:
    """The row that holds the value of an indicator and period: the one in use, else the first."""
    real: dict[tuple[str, str], BarisPaket] = {}
    for row in MODEL["realisasi"].objects.filter(**wanted).order_by("-dipakai", "urutan_baris", "id"):
        real.setdefault((row.indikator, row.periode), row)
    return real


def evidence_names(instansi: Instansi, tahun: int) -> dict[UUID, list[str]]:
    """The files of evidence by the row of realisasi that they belong to."""
    names: dict[tuple[str, str], list[str]] = {}
    kept = Bukti.objects.filter(instansi=instansi, isian__tahun_paket=tahun, dicabut=None)
    for kode, periode, nama in kept.values_list("isian__indikator", "isian__periode", "nama"):
        names.setdefault((kode, periode), []).append(nama)
    if not names:
        return {}
    real = _values(instansi=instansi, tahun_paket=tahun, tahun=tahun, indikator__in={kode for kode, _ in names})
    return {real[item].pk: files for item, files in names.items() if item in real}


def writers(butir: Butir) -> frozenset[UUID]:
    """Everybody who wrote a value or evidence of an entry, through whichever page, or submitted it."""
    return writers_of([butir])[butir.indikator.kode, butir.periode]


def writers_of(daftar: Iterable[Butir]) -> dict[tuple[str, str], frozenset[UUID]]:
    """The same of many entries, in two queries: the audit says who wrote which row."""
    listed = list(daftar)
    by_row: dict[UUID, set[UUID]] = {}
    rows = [pk for b in listed for pk in b.baris]
    trail = Jejak.objects.filter(baris__in=rows).exclude(pengguna_id=None).order_by()
    for row, person in trail.values_list("baris", "pengguna_id").distinct():
        by_row.setdefault(row, set()).add(person)
    steps = Riwayat.objects.filter(isian__in=[b.isian.pk for b in listed if b.isian], langkah__in=_MINE).order_by()
    for entry, *people in steps.values_list("isian_id", "oleh_id", "atas_nama_id"):
        by_row.setdefault(entry, set()).update(p for p in people if p)
    return {
        (b.indikator.kode, b.periode): frozenset(
            p for pk in (*b.baris, *([b.isian.pk] if b.isian else [])) for p in by_row.get(pk, ()) if p != SISTEM
        )
        for b in listed
    }


class Unit:
    """The tree of units: a head answers for the units below his own."""

    def __init__(self, wewenang: Wewenang) -> None:
        rows = MODEL["unit"].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun).order_by()
        self.induk = dict(rows.values_list("kode", "induk"))
        self.nama = dict(rows.values_list("kode", "nama"))

    def above(self, unit: str | None) -> tuple[str, ...]:
        """A unit and all above it."""
        path: list[str] = []
        while unit and unit not in path:
            path.append(unit)
            unit = self.induk.get(unit)
        return tuple(path)


def duties(wewenang: Wewenang, izin: str, unit: str | None, pohon: Unit) -> list[Tugas]:
    """The duties of a person that give a permission for a unit, his own before those given to him.

    A role held to its unit reaches that unit alone; another role that was given for a unit reaches those below too.
    """
    found = []
    for duty in wewenang.tugas:
        role = matrix().peran.get(duty.peran)
        if role is None or izin not in role.izin:
            continue
        held = unit is not None and unit == duty.unit
        if held if role.batas_unit else (duty.unit is None or duty.unit in pohon.above(unit)):
            found.append(duty)
    return sorted(found, key=lambda t: t.dari is not None)
