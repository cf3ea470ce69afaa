"""Where the document lists programmes and their activities, and which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from akuntabel.doctree.naskah import Tempat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea, Struktur
from akuntabel.facts.subjek import normal_name
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel

_PROGRAM = re.compile(r"program\s+\S.{6,140}", re.IGNORECASE)
_TAIL = re.compile(
    r"[,;.]?\s*(?:terdiri (?:dari|atas)|yang terdiri|dengan|meliputi|di ?antaranya|yaitu|sebanyak)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_TOLD = ("program yang", "program dan", "program pendukung", "program ini", "program tersebut", "program kerja")
_LONGEST = 200  # characters of the name of an activity
_FAR = 40  # paragraphs after which a list of programmes has ended


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A programme or activity as one place names it."""

    nama: str
    fakta: AlineaFakta | BarisTabel
    tempat: Tempat


@dataclass(frozen=True, slots=True)
class DaftarProgram:
    """The programmes that one list or table holds; `anak` gives the activities below each by normalised name."""

    nama: str
    program: tuple[Sebutan, ...]
    tabel: Tabel | None = None
    anak: dict[str, tuple[Sebutan, ...]] = field(default_factory=dict)


def read_programs(struktur: Struktur, tables: tuple[Tabel, ...], tahun: int | None) -> tuple[DaftarProgram, ...]:
    """Lists of at least two programmes, in order of place; of tables over several years, what the report year has."""
    found = [*_text_lists(struktur), *(d for t in tables for d in _table_list(t, tahun))]
    return tuple(sorted((d for d in found if len(d.program) > 1), key=lambda d: d.program[0].tempat.baris))


def program_name(text: str) -> str:
    """The name of a programme that a list item is, without what is said of it; empty for other text."""
    body = clean(text).strip("-•* ")
    body = re.sub(r"^\(?[\dIVXivxa-zA-Z]{1,4}[.)]{1,2}\s*", "", body).strip()
    told = body.lower().startswith(_TOLD) or (body.endswith(":") and not _TAIL.search(body))
    body = _TAIL.sub("", body).strip(" .;:,")
    return body if _PROGRAM.fullmatch(body) and len(body) < 150 and not told else ""


def _text_lists(struktur: Struktur) -> Iterator[DaftarProgram]:
    """Runs of list items; a programme opens, the items up to the next one are its activities."""
    programs: list[Sebutan] = []
    children: dict[str, list[Sebutan]] = {}
    last = 0
    for n, fact in enumerate(struktur.alinea):
        name = program_name(fact.teks) if fact.peran in (PeranAlinea.BUTIR, PeranAlinea.JUDUL) else ""
        repeated = bool(name) and normal_name(name) in children
        if programs and (n - last > _FAR or repeated or fact.bab != _bab(programs[0])):
            yield _made(programs, children)
            programs, children = [], {}
        if name:
            programs.append(Sebutan(name, fact, fact.tempat))
            children[normal_name(name)] = []
            last = n
        elif programs and _is_item(struktur.alinea, n):
            children[normal_name(programs[-1].nama)].append(Sebutan(_item_name(fact), fact, fact.tempat))
    if programs:
        yield _made(programs, children)


def _is_item(facts: tuple[AlineaFakta, ...], n: int) -> bool:
    """An item of a list, also one that lost its mark between two others; no sentence that announces something."""
    text = facts[n].isi
    if len(text) > _LONGEST or text.endswith(":") or text.count(". ") > 0:
        return False
    if facts[n].peran is PeranAlinea.BUTIR or re.match(r"[-•]?\s*\(?[a-z\d]{1,2}[.)]\s", facts[n].teks.strip()):
        return True
    near = facts[n - 1 : n] + facts[n + 1 : n + 2]
    return facts[n].peran is PeranAlinea.ISI and all(f.peran is PeranAlinea.BUTIR for f in near) and len(near) == 2


def _bab(first: Sebutan) -> str:
    return first.fakta.bab if isinstance(first.fakta, AlineaFakta) else ""


def _made(programs: list[Sebutan], children: dict[str, list[Sebutan]]) -> DaftarProgram:
    line = programs[0].tempat.baris
    first_level = {k: tuple(s for s in v if _shape(s) == _shape(v[0])) for k, v in children.items()}
    return DaftarProgram(f"daftar pada baris {line}", tuple(programs), None, first_level)


def _shape(item: Sebutan) -> str:
    """The kind of mark of an item: the first one below a programme is its level, others lie deeper."""
    text = item.fakta.teks.strip() if isinstance(item.fakta, AlineaFakta) else ""
    mark = re.match(r"[-•●○◦▪➢*]?\s*(\(?[\da-zA-Z]{1,3}[.)])?", text)
    body = mark[1] if mark and mark[1] else ""
    return "angka" if body.strip("(.)").isdigit() else "huruf" if body else "butir"


def _item_name(fact: AlineaFakta) -> str:
    body = re.sub(r"^[-•●○◦▪➢*\s]*\(?[\da-zA-Z]{1,3}[.)]\s+", "", clean(fact.teks))
    return re.sub(r"\s*[;.,]?\s*(?:\bdan)?\s*$", "", body.lstrip("-•– ")).strip(" ;.")


def _is_idle(row: BarisTabel, table: Tabel, tahun: int | None) -> bool:
    """A row below an activity ("– ..."), or one without budget in the report year in a table of several years."""
    if row.label[:1] in "-–•":
        return True
    own = [row.sel[k.indeks] for k in table.of(Peran.ANGGARAN) if k.tahun == tahun]
    return (
        bool(own)
        and len({k.tahun for k in table.of(Peran.ANGGARAN)}) > 1
        and all(not c.angka or not c.angka.nilai for c in own)
    )


def _table_list(table: Tabel, tahun: int | None) -> Iterator[DaftarProgram]:
    programs: list[Sebutan] = []
    children: dict[str, list[Sebutan]] = {}
    if not table.of(Peran.ANGGARAN, Peran.REALISASI_ANGGARAN):
        return
    for row in table.rows(JenisBaris.ISI, JenisBaris.KELOMPOK):
        name = program_name(row.label)
        if name:
            programs.append(Sebutan(name, row, row.tempat))
            children.setdefault(normal_name(name), [])
        elif programs and row.label and not _is_idle(row, table, tahun):
            children[normal_name(programs[-1].nama)].append(Sebutan(row.label, row, row.tempat))
    if programs:
        yield DaftarProgram(table.nama, tuple(programs), table, {k: tuple(v) for k, v in children.items()})
