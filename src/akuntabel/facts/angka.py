"""Numbers as people write them in documents: 1.234,56; 8.55; 24.755.00; Rp. 18.113.302.758,-; (1.250); 1,2 milyar.

Other than `bahasa.angka`, which reads what a user enters and asks back, this reads what already stands printed: it
keeps the text, the printed precision and what is broken about it, and never refuses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from akuntabel.bahasa.angka import round_half_up


class TandaDesimal(StrEnum):
    """The mark before the decimals."""

    TIADA = ""
    KOMA = ","
    TITIK = "."


@dataclass(frozen=True, slots=True)
class Angka:
    """A number at a place in a text.

    `teks` is all that belongs to it (currency, sign, unit mark); `nilai` is None when it is broken beyond a reading;
    `desimal` are the printed places; `skala` the power of ten of a word (juta 6); `ragu` marks 1.234 with one group,
    which may be a decimal; `kurung` is what stands in brackets right behind, often the number in words; `rusak` says
    in Indonesian what is wrong with the digits.
    """

    teks: str
    nilai: Decimal | None
    awal: int
    akhir: int
    desimal: int = 0
    tanda: TandaDesimal = TandaDesimal.TIADA
    persen: bool = False
    rupiah: bool = False
    satuan: str = ""
    skala: int = 0
    ragu: bool = False
    kurung: str = ""
    rusak: str | None = None

    @property
    def ketelitian(self) -> Decimal:
        """One unit in the last printed place."""
        return Decimal(1).scaleb(self.skala - self.desimal)

    @property
    def batas(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest exact value that is printed so; a count without scale is itself."""
        value = self.nilai if self.nilai is not None else Decimal(0)
        half = self.ketelitian / 2 if self.skala or self.desimal else Decimal(0)
        return value - half, value + half

    def prints(self, value: Decimal) -> bool:
        """Whether an exact value would be printed as this number, half up at its printed places."""
        return self.nilai is not None and round_half_up(value, self.desimal - self.skala) == round_half_up(
            self.nilai, self.desimal - self.skala
        )

    def near(self, value: Decimal, units: Decimal | int = 1) -> bool:
        """Whether a value lies within `units` of the last printed place: rounded, cut or rounded up."""
        return self.nilai is not None and abs(value - self.nilai) <= units * self.ketelitian


def same_value(first: Angka | None, second: Angka | None) -> bool:
    """Whether two numbers print one value: rounded or cut to fewer places; two whole numbers only when equal."""
    if first is None or second is None or first.nilai is None or second.nilai is None:
        return False
    if first.ketelitian == second.ketelitian == 1:
        return first.nilai == second.nilai
    return first.near(second.nilai) or second.near(first.nilai)


_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "milliar": 9, "triliun": 12, "trilyun": 12}
_PLAIN = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,(\d+))?")
_COMMA = re.compile(r"\d+,(\d+)")
_DOT = re.compile(r"\d+\.(\d+)")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.(\d+))?")
_CODE = re.compile(r"[1-9X]\.(?:\d{2}|XX)(?:\.\d{2}(?:\.\d(?:\.\d{2}(?:\.\d{4})?|\d{2})?)?)+")


def read_digits(body: str) -> Angka:
    """The number of a bare run of digits, dots and commas (no sign, no unit); places are 0..len."""
    token = body.strip()
    if _PLAIN.fullmatch(token):
        return _read(token, Decimal(token))
    if match := _GROUPED.fullmatch(token):
        return _grouped(token, match[1] or "")
    if match := _COMMA.fullmatch(token) or _DOT.fullmatch(token):
        mark = TandaDesimal(token[match.start(1) - 1])
        likely_thousands = mark is TandaDesimal.KOMA and _ENGLISH.fullmatch(token) and token[0] != "0"
        value = Decimal(token.replace(",", "."))
        return _read(token, value, len(match[1]), mark, ragu=bool(likely_thousands))
    if match := _ENGLISH.fullmatch(token):
        places = len(match[1] or "")
        mark = TandaDesimal.TITIK if places else TandaDesimal.TIADA
        return _read(token, Decimal(token.replace(",", "")), places, mark)
    return _read(token, rusak=_broken(token))


