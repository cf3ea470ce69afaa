"""Persons with their NIP, and blocks of signatures: place and date, position, name, rank, NIP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from akuntabel.bahasa.tanggal import BULAN, parse_bulan, parse_tanggal
from akuntabel.doctree.naskah import Alinea, BlokNaskah, Naskah, TabelNaskah, Tempat
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea, Struktur
from akuntabel.facts.tabel import Tabel

_NIP = re.compile(r"\bNIP\b[\s.:]*(?P<cetak>\d[\d\s.]{6,28}\d)", re.IGNORECASE)
_NIP_LINE = re.compile(r"NIP\b[\s.:]*(?P<cetak>[\d\s.…_-]*)", re.IGNORECASE)
_DIGITS = re.compile(r"(?<!\d)(?P<cetak>\d{18}|\d{8} ?\d{6} ?\d ?\d{3})(?!\d)")
_HONORIFIC = r"(?:Drs|Dra|Dr|Ir|Hj|H|Prof|dr|drg|drh|R|Rr|Tb|Ns|K\.?H)\.?"
_DEGREE = r"(?:[SMA]\.?\s?(?:[A-Z][A-Za-z]{0,6}\.?\s?)+|[A-Z][A-Za-z]{0,4}(?:\.\s?[A-Za-z]{1,6})*\.?|Ph\.?D\.?)"
_NAME = re.compile(
    rf"(?:{_HONORIFIC},? ?)*[A-Z][A-Za-z'’`.]*(?: [A-Z(][A-Za-z'’`.)]*){{0,5}}(?:,? ?(?:{_DEGREE}))?(?:, ?{_DEGREE})*"
)
_TITLED = re.compile(rf"^(?:{_HONORIFIC} |.+, ?{_DEGREE}\s*$)")
_HEAD_OF = (
    "kepala|sekretaris|camat|lurah|direktur|inspektur|bupati|wakil bupati|wali ?kota|gubernur|ketua|pimpinan"
    "|asisten|pihak (?:pertama|kedua|kesatu)"
)
_ACTING = r"(?:plt|plh|pj|pjs|penjabat|pelaksana tugas|pelaksana harian|a\.?\s?n|an)\b\.?\s*"
_OFFICE = re.compile(
    r"\b(?:kota|kabupaten|provinsi|dinas|badan|bidang|kecamatan|kelurahan|daerah|bagian|sekretariat|pemerintah|laporan"
    r"|kinerja|tahun|rumah sakit)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(rf"(?:{_ACTING})*(?:{_HEAD_OF})\b.{{0,110}}", re.IGNORECASE)
_PLACE_DATE = re.compile(
    r"(?P<tempat>[A-Z][A-Za-z' ]{2,30}?)"
    rf"(?:\s*,\s*|\s+(?=(?:\d{{1,2}}\s+)?(?:{'|'.join(BULAN)}|Pebruari|Nopember)\s+20\d{{2}}))"
    r"(?P<tanggal>[\d.…_\s]{0,12}\s*(?:[A-Za-z.…_]{2,12})?\s*(?:20\d{2}|20[.…_]+))"
)
_MADE_AT = re.compile(r"(?:ditetapkan|dibuat|dikeluarkan) di\b|pada tanggal\b", re.IGNORECASE)
_RANK = re.compile(
    r"(?:pembina|penata|pengatur|juru)(?: utama)?(?: muda| madya)?(?:,? (?:tk|tingkat)\.? ?(?:i|1))?"
    r"\s*[,/(-]?\s*(?:\(?(?:gol\.?\s*)?(?:i{1,3}|iv)\s?/\s?[a-e]\)?)?",
    re.IGNORECASE,
)
_WIDEST, _LONGEST_TABLE = 3, 14  # a table that lays signatures out


@dataclass(frozen=True, slots=True)
class Nip:
    """A NIP as printed; `angka` its digits only, `nama` the person beside it where one stands."""

    cetak: str
    tempat: Tempat
    kutipan: str
    nama: str = ""

    @property
    def angka(self) -> str:
        """Digits without spaces and dots."""
        return "".join(ch for ch in self.cetak if ch.isdigit())


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """A block of a signature. Empty or None where a part is missing; `tanggal_teks` is what stands for the date."""

    jabatan: str
    nama: str
    baris_jabatan: AlineaFakta
    baris_nama: AlineaFakta
    pangkat: str = ""
    nip: Nip | None = None
    kota: str = ""
    tanggal_teks: str = ""
    tanggal: date | None = None
    baris_tanggal: AlineaFakta | None = None

    @property
    def pelaksana(self) -> bool:
        """Whether somebody acts for the holder of the office."""
        return re.match(_ACTING, self.jabatan, re.IGNORECASE) is not None


def read_nip(struktur: Struktur, tables: tuple[Tabel, ...]) -> tuple[Nip, ...]:
    """Every NIP of paragraphs and cells, in order."""
    found = [*_nip_of_paragraphs(struktur), *(n for t in tables for n in _nip_of_table(t))]
    return tuple(sorted(found, key=lambda n: n.tempat.baris))


def _nip_of_paragraphs(struktur: Struktur) -> Iterator[Nip]:
    for index, fact in enumerate(struktur.alinea):
        text = clean(fact.teks)
        for match in _NIP.finditer(text) if "nip" in text.lower() else ():
            yield Nip(match["cetak"], fact.tempat, text, _name_before(struktur.alinea, index, text[: match.start()]))


def _nip_of_table(table: Tabel) -> Iterator[Nip]:
    for row in table.baris:
        for cell in row.sel:
            if cell.lanjutan or len(cell.teks) < 18:
                continue
            match = _NIP.search(cell.teks) or _DIGITS.fullmatch(cell.teks.strip(" '.:"))
            if match:
                yield Nip(match["cetak"], cell.tempat, row.teks(), _name_in(cell.teks[: match.start()]))


def _name_before(facts: tuple[AlineaFakta, ...], index: int, head: str) -> str:
    """The name on the same line, else on one of the two lines above (a rank may stand between)."""
    own = _name_in(head)
    lines = (clean(facts[n].teks) for n in range(index - 1, max(-1, index - 3), -1))
    return own or next((line for line in lines if is_name(line) and not _RANK.fullmatch(line)), "")


def _name_in(text: str) -> str:
    """The name that a text ends with."""
    body = re.sub(r"[\s(/,.:-]+$", "", text)
    tail = body.rpartition("  ")[2].strip()
    return tail if is_name(tail) else ""


def is_name(text: str) -> bool:
    """Whether a line may be a person's name: a few words with capitals, or titles before and behind."""
    if not 4 < len(text) < 70 or _POSITION.match(text) or _NIP_LINE.match(text) or _OFFICE.search(text):
        return False
    return _NAME.fullmatch(text) is not None and (bool(_TITLED.match(text)) or len(text.split()) <= 5)


