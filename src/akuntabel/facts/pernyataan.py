"""Values that sentences claim: of which indicator, which besaran, which year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import JOINED, YEARS, Angka
from akuntabel.facts.besaran_kalimat import PART_OF_YEAR, Besaran, meaning_of, speaks_of_part
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.subjek import bare_name, normal_name

IKM = "Indeks Kepuasan Masyarakat"
_IKM = re.compile(r"\b(indeks kepuasan masyarakat|ikm|nilai skm|skor skm|skm tahun|kinerja skm)\b", re.IGNORECASE)
_SAID_OF_IKM = (IKM, "IKM")
_WINDOW = 70
_COUNTED = frozenset({
    "tahun", "bulan", "hari", "kali", "tw", "triwulan", "indikator", "sasaran", "tujuan", "orang", "responden",
    "program", "kegiatan", "unsur", "rencana", "butir", "unit", "layanan", "jenis", "poin", "dokumen", "laporan",
})  # fmt: skip
_BOUND = re.compile(
    r"\b(belum|tidak|kurang dari|di ?atas|di ?bawah|lebih dari|minimal|maksimal|paling|antara|naik|turun|meningkat"
    r"|menurun|selisih|sebanyak|bobot|rentang|interval)\b",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"\W*(?:pada )?tahun (?:19|20)\d{2}\b", re.IGNORECASE)
_REPLACED = re.compile(r"\btarget\b.*\bdari\s*$", re.IGNORECASE)
_BECOMES = re.compile(r"[^.;,]{0,40}\bmenjadi\b", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(anggaran|pagu|belanja|keuangan|rp|penyerapan|serapan|responden|program|kegiatan)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """A claim of a sentence. `indikator` is a name that the document's tables use, or IKM.

    `tersirat`: the heading above or the sentence before names the indicator, the sentence itself does not. `atau`: the
    other besaran that the words allow. `sebagian`: said of a quarter or another part of the year. `atas`: the upper
    end of a span of values, of which `angka` is the lower.
    """

    indikator: str
    besaran: Peran
    tahun: int | None
    angka: Angka
    kalimat: Kalimat
    tersirat: bool = False
    atau: Peran | None = None
    sebagian: bool = False
    atas: Angka | None = None


def read_claims(sentences: tuple[Kalimat, ...], names: tuple[str, ...], tahun: int | None) -> tuple[Pernyataan, ...]:
    """Claims of all sentences about indicators that the tables name, and about the index of satisfaction."""
    known = {bare_name(n): n for n in names if len(bare_name(n)) > 3}
    short = short_names(names)
    named = [subject_of(s.teks, known, short) for s in sentences]
    found: list[Pernyataan] = []
    spoken = ""
    for at, sentence in enumerate(sentences):
        same = at > 0 and sentences[at - 1].alinea.blok == sentence.alinea.blok
        goes_on = same and bool(_GOES_ON.match(sentence.teks)) and not _names_any(sentence.teks, known)
        spoken = named[at] or (spoken if goes_on else "")
        if sentence.angka:
            subject, implied = named[at], False
            if not subject:
                subject, implied = spoken or _of_heading(sentence, known, short), True
            called = (subject, *(word for word, name in short.items() if name == subject), *_SAID_OF_IKM)
            found += _claims(sentence, subject, called, implied, tahun)
    return tuple(found)


_SHORT = re.compile(r"\(([A-Z]{2,8})\)")
_LEAST = 3  # letters of a short name that the document does not give itself
_OTHERS = frozenset({"IKU", "IKK", "SKM", "OPD", "ASN", "PNS", "APBD", "DPRD"})  # what these letters mean elsewhere


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Indicators by their short names: as printed in brackets, else the initials ("TPT") that only one of them has."""
    told = {m[1]: n for n in names if (m := _SHORT.search(n))}
    made: dict[str, set[str]] = defaultdict(set)
    for name in names:
        made["".join(w[0] for w in bare_name(name).split()).upper()].add(name)
    free = {s: n.pop() for s, n in made.items() if len(n) == 1 and len(s) >= _LEAST and s not in _OTHERS}
    return {**free, **told}


# The sentence before names the indicator; this one goes on about its values.
_GOES_ON = re.compile(
    r"\W*(?:(?:adapun|sedangkan|sementara(?: itu)?|dengan(?: demikian)?,?)\s+)?"
    r"(?:(?:realisasi|capaian|target|kemajuan|tingkat kemajuan)(?:nya)?|dihitung|indikator (?:ini|tersebut))\b",
    re.IGNORECASE,
)


