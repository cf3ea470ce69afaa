"""Whose document it is: kind, agency, region, year; and every agency that it names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile, zip_longest

from akuntabel.doctree.naskah import Tempat
from akuntabel.facts.angka import years
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, Struktur
from akuntabel.facts.tabel import Tabel


class JenisDokumen(StrEnum):
    """Kinds of documents that are recognised. LAIN: none of them, so rules of structure rest."""

    LKJ_OPD = "lkj_opd"
    LKJ_PEMDA = "lkj_pemda"
    PERJANJIAN_KINERJA = "perjanjian_kinerja"
    TRIWULAN = "laporan_triwulan"
    SKM = "laporan_skm"
    RENSTRA = "renstra"
    IKU = "iku"
    RFK = "rfk"
    DPA = "dpa"
    LRA = "lra"
    LHE = "lhe"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class SebutanInstansi:
    """An agency that the text names, at one place."""

    nama: str
    tempat: Tempat
    kutipan: str


@dataclass(frozen=True, slots=True)
class Identitas:
    """Whose document it is. `instansi` without region ("Dinas Tenaga Kerja"); empty or None where not recognised.

    `jenis_lain` are other kinds that the cover names beside the one that it was taken for.
    """

    jenis: JenisDokumen = JenisDokumen.LAIN
    instansi: str = ""
    daerah: str = ""
    tahun: int | None = None
    sebutan: tuple[SebutanInstansi, ...] = ()
    judul: str = ""
    jenis_lain: tuple[JenisDokumen, ...] = ()

    @property
    def lengkap(self) -> str:
        """Agency and region."""
        return f"{self.instansi} {self.daerah}".strip()


_KIND = (
    "dinas|badan|inspektorat(?: daerah)?|sekretariat (?:daerah|dprd|dewan perwakilan rakyat daerah)|kecamatan|kelurahan"
    "|rsud|rumah sakit umum daerah|satuan polisi pamong praja|kantor|puskesmas|biro|bagian|kementerian"
    "|direktorat jenderal|balai(?: besar)?"
)
_REGION = r"(?:kota administrasi|kota|kabupaten|provinsi|daerah istimewa|daerah khusus(?: ibukota)?)"
_WORD = r"(?:[A-Z][\w.'/-]*|dan|DAN|serta|&|,(?= [A-Z]))"
_NAME = re.compile(
    rf"\b(?P<jenis>(?i:{_KIND}))(?P<isi>(?:,? {_WORD}){{1,12}}?)?"
    rf"(?: (?P<daerah>(?i:{_REGION})(?: (?!(?:TAHUN|Tahun|PERIODE|Periode|DAN|BAB)\b)[A-Z][\w'-]+){{1,3}}))(?![\w])"
)
_KINDS: tuple[tuple[JenisDokumen, str], ...] = (
    (JenisDokumen.SKM, r"laporan.{0,40}(survei|survey)?.{0,20}(kepuasan masyarakat|\bskm\b)"),
    (JenisDokumen.LHE, r"(?<!tindak lanjut )(?<!tindak lanjut atas )(laporan hasil evaluasi|\blhe\b)"),
    (
        JenisDokumen.TRIWULAN,
        r"laporan (kinerja |capaian kinerja )?.{0,40}(triwulan|tribulan|semester)|laporan kinerja interim"
        r"|\b(monitoring|monev|pemantauan)\b.{0,80}\b(triwulan|tribulan)\b",
    ),
    (JenisDokumen.RFK, r"realisasi (fisik dan keuangan|keuangan dan fisik)|\brfk\b"),
    (JenisDokumen.LRA, r"laporan realisasi (anggaran|apbd)|realisasi anggaran pendapatan dan belanja"),
    (JenisDokumen.DPA, r"dokumen pelaksanaan (perubahan |pergeseran )?anggaran|\bdpp?a[- ]skpd\b"),
    (JenisDokumen.LKJ_OPD, r"laporan (akuntabilitas )?kinerja|\bl(akip|kjip|kip|kj)\b"),
    (JenisDokumen.PERJANJIAN_KINERJA, r"perjanjian kinerja"),
    (JenisDokumen.RENSTRA, r"rencana strategis|\brenstra\b"),
    (JenisDokumen.IKU, r"indikator kinerja utama"),
)
_HEAD_BLOCKS = 40
_OFTEN = 5  # times that a report of an agency names it at least
_LONGEST_LINE = 160  # characters that a line of a cover has at most


def read_identity(struktur: Struktur, tables: tuple[Tabel, ...]) -> Identitas:
    """Kind and year from the first lines; the agency that the head names or, failing that, the one named most."""
    head = [clean(a.teks) for a in struktur.alinea[:_HEAD_BLOCKS]]
    mentions = tuple(m for a in struktur.alinea for m in _mentions(a))
    mentions += tuple(m for t in tables for m in _table_mentions(t))
    title = _title(head)
    government = _government(head, mentions)
    agency, region = ("", government) if government else _owner(head, mentions)
    kind = _kind(title, agency)
    if kind is JenisDokumen.LAIN:
        kind = _kind_of_cover(head) or _kind_of_tables(tables, alone=not struktur.alinea)
    return Identitas(kind, agency, region, _year(title, head), mentions, title, _also_named(kind, _cover(head)))


def _title(head: list[str]) -> str:
    """The first lines up to the first long paragraph or table: cover and title page."""
    lines: list[str] = []
    for text in head:
        if len(text) > _LONGEST_LINE or _CONTENT.match(text):
            break
        lines.append(text)
    return " ".join(lines[:14])


_CONTENT = re.compile(r"(?:(?:tabel|gambar|grafik) \d|sumber\s*:|[A-Z]\. )", re.IGNORECASE)
_GOVERNMENT = re.compile(rf"\bpemerintah (?P<daerah>{_REGION}(?: [A-Z][\w'-]+){{1,3}})", re.IGNORECASE)
_UNIT = re.compile(rf"\b(?:{_KIND}|upt|uptd|unit pelaksana|rumah sakit|sekretariat|dprd|blud|satpol)\b", re.IGNORECASE)
_OF_GOVERNMENT = re.compile(
    rf"\blaporan (?:akuntabilitas )?kinerja(?: \(?\w+\)?){{0,3}} pemerintah {_REGION}\b", re.IGNORECASE
)
_COVER_ENDS = re.compile(
    r"(?:BAB\b|KATA PENGANTAR|PRAKATA|DAFTAR|IKHTISAR|RINGKASAN|EXECUTIVE|PENDAHULUAN)", re.IGNORECASE
)


def _government(head: list[str], mentions: tuple[SebutanInstansi, ...]) -> str:
    """The region whose government the cover names, where it names no agency and the text says that the report is of
    the government, or speaks of several agencies alike.
    """
    cover = _cover(head)
    if any(_UNIT.search(text) for text in cover):
        return ""
    counted = Counter(_key(m.nama) for m in mentions).most_common(1)
    one_agency = bool(counted) and counted[0][1] >= _OFTEN and 2 * counted[0][1] > len(mentions)
    if one_agency and not any(_OF_GOVERNMENT.search(text) for text in head):
        return ""
    found = next((m for text in cover if (m := _GOVERNMENT.search(text))), None)
    region = re.split(r"\b(?:TAHUN|PERIODE)\b", found["daerah"], flags=re.IGNORECASE)[0].strip() if found else ""
    return proper_name(region)


def _kind(title: str, agency: str) -> JenisDokumen:
    low = title.lower()
    found = next(((kind, m.start()) for kind, p in _KINDS if (m := re.search(p, low))), (JenisDokumen.LAIN, 0))
    if (
        found[0] is JenisDokumen.LKJ_OPD
        and not agency
        and re.search(r"pemerintah (kota|kabupaten|provinsi|daerah)", low)
    ):
        return JenisDokumen.LKJ_PEMDA
    return found[0]


def _cover(head: list[str]) -> list[str]:
    """The lines of the head before the first chapter, list, table or long paragraph."""
    return list(takewhile(lambda text: len(text) <= _LONGEST_LINE and not _ENDS.match(text), head))


_ENDS = re.compile(rf"{_COVER_ENDS.pattern}|{_CONTENT.pattern}", re.IGNORECASE)


# Words that name a kind only where they stand on a cover: elsewhere they are titles of sections.
_COVER_KINDS: tuple[tuple[JenisDokumen, str], ...] = (
    (JenisDokumen.SKM, r"(survei|indeks) kepuasan masyarakat"),
    (JenisDokumen.TRIWULAN, r"\b(triwulan|tribulan) (i|ii|iii|iv|[1-4])\b"),
    (JenisDokumen.LHE, r"(?<!tindak lanjut )hasil evaluasi (atas )?(implementasi )?(akuntabilitas kinerja|sakip|akip)"),
    (JenisDokumen.DPA, r"rincian (belanja|anggaran)|rekapitulasi belanja"),
)


def _kind_of_cover(head: list[str]) -> JenisDokumen | None:
    low = " ".join(_cover(head)).lower()
    return next((kind for kind, pattern in _COVER_KINDS if re.search(pattern, low)), None)


def _kind_of_tables(tables: tuple[Tabel, ...], *, alone: bool) -> JenisDokumen:
    """Sheets often carry no title: rows with codes, budget and spending are an LRA, without spending a DPA.

    `alone`: the document holds nothing but tables, so budget and spending by name are an LRA too.
    """
    for table in tables[:1]:
        budget, spent = table.of(Peran.ANGGARAN), table.of(Peran.REALISASI_ANGGARAN)
        if budget and (table.of(Peran.KODE) or (alone and spent)):
            return JenisDokumen.LRA if spent else JenisDokumen.DPA
    return JenisDokumen.LAIN


def _also_named(kind: JenisDokumen, cover: list[str]) -> tuple[JenisDokumen, ...]:
    """Kinds whose words stand on the cover apart from those of the kind that was taken."""
    low = " ".join(cover).lower()
    spans = [(k, m.span()) for k, p in _KINDS for m in [re.search(p, low)] if m]
    own = [span for k, span in spans if k is kind]
    reports = (JenisDokumen.LKJ_OPD, JenisDokumen.LKJ_PEMDA)
    apart = (k for k, (a, b) in spans if all(b <= start or a >= end for start, end in own))
    return tuple(k for k in dict.fromkeys(apart) if k is not kind and not {k, kind} <= set(reports))


_CITED = re.compile(r"\b(?:nomor|no)\b\.?\s*:?\s*[\w./-]*\d[\w./-]*\s+tahun\s+(?:19|20)\d{2}", re.IGNORECASE)


def _year(title: str, head: list[str]) -> int | None:
    """The first year named with "tahun", that of a regulation aside; else the year named most."""
    for text in (_CITED.sub("", title), _CITED.sub("", " ".join(head))):
        named = re.findall(r"tahun(?:\s+anggaran)?\s*:?\s*((?:19|20)\d{2})(?!\s*[-–])", text, re.IGNORECASE)
        if named:
            return int(named[0])
    counted = Counter(y for text in head for y in years(text))
    return counted.most_common(1)[0][0] if counted else None


def _owner(head: list[str], mentions: tuple[SebutanInstansi, ...]) -> tuple[str, str]:
    """Agency and region. Names in capitals on the cover count as the same name."""
    counted = Counter(_key(m.nama) for m in mentions)
    if not counted:
        return "", ""
    on_cover = [_key(clean_name(m[0])) for text in _joined(head) for m in [_NAME.search(text)] if m]
    best = next((n for n in on_cover if counted[n] >= max(1, counted.most_common(1)[0][1] // 4)), "")
    name = best or counted.most_common(1)[0][0]
    written = Counter(m.nama for m in mentions if _key(m.nama) == name and not m.nama.isupper())
    display = written.most_common(1)[0][0] if written else proper_name(name)
    match = _NAME.search(display)
    if not match:
        return display, ""
    return display[: match.start("daerah")].strip(), display[match.start("daerah") :].strip()


def _joined(head: list[str]) -> list[str]:
    """Lines of the head, each also together with the one that follows: covers break names over lines."""
    return [t for pair in zip_longest(head, head[1:], fillvalue="") for t in (pair[0], " ".join(pair))]


def _key(name: str) -> str:
    return " ".join(name.lower().replace("&", "dan").split())


def _mentions(fact: AlineaFakta) -> list[SebutanInstansi]:
    text = clean(fact.teks)
    return [SebutanInstansi(clean_name(m[0]), fact.tempat, text) for m in _NAME.finditer(text)]


def _table_mentions(table: Tabel) -> list[SebutanInstansi]:
    """Agencies that cells name."""
    cells = ((c.teks, c.tempat) for row in table.baris for c in row.sel if not c.lanjutan)
    return [SebutanInstansi(clean_name(m[0]), place, text) for text, place in cells for m in _NAME.finditer(text)]


_ABBREVIATIONS = frozenset({
    "dprd", "rsud", "rsia", "rsj", "upt", "uptd", "blud", "bkd", "bkad", "bkpp", "bkpsdm", "bpsdm", "bpbd", "bpkad",
    "bpkpd", "bpkd", "dpmptsp", "dpupr", "dlh", "ppkb", "p3a", "kb", "pmptsp", "dki", "ii", "iii", "iv",
})  # fmt: skip
_SMALL_WORDS = frozenset({"dan", "serta", "di", "ke", "untuk"})


def proper_name(name: str) -> str:
    """A name as running text writes it: "SEKRETARIAT DPRD" is "Sekretariat DPRD"."""
    words = (w.upper() if w in _ABBREVIATIONS else w if w in _SMALL_WORDS else w.title() for w in name.lower().split())
    return " ".join(words)


# The agency alone and then with its region, as covers and signature blocks write it, read as one name.
_DOUBLED = re.compile(r"^(?P<nama>\w+ .+?),? (?P=nama)\b", re.IGNORECASE)


def clean_name(name: str) -> str:
    """A name without doubled agency or region ("Kota Bekasi Kota Bekasi")."""
    once = _DOUBLED.sub(r"\g<nama>", " ".join(name.split()))
    return re.sub(r"\b((?:Kota|Kabupaten|Provinsi) \w+)(?: \1)+", r"\1", once)