def read_signatures(naskah: Naskah, struktur: Struktur) -> tuple[TandaTangan, ...]:
    """Blocks that begin with a position on a line of its own and go on with a person's name.

    In small tables each column is read from the top: signatures often stand side by side in cells.
    """
    running = [f for f in struktur.alinea if f.peran is not PeranAlinea.ENTRI]
    columns = [lines for index, block in enumerate(naskah.blok) for lines in _columns(block, index, struktur)]
    found = [block for lines in (running, *columns) for block in _blocks(lines)]
    return tuple(sorted(found, key=lambda s: s.baris_jabatan.tempat.baris))


def _columns(block: BlokNaskah, index: int, struktur: Struktur) -> Iterator[list[AlineaFakta]]:
    """The lines of each column of a table that may hold signatures, as if they were paragraphs."""
    if not isinstance(block, TabelNaskah) or block.banyak_kolom > _WIDEST or len(block.baris) > _LONGEST_TABLE:
        return
    chapter = next((f.bab for f in reversed(struktur.alinea) if f.blok < index), "depan")
    path = struktur.bagian_blok[index]
    for column in range(block.banyak_kolom):
        cells = [(row.tempat, c.teks) for row in block.baris for c in row.sel if c.kolom == column]
        yield [
            AlineaFakta(Alinea(line.strip(), place), PeranAlinea.ISI, index, path, chapter)
            for place, text in cells
            for line in text.split("\n")
            if line.strip()
        ]


