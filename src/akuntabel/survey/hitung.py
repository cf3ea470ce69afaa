"""One table of answers -> its partial sums, by an engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from akuntabel.bahasa.tanggal import parse_bulan
from akuntabel.errors import BerkasError
from akuntabel.regulations.entri import PedomanSkm
from akuntabel.survey.cacah import Cacah, total_of
from akuntabel.survey.mesin import Mesin
from akuntabel.survey.pemetaan import LEMBAR, Pemetaan
from akuntabel.survey.rekap import BerkasDihitung, Isi, Kunci, Rekap, sum_of
from akuntabel.survey.sql import (
    KUNCI,
    LANGKAH,
    TABEL,
    JenisKolom,
    Sumber,
    kueri_cacah,
    kueri_ganda,
    kueri_profil,
    tabel_tanpa_ganda,
)

_MONTH = re.compile(r"(\d{4})[-/]?(\d{2})(?:\.0)?|(\d{1,2})[-/](\d{4})")
_IN_WORDS = re.compile(r"\d{1,2}\s+([A-Za-z]+)\s+(\d{4})\b.*")
BULAN_PER_PERIODE = {"triwulan": 3, "semester": 6, "tahun": 12, "bulan": 1}
_SEBUTAN = {"triwulan": "tw", "semester": "sm", "bulan": "bl"}


@dataclass(frozen=True, slots=True)
class AturanHitung:
    """How answers are counted. `periode` divides the year where a column tells days; `sebaran` for intervals.

    `isi` is what no column says (instansi, unit, layanan, periode) and holds for all sheets. `urutan_tanggal` says
    whether day or month stands first; None is day first unless the days themselves show that it is not.
    """

    pedoman: PedomanSkm
    periode: str = "triwulan"
    lembar_utuh: bool = False
    sebaran: bool = False
    profil: tuple[str, ...] = ()
    isi: Mapping[str, str] = field(default_factory=dict)
    urutan_tanggal: str | None = None


def hitung(mesin: Mesin, sumber: Sumber, peta: Pemetaan, aturan: AturanHitung, nama: str, sidik: str) -> Rekap:
    """The partial sums of the table that the engine has open. Raises BerkasError for what cannot be counted."""
    same, other = _doubles(mesin, sumber, peta)
    table = tabel_tanpa_ganda(peta, sumber) if same or other else TABEL
    sql = kueri_cacah(peta, sumber, aturan.pedoman, lembar_utuh=aturan.lembar_utuh, sebaran=aturan.sebaran, tabel=table)
    found: dict[Kunci, list[Isi]] = {}
    dated = "periode" not in peta.lain and "tanggal" in peta.lain
    questions, width = _bertulis(peta, sumber), len(_present(peta))
    unread, shown = 0, ""
    for row in mesin.jalankan(sql):
        key = _key(row[:width], peta, aturan, dated)
        day = str(row[width - 1] or "").strip() if dated else ""
        if day and not key.periode:
            _refuse_order(day, peta, aturan, nama)
            unread, shown = unread + int(row[width] or 0), min(shown or day, day)
        found.setdefault(key, []).append(_isi(row[width:], questions, aturan))
    groups = {key: sum_of(parts) for key, parts in found.items()}
    traits: dict[tuple[Kunci, str, str], int] = {}
    for trait in aturan.profil:
        for place, n in _traits(mesin.jalankan(kueri_profil(peta, sumber, trait, table)), peta, aturan, trait, dated):
            traits[place] = traits.get(place, 0) + n
    rows = sum(i.lembar for i in groups.values())
    file = BerkasDihitung(nama, sidik, rows + same + other, same, other, unread, shown)
    return Rekap(aturan.pedoman.kode, groups, (file,), traits, aturan.lembar_utuh)


def _refuse_order(day: str, peta: Pemetaan, aturan: AturanHitung, nama: str) -> None:
    """Raises BerkasError for a month above 12 where nobody said how days are written: day and month stand swapped."""
    swapped = re.fullmatch(r"(\d{2})[-/]\d{4}", day)
    if aturan.urutan_tanggal is None and swapped and 12 < int(swapped[1]) <= 31:
        raise BerkasError(
            nama,
            f"kolom tanggal '{peta.lain['tanggal']}' tampaknya menulis bulan lebih dahulu: ada {swapped[1]} pada "
            "tempat bulan",
            "hitung dengan --tanggal bulan-dahulu, atau --tanggal hari-dahulu bila itu hanya salah ketik",
        )


def _doubles(mesin: Mesin, sumber: Sumber, peta: Pemetaan) -> tuple[int, int]:
    """Sheets left out: copies of a sheet that is counted once, and all copies of one whose answers differ."""
    if LEMBAR not in peta.lain:
        return 0, 0
    found = [(int(times), int(versions)) for times, versions in mesin.jalankan(kueri_ganda(peta, sumber))]
    return sum(t - 1 for t, v in found if v == 1), sum(t for t, v in found if v > 1)


def _present(peta: Pemetaan) -> list[str]:
    return [k for k in KUNCI if k in peta.lain or (k == "periode" and "tanggal" in peta.lain)]


def _key(values: Sequence[Any], peta: Pemetaan, aturan: AturanHitung, dated: bool) -> Kunci:
    told = {k: "" if v is None else str(v).strip() for k, v in zip(_present(peta), values, strict=True)}
    if dated:
        told["periode"] = periode_of(told["periode"], aturan.periode)
    return Kunci(**{**told, **aturan.isi})


def periode_of(month: str, kind: str) -> str:
    """The code of the period in which a month lies: 2025-10 is "2025-tw4"; empty where it is no month."""
    year, number = _month(month)
    if not 1 <= number <= 12:
        return ""
    nth = (number - 1) // BULAN_PER_PERIODE[kind] + 1
    if kind == "tahun":
        return year
    return f"{year}-{_SEBUTAN[kind]}{nth:02}" if kind == "bulan" else f"{year}-{_SEBUTAN[kind]}{nth}"


def _month(text: str) -> tuple[str, int]:
    """Year and month of what the query left of a day; month 0 where it is none."""
    if match := _MONTH.fullmatch(text):
        return (match[1], int(match[2])) if match[1] else (match[4], int(match[3]))
    words = _IN_WORDS.fullmatch(text)
    return (words[2], parse_bulan(words[1].lower()) or 0) if words else ("", 0)


def _bertulis(peta: Pemetaan, sumber: Sumber) -> list[tuple[str, bool]]:
    """The element of each question, and whether its answers are text."""
    numbers = (JenisKolom.BULAT, JenisKolom.PECAHAN)
    return [(unsur, sumber.jenis_of(column) not in numbers) for column, unsur in peta.unsur]


def _isi(values: Sequence[int | None], questions: Sequence[tuple[str, bool]], aturan: AturanHitung) -> Isi:
    """The sums of one group, in the order of `kueri_cacah`."""
    given = [v or 0 for v in values]
    sheets, filled, at = given[0], given[1], 2
    whole, total, squares = 0, 0, 0
    if aturan.lembar_utuh or aturan.sebaran:
        whole, at = given[2], 3
    if aturan.sebaran:
        total, squares, at = given[3], given[4], 5
    counted: dict[str, Cacah] = {}
    for unsur, text in questions:
        width = 3 + aturan.lembar_utuh + text
        own = _counts(given[at : at + width], sheets, text, aturan)
        at += width
        counted[unsur] = total_of((counted[unsur], own)) if unsur in counted else own
    return Isi(sheets, filled, whole, total, squares, counted)


def _counts(sums: Sequence[int], sheets: int, text: bool, aturan: AturanHitung) -> Cacah:
    """The counts of one question from its packed sums."""
    two, one = divmod(sums[0], LANGKAH)
    four, three = divmod(sums[1], LANGKAH)
    valid = sums[3] if aturan.lembar_utuh else one + two + three + four
    words, several = divmod(sums[-1], LANGKAH) if text else (0, 0)
    blank = sheets - sums[2]
    return Cacah((one, two, three, four), blank, sums[2] - valid - several - words, several, words)


def _traits(
    rows: Sequence[tuple[Any, ...]], peta: Pemetaan, aturan: AturanHitung, trait: str, dated: bool
) -> Iterator[tuple[tuple[Kunci, str, str], int]]:
    for row in rows:
        *key, value, n = row
        yield (_key(key, peta, aturan, dated), trait, "" if value is None else str(value).strip()), int(n)
