"""The measuring policy: what regulations leave open, as a named set of choices of the government."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from akuntabel.bahasa.angka import parse_number, round_half_up
from akuntabel.domain.catatan import Kebijakan
from akuntabel.domain.figure import CellRef


class RumusTurun(StrEnum):
    """Formula for lower-is-better."""

    DUA_TARGET = "dua_target_kurang_realisasi"
    TARGET_PER_REALISASI = "target_per_realisasi"
    REALISASI_PER_TARGET = "realisasi_per_target"


class TargetNol(StrEnum):
    """What a target of zero gives."""

    TAK_TERDEFINISI = "tak_terdefinisi"
    KONVENSI = "konvensi"


class RataRata(StrEnum):
    """What means are taken of."""

    DIBATASI = "capaian_dibatasi"
    APA_ADANYA = "capaian_apa_adanya"


class Kemajuan(StrEnum):
    """Which method of progress to the end of the plan is the main one."""

    MENURUT_INDIKATOR = "menurut_indikator"
    TERHADAP_TARGET = "terhadap_target"
    KUMULATIF = "kumulatif"
    DARI_DASAR = "dari_dasar"


class IkmTahun(StrEnum):
    """How the index of a year comes from its periods."""

    GABUNGAN = "gabungan"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"


class BobotSkm(StrEnum):
    """Weight of a survey element."""

    TEPAT = "tepat"
    DUA_DESIMAL = "0,11"
    TIGA_DESIMAL = "0,111"


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy in force. `dasar_by_key` holds decrees, `alasan_by_key` reasons of deviations from the preset.

    `tertulis` names the settings that stand in the package; the others follow the preset.
    """

    preset: str
    nama: str
    rumus_turun: RumusTurun
    batas_bawah: Decimal | None
    batas_atas: Decimal | None
    target_nol: TargetNol
    rata_rata: RataRata
    skala: str
    kemajuan: Kemajuan
    ikm_tahun: IkmTahun
    bobot_skm: BobotSkm
    ambang_efisien: Decimal
    dasar_by_key: Mapping[str, str] = field(default_factory=dict)
    alasan_by_key: Mapping[str, str] = field(default_factory=dict)
    tertulis: frozenset[str] = frozenset()

    def cap(self, value: Decimal) -> Decimal:
        """The value within the bounds."""
        low = value if self.batas_bawah is None else max(value, self.batas_bawah)
        return low if self.batas_atas is None else min(low, self.batas_atas)

    def cap_text(self, value: Decimal) -> str:
        """Whether a bound took hold."""
        bounded = self.cap(value)
        if bounded == value:
            return "di dalam batas kebijakan"
        return "dibatasi pada batas " + ("atas" if bounded < value else "bawah")

    def label(self, *keys: str) -> str:
        """The policy as it is cited beside a figure: preset, settings, decrees."""
        settings = [self.nama, *(self._setting(key) for key in keys)]
        found = (self.dasar_by_key.get(k) or self.dasar_by_key.get("preset") for k in keys)
        decrees = "; ".join(dict.fromkeys(d for d in found if d))
        return ", ".join(settings) + (f" ({decrees})" if decrees else "")

    def value_text(self, key: str) -> str:
        """A setting's value in words."""
        chosen = getattr(self, key)
        return "tanpa batas" if chosen is None else SEBUTAN_NILAI.get(str(chosen), str(chosen).replace(".", ","))

    def _setting(self, key: str) -> str:
        return f"{SEBUTAN[key]} {self.value_text(key)}"

    def deviations(self) -> tuple[str, ...]:
        """Every setting of the package that differs from the preset by its own row, with its decree and reason."""
        found = []
        for key in sorted(self.tertulis - {"preset"}):
            decree = f" ({self.dasar_by_key[key]})" if key in self.dasar_by_key else ""
            reason = f": {self.alasan_by_key[key]}" if key in self.alasan_by_key else ""
            found.append(f"{self._setting(key)}{decree}{reason}")
        return tuple(found)

    def cells(self, *keys: str) -> tuple[CellRef, ...]:
        """The cells that fix settings: their own row, else that of the preset, where the package has one."""
        rows = dict.fromkeys(k if k in self.tertulis else "preset" for k in keys)
        return tuple(CellRef(Kebijakan.TABEL, row, "nilai") for row in rows if row in self.tertulis)


def weight_of(bobot: BobotSkm, unsur: int) -> Decimal | None:
    """The weight of one of `unsur` survey elements: 1/n at the places that are written; None means exactly 1/n."""
    if bobot is BobotSkm.TEPAT:
        return None
    return round_half_up(Decimal(1) / unsur, len(bobot.value.partition(",")[2]))


