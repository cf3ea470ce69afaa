"""Reads the data files of this package into one `Regulations`; the only place that knows their form."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import TypeAdapter

from akuntabel.regulations.dasar import Regulasi
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
from akuntabel.regulations.regulations import Regulations
from akuntabel.regulations.scale import Skala, range_text

FILES = (
    "regulasi", "skala", "skm", "akip", "laporan", "kepegawaian", "kebijakan", "nomenklatur", "ambang", "urusan",
    "reviu",
)  # fmt: skip
Raw = dict[str, Any]
T = TypeVar("T")


@cache
def load() -> Regulations:
    """All regulations data. Raises ValueError when a data file is not well formed (a fault of this package)."""
    raw: Raw = {}
    for name in FILES:
        raw |= _read(name)
    kinds = {j["kode"]: j for j in raw["jenis"]}
    laws = [r | {"jenis": kinds[r["jenis"]]} for r in raw["regulasi"]]
    by_kode = {r["kode"]: r for r in laws}

    def entries(key: str, kind: type[T]) -> tuple[T, ...]:
        return _validate(kind, [_resolve(e, by_kode) for e in raw[key]])

    return Regulations(
        regulasi=_validate(Regulasi, laws),
        skala_list=_validate(Skala, [_with_ranges(_resolve(e, by_kode)) for e in raw["skala"]]),
        pedoman_skm_list=entries("pedoman_skm", PedomanSkm),
        besar_sampel_list=entries("besar_sampel", BesarSampel),
        evaluasi_akip_list=entries("evaluasi_akip", EvaluasiAkip),
        bagian_laporan=entries("bagian_laporan", BagianLaporan),
        tenggat=entries("tenggat", Tenggat),
        daftar_golongan=entries("daftar_golongan", DaftarGolongan),
        versi_nomenklatur=entries("versi_nomenklatur", VersiNomenklatur),
        ruas_kode=entries("ruas_kode", RuasKode),
        nomenklatur=entries("nomenklatur", Nomenklatur),
        preset=entries("preset", Preset),
        ambang_list=entries("ambang", Ambang),
        urusan=entries("urusan", Urusan),
        instansi_vertikal=entries("instansi_vertikal", InstansiVertikal),
        butir_reviu=entries("butir_reviu", ButirReviu),
        pernyataan_reviu=entries("pernyataan_reviu", PernyataanReviu),
    )


@cache
def load_presets() -> Mapping[str, Mapping[str, str]]:
    """The presets of the measuring policy by code: `nama` and the settings, as texts; the default comes first."""
    return MappingProxyType({p.kode: MappingProxyType({"nama": p.nama, **p.setelan}) for p in load().preset})


def _read(name: str) -> Raw:
    text = files("akuntabel.regulations").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def _validate(kind: type[T], raw: list[Raw]) -> tuple[T, ...]:
    return TypeAdapter(tuple[kind, ...]).validate_python(raw)  # type: ignore[valid-type]


def _resolve(entry: Raw, by_kode: Mapping[str, Raw]) -> Raw:
    """The entry with the regulation itself in the place of its code."""
    dasar = entry["dasar"]
    if "regulasi" not in dasar:
        return entry
    return entry | {"dasar": dasar | {"regulasi": by_kode[dasar["regulasi"]]}}


def _with_ranges(skala: Raw) -> Raw:
    return skala | {"kelas": [k | {"rentang_teks": _range(skala, k)} for k in skala["kelas"]]}


def _range(skala: Raw, kelas: Raw) -> str:
    """The printed interval of a class; an open end is printed up to the end of the possible values."""
    lower, upper = kelas.get("lower"), kelas.get("upper")
    ends = {"lower": skala.get("terkecil"), "upper": skala.get("terbesar")}
    return range_text(
        _decimal(ends["lower"] if lower is None else lower),
        _decimal(ends["upper"] if upper is None else upper),
        lower_inclusive=lower is None or kelas.get("lower_inclusive", False),
        upper_inclusive=upper is None or kelas.get("upper_inclusive", False),
        desimal=skala["desimal"],
    )


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)
