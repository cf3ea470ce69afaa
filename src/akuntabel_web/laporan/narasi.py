"""Narrative: its places, its preview by the library, its errors, and figures that were typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from akuntabel.calculation.besaran import BESARAN
from akuntabel.calculation.policy import make_policy
from akuntabel.calculation.rujukan import RUJUKAN, resolve
from akuntabel.domain.catatan import AWALAN_NARASI, TEMPAT_NARASI
from akuntabel.domain.paket import Paket
from akuntabel.errors import BesaranError
from akuntabel.provenance import SourceMap
from akuntabel.regulations import load, load_presets
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.narasi import markdown
from akuntabel.writers.html.blocks import Blocks
from akuntabel.writers.html.context import Context
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.dasbor.hitungan import Hitungan
from akuntabel_web.laporan.ketikan import Catatan, line_of, typed_figures
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.paket.petakan import rows_of, to_contract

_NEEDED = ("indikator", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "skm_periode")
_PERINTAH = re.compile(r"[;.]\s*'akuntabel [a-z]+[^']*'[^.;]*")


@dataclass(frozen=True, slots=True)
class Tempat:
    """A place for a passage: its code, where it is printed, and whether it is filled."""

    kode: str
    judul: str
    terisi: bool
    ketikan: int = 0


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """A passage as it will be printed, or why it cannot be; figures that it uses, figures typed by hand."""

    html: str
    salah: tuple[Catatan, ...]
    ketikan: tuple[Catatan, ...]
    angka: tuple[tuple[str, str], ...]


def places(wewenang: Wewenang) -> list[Tempat]:
    """Every place of the report for a passage, in its order, and passages whose place is not there."""
    titles = dict(TEMPAT_NARASI)
    for tabel, word in (("tujuan", "tujuan"), ("sasaran", "sasaran")):
        rows = MODEL[tabel].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
        for kode, teks in rows.order_by("urutan_baris").values_list("kode", "teks"):
            titles[f"{AWALAN_NARASI}{kode.lower()}"] = f"Bab III, pembuka {word} {kode}: {teks}"
    filled = {row.kode: row.teks for row in rows_of("narasi", wewenang.instansi, wewenang.tahun)}
    titles |= {kode: f"{kode} (tidak ada tempatnya pada laporan)" for kode in filled if kode not in titles}
    return [Tempat(k, j, k in filled, len(typed_figures(filled.get(k, "")))) for k, j in titles.items()]


def passage(wewenang: Wewenang, kode: str) -> BarisPaket | None:
    """The row of a passage; None where nobody has written it."""
    rows = MODEL["narasi"].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
    return rows.filter(kode=kode).first()


def preview(wewenang: Wewenang, hasil: Hitungan, kode: str, teks: str) -> Pratinjau:
    """The passage by the library itself: the same reader, the same printing as in the report."""
    bahan = _material(wewenang, hasil)
    wrong = tuple(_errors(bahan, teks))
    if wrong:
        return Pratinjau("", wrong, typed_figures(teks), ())
    blocks = markdown(bahan, teks, f"narasi {kode}")
    shown = str(Blocks(Context(frozenset(), {})).render(blocks))
    return Pratinjau(shown, (), typed_figures(teks), tuple(_used(bahan, teks)))


def _material(wewenang: Wewenang, hasil: Hitungan) -> Bahan:
    """What the library needs to resolve references: figures, and the rows whose codes they are named by."""
    tables: dict[str, Any] = {
        t: tuple(to_contract(t, r) for r in rows_of(t, wewenang.instansi, wewenang.tahun)) for t in _NEEDED
    }
    policy = make_policy((), load_presets())
    return Bahan(Paket(**tables), hasil.figures, SourceMap(), policy, load(), wewenang.tahun)


def _errors(bahan: Bahan, teks: str) -> Iterator[Catatan]:
    for match in RUJUKAN.finditer(teks):
        try:
            resolve(bahan.paket, bahan.figures, bahan.tahun, match[1])
        except BesaranError as error:
            yield Catatan(line_of(teks, match.start()), match[0], _PERINTAH.sub("", str(error)))
    rest = RUJUKAN.sub(lambda m: " " * len(m[0]), teks)
    for brace in re.finditer(r"\{\{|\}\}", rest):
        yield Catatan(line_of(teks, brace.start()), brace[0], "kurung rujukan ini tidak mempunyai pasangan")


def _used(bahan: Bahan, teks: str) -> Iterator[tuple[str, str]]:
    seen = set()
    for match in RUJUKAN.finditer(teks):
        asked = resolve(bahan.paket, bahan.figures, bahan.tahun, match[1])
        name = str(asked.besaran)
        if name not in seen and asked.besaran in bahan.figures:
            seen.add(name)
            yield name, BESARAN[asked.besaran.besaran].nama