SEBUTAN = {
    "rumus_turun": "rumus untuk makin rendah makin baik:",
    "batas_bawah": "batas bawah capaian:",
    "batas_atas": "batas atas capaian:",
    "target_nol": "target nol:",
    "rata_rata": "rata-rata dari",
    "skala": "skala predikat",
    "kemajuan": "kemajuan ke akhir periode:",
    "ikm_tahun": "indeks setahun dari",
    "bobot_skm": "bobot unsur survei:",
    "ambang_efisien": "ambang efisien dalam poin:",
}
SEBUTAN_NILAI = {
    RumusTurun.DUA_TARGET.value: "dua kali target dikurangi realisasi, dibagi target",
    RumusTurun.TARGET_PER_REALISASI.value: "target dibagi realisasi",
    RumusTurun.REALISASI_PER_TARGET.value: "realisasi dibagi target",
    TargetNol.TAK_TERDEFINISI.value: "capaian tidak dihitung",
    TargetNol.KONVENSI.value: "realisasi nol dinilai seratus, selain itu nol",
    RataRata.DIBATASI.value: "capaian yang sudah dibatasi",
    RataRata.APA_ADANYA.value: "capaian apa adanya",
    Kemajuan.MENURUT_INDIKATOR.value: "kumulatif bila indikatornya dijumlahkan, selain itu terhadap target akhir",
    Kemajuan.TERHADAP_TARGET.value: "terhadap target akhir",
    Kemajuan.KUMULATIF.value: "realisasi kumulatif terhadap target kumulatif",
    Kemajuan.DARI_DASAR.value: "dari data dasar",
    IkmTahun.GABUNGAN.value: "gabungan jawaban semua periode",
    IkmTahun.RATA_RATA.value: "rata-rata periode",
    IkmTahun.TERAKHIR.value: "periode terakhir",
    BobotSkm.TEPAT.value: "tepat sama untuk setiap unsur",
}

SETTINGS: tuple[str, ...] = (
    "rumus_turun", "batas_bawah", "batas_atas", "target_nol", "rata_rata", "skala", "kemajuan", "ikm_tahun",
    "bobot_skm", "ambang_efisien",
)  # fmt: skip
_ENUMS: dict[str, type[StrEnum]] = {
    "rumus_turun": RumusTurun,
    "target_nol": TargetNol,
    "rata_rata": RataRata,
    "kemajuan": Kemajuan,
    "ikm_tahun": IkmTahun,
    "bobot_skm": BobotSkm,
}


def make_policy(rows: tuple[Kebijakan, ...], presets: Mapping[str, Mapping[str, str]]) -> Policy:
    """The policy of a package: its preset, changed by the rows that name other settings.

    Raises ValueError, in Indonesian, for an unknown preset, setting or value.
    """
    given = {r.kunci_kebijakan: r for r in rows}
    name = given["preset"].nilai if "preset" in given else "baku"
    if name not in presets:
        raise ValueError(f"kebijakan: preset '{name}' tidak dikenal; pilih salah satu dari {', '.join(presets)}")
    values = dict(presets[name])
    for key, row in given.items():
        if key != "preset" and key not in SETTINGS:
            raise ValueError(f"kebijakan: pengaturan '{key}' tidak dikenal; pilih dari {', '.join(SETTINGS)}")
        if key != "preset":
            values[key] = row.nilai
    policy = Policy(
        preset=name,
        nama=values["nama"],
        **{key: _setting(key, values[key]) for key in SETTINGS},
        dasar_by_key={k: r.dasar for k, r in given.items() if r.dasar},
        alasan_by_key={k: r.alasan for k, r in given.items() if r.alasan},
        tertulis=frozenset(given),
    )
    low, high = policy.batas_bawah, policy.batas_atas
    if low is not None and high is not None and low > high:
        raise ValueError("kebijakan: batas_bawah melebihi batas_atas; tulis misalnya 0 dan 120")
    return policy


def _setting(key: str, text: str) -> Any:
    """A setting's value from its text."""
    if key in _ENUMS:
        try:
            return _ENUMS[key](text)
        except ValueError:
            allowed = ", ".join(m.value for m in _ENUMS[key])
            raise ValueError(f"kebijakan: {key} '{text}' tidak dikenal; pilih salah satu dari {allowed}") from None
    if key == "skala":
        return text
    if text.casefold() in ("", "tanpa", "tidak_ada"):
        return None if key != "ambang_efisien" else Decimal()
    number = parse_number(text)
    if number.value is None or not number.is_certain:
        raise ValueError(f"kebijakan: {key} '{text}' bukan angka; tulis misalnya 120 atau tanpa")
    return number.value
