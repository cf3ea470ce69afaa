"""A table with its meaning: head rows, columns with roles, kinds of rows, numbers in cells, caption."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.doctree.naskah import Alinea, BarisNaskah, BlokNaskah, Naskah, TabelNaskah, Tempat
from akuntabel.doctree.penomoran_baris import is_body
from akuntabel.facts.angka import Angka, JenisIsi, classify_cell
from akuntabel.facts.kolom import Kolom, Peran, mend_roles, of_years, read_column
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, Keterangan, PeranAlinea, Struktur


class JenisBaris(StrEnum):
    """What a row of the body is."""

    ISI = "isi"
    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    KELOMPOK = "kelompok"  # a label above its rows, without numbers
    NOMOR_KOLOM = "nomor_kolom"
    KOSONG = "kosong"


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell of the body: text, what it holds, its number. `lanjutan` marks a place that a merged cell covers."""

    teks: str
    jenis: JenisIsi
    angka: Angka | None
    kolom: int
    tempat: Tempat
    lanjutan: bool = False

    @property
    def nilai_ada(self) -> bool:
        """Whether it holds a number that could be read."""
        return self.angka is not None and self.angka.nilai is not None


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """A row of the body; as many cells as the table has columns."""

    sel: tuple[Sel, ...]
    jenis: JenisBaris
    tempat: Tempat
    label: str = ""
    nomor: str = ""

    def teks(self) -> str:
        """The row as it is quoted: cells parted by tabs."""
        return "\t".join(s.teks for s in self.sel)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table. `kepala_dugaan`: the head rows are a guess; `pengali`: the unit of money ("dalam ribuan" 1000)."""

    blok: int
    tempat: Tempat
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisTabel, ...]
    kepala: tuple[BarisNaskah, ...] = ()
    keterangan: Keterangan | None = None
    bagian: tuple[str, ...] = ()
    pengantar: str = ""
    sumber: str = ""
    kepala_dugaan: bool = True
    pengali: int = 1
    dugaan: tuple[str, ...] = ()

    @property
    def nama(self) -> str:
        """How messages call it: "Tabel 3.2", or "tabel pada baris 410"."""
        if self.keterangan and self.keterangan.nomor:
            return f"Tabel {self.keterangan.nomor}"
        return f"tabel pada baris {self.tempat.baris}"

    @property
    def judul(self) -> str:
        """The title of its caption, or an empty text."""
        return self.keterangan.judul if self.keterangan else ""

    def of(self, *roles: Peran) -> tuple[Kolom, ...]:
        """The columns with one of these roles, from the left."""
        return tuple(k for k in self.kolom if k.peran in roles)

    def rows(self, *kinds: JenisBaris) -> tuple[BarisTabel, ...]:
        """The rows of these kinds, in order."""
        return tuple(b for b in self.baris if b.jenis in kinds)


_PLAIN_TOTAL = r"(?:sub\s*-?\s*|grand\s*)?(?:jumlah|total)|jumlah (?:total|keseluruhan|seluruh\w*)"
_END = r"\s*(?:\([^)]*\))?\W*"
_SURE_TOTAL = re.compile(rf"(?:{_PLAIN_TOTAL}){_END}", re.IGNORECASE)
_TOTAL = re.compile(rf"(?:{_PLAIN_TOTAL}|total(?:\s+\w+){{1,5}}|jumlah\s+\w+){_END}", re.IGNORECASE)
_MEAN = re.compile(
    r"(?:nilai |skor )?(?:rata\s*-?\s*rata|rerata)(?:\s+(?:capaian|nilai|skor|kinerja|total|indeks|persentase"
    r"|keseluruhan|realisasi|sasaran|indikator|target|tertimbang|per))*\W*",
    re.IGNORECASE,
)
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\s*[=:x+/(].*)?")
_THOUSANDS = re.compile(r"(?:dalam\s+)?(ribuan|jutaan|miliaran|milyaran)(?:\s+rupiah)?", re.IGNORECASE)
_FACTORS = {"ribuan": 10**3, "jutaan": 10**6, "miliaran": 10**9, "milyaran": 10**9}
_YEAR_CELL = re.compile(r"(?:tahun\s*)?(?:19|20)\d{2}\*?", re.IGNORECASE)
_YEAR_LABEL = re.compile(r"(?:tahun\s*)?(?:19|20)\d{2}\b\*?", re.IGNORECASE)
_HEAD_WORDS = re.compile(
    r"\b(no|nomor|uraian|target|realisasi|capaian|anggaran|indikator|sasaran|program|kegiatan|jumlah|satuan|tahun|nama|jenis"
    r"|jabatan|keterangan|pagu|predikat|persentase|%)\b",
    re.IGNORECASE,
)


_NEAR = 5  # blocks before a table in which its introduction is looked for
_QUOTES = re.compile(r"data yang (?:harus|perlu|masih harus) dikonfirmasi", re.IGNORECASE)


def read_tables(naskah: Naskah, struktur: Struktur) -> tuple[Tabel, ...]:
    """The tables of the body, without lists of contents, tables that only lay text out, and the annex of data to
    confirm, which quotes what others wrote."""
    return tuple(
        _read(naskah, struktur, index, block)
        for index, block in enumerate(naskah.blok)
        if isinstance(block, TabelNaskah)
        and index not in struktur.blok_daftar
        and block.banyak_kolom > 1
        and not _QUOTES.search(" ".join(struktur.bagian_blok[index]))
    )


def _read(naskah: Naskah, struktur: Struktur, index: int, block: TabelNaskah) -> Tabel:
    grid = grid_of(block)
    texts = [[c[0] for c in row] for row in grid]
    count = head_rows(block, texts)
    columns = mend_roles(tuple(read_column(c, path) for c, path in enumerate(_head_paths(texts[:count], block))))
    body = tuple(_row(row, cells, columns) for row, cells in zip(block.baris[count:], grid[count:], strict=True))
    caption = _caption_of(struktur, index, naskah.blok)
    columns = of_years(columns, caption.judul if caption else "")
    near = " ".join(filter(None, (caption.judul if caption else "", *(k.teks for k in columns[:1] if count))))
    intro, source = _around(naskah.blok, struktur, index)
    return Tabel(
        blok=index,
        tempat=block.tempat,
        kolom=columns,
        baris=body,
        kepala=block.baris[:count],
        keterangan=caption,
        bagian=struktur.bagian_blok[index],
        pengantar=intro,
        sumber=source,
        kepala_dugaan=not any(r.kepala for r in block.baris[:count]),
        pengali=_factor(" ".join((near, intro, *(k.teks for k in columns)))),
        dugaan=block.dugaan,
    )


def _factor(text: str) -> int:
    match = _THOUSANDS.search(text)
    return _FACTORS[match[1].lower()] if match and "dalam" in text.lower() else 1


def grid_of(block: TabelNaskah) -> list[list[tuple[str, bool]]]:
    """The full grid: (text, whether a merged cell from the left or above covers this place)."""
    grid = [[("", False)] * block.banyak_kolom for _ in block.baris]
    for r, row in enumerate(block.baris):
        for cell in row.sel:
            for dr in range(min(cell.rentang_baris, len(grid) - r)):
                for dc in range(min(cell.rentang_kolom, block.banyak_kolom - cell.kolom)):
                    grid[r + dr][cell.kolom + dc] = (cell.teks, bool(dr or dc))
    return grid


# --- the head ---


def head_rows(block: TabelNaskah, texts: Sequence[Sequence[str]]) -> int:
    """How many rows from the top are head. At least the rows that the source repeats; else by their look."""
    marked = 0
    while marked < len(block.baris) and block.baris[marked].kepala:
        marked += 1
    if marked:
        return _with_column_numbers(texts, marked)
    if not texts or not _is_head(texts[0]):
        return 0
    count = 1
    while count < min(len(texts) - 1, 4) and _continues_head(texts[count - 1], texts[count]):
        count += 1
    return _with_column_numbers(texts, count)


def _with_column_numbers(texts: Sequence[Sequence[str]], count: int) -> int:
    if count < len(texts) and is_column_numbers(texts[count]):
        return count + 1
    return count


def _is_year_label(text: str) -> bool:
    """A year, or a year with a word of column heads behind it ("2024 Anggaran", "2025 %"): no datum."""
    year = _YEAR_LABEL.match(text)
    rest = text[year.end() :].strip(" (/:-") if year else ""
    return year is not None and (not rest or rest.startswith("%") or _HEAD_WORDS.match(rest) is not None)


def _is_head(row: Sequence[str]) -> bool:
    filled = [t for t in row if t.strip()]
    numbers = sum(classify_cell(t)[0] is JenisIsi.ANGKA and not _is_year_label(t.strip()) for t in filled)
    return len(filled) >= 2 and numbers == 0 and (bool(_HEAD_WORDS.search(" ".join(filled))) or len(filled) == len(row))


def _continues_head(above: Sequence[str], row: Sequence[str]) -> bool:
    """A second head row stands under blank or merged places and holds words or years only."""
    filled = [(c, t.strip()) for c, t in enumerate(row) if t.strip()]
    if not filled or is_column_numbers(row):
        return False
    if any(classify_cell(t)[0] is JenisIsi.ANGKA and not _is_year_label(t) for _, t in filled):
        return False
    fresh = [(c, t) for c, t in filled if above[c].strip() != t]
    under_blank = any(not above[c].strip() for c, _ in fresh)
    same_above = any(a.strip() == b.strip() and a.strip() for a, b in zip(above, row, strict=True))
    doubled = len({t for t in above if t.strip()}) < sum(bool(t.strip()) for t in above)
    under_years = all(_YEAR_CELL.fullmatch(above[c].strip()) for c, _ in fresh)
    shaped = under_blank or same_above or doubled or under_years
    return bool(fresh) and (not row[0].strip() or same_above) and shaped


def is_column_numbers(row: Sequence[str]) -> bool:
    """A row that numbers the columns: (1) (2) (3), or 2 3 4 5."""
    filled = [t.strip() for t in row if t.strip()]
    if not all(_COLUMN_NUMBER.fullmatch(t) for t in filled):
        filled = " ".join(filled).split()  # two numbers in one place, where columns are a guess
    if len(filled) < 3 or not all(_COLUMN_NUMBER.fullmatch(t) for t in filled):
        return False
    numbers = [int(re.findall(r"\d+", t)[0]) for t in filled]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 3


def _head_paths(head: Sequence[Sequence[str]], block: TabelNaskah) -> Iterator[tuple[str, ...]]:
    """The head of each column from the top row down, each text once; a blank place is filled from its left."""
    rows = [r for r in head if not is_column_numbers(r)]
    filled = [_fill(row, rows[n + 1 :], block.rentang_diketahui) for n, row in enumerate(rows)]
    for c in range(block.banyak_kolom):
        path = (clean(row[c]) for row in filled)
        yield tuple(dict.fromkeys(t for t in path if t))


def _fill(row: Sequence[str], below: Sequence[Sequence[str]], known: bool) -> list[str]:
    """A head row with merged places written out, where the source does not show them: blank above a filled place."""
    out = list(row)
    if known:
        return out
    for c in range(1, len(out)):
        if not out[c].strip() and any(r[c].strip() for r in below):
            out[c] = out[c - 1]
    return out


# --- the body ---


def _row(row: BarisNaskah, cells: Sequence[tuple[str, bool]], columns: Sequence[Kolom]) -> BarisTabel:
    made = tuple(_cell(text, covered, c, row.tempat) for c, (text, covered) in enumerate(cells))
    label = _label(made, columns)
    number = made[0].teks if made and columns[0].peran in (Peran.NOMOR, Peran.LAIN) and len(made[0].teks) < 8 else ""
    return BarisTabel(made, _kind(made, label, columns), row.tempat, label, number)


def _cell(text: str, covered: bool, column: int, place: Tempat) -> Sel:
    kind, number = classify_cell(clean(text))
    return Sel(" ".join(text.split()), kind, number, column, place, covered)


_LABELS = (
    Peran.PROGRAM, Peran.INDIKATOR, Peran.URAIAN, Peran.SASARAN, Peran.TUJUAN, Peran.JUMLAH, Peran.KETERANGAN,
    Peran.LAIN,
)  # fmt: skip


def _label(cells: Sequence[Sel], columns: Sequence[Kolom]) -> str:
    """The words that name a row: the first text in a naming column, else the first text at all."""
    named = [c for c in cells if columns[c.kolom].peran in _LABELS and not c.lanjutan]
    pool = [c for c in (*named, *cells) if c.jenis is JenisIsi.TEKS and columns[c.kolom].peran is not Peran.NOMOR]
    words = [(c, clean(c.teks)) for c in cells if c.jenis is JenisIsi.TEKS]
    totals = [c for c, text in words if _TOTAL.fullmatch(text) or _MEAN.fullmatch(text)]
    return clean((totals or pool or [Sel("", JenisIsi.KOSONG, None, 0, Tempat(0))])[0].teks)


def _is_item(cells: Sequence[Sel], label: str, columns: Sequence[Kolom]) -> bool:
    """Whether "Jumlah kunjungan" is the name of an indicator or of a numbered row, and no total."""
    numbered = any(columns[c.kolom].peran is Peran.NOMOR and c.jenis is JenisIsi.ANGKA for c in cells)
    indicator = any(columns[c.kolom].peran is Peran.INDIKATOR and clean(c.teks) == label for c in cells)
    return numbered or indicator


def _kind(cells: Sequence[Sel], label: str, columns: Sequence[Kolom]) -> JenisBaris:
    if all(c.jenis is JenisIsi.KOSONG for c in cells):
        return JenisBaris.KOSONG
    if is_column_numbers([c.teks for c in cells]):
        return JenisBaris.NOMOR_KOLOM
    numbers = [
        c for c in cells if c.jenis in (JenisIsi.ANGKA, JenisIsi.RUSAK) and columns[c.kolom].peran is not Peran.NOMOR
    ]
    if _TOTAL.fullmatch(label) and numbers and (_SURE_TOTAL.fullmatch(label) or not _is_item(cells, label, columns)):
        return JenisBaris.JUMLAH
    if _MEAN.fullmatch(label) and numbers:
        return JenisBaris.RATA_RATA
    values = [
        c
        for c in cells
        if c.jenis not in (JenisIsi.KOSONG, JenisIsi.TEKS) and columns[c.kolom].peran is not Peran.NOMOR
    ]
    texts = {c.teks for c in cells if c.jenis is JenisIsi.TEKS and columns[c.kolom].peran is not Peran.NOMOR}
    return JenisBaris.KELOMPOK if not values and len(texts) == 1 and len(columns) > 2 else JenisBaris.ISI


# --- around it ---


def _caption_of(struktur: Struktur, index: int, blocks: tuple[BlokNaskah, ...]) -> Keterangan | None:
    """The caption right above (at most two short paragraphs between), else one right below that no table follows."""
    above = [c for c in struktur.keterangan if c.jenis == "tabel" and 0 < index - c.blok <= 3]
    for caption in reversed(above):
        between = blocks[caption.blok + 1 : index]
        if all(isinstance(b, Alinea) and len(b.teks) < 200 for b in between):
            return caption
    return None


def _around(blocks: tuple[BlokNaskah, ...], struktur: Struktur, index: int) -> tuple[str, str]:
    """The paragraph before the table (not its caption), and the source line behind it."""
    first = bisect_left(struktur.alinea, index - _NEAR, key=lambda a: a.blok)
    roles = {a.blok: a for a in struktur.alinea[first : first + _NEAR + 2]}
    before = next((roles[i] for i in range(index - 1, index - _NEAR - 1, -1) if _speaks(roles, i)), None)
    behind = roles.get(index + 1)
    source = behind.teks if behind and behind.peran is PeranAlinea.SUMBER else ""
    return (clean(before.teks) if before and is_body(blocks[before.blok]) else ""), clean(source)


def _speaks(roles: Mapping[int, AlineaFakta], index: int) -> bool:
    fact = roles.get(index)
    return fact is not None and fact.peran in (PeranAlinea.ISI, PeranAlinea.BUTIR, PeranAlinea.JUDUL)
