"""The one SQL text that counts answers: keys, COUNT and SUM of integers, GROUP BY. DuckDB, Sail and Spark run it.

Two counters share one sum: the second is added in steps of 2^31, so no group may hold more rows than that.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.regulations.entri import PedomanSkm
from akuntabel.survey.cacah import SKOR
from akuntabel.survey.pemetaan import LEMBAR, Pemetaan

LANGKAH = 2**31
TABEL = "jawaban"
KUNCI = ("instansi", "unit", "layanan", "periode")
LUAR, GANDA, TEKS = 6, 7, 8
_SEPARATORS = (",", ";", "/", "", "&", "dan", "+")  # between two scores, blanks around them left out
_BEYOND = ("0", "5")  # what is mostly meant by no score; told first, because few comparisons are quick ones
_SPACES = " \t\r\n\u00a0\u200b\u200e\u200f\ufeff"  # told one by one: engines differ in what TRIM takes away
_HUGE = "1e300"  # NaN counts as greater in every engine


# How days are written, year first or day first, and where year and month, or month and year, stand in them.
_DAYS = (
    ("____-__-__", 1, 7), ("____/__/__", 1, 7), ("__/__/____", 4, 7), ("__-__-____", 4, 7), ("_/__/____", 3, 7),
    ("__/_/____", 4, 6), ("_/_/____", 3, 6),
)  # fmt: skip
# The same with the month first: the length of the month, which stands first, and where the year begins.
_MONTHS = (("__/__/____", 2, 7), ("__-__-____", 2, 7), ("_/__/____", 1, 6), ("__/_/____", 2, 6), ("_/_/____", 1, 5))


class JenisKolom(StrEnum):
    """What a column of the source holds."""

    BULAT = "bulat"
    PECAHAN = "pecahan"
    TEKS = "teks"
    TANGGAL = "tanggal"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class Sumber:
    """The columns of a source by their headings, and what they hold. In SQL they are k0, k1, ...: nothing to quote."""

    kolom: tuple[str, ...]
    jenis: tuple[JenisKolom, ...]

    def nama(self, kolom: str) -> str:
        """A column's name in SQL."""
        return f"k{self.kolom.index(kolom)}"

    def jenis_of(self, kolom: str) -> JenisKolom:
        """What a column holds."""
        return self.jenis[self.kolom.index(kolom)]


Ringkasan = Sequence[tuple[int, str]]  # place of a column and the word in it that heads a row of totals


def bukan_ringkasan(rows: Ringkasan) -> str:
    """The condition that a row of the source is no row of totals; of no such rows, true."""
    found: dict[int, list[str]] = {}
    for column, word in rows:
        found.setdefault(column, []).append(word)
    tests = [f"COALESCE(k{column}, '') NOT IN ({_list(words)})" for column, words in sorted(found.items())]
    return " AND ".join(tests) or "TRUE"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _list(values: Sequence[str]) -> str:
    return ", ".join(_text(v) for v in values)


def _answer(name: str, jenis: JenisKolom, labels: Sequence[Sequence[str]]) -> str:
    """A column of answers as 1 to 4, NULL for blank, another number for what is no score."""
    if jenis is JenisKolom.BULAT:
        return name
    if jenis is JenisKolom.PECAHAN:
        return f"CASE WHEN {name} > {_HUGE} THEN NULL ELSE {name} END"
    text = name if jenis is JenisKolom.TEKS else f"CAST({name} AS STRING)"
    plain = [f"WHEN {_text(str(s))} THEN {s}" for s in reversed(SKOR)]
    plain += [f"WHEN {_text(s)} THEN {LUAR}" for s in _BEYOND]
    return f"CASE {text} {' '.join(plain)} ELSE CASE WHEN {text} IS NULL THEN NULL ELSE {_rest(text, labels)} END END"


def _rest(text: str, labels: Sequence[Sequence[str]]) -> str:
    """What an answer is that is not one plain digit. Written with few comparisons: each costs a step for all rows."""
    bare = f"LOWER(TRIM(BOTH {_text(_SPACES)} FROM {text}))"
    printed = " ".join(f"WHEN {bare} IN ({_list(_forms(s, labels))}) THEN {s}" for s in SKOR)
    scores = _list([str(s) for s in SKOR])
    first, last = f"SUBSTR({bare}, 1, 1)", f"SUBSTR({bare}, LENGTH({bare}), 1)"
    between = f"TRIM(SUBSTR({bare}, 2, GREATEST(LENGTH({bare}) - 2, 0)))"
    ends = f"LENGTH({bare}) > 2 AND {first} IN ({scores}) AND {last} IN ({scores})"
    several = f"{ends} AND {between} IN ({_list(_SEPARATORS)})"
    number = f"TRIM(BOTH '0123456789+-.,' FROM {bare}) = ''"  # no cast: engines differ in what they take for one
    return (
        f"CASE WHEN {bare} IN ('', '-') THEN NULL {printed} WHEN {several} THEN {GANDA} "
        f"WHEN {number} THEN {LUAR} {_told(bare)} ELSE {TEKS} END"
    )


