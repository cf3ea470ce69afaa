"""What a person must do: fill, approve, follow up; by when, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from akuntabel.calculation.tenggat import quarter_end
from akuntabel_web.akun.models import Pengguna, Penugasan
from akuntabel_web.akun.wewenang import Wewenang, enter
from akuntabel_web.instansi.models import Instansi, Tahun
from akuntabel_web.inti.konteks import Konteks, apply
from akuntabel_web.inti.peran import Tugas as Penugas
from akuntabel_web.inti.peran import matrix
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.ukur.alur import AJUKAN, BUKA_KEMBALI, DIKUNCI, KEMBALIKAN, OPEN_AGAIN, Langkah, alur, transitions
from akuntabel_web.ukur.hitung_tugas import kept
from akuntabel_web.ukur.isian import Butir, Unit, duties, states, valid_indicators, writers_of
from akuntabel_web.ukur.jadwal import JUDUL_PERIODE, PERIODE, Jadwal
from akuntabel_web.ukur.models import Riwayat
from akuntabel_web.ukur.tindakan import IZIN_ISI

ISI, SAHKAN, TUNGGU, RAPAT = "isi", "sahkan", "tunggu", "rapat"
_DONE = frozenset({"selesai", "batal"})


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """One thing to do: where, by when, and what stands in the way."""

    jenis: str
    instansi: Instansi
    tahun: int
    judul: str
    rute: tuple[str, ...]  # name of the route, its parts below agency and year
    tenggat: date | None
    halangan: tuple[str, ...] = ()

    def late(self, hari: date) -> bool:
        """Whether its day has passed."""
        return self.tenggat is not None and self.tenggat < hari


@dataclass
class Bahan:
    """What tasks of an agency and year are made from, read once for any number of people."""

    wewenang: Wewenang  # of anybody: it names the agency and the year
    pohon: Unit = field(init=False)
    jadwal: Jadwal = field(init=False)
    langkah: tuple[Langkah, ...] = field(init=False)
    butir: list[Butir] = field(init=False)
    penulis: dict[tuple[str, str], frozenset[UUID]] = field(init=False)
    rapat: list[BarisPaket] = field(init=False)
    bertarget: frozenset[tuple[str, str]] = field(init=False)
    catatan: dict[UUID, str] = field(init=False)
    pemegang: list[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        about, year = self.wewenang.instansi, self.wewenang.tahun
        mine = {"instansi": about, "tahun_paket": year}
        self.pohon, self.jadwal = Unit(self.wewenang), Jadwal(about, year)
        self.langkah = transitions(about, year)
        self.butir = states(self.wewenang, valid_indicators(self.wewenang), PERIODE)
        moving = [b for b in self.butir if b.keadaan not in alur().terbuka]
        self.penulis = writers_of(moving)
        decided = MODEL["monev"].objects.filter(**mine)
        self.rapat = [m for m in decided if m.status not in _DONE]
        goals = MODEL["target"].objects.filter(**mine, tahun=year).order_by()
        self.bertarget = frozenset(goals.values_list("indikator", "periode"))
        back = [b.isian.pk for b in self.butir if b.isian and b.keadaan in OPEN_AGAIN]
        notes = Riwayat.objects.filter(isian__in=back).exclude(catatan="").order_by("waktu", "id")
        self.catatan = dict(notes.values_list("isian_id", "catatan"))
        self.pemegang = list(Penugasan.objects.filter(instansi=about).values_list("peran", "unit__kode"))


def tasks(bahan: Bahan, wewenang: Wewenang, hari: date) -> list[Pekerjaan]:
    """What a person must do in an agency and year, late and urgent first."""
    made = [*_fill(bahan, wewenang, hari), *_approve(bahan, wewenang), *_decisions(bahan, wewenang)]
    return sorted(made, key=lambda p: (p.tenggat or date.max, p.judul))


def _fill(bahan: Bahan, wewenang: Wewenang, hari: date) -> Iterator[Pekerjaan]:
    held = {t.unit for t in wewenang.tugas if matrix().peran[t.peran].batas_unit and _gives(t, IZIN_ISI)}
    for b in bahan.butir:
        if b.unit is None or b.unit not in held:
            continue
        limit = bahan.jadwal.of(b.periode, b.unit)
        if b.keadaan not in alur().terbuka:
            if b.keadaan != DIKUNCI:
                yield _item(wewenang, TUNGGU, b, None, _waits_for(bahan, b))
            continue
        due = limit.terakhir
        ended = quarter_end(wewenang.tahun, int(b.periode[-1]) if b.periode != "tahun" else 4) < hari
        has_goal = (b.indikator.kode, b.periode) in bahan.bertarget
        begun = b.isian is not None and b.isian.versi > 0
        if not begun and (hari < limit.buka if limit.buka else not (ended and has_goal)):
            continue
        blocks = [] if has_goal else ["Target periode ini belum ada; mintalah penyusun mengisinya."]
        if b.keadaan in OPEN_AGAIN and b.isian:
            blocks.append(f"{alur().judul_keadaan[b.keadaan]}: {bahan.catatan.get(b.isian.pk, '')}")
        elif obstacle := limit.obstacle(hari):
            blocks.append(obstacle)
        yield _item(wewenang, ISI, b, due, blocks)


def _gives(tugas: Penugas, izin: str) -> bool:
    return izin in matrix().peran[tugas.peran].izin


def _waits_for(bahan: Bahan, b: Butir) -> list[str]:
    """For which step an entry waits, and whether anybody at all may take it."""
    step = next((s for s in bahan.langkah if s.dari == b.keadaan and s.nama not in {KEMBALIKAN, BUKA_KEMBALI}), None)
    if step is None:
        return []
    roles = [r for r in matrix().peran.values() if step.izin in r.izin]
    titles = " atau ".join(r.judul.lower() for r in roles)
    above = bahan.pohon.above(b.unit)
    able = any(p in {r.kode for r in roles} and (u is None or u in above) for p, u in bahan.pemegang)
    return [f"Menunggu {titles}." if able else f"Belum ada {titles} untuk unit ini; hubungi administrator."]


def _approve(bahan: Bahan, wewenang: Wewenang) -> Iterator[Pekerjaan]:
    for b in bahan.butir:
        if b.keadaan in alur().terbuka or b.keadaan == DIKUNCI:
            continue
        for step in bahan.langkah:
            if step.dari != b.keadaan or step.nama in {AJUKAN, KEMBALIKAN, BUKA_KEMBALI}:
                continue
            wrote = bahan.penulis[b.indikator.kode, b.periode]
            able = [t for t in duties(wewenang, step.izin, b.unit, bahan.pohon) if t.dari not in wrote]
            if able and wewenang.pengguna.pk not in wrote:
                yield _item(wewenang, SAHKAN, b, None, (), alur().judul_langkah[step.nama])


def _decisions(bahan: Bahan, wewenang: Wewenang) -> Iterator[Pekerjaan]:
    units = {t.unit for t in wewenang.tugas if t.unit}
    for m in bahan.rapat:
        if m.penanggung_jawab in units:
            title = f"Keputusan rapat {m.kode}: {m.keputusan or m.hambatan or ''}"
            route = ("ukur_rapat", PERIODE[m.triwulan - 1] if 1 <= m.triwulan <= 4 else PERIODE[0])
            yield Pekerjaan(RAPAT, wewenang.instansi, wewenang.tahun, title, route, m.tenggat)


def _item(
    wewenang: Wewenang, jenis: str, b: Butir, tenggat: date | None, halangan: Iterable[str], langkah: str = ""
) -> Pekerjaan:
    title = f"{b.indikator.kode} {b.indikator.nama}, {JUDUL_PERIODE[b.periode]}" + (f": {langkah}" if langkah else "")
    route = ("ukur_isian", b.periode, b.indikator.kode)
    return Pekerjaan(jenis, wewenang.instansi, wewenang.tahun, title, route, tenggat, tuple(halangan))


def unowned(bahan: Bahan) -> list[str]:
    """Indicators that no unit answers for: a finding, as nobody gets the task of filling them."""
    return [f"{b.indikator.kode}: {b.indikator.nama}" for b in bahan.butir if not b.unit and b.periode == PERIODE[0]]


def own_tasks(pengguna: Pengguna, hari: date) -> list[tuple[Wewenang, list[Pekerjaan], list[str]]]:
    """The tasks of a person in every agency and year of his duties. Leaves the context of the person alone."""
    found = []
    years = list(Tahun.objects.select_related("instansi").order_by("instansi__nama", "-tahun"))
    for year in years:
        apply(Konteks(pengguna.pk))
        wewenang = enter(pengguna, year.instansi.alamat, year.tahun)
        if wewenang is None:
            continue
        bahan = Bahan(wewenang)
        whole = any(_gives(t, IZIN_ISI) and not matrix().peran[t.peran].batas_unit for t in wewenang.tugas)
        found.append((wewenang, tasks(bahan, wewenang, hari), unowned(bahan) if whole else []))
    apply(Konteks(pengguna.pk))
    return found


def count_of(pengguna: Pengguna, hari: date) -> int:
    """How many things wait for a person, everywhere."""
    return kept(pengguna, lambda: sum(t.jenis != TUNGGU for _, todo, _ in own_tasks(pengguna, hari) for t in todo))


def tasks_of_everybody(wewenang: Wewenang, hari: date) -> list[tuple[Pengguna, list[Pekerjaan]]]:
    """The tasks of each person with a duty in this agency and year, for reminders."""
    bahan = Bahan(wewenang)
    rows = Penugasan.objects.on(hari).filter(instansi=wewenang.instansi).select_related("pengguna", "unit")
    people: dict[UUID, tuple[Pengguna, list[Penugas]]] = {}
    for row in rows.order_by("pengguna__nama", "pengguna_id"):
        if row.tahun in {None, wewenang.tahun} and row.pengguna.is_active:
            duty = Penugas(row.peran, row.unit.kode if row.unit else None, row.dari_id)
            people.setdefault(row.pengguna_id, (row.pengguna, []))[1].append(duty)
    made = []
    for person, held in people.values():
        theirs = Wewenang(person, wewenang.instansi, wewenang.tahun, tuple(held))
        todo = [t for t in tasks(bahan, theirs, hari) if t.jenis != TUNGGU]
        if todo:
            made.append((person, todo))
    return made