def _of_heading(sentence: Kalimat, known: dict[str, str], short: dict[str, str]) -> str:
    """The indicator of the nearest heading that names one, for a sentence that begins with a year and names none."""
    if not _YEAR_FIRST.match(sentence.teks) or _names_any(sentence.teks, known):
        return ""
    return next((s for b in reversed(sentence.alinea.bagian) if (s := subject_of(b, known, short))), "")


def _claims(
    sentence: Kalimat, subject: str, called: Iterable[str], inherited: bool, tahun: int | None
) -> Iterator[Pernyataan]:
    """`called`: the names that the words before a number may hold."""
    start, realised = 0, False
    for number in sentence.angka if subject else ():
        words = _without(sentence.teks[start : number.awal], called)
        direct = start == 0 and not inherited and _DIRECT.fullmatch(words)
        before, start = words[-_WINDOW:], number.akhir
        told = meaning_of(before, number, sentence.teks[number.akhir :], realised=realised)
        changed = not told and _is_changed(sentence, number, words) and not inherited
        told = told or (Besaran(Peran.REALISASI) if direct or changed else None)
        told = _against_end(told, number, sentence.teks[: number.awal])
        if told and _in_formula(sentence.teks, number):
            continue
        if told and _is_value(number, "" if changed else before, sentence.teks[number.akhir :]):
            realised = realised or told == Besaran(Peran.REALISASI)
            part = bool(PART_OF_YEAR.search(sentence.teks[: number.awal]))
            year = _year(sentence, number, tahun)
            upper = _upper_end(sentence, number)
            yield Pernyataan(subject, told.peran, year, number, sentence, inherited, told.atau, part, upper)


_FORMULA = re.compile(r"\brumus\w*\b[^.;]{0,160}", re.IGNORECASE)
_FACTOR = re.compile(r"\)\s*[x×*]\s*$", re.IGNORECASE)  # "(target/realisasi) x 100%": no value of anything
_SIGN = re.compile(r"[{}\[\]=×÷+/]|\s[x*-]\s")


def _in_formula(text: str, number: Angka) -> bool:
    """Whether a number stands in a formula that the sentence tells: "rumus {1 + (1 - realisasi/target)} x 100%"."""
    if _FACTOR.search(text[: number.awal]):
        return True
    found = _FORMULA.search(text)
    inside = found is not None and found.start() < number.awal < found.end()
    return inside and found is not None and _SIGN.search(found[0]) is not None


# "... meningkat dari 90,88% pada tahun 2023 menjadi 92,14% pada tahun 2024": each value with its year.
_CHANGES = re.compile(
    r"\b(?:naik|meningkat|peningkatan|kenaikan|turun|menurun|penurunan|berkurang|bertambah|lebih)\b", re.IGNORECASE
)
_OF_CHANGE = re.compile(r"\b(?:dari|menjadi)\s+(?:sebesar\s+|semula\s+)?$", re.IGNORECASE)
_DATED = re.compile(r"\s*(?:poin|persen)?\s*(?:pada|di|\()\s*(?:tahun\s*)?(?:19|20)\d{2}\b", re.IGNORECASE)
_YEAR_THEN = re.compile(
    r"\b(?:di ?banding\w*|lebih (?:tinggi|rendah|besar|kecil|baik|banyak|sedikit) dari(?:pada)?|poin dari)\b"
    r"[^.;\d]{0,60}"
    r"\btahun\s+(?:19|20)\d{2}\s*,?\s*(?:yang\s+)?"
    r"(?:sebesar|mencapai|adalah|ialah|yaitu)\s*$",
    re.IGNORECASE,
)
_NO_REALISASI = re.compile(
    r"\b(?:target\w*|capaian|pencapaian|anggaran|pagu|serapan|penyerapan|proyeksi|rp\w*|nilai akip|jumlah)\b",
    re.IGNORECASE,
)


def _is_changed(sentence: Kalimat, number: Angka, words: str) -> bool:
    """Whether a number is a value, with its year, between which and another one the indicator moved."""
    text = sentence.teks
    dated = (_OF_CHANGE.search(words) and _DATED.match(text, number.akhir)) or _YEAR_THEN.search(words)
    return bool(dated and _CHANGES.search(text)) and not _NO_REALISASI.search(text) and not speaks_of_part(text)


