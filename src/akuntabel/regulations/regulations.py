"""All regulations data as one immutable object, chosen by code or by date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from akuntabel.regulations.dasar import Entri, Regulasi
from akuntabel.regulations.entri import (
    Ambang,
    BagianLaporan,
    BesarSampel,
    ButirReviu,
    DaftarGolongan,
    EvaluasiAkip,
    InstansiVertikal,
    Nomenklatur,
    PedomanSkm,
    PernyataanReviu,
    Preset,
    RuasKode,
    Tenggat,
    Urusan,
    VersiNomenklatur,
)
from akuntabel.regulations.scale import Skala

E = TypeVar("E", bound=Entri)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulations:
    """Everything that regulations fix, each fact with its citation, certainty and dates. Lists keep their order."""

    regulasi: tuple[Regulasi, ...]
    skala_list: tuple[Skala, ...]
    pedoman_skm_list: tuple[PedomanSkm, ...]
    besar_sampel_list: tuple[BesarSampel, ...]
    evaluasi_akip_list: tuple[EvaluasiAkip, ...]
    bagian_laporan: tuple[BagianLaporan, ...]
    tenggat: tuple[Tenggat, ...]
    daftar_golongan: tuple[DaftarGolongan, ...]
    versi_nomenklatur: tuple[VersiNomenklatur, ...]
    ruas_kode: tuple[RuasKode, ...]
    nomenklatur: tuple[Nomenklatur, ...]
    preset: tuple[Preset, ...]
    ambang_list: tuple[Ambang, ...]
    urusan: tuple[Urusan, ...] = ()
    instansi_vertikal: tuple[InstansiVertikal, ...] = ()
    butir_reviu: tuple[ButirReviu, ...] = ()
    pernyataan_reviu: tuple[PernyataanReviu, ...] = ()

    def regulasi_by_kode(self, kode: str) -> Regulasi:
        """A regulation by its code. Raises ValueError for an unknown one."""
        return _pick(self.regulasi, kode, "regulasi")

    def find_regulasi(self, jenis: str, nomor: str, tahun: int) -> Regulasi | None:
        """A regulation by code of kind, number and year; None when it is not in the list."""
        wanted = (jenis, nomor.casefold(), tahun)
        return next((r for r in self.regulasi if (r.jenis.kode, r.nomor.casefold(), r.tahun) == wanted), None)

    def skala(self, kode: str) -> Skala:
        """A scale by its code. Raises ValueError, with the known codes, for an unknown one."""
        return _pick(self.skala_list, kode, "skala")

    def skala_pada(self, kelompok: str, tahun: int) -> Skala:
        """The scale of a group (`mutu_skm`, `predikat_akip`) at the end of a year.

        A year before the oldest recorded scale gets the oldest. Raises ValueError for an unknown group.
        """
        return _at([s for s in self.skala_list if s.kelompok == kelompok], date(tahun, 12, 31), f"skala {kelompok}")

    def pedoman_skm(self, tahun: int) -> PedomanSkm:
        """The survey guide at the end of a year; the oldest for a year before it."""
        return _at(self.pedoman_skm_list, date(tahun, 12, 31), "pedoman SKM")

    def besar_sampel(self, tahun: int) -> BesarSampel:
        """The sample size at the end of a year; the oldest for a year before it."""
        return _at(self.besar_sampel_list, date(tahun, 12, 31), "besar sampel")

    def unsur_skm(self, tahun: int) -> Mapping[str, str]:
        """Names of the survey elements of a year by code, in their official order."""
        return {u.kode: u.nama for u in self.pedoman_skm(tahun).unsur}

    def evaluasi_akip(self, tahun: int) -> EvaluasiAkip:
        """Weights of the AKIP evaluation at the end of a year; the oldest for a year before it."""
        return _at(self.evaluasi_akip_list, date(tahun, 12, 31), "evaluasi AKIP")

    def ambang(self, kode: str) -> Decimal:
        """A threshold by its code. Raises ValueError, with the known codes, for an unknown one."""
        return _pick(self.ambang_list, kode, "ambang").nilai

    def golongan(self, status: str) -> DaftarGolongan:
        """Ranks of `pns` or grades of `pppk`, lowest first. Raises ValueError for another status."""
        return _pick(self.daftar_golongan, status, "daftar golongan")

    def berlaku(self, on: date) -> Regulations:
        """The same data with only those entries that are in force on a day; the list of regulations stays whole."""

        def keep(entries: Iterable[E]) -> tuple[E, ...]:
            return tuple(e for e in entries if e.is_in_force(on))

        return Regulations(
            regulasi=self.regulasi,
            skala_list=keep(self.skala_list),
            pedoman_skm_list=keep(self.pedoman_skm_list),
            besar_sampel_list=keep(self.besar_sampel_list),
            evaluasi_akip_list=keep(self.evaluasi_akip_list),
            bagian_laporan=keep(self.bagian_laporan),
            tenggat=keep(self.tenggat),
            daftar_golongan=keep(self.daftar_golongan),
            versi_nomenklatur=keep(self.versi_nomenklatur),
            ruas_kode=keep(self.ruas_kode),
            nomenklatur=keep(self.nomenklatur),
            preset=keep(self.preset),
            ambang_list=keep(self.ambang_list),
            urusan=keep(self.urusan),
            instansi_vertikal=keep(self.instansi_vertikal),
        )


T = TypeVar("T", Regulasi, Skala, DaftarGolongan, Ambang)


def _pick(entries: Iterable[T], kode: str, what: str) -> T:
    by_kode = {e.kode: e for e in entries}
    if kode not in by_kode:
        raise ValueError(f"{what} '{kode}' tidak dikenal; pilih salah satu dari {', '.join(by_kode)}")
    return by_kode[kode]


def _at(entries: Iterable[E], on: date, what: str) -> E:
    """The entry in force on a day, the youngest of several; the oldest entry for an earlier day."""
    ordered = sorted(entries, key=lambda e: e.berlaku_sejak or date.min)
    if not ordered:
        raise ValueError(f"{what} tidak dikenal")
    in_force = [e for e in ordered if e.is_in_force(on)]
    return in_force[-1] if in_force else ordered[0]