def _forms(score: int, labels: Sequence[Sequence[str]]) -> list[str]:
    """How a score is written: 4, 4.0, 4,0; its label in the guide or on the usual scale, with its letter or without."""
    own = dict.fromkeys(words[score - 1].lower() for words in labels if len(words) == len(SKOR))
    letter = "abcd"[score - 1]
    plain = [str(score), f"{score}.0", f"{score},0", f"{score}."]
    return [*plain, *(form for word in own for form in (word, f"{letter}. {word}", f"{letter}) {word}"))]


def _told(bare: str) -> str:
    """A score that stands beside words, as online forms write it: "Sangat baik (4)", "4. Sangat baik", "4 - Puas"."""
    last = f"SUBSTR({bare}, GREATEST(LENGTH({bare}) - 2, 1), 3)"
    two, three = f"SUBSTR({bare}, 1, 2)", f"SUBSTR({bare}, 1, 3)"
    return " ".join(
        f"WHEN {last} = '({s})' OR {two} IN ('{s}.', '{s})', '{s}=', '{s}:') OR {three} IN ('{s} -', '{s} =', '({s})') "
        f"THEN {s}"
        for s in SKOR
    )


def _periode(name: str, jenis: JenisKolom, bulan_dahulu: bool) -> str:
    """The month of a day as 202510; of a text its first characters or itself, which Python reads."""
    if jenis is JenisKolom.TANGGAL:
        return f"YEAR({name}) * 100 + MONTH({name})"
    text = name if jenis is JenisKolom.TEKS else f"CAST({name} AS STRING)"
    cases = [f"WHEN {text} LIKE '{shape}%' THEN SUBSTR({text}, {at}, {length})" for shape, at, length in _DAYS]
    if bulan_dahulu:
        own = f"WHEN {text} LIKE '{{}}%' THEN CONCAT(SUBSTR({text}, 1, {{}}), '/', SUBSTR({text}, {{}}, 4))"
        cases = [*(own.format(*shape) for shape in _MONTHS), *cases[:2]]
    return f"CASE {' '.join(cases)} ELSE {text} END"


def _keys(peta: Pemetaan, sumber: Sumber) -> dict[str, str]:
    """The expression of each key that the source has."""
    made = {k: sumber.nama(peta.lain[k]) for k in KUNCI if k in peta.lain}
    if "tanggal" in peta.lain and "periode" not in made:
        day = peta.lain["tanggal"]
        made["periode"] = _periode(sumber.nama(day), sumber.jenis_of(day), peta.bulan_dahulu)
    return made


def kueri_cacah(
    peta: Pemetaan, sumber: Sumber, pedoman: PedomanSkm,
    *, lembar_utuh: bool = False, sebaran: bool = False, tabel: str = TABEL,
) -> str:  # fmt: skip
    """Counts by group: keys, lembar, berisi, [lengkap], [total, kuadrat], then a, b, c, [s], [d] of each question.

    `sebaran` adds the sums that a confidence interval needs, `lembar_utuh` counts only complete sheets.
    """
    labels = {u.kode: (u.jawaban, *pedoman.jawaban_umum) for u in pedoman.unsur}
    keys = _keys(peta, sumber)
    answers = [f"q{n}" for n in range(len(peta.unsur))]
    inner = [f"{expr} AS {key}" for key, expr in keys.items()]
    inner += [
        f"{_answer(sumber.nama(c), sumber.jenis_of(c), labels.get(u, pedoman.jawaban_umum))} AS {q}"
        for q, (c, u) in zip(answers, peta.unsur, strict=True)
    ]
    whole = " AND ".join(f"{q} IN (1, 2, 3, 4)" for q in answers)
    kinds = {sumber.jenis_of(column) for column, _ in peta.unsur}
    counts = ["COUNT(*) AS lembar", f"{_answered(answers, kinds)} AS berisi"]
    counts += _of_sheets(answers, whole, lembar_utuh=lembar_utuh, sebaran=sebaran)
    for q, (column, _) in zip(answers, peta.unsur, strict=True):
        counts += _pairs(q, sumber.jenis_of(column), whole if lembar_utuh else "")
    group = f" GROUP BY {', '.join(keys)}" if keys else ""
    sheets = f"(SELECT {', '.join(inner)} FROM {tabel}) AS lembar_jawaban"
    return f"SELECT {', '.join((*keys, *counts))} FROM {sheets}{group}"


def _answered(answers: Sequence[str], kinds: Collection[JenisKolom]) -> str:
    """Sheets with a valid answer. Answers are asked one after another, so that the first mostly says it; of text, which
    is told as 1 to 4 or more, one comparison does. Of numbers, which may be 0, the least answer says it for nearly all
    sheets, and each answer of the others is asked.
    """
    if not {JenisKolom.BULAT, JenisKolom.PECAHAN} & set(kinds):
        return f"COUNT(CASE WHEN {' OR '.join(f'{q} < {LUAR}' for q in answers)} THEN 1 END)"
    least = f"LEAST({', '.join(answers)})" if len(answers) > 1 else answers[0]
    each = " OR ".join(f"{q} IN (1, 2, 3, 4)" for q in answers)
    valid = f"{least} IN (1, 2, 3, 4)" if JenisKolom.PECAHAN in kinds else f"{least} BETWEEN 1 AND 4"
    return f"COUNT(CASE WHEN {valid} THEN 1 WHEN {least} < {LUAR} AND ({each}) THEN 1 END)"


