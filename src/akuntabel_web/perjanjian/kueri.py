"""What pages and steps of agreements ask."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from akuntabel.domain.pilihan import Periode
from akuntabel_web.akun.models import Pengguna
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.jejak.models import Jejak
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.perjanjian.kunci import states_of
from akuntabel_web.perjanjian.langkah import Langkah, table
from akuntabel_web.perjanjian.models import Keadaan


@dataclass(frozen=True, slots=True)
class Naskah:
    """An agreement with all rows that make it, its state, and the fingerprint of its content."""

    kepala: BarisPaket
    indikator: Sequence[BarisPaket]
    target: dict[str, BarisPaket]
    anggaran: Sequence[BarisPaket]
    riwayat: Sequence[Keadaan]

    @property
    def keadaan(self) -> str:
        """Its state."""
        return self.riwayat[-1].keadaan if self.riwayat else table().awal

    @property
    def rows(self) -> list[BarisPaket]:
        """All its rows."""
        return [self.kepala, *self.indikator, *self.target.values(), *self.anggaran]

    @property
    def sidik(self) -> str:
        """What it was when somebody looked: versions of all rows and the steps taken."""
        parts = sorted(f"{r.pk}:{r.versi_baris}" for r in self.rows)
        return hashlib.sha256("\n".join([*parts, str(len(self.riwayat))]).encode()).hexdigest()

    @property
    def tanpa_target(self) -> list[str]:
        """Indicators of lines that have no target."""
        return [
            line.indikator
            for line in self.indikator
            if (t := self.target.get(line.indikator)) is None or (t.nilai is None and t.status != "tidak_berlaku")
        ]


def read_agreement(wewenang: Wewenang, pk: UUID) -> Naskah | None:
    """An agreement of this agency and year."""
    here = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    head = MODEL["perjanjian_kinerja"].objects.filter(pk=pk, **here).first()
    if head is None:
        return None

    def rows(tabel: str, **wanted: Any) -> list[BarisPaket]:
        return list(MODEL[tabel].objects.filter(**here, **wanted).order_by("urutan_baris", "id"))

    targets = rows("target", dokumen=head.kode, periode=Periode.TAHUN.value, tahun=head.tahun)
    return Naskah(
        head,
        sorted(rows("perjanjian_indikator", perjanjian=head.kode), key=lambda r: r.urutan),
        {t.indikator: t for t in targets},
        sorted(rows("perjanjian_anggaran", perjanjian=head.kode), key=lambda r: r.urutan),
        list(Keadaan.objects.filter(perjanjian=pk).select_related("oleh", "pindaian").order_by("nomor")),
    )


@dataclass(frozen=True, slots=True)
class Ringkas:
    """An agreement in the list."""

    baris: BarisPaket
    keadaan: str
    judul_keadaan: str
    digantikan: str


def agreements(wewenang: Wewenang) -> list[Ringkas]:
    """All agreements of the year with their state: three queries, whatever their number."""
    here = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    rows = list(MODEL["perjanjian_kinerja"].objects.filter(**here).order_by("urutan_baris", "id"))
    states = states_of(r.pk for r in rows)
    later = {r.menggantikan: r.kode for r in rows if r.menggantikan}
    titles = table().judul
    return [Ringkas(r, states[r.pk], titles[states[r.pk]], later.get(r.kode, "")) for r in rows]


def replaced_by(wewenang: Wewenang, naskah: Naskah) -> str:
    """The code of the agreement that replaces this one, empty where none does."""
    here = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    rows = MODEL["perjanjian_kinerja"].objects.filter(**here, menggantikan=naskah.kepala.kode)
    return rows.values_list("kode", flat=True).first() or ""


def writers(naskah: Naskah) -> frozenset[UUID]:
    """Everybody who entered or changed a row of an agreement, deleted lines too: the trail knows."""
    kode, tahun = naskah.kepala.kode, naskah.kepala.tahun_paket
    gone = Q()
    for tabel, column in (
        ("perjanjian_indikator", "perjanjian"),
        ("perjanjian_anggaran", "perjanjian"),
        ("target", "dokumen"),
    ):
        gone |= Q(tabel=f"paket_{tabel}", kerja="hapus", tahun=tahun, **{f"lama__{column}": kode})
    steps_taken = [k.pk for k in naskah.riwayat if k.langkah in table().langkah]
    by_step = Jejak.objects.filter(tabel=Keadaan._meta.db_table, baris__in=steps_taken)
    rows = Jejak.objects.filter(Q(baris__in=[r.pk for r in naskah.rows]) | gone)
    rows = rows.exclude(transaksi__in=by_step.order_by().values("transaksi"))  # the day of signing, written by the step
    people = rows.order_by().values_list("pengguna_id", flat=True).distinct()
    made = (k.oleh_id for k in naskah.riwayat if k.langkah in {"buat", "ubah"})
    return frozenset({p for p in people if p}) | frozenset(made)


def may_step(wewenang: Wewenang, naskah: Naskah, langkah: Langkah) -> bool:
    """Whether this person may take a step now: state, permission, and nobody approves what he entered."""
    if naskah.keadaan not in langkah.dari or not wewenang.may(langkah.izin):
        return False
    return not (langkah.bukan_penulis and wewenang.pengguna.pk in writers(naskah))


def steps(wewenang: Wewenang, naskah: Naskah) -> list[Langkah]:
    """The steps that this person may take now."""
    return [one for one in table().from_state(naskah.keadaan) if may_step(wewenang, naskah, one)]


def names_of(people: frozenset[UUID]) -> list[str]:
    """The names of people."""
    return sorted(Pengguna.objects.filter(pk__in=people).values_list("nama", flat=True))