def _read(
    token: str,
    nilai: Decimal | None = None,
    desimal: int = 0,
    tanda: TandaDesimal = TandaDesimal.TIADA,
    *,
    ragu: bool = False,
    rusak: str | None = None,
) -> Angka:
    return Angka(token, nilai, 0, len(token), desimal, tanda, ragu=ragu, rusak=rusak)


def _grouped(token: str, decimals: str) -> Angka:
    one_group = token.count(".") == 1 and not decimals
    if token.startswith("0"):
        return _read(token, Decimal(token), 3, TandaDesimal.TITIK) if one_group else _read(token, rusak="diawali nol")
    mark = TandaDesimal.KOMA if decimals else TandaDesimal.TIADA
    return _read(token, _decimal(token), len(decimals), mark, ragu=one_group)


def _decimal(token: str) -> Decimal:
    return Decimal(token.replace(".", "").replace(",", "."))


def _broken(token: str) -> str:
    if token[-1] in ".," and token.strip(".,"):
        return "berakhir dengan tanda titik atau koma"
    if token[0] in ".,":
        return "diawali tanda titik atau koma"
    if ".." in token or ",," in token or ".," in token or ",." in token:
        return "tanda titik dan koma berdampingan"
    return "pemisah ribuan tidak diikuti tiga angka"


# --- cells ---


class JenisIsi(StrEnum):
    """What a cell holds."""

    KOSONG = "kosong"
    STRIP = "strip"
    ANGKA = "angka"
    RUSAK = "rusak"  # meant as a number, broken
    GALAT = "galat"  # #REF!, #DIV/0!
    CENTANG = "centang"
    TEKS = "teks"


_MONEY = r"(?:Rp|RP|rp|IDR)\s*[.,]{0,2}\s*"
_CELL = re.compile(
    rf"(?P<neg>[-−–]\s*(?=[\d(R])|\()?\s*(?P<rp>{_MONEY})?(?P<neg2>[-−–](?=\d))?"
    r"(?P<num>[.,]?\d[\d.,]*(?: \d{3}(?=[\s.,)%]|$))*)"
    r"(?P<sen>[.,]?\s*[-−–=]{1,2})?(?P<close>\))?\s*(?P<tail>%|‰|persen\b|[^\W\d_][^\d]*)?[\s.;]*",
)
_FAULT = re.compile(r"#(?:REF|DIV/0|N/A|VALUE|NAME|NUM|NULL|SPILL)[!?]?|Err:\d+", re.IGNORECASE)
_TICK = re.compile(r"[√✓✔☑vV]|\uf0fc")
_ORDINAL = re.compile(r"\d{1,3}[.)]")
_DASH = re.compile(r"[-−–—_.]+")

_PLAIN_CELLS = (
    (JenisIsi.KOSONG, re.compile("")),
    (JenisIsi.STRIP, _DASH),
    (JenisIsi.GALAT, _FAULT),
    (JenisIsi.CENTANG, _TICK),
)


def classify_cell(text: str) -> tuple[JenisIsi, Angka | None]:
    """What a cell holds and its number. A short unit may follow the number ("59 org", "3 dokumen")."""
    body = " ".join(text.replace("\u00a0", " ").split())
    plain = next((kind for kind, pattern in _PLAIN_CELLS if pattern.fullmatch(body)), None)
    if plain:
        return plain, None
    match = _CELL.fullmatch(body)
    if match and _ORDINAL.fullmatch(body):
        return JenisIsi.ANGKA, replace(read_digits(body.rstrip(".)")), teks=body, akhir=len(body))
    if not match or _CODE.fullmatch(body) or (match["tail"] and len(match["tail"]) > 30):
        return JenisIsi.TEKS, None
    return _cell_number(body, match)


