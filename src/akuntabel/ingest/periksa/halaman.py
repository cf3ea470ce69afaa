"""The manual page of the checks, printed from the table of checks and from their cases."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from akuntabel.ingest.periksa.check import Check
from akuntabel.ingest.periksa.table import CHECKS

_GROUPS = {
    "ACU": "Acuan dan kunci",
    "RNG": "Rentang nilai",
    "TGL": "Tanggal",
    "IDN": "Identitas, nomenklatur, dan asal teks",
    "NIL": "Nilai indikator",
    "JML": "Jumlah",
    "PRJ": "Perjanjian kinerja",
    "AGR": "Anggaran",
    "KLK": "Kelengkapan",
    "MTU": "Mutu dan kewajaran",
    "SKM": "Survei kepuasan masyarakat",
}


@dataclass(frozen=True, slots=True)
class Kasus:
    """A case of a check: small text tables by table name, and what the check must answer.

    `dasar` adds the usual rows of instansi and laporan; a required column that a table leaves out holds the schema's
    example; `berkas` names pictures that are there; `temuan` are the fields of each expected finding, with `pesan`.
    """

    nama: str
    hasil: str
    tabel: Mapping[str, str]
    diperiksa: int
    dasar: bool = True
    alasan: str | None = None
    berkas: Sequence[str] = ()
    temuan: Sequence[Mapping[str, Any]] = field(default_factory=tuple)


def load_cases(folder: Path) -> dict[str, list[Kasus]]:
    """The cases of every `<kode>.toml` in a folder, by code of the check."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        found[path.stem] = [Kasus(**case) for case in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]]
    return found


def render_pages(folder: Path) -> str:
    """The page of all checks in Markdown. `folder` holds the cases: one wrong and one right example are shown."""
    cases = load_cases(folder)
    parts = [
        "# Pemeriksaan data paket",
        "Halaman ini dicetak dari program dan dari kasus ujinya; jangan diubah dengan tangan. Perintah "
        "`akuntabel periksa PAKET` menjalankan semua pemeriksaan di bawah ini. Setiap pemeriksaan memberi salah "
        "satu dari "
        "tiga jawaban: ditemukan, lolos, atau tidak berlaku (dengan alasannya). Tingkat dapat berbeda per temuan; "
        "keyakinan *mungkin* berarti temuan itu pertanyaan, bukan tuduhan.",
    ]
    group = ""
    for check in CHECKS:
        if (name := _GROUPS[check.kode.split("-")[1]]) != group:
            group = name
            parts.append(f"## {name}")
        parts.extend(_section(check, cases.get(check.kode, [])))
    return "\n\n".join(parts) + "\n"


def _section(check: Check, cases: Sequence[Kasus]) -> list[str]:
    parts = [
        f"### {check.kode} {check.judul}",
        f"Tingkat: {check.tingkat.value}. Dasar: {check.dasar}.",
        check.penjelasan,
    ]
    wrong = next((c for c in cases if c.hasil == "ditemukan"), None)
    right = next((c for c in cases if c.hasil == "lolos"), None)
    if wrong:
        parts.append(f"Contoh yang salah ({wrong.nama}):")
        parts.extend(_tables(wrong))
        parts.extend(f"> {finding['pesan']}" for finding in wrong.temuan)
    if right:
        parts.append(f"Contoh yang benar ({right.nama}):")
        parts.extend(_tables(right))
    return parts


def _tables(case: Kasus) -> list[str]:
    return [f"`{name}`\n\n```\n{text.strip()}\n```" for name, text in case.tabel.items()]
