"""Whether more or less is better of an indicator: from the targets of the years, from its sasaran, from its name.

Words alone never make it certain: `dasar` says what the direction rests on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel
from akuntabel.facts.struktur import AlineaFakta
from akuntabel.facts.subjek import bare_name, mentions


class ArahBaik(StrEnum):
    """Which way is better."""

    NAIK = "naik"
    TURUN = "turun"


class DasarArah(StrEnum):
    """What a direction rests on, the strongest first."""

    DINYATAKAN = "dinyatakan"  # the text says so
    TARGET = "target"  # targets of the years rise or fall
    SASARAN = "sasaran"  # menurunnya ...
    NAMA = "nama"
    BIASA = "biasa"  # no word tells: higher is the rule


@dataclass(frozen=True, slots=True)
class ArahIndikator:
    """A direction and what it rests on."""

    arah: ArahBaik
    dasar: DasarArah

    @property
    def kuat(self) -> bool:
        """Whether the document itself tells it, in words or by its targets."""
        return self.dasar in (DasarArah.DINYATAKAN, DasarArah.TARGET)


_MEASURES = re.compile(
    r"^(?:(?:persentase|persen|tingkat|jumlah|angka|rasio|indeks|nilai|cakupan|rata-rata|rata rata|proporsi|prevalensi"
    r"|laju|banyaknya|besaran|besarnya|capaian|indikator|total|kasus|insiden|insidensi|kejadian|frekuensi|kasus)\s+)+"
)
# What one wants less of, as the head noun of a name.
_LESS_OF = """
tpt, pengangguran, penganggur, kemiskinan, penduduk miskin, penduduk yang miskin, penduduk sangat miskin, keluarga
miskin, rumah tangga miskin, warga miskin, stunting, balita stunting, balita pendek, balita gizi, kematian,
kesakitan, akb, aki, penyakit, penderita, kecelakaan, pelanggaran, pengaduan, keluhan, temuan, inflasi, gini,
ketimpangan, kesenjangan, kriminalitas, kejahatan, konflik, perselisihan, pemogokan, mogok, phk, kerugian, timbulan,
emisi, kehilangan, kebocoran, kekerasan, perceraian, perkawinan anak, putus sekolah, anak putus sekolah, buta
aksara, rumah tidak layak, jalan rusak, kawasan kumuh, luas kawasan kumuh, permukiman kumuh, desa tertinggal, desa
sangat tertinggal, waktu tunggu, lama waktu, waktu tanggap, response time, respon time, respons time, durasi, sisa,
tunggakan, keterlambatan, ketidakhadiran, korban, banjir, kebakaran, lahan kritis, penyalahgunaan, ketergantungan,
beban ketergantungan, defisit, risiko, kerawanan, rawan, pencemaran, gangguan, unmet need, tfr, drop out
"""
# What turns such a name round: the more of it is dealt with, the better.
_REVERSING_WORDS = """
penurunan, menurunnya, turunnya, pengurangan, berkurangnya, pengentasan, penanggulangan, penanganan, tertangani,
ditangani, ditindaklanjuti, tindak lanjut, terselesaikan, diselesaikan, penyelesaian, selesai, pencegahan,
pengendalian, terkendali, terlayani, tertib, ketepatan, tepat waktu, kepatuhan, tanpa, bebas, pemulihan, pulih,
perlindungan, mendapat, mendapatkan, memperoleh, menerima, keberhasilan, sembuh, kesembuhan, penemuan, ditemukan,
terdeteksi, deteksi, respon, direspon, terbantu, dibantu, dilayani, teratasi, mengatasi, penghapusan, efektivitas,
kualitas, terpenuhinya, pemenuhan, ketahanan, cakupan
"""


def _any_of(words: str) -> str:
    return "|".join(re.escape(w.strip()) for w in words.replace("\n", " ").split(",") if w.strip())


_LESS = re.compile(rf"^(?:{_any_of(_LESS_OF)})\b")
_REVERSING = re.compile(rf"\b(?:{_any_of(_REVERSING_WORDS)})\b")
_FALLING_GOAL = re.compile(
    r"^(?:sasaran|tujuan)?\s*:?\s*(?:menurunnya|menurunkan|berkurangnya|turunnya|terkendalinya laju)\b"
)


_LESS_IS_BETTER = re.compile(
    r"makin (?:rendah|kecil|sedikit|turun|menurun|pendek|singkat|cepat)\b.{0,60}makin (?:baik|tinggi)"
)
_MORE_IS_BETTER = re.compile(r"makin (?:tinggi|besar|banyak|naik|meningkat)\b.{0,60}makin baik")


def directions(values: Iterable[NilaiTabel], paragraphs: Iterable[AlineaFakta] = ()) -> Mapping[str, ArahIndikator]:
    """The direction of every indicator of the tables, by its bare name."""
    targets: dict[str, dict[int, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    goals: dict[str, str] = {}
    for value in values:
        name = bare_name(value.indikator)
        goals[name] = goals.get(name) or value.sasaran
        number = value.angka
        if value.besaran in (Peran.TARGET, Peran.DASAR) and value.tahun and number and number.nilai is not None:
            targets[name][value.tahun].add(number.nilai)
    told = _declared([name for name in goals if len(name) >= _LEAST], paragraphs)
    return {name: told.get(name) or _direction(name, goal, targets[name]) for name, goal in goals.items() if name}


_LEAST = 5  # letters that a name must have to be looked for in texts


def _declared(names: Sequence[str], paragraphs: Iterable[AlineaFakta]) -> dict[str, ArahIndikator]:
    """Directions that a paragraph states of the indicators that it names."""
    found: dict[str, ArahIndikator] = {}
    for paragraph in paragraphs:
        text = paragraph.teks.lower()
        less, more = _LESS_IS_BETTER.search(text), _MORE_IS_BETTER.search(text)
        if bool(less) is not bool(more):
            way = ArahBaik.TURUN if less else ArahBaik.NAIK
            for name in names:
                if mentions(paragraph.teks, name):
                    found.setdefault(name, ArahIndikator(way, DasarArah.DINYATAKAN))
    return found


def _direction(name: str, goal: str, targets: Mapping[int, set[Decimal]]) -> ArahIndikator:
    series = [next(iter(v)) for _, v in sorted(targets.items()) if len(v) == 1]
    steps = [b - a for a, b in pairwise(series)]
    if len(series) >= _YEARS and any(steps):
        if all(s <= 0 for s in steps):
            return ArahIndikator(ArahBaik.TURUN, DasarArah.TARGET)
        if all(s >= 0 for s in steps):
            return ArahIndikator(ArahBaik.NAIK, DasarArah.TARGET)
    return direction_of(name, goal)


_YEARS = 3  # targets that a series must have before it tells a direction


def direction_of(name: str, goal: str = "") -> ArahIndikator:
    """The direction that the words of a name, and of its sasaran, tell."""
    bare = bare_name(name)
    core = _MEASURES.sub("", bare)
    less = bool(_LESS.match(core) or _LESS.match(bare)) and not _REVERSING.search(bare)
    if less and _FALLING_GOAL.match(goal.lower()):
        return ArahIndikator(ArahBaik.TURUN, DasarArah.SASARAN)
    if less:
        return ArahIndikator(ArahBaik.TURUN, DasarArah.NAMA)
    return ArahIndikator(ArahBaik.NAIK, DasarArah.BIASA)