def _cell_number(body: str, match: re.Match[str]) -> tuple[JenisIsi, Angka | None]:
    raw = match["num"].replace(" ", "")
    if match["sen"] or match["rp"]:
        raw = re.sub(r"[.,]$", "", raw) if match["sen"] else raw
    number = read_digits(raw)
    tail = (match["tail"] or "").strip().lower()
    number = replace(
        number,
        teks=body,
        akhir=len(body),
        persen=tail in ("%", "persen"),
        rupiah=match["rp"] is not None,
        satuan="" if tail in ("%", "persen") else tail,
    )
    number = scale_by_word(number)
    if (match["neg"] or match["neg2"]) and number.nilai is not None and (match["neg"] != "(" or match["close"]):
        number = replace(number, nilai=-number.nilai)
    return (JenisIsi.ANGKA if number.rusak is None else JenisIsi.RUSAK), number


def scale_by_word(number: Angka) -> Angka:
    """A number whose unit is ribu, juta, miliar, triliun, in units."""
    word, _, rest = number.satuan.partition(" ")
    power = _SCALES.get(word)
    if power is None or number.nilai is None:
        return number
    return replace(number, nilai=number.nilai.scaleb(power), skala=power, satuan=rest)


# "10,00 sampai 14,00 hari kerja"; a bare hyphen would take 5-10 and 2025-2029 for one.
JOINED = r"\s*(?:sampai(?:\s+dengan)?|hingga|s\.?\s?d\.?|–)\s*"
_SPAN = re.compile(
    rf"(?P<bawah>\d[\d.,]*\s*%?){JOINED}(?P<atas>\d[\d.,]*\s*(?:%|[^\W\d_][^\d]{{0,30}})?)", re.IGNORECASE
)


def span_of(text: str) -> tuple[Angka, Angka] | None:
    """The two ends of a cell that is a span of values; None where it is none."""
    match = _SPAN.fullmatch(" ".join(text.split()))
    ends = [classify_cell(match[name])[1] for name in ("bawah", "atas")] if match else []
    low, high = ends if ends else (None, None)
    return (low, high) if low and high and low.nilai is not None and high.nilai is not None else None


# --- running text ---