def _of_sheets(answers: Sequence[str], whole: str, *, lembar_utuh: bool, sebaran: bool) -> list[str]:
    """Complete sheets, and the sum and sum of squares of all their scores together."""
    total = " + ".join(f"CAST({q} AS BIGINT)" for q in answers)
    made = [f"SUM(CASE WHEN {whole} THEN 1 ELSE 0 END) AS lengkap"] if lembar_utuh or sebaran else []
    if sebaran:
        made.append(f"SUM(CASE WHEN {whole} THEN {total} ELSE 0 END) AS total")
        made.append(f"SUM(CASE WHEN {whole} THEN ({total}) * ({total}) ELSE 0 END) AS kuadrat")
    return made


def _pairs(q: str, jenis: JenisKolom, whole: str) -> list[str]:
    """Scores 1 and 2, scores 3 and 4, answers that are not blank, and of text those that are several or no number."""

    def pair(name: str, first: int, second: int, condition: str) -> str:
        told = f"CASE {q} WHEN {first} THEN 1 WHEN {second} THEN {LANGKAH} ELSE 0 END"
        return f"SUM({f'CASE WHEN {condition} THEN {told} ELSE 0 END' if condition else told}) AS {name}{q}"

    made = [pair("a", 1, 2, whole), pair("b", 3, 4, whole), f"COUNT({q}) AS c{q}"]
    if whole:
        made.append(f"SUM(CASE WHEN {q} IN (1, 2, 3, 4) THEN 1 ELSE 0 END) AS s{q}")
    if jenis in (JenisKolom.TEKS, JenisKolom.LAIN, JenisKolom.TANGGAL):
        made.append(pair("d", GANDA, TEKS, ""))
    return made


def kueri_profil(peta: Pemetaan, sumber: Sumber, sifat: str, tabel: str = TABEL) -> str:
    """Sheets by group and value of one trait of respondents."""
    keys = {**_keys(peta, sumber), "nilai": sumber.nama(peta.lain[sifat])}
    inner = ", ".join(f"{expr} AS {key}" for key, expr in keys.items())
    names = ", ".join(keys)
    return f"SELECT {names}, COUNT(*) AS lembar FROM (SELECT {inner} FROM {tabel}) AS lembar_jawaban GROUP BY {names}"


def kueri_ganda(peta: Pemetaan, sumber: Sumber) -> str:
    """Numbers of sheets that stand more than once in one group: how often, and in how many versions of the answers.

    Offices number their sheets anew for each service and quarter, so that a number says something within these only.
    """
    own = ", ".join(_identity(peta, sumber))
    return (
        f"SELECT SUM(kali) AS kali, COUNT(*) AS versi FROM ({_versions(peta, sumber)}) AS versi_lembar "
        f"GROUP BY {own} HAVING SUM(kali) > 1"
    )


def tabel_tanpa_ganda(peta: Pemetaan, sumber: Sumber) -> str:
    """The answers where a sheet that stands several times counts once, and not at all where its answers differ."""
    number = sumber.nama(peta.lain[LEMBAR])
    columns, own = ", ".join(_columns(peta, sumber)), ", ".join(_identity(peta, sumber))
    told = f"SELECT {columns}, COUNT(*) OVER (PARTITION BY {own}) AS versi FROM ({_versions(peta, sumber)}) AS semua"
    kept = f"SELECT {columns} FROM ({told}) AS versi_lembar WHERE versi = 1"
    nameless = f"SELECT {columns} FROM {TABEL} WHERE {number} IS NULL"
    return f"({kept} UNION ALL {nameless}) AS tanpa_ganda"


def _identity(peta: Pemetaan, sumber: Sumber) -> list[str]:
    """What tells a sheet among the versions: its number and its group."""
    return ["nomor", *(f"milik_{key}" for key in _keys(peta, sumber))]


def _versions(peta: Pemetaan, sumber: Sumber) -> str:
    """Each numbered sheet in each version of its answers, with how often it stands."""
    number, columns = sumber.nama(peta.lain[LEMBAR]), ", ".join(_columns(peta, sumber))
    groups = "".join(f", {expr} AS milik_{key}" for key, expr in _keys(peta, sumber).items())
    each = f"SELECT {number} AS nomor, {columns}, COUNT(*) AS kali FROM {TABEL} WHERE {number} IS NOT NULL"
    return f"SELECT nomor, {columns}, kali{groups} FROM ({each} GROUP BY {number}, {columns}) AS bernomor"


def _columns(peta: Pemetaan, sumber: Sumber) -> list[str]:
    others = [c for m, c in peta.lain.items() if m != LEMBAR]
    return [sumber.nama(c) for c in dict.fromkeys((*(c for c, _ in peta.unsur), *others))]