def _blocks(facts: list[AlineaFakta]) -> Iterator[TandaTangan]:
    index = 0
    while index < len(facts):
        block = _block(facts, index)
        if block:
            yield block[0]
            index = block[1]
        index += 1


def _block(facts: list[AlineaFakta], start: int) -> tuple[TandaTangan, int] | None:
    position = clean(facts[start].teks)
    if not _POSITION.fullmatch(position.rstrip(",:")) or position.endswith((".", ";")) or facts[start].penanda:
        return None
    for at in range(start + 1, min(start + 5, len(facts))):
        text = clean(facts[at].teks)
        if _signs(text, position, facts, at):
            return _made(facts, start, at), at
        if len(text) >= 80 or not (text.isupper() or _OFFICE.search(text)):
            return None
        position = f"{position} {text}"
    return None


def _signs(text: str, position: str, facts: list[AlineaFakta], at: int) -> bool:
    """A name with titles, or any name where a NIP follows or the office has none."""
    if not is_name(text):
        return False
    follows = any(_NIP_LINE.match(clean(f.teks)) for f in facts[at + 1 : at + 3])
    elected = re.search(r"\b(bupati|wali ?kota|gubernur)\b", position, re.IGNORECASE) is not None
    return follows or bool(_TITLED.match(text)) or elected


def _made(facts: list[AlineaFakta], start: int, name_at: int) -> TandaTangan:
    behind = facts[name_at + 1 : name_at + 3]
    rank = next((clean(f.teks) for f in behind if _RANK.fullmatch(clean(f.teks))), "")
    place, day, line = _place_and_date(facts[max(0, start - 4) : start])
    return TandaTangan(
        jabatan=" ".join(clean(f.teks) for f in facts[start:name_at]),
        nama=clean(facts[name_at].teks),
        baris_jabatan=facts[start],
        baris_nama=facts[name_at],
        pangkat=rank,
        nip=next(_nip_below(facts[name_at], behind), None),
        kota=place,
        tanggal_teks=day,
        tanggal=read_day(day),
        baris_tanggal=line,
    )


def _nip_below(name: AlineaFakta, behind: list[AlineaFakta]) -> Iterator[Nip]:
    for fact in behind:
        if match := _NIP.search(clean(fact.teks)):
            yield Nip(match["cetak"], fact.tempat, clean(fact.teks), clean(name.teks))


def _place_and_date(above: list[AlineaFakta]) -> tuple[str, str, AlineaFakta | None]:
    for fact in reversed(above):
        text = clean(fact.teks)
        if match := _PLACE_DATE.fullmatch(text):
            return match["tempat"].strip(), match["tanggal"].strip(), fact
        if _MADE_AT.match(text):
            return text, text.rpartition("tanggal")[2].strip(" :"), fact
    return "", "", None


def read_day(text: str) -> date | None:
    """A day in words or digits; None where the day or month is missing."""
    found = re.search(r"\d{1,2}\s+[A-Za-z]+\.?\s+\d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{4}", text)
    return parse_tanggal(found[0]) if found else None


def read_month(text: str) -> tuple[int, int] | None:
    """Year and month of a text "Februari 2026"."""
    found = re.search(r"([A-Za-z]{3,})\.?\s+(\d{4})", text)
    month = parse_bulan(found[1]) if found else None
    return (int(found[2]), month) if found and month else None