_MONTHS = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
    "|jan|feb|mar|apr|jun|jul|agt|ags|sept?|okt|nov|nop|des"
)
_NOT_QUANTITIES = re.compile(
    "|".join(
        (
            r"\$\$?[^$]*\$\$?",  # formulas
            r"https?://\S+|\S+@\S+|www\.\S+",
            r"NIP\.?\s*:?\s*[\d\s]{8,}",
            r"\b\d{8}\s?\d{6}\s?\d\s?\d{3}\b",
            r"(?:\(0\d{2,3}\)|\b0\d{2,3}|\+62)[\s-]?\d{3,}(?:[\s-]?\d{2,})*",  # telephone
            r"(?:nomor|no\.?|nomer)\s*:?\s*[\w./-]*\d[\w./-]*(?:\s*/\s*[\w.-]+)*(?:\s*tahun\s+\d{4})?",
            r"\b(?:uu|pp|perpres|permen\w*|kepmen\w*|perda|perwal|perbup|pergub|tap\s+mpr\w*|inpres|keppres|se)\b"
            r"[^.;,()]{0,25}?\d+\s*(?:/|tahun)\s*(?:\w+\s*/\s*)?\d{4}",
            r"\b(?:pasal|ayat|huruf|angka|lampiran|bab|misi|tabel|gambar|grafik|diagram|bagan|peta|foto|halaman|hal\."
            r"|hlm\.?|butir|poin|point|nomor urut|tahap|tipe|kelas|golongan|gol\.?|eselon|es\.|triwulan|tw|semester"
            r"|minggu|kolom|baris|jalan|jl\.?|rt|rw|kode pos|iso|versi)\b\s*:?\s*\(?[ivxlc\d]+(?:\s*[./-]\s*\d+)*\)?"
            r"(?!\d|,\d|\s*%)",  # "naik kelas 103,00%" is a value
            rf"\b\d{{1,2}}(?:\s*(?:-|–|s\.?d\.?)\s*\d{{1,2}})?\s+(?:{_MONTHS})\b\.?(?:\s+\d{{4}})?",
            rf"\b(?:{_MONTHS})\b\.?\s+\d{{4}}",
            r"\b\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d{2})\b",
            r"\b\d{1,2}[.:]\d{2}\s*(?:wib|wita|wit)\b",
            r"\b(?:tahun(?:\s+anggaran)?|ta\.?|periode|sampai(?:\s+dengan)?|hingga|s\.?d\.?|dan|dari|ke|pada|\(|di)\s*"
            r"(?:19|20)\d{2}\b(?!\s*[.,]\d)(?:\s*(?:-|–|/|s\.?d\.?|sampai(?:\s+dengan)?|hingga|dan)\s*(?:19|20)?\d{2}\b)?",
            r"\b(?:19|20)\d{2}\s*(?:-|–|/|s\.?d\.?)\s*(?:19|20)\d{2}\b",
            r"\bke[-\s]?\d+\b",
            r"\b\d\.\d{2}\.\d{2}(?:\.\d+)*",  # nomenclature
            r"\b(?!rp)[A-Za-z]+[-/.]?\d[\w.-]*",  # U8, IKU-1, PM2.5
            r"\b[IVX]+/[a-e]\b",
            r"\b\d+[A-Za-z]\w*",
        )
    ),
    re.IGNORECASE,
)
_TOKEN = re.compile(
    rf"(?P<rp>{_MONEY})?(?P<neg>(?<![\d\w])[-−](?=\d))?(?P<num>\d[\d.,]*\d|\d)(?P<sen>[.,]?-)?"
    r"(?:\s*(?P<pct>%|‰|persen\b|prosen\b))?(?:\s*(?P<scale>ribu|juta|mil+iar|milyar|tril[iy]un)\b)?"
    r"(?P<sen2>[.,]?-)?(?:\s*\((?P<paren>[^()\d]{1,240}|\d{1,3})\))?(?:\s*(?P<word>[^\W\d_]+))?"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MARKER = re.compile(r"^\s*(?:[-•●○o*]\s+)?\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]+\)?\s")
YEARS = re.compile(r"(?<![\d.,])(?:19[89]\d|20[0-4]\d)(?![\d.,]*\d)(?!\s*(?:orang|unit|buah|%))")


def quantities(text: str) -> tuple[Angka, ...]:
    """The quantities of a sentence in order. Laws, articles, NIP, telephones, dates, years, codes, ordinals, list
    markers and table numbers are none; places count characters of `text`."""
    if not _DIGIT.search(text):
        return ()
    masked = mask(text)
    return tuple(q for m in _TOKEN.finditer(masked) if (q := _quantity(text, m)) is not None)


def mask(text: str) -> str:
    """The text with everything that only looks like a quantity blanked out, character for character."""
    masked = _NOT_QUANTITIES.sub(_blank, text)
    head = _MARKER.match(masked)
    return " " * head.end() + masked[head.end() :] if head else masked


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _quantity(text: str, match: re.Match[str]) -> Angka | None:
    number = read_digits(match["num"])
    scale = (match["scale"] or "").lower()
    bare = not (match["rp"] or match["pct"] or scale or match["paren"])
    if bare and _YEAR.fullmatch(match["num"]):
        return None
    end = max(match.end(g) for g in ("num", "sen", "pct", "scale", "sen2") if match[g])
    number = replace(
        number,
        teks=text[match.start() : end].strip(),
        awal=match.start(),
        akhir=end,
        persen=match["pct"] is not None,
        rupiah=match["rp"] is not None,
        satuan=" ".join(w for w in (scale, (match["word"] or "").lower()) if w),
        kurung=text[match.start("paren") : match.end("paren")] if match["paren"] else "",
    )
    if match["neg"] and number.nilai is not None:
        number = replace(number, nilai=-number.nilai)
    return scale_by_word(number)


def years(text: str) -> tuple[int, ...]:
    """The years that a text names, in order, each once; a range 2025-2029 gives its ends."""
    return tuple(dict.fromkeys(int(m[0]) for m in YEARS.finditer(text)))