# "Dibandingkan dengan target akhir Renstra sebesar Y, realisasi ... telah mencapai Z%": Z may be the share of Y.
_AGAINST_END = re.compile(
    r"\b(?:di ?banding(?:kan|an)?|perbandingan|terhadap)(?:\s+(?:dengan|antara|terhadap))?\s+(?:\w+\s+){0,2}?"
    r"target(?:nya)?\s+(?:\w+\s+){0,3}?(?:akhir|renstra|rencana strategis|rpjm[dn]|jangka menengah)\b",
    re.IGNORECASE,
)


def _against_end(told: Besaran | None, number: Angka, before: str) -> Besaran | None:
    if told == Besaran(Peran.REALISASI) and number.persen and _AGAINST_END.search(before):
        return Besaran(Peran.KEMAJUAN, Peran.REALISASI)
    return told


_TO = re.compile(JOINED + r"(?=\d)", re.IGNORECASE)


def _upper_end(sentence: Kalimat, number: Angka) -> Angka | None:
    """The second number of a span: 10,00 sampai 14,00."""
    joined = _TO.match(sentence.teks, number.akhir)
    return next((n for n in sentence.angka if joined and n.awal == joined.end()), None)


# "Indeks ... tahun 2025 sebesar 84,64": nothing else stands between the indicator and its value.
_DIRECT = re.compile(
    r"\W*(?:(?:pada )?tahun (?:19|20)\d{2}\W*)?(?:adalah|ialah|yaitu|mencapai)?\s*(?:sebesar|mencapai|adalah)\s+",
    re.IGNORECASE,
)


def _is_value(number: Angka, before: str, behind: str) -> bool:
    """A value of an indicator: no money, no count of things, no bound and nothing denied."""
    if _REPLACED.search(before) and _BECOMES.match(behind):
        return False  # "target dinaikkan dari X menjadi Y": X is no longer the target
    counted = number.rupiah or number.satuan in _COUNTED or number.rusak is not None
    near = _NAMED.split(before)[-1][-40:]  # "tidak mencapai target dengan capaian 99,86%" denies the reaching only
    return not counted and not _MONEY.search(before) and not _BOUND.search(near)


_NAMED = re.compile(r"\b(?:capaian|realisasi)(?:nya)?\b", re.IGNORECASE)


def _without(text: str, called: Iterable[str]) -> str:
    """A text without the names of the indicator, whose words ("naik kelas") say nothing of the number."""
    names = (re.escape(re.sub(r"\s*\([^()]*\)", "", name)) for name in called)
    return re.sub(rf"\b(?:{'|'.join(names)})\b", " ", text, flags=re.IGNORECASE)


def _names_any(text: str, known: dict[str, str]) -> bool:
    body = normal_name(text)
    return any(bare in body for bare in known) or bool(_IKM.search(text))


def subject_of(text: str, known: dict[str, str], short: dict[str, str]) -> str:
    """The one indicator that a text names; empty where it names none or several."""
    body = normal_name(text)
    named = {n for bare, n in known.items() if bare in body and re.search(rf"\b{re.escape(bare)}\b", body)}
    named |= {n for word, n in short.items() if word in text and re.search(rf"\b{word}\b", text)}
    if _IKM.search(text):
        named.add(next((n for n in named if _IKM.search(n)), IKM))
    return named.pop() if len(named) == 1 else ""


def _year(sentence: Kalimat, number: Angka, tahun: int | None) -> int | None:
    """The nearest year: right behind in brackets, else the last one before, else the report's."""
    behind = re.match(r"\s*(?:%|poin)?\s*\((?:tahun\s*)?((?:19|20)\d{2})\)|\s*pada tahun ((?:19|20)\d{2})",
                      sentence.teks[number.akhir :])  # fmt: skip
    if behind:
        return int(behind[1] or behind[2])
    before = [int(m[0]) for m in YEARS.finditer(sentence.teks[: number.awal])]
    if before:
        return before[-1]
    later = YEARS.search(sentence.teks, number.akhir)
    compared = later and _COMPARED.search(sentence.teks[number.akhir : later.start()])
    return sentence.tahun[0] if len(sentence.tahun) == 1 and not compared else tahun


# A year that the sentence compares with is not that of the value before it.
_COMPARED = re.compile(r"\b(?:dibanding\w*|daripada|naik|turun|meningkat|menurun)\b", re.IGNORECASE)
