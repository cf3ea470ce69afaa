"""What runs in the child of a build: from a package to files and findings. No Django here, so no database either."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from akuntabel.doctree.naskah import lines_of
from akuntabel.errors import AkuntabelError
from akuntabel.findings import Temuan, Tingkat, finding_json
from akuntabel.pipelines.dokumen import Pesanan, write
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.pipelines.paket import read_paket
from akuntabel.pipelines.pemeriksaan import check
from akuntabel.pipelines.reviu import Permintaan, review_here
from akuntabel.pipelines.start import collect_seldom
from akuntabel.readers.terbatas import run_limited
from akuntabel_web.inti.anak import begin, limits, package

FORMAT = ("docx", "pdf", "html", "json")


@dataclass(frozen=True, slots=True)
class Tersusun:
    """A document as it was built: file name and content by format, whether it is a draft."""

    berkas: dict[str, tuple[str, bytes]]
    draf: bool


def build(nama: str, isi: bytes, pesanan: Pesanan, bengkel: str) -> Tersusun:
    """Build a document of a package in every format."""
    begin()
    with package(nama, isi, bengkel) as path:
        result = write(compute_paket(path), pesanan, path.parent / "keluaran")
        files = {p.suffix.removeprefix("."): (p.name, p.read_bytes()) for p in result.berkas}
        return Tersusun(files, result.draf)


def inspect(nama: str, isi: bytes, docx: tuple[str, bytes], bengkel: str) -> bytes:
    """Findings of the data and of the built document, with the rows they point to and the text they were found in."""
    collect_seldom()
    with package(nama, isi, bengkel) as path:
        rows = _rows(path)
        data = check(path)
        found: dict[str, Any] = {
            "data": [_with_row(t, rows) for t in data.temuan],
            "aturan_data": len(data.aturan),
            **_review(path, docx),
        }
    return json.dumps(found, ensure_ascii=False).encode()


def _review(paket: Path, docx: tuple[str, bytes]) -> dict[str, Any]:
    """The review of the document against its data. What cannot be reviewed is said, and is no clean report."""
    document = paket.parent / docx[0]
    document.write_bytes(docx[1])
    try:
        result = review_here(document, Permintaan(data=paket))
    except AkuntabelError as error:
        return {"reviu": [], "aturan_reviu": 0, "teks": [], "catatan_reviu": str(error)}
    return {
        "reviu": [finding_json(t) for t in result.hasil.temuan],
        "aturan_reviu": len(result.hasil.aturan),
        "teks": lines_of(result.naskah),
        "catatan_reviu": "",
    }


def _rows(path: Path) -> dict[tuple[str, int], str]:
    """(table, line of its sheet) -> key of the row."""
    places = read_paket(path).sumber.rows
    return {(tabel, place.baris): kunci for (tabel, kunci), place in places.items()}


def _with_row(temuan: Temuan, rows: dict[tuple[str, int], str]) -> dict[str, Any]:
    """A finding with the table and key of the row where it can be mended."""
    place = temuan.lokasi
    tabel = place.lembar or place.tabel or ""
    kunci = next((rows[tabel, b] for b in place.baris if (tabel, b) in rows), "")
    return finding_json(temuan) | {"tabel": tabel if (kunci or tabel) else "", "kunci": kunci}


def build_limited(nama: str, isi: bytes, pesanan: Pesanan, bengkel: Path) -> Tersusun:
    """`build` in a child with limits. Raises AkuntabelError for what a user can mend, and for a child beyond them."""
    return run_limited(build, nama, nama, isi, pesanan, os.fspath(bengkel), batas=limits(gambar=True))


def inspect_limited(nama: str, isi: bytes, docx: tuple[str, bytes], bengkel: Path) -> bytes:
    """`inspect` in a child with limits."""
    return run_limited(inspect, nama, nama, isi, docx, os.fspath(bengkel), batas=limits(gambar=False))


def counts(temuan: bytes) -> dict[str, int]:
    """How many findings of each level, of data and document together."""
    found = json.loads(temuan)
    levels = [t["tingkat"] for t in (*found["data"], *found["reviu"])]
    return {level: levels.count(level) for level in (t.value for t in Tingkat)}
