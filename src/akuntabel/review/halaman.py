"""The manual page of a rule, printed from the rule and its cases."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from akuntabel.doctree.kata_reviu import NAMA_JENIS
from akuntabel.review.aturan import Aturan


@dataclass(frozen=True, slots=True)
class Kasus:
    """A case of a rule: a small document and what the rule must answer.

    In `teks`, a line that begins with `|` is a row of a table, its cells parted by `|`, and the line
    "=== halaman baru ===" begins a page. `temuan` are the fields of each expected finding; `pembanding` are other
    documents by kind; a dash and a word behind the kind tell two of one kind apart.

    For the rules that compare with data, `semula` is the document as it was composed and `data` what the data give now
    (the same where it is left out); figures are written {{name: text}} in all three. `tanpa_data` is the reason why
    nothing can be compared.
    """

    nama: str
    hasil: str
    teks: str
    diperiksa: int | None = None
    alasan: str | None = None
    temuan: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
    pembanding: Mapping[str, str] = field(default_factory=dict)
    semula: str = ""
    data: str = ""
    tanpa_data: str | None = None


def parse_cases(text: str) -> list[Kasus]:
    """The cases of one file `<kode>.toml`."""
    return [Kasus(**case) for case in tomllib.loads(text)["kasus"]]


def case_text(teks: str) -> str:
    """The document of a case as the text reader reads it: rows parted by tabs, pages by form feeds.

    Lines keep their numbers; the line that parts pages counts.
    """
    return "\n".join(_line(line) for line in teks.strip("\n").split("\n")).replace(f"\n{_PAGE_BREAK}\n", "\n\f")


_PAGE_BREAK = "=== halaman baru ==="


def _line(line: str) -> str:
    if not line.startswith("|"):
        return line
    return "\t".join(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))


def render_page(rule: Aturan, cases: Sequence[Kasus]) -> str:
    """The page in Markdown: what must hold, why, a wrong and a right example."""
    parts = [
        f"# {rule.kode} {rule.judul}",
        "Halaman ini dicetak dari program dan dari kasus ujinya; jangan diubah dengan tangan.",
        f"Kelompok: {rule.kelompok.value}. Tingkat: {rule.tingkat.value}. Dasar: {rule.dasar}.",
        rule.penjelasan,
        f"Tidak berlaku bila {rule.bila_kosong}.",
    ]
    for hasil, title in (("ditemukan", "Contoh yang salah"), ("lolos", "Contoh yang benar")):
        case = next((c for c in cases if c.hasil == hasil), None)
        if case:
            parts += [f"## {title}: {case.nama}", _block(case.teks), *_other_sides(case)]
            parts += [f"> {finding['pesan']}" for finding in case.temuan if "pesan" in finding]
    return "\n\n".join(parts) + "\n"


def _other_sides(case: Kasus) -> Iterator[str]:
    """What the document of a case is compared with: other documents, or what was composed and what the data give."""
    for name, text in case.pembanding.items():
        yield f"Dokumen pembanding `{name}.txt` ({NAMA_JENIS[name.partition('-')[0]].lower()}):"
        yield _block(text)
    if case.semula:
        yield "Angka bertanda ditulis {{nama: teks}}: nama besarannya dan teks yang terbaca di tempatnya."
    if case.semula and case.semula != case.teks:
        yield "Semula disusun:"
        yield _block(case.semula)
    if case.data:
        yield "Data sekarang memberi:"
        yield _block(case.data)


def _block(text: str) -> str:
    return f"```\n{text.strip()}\n```"
