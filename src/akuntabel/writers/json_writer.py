"""The figures that a document prints, as JSON: what stands where, and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from akuntabel.doctree.nodes import Block, Document, FigureRef, Heading, Origin, Picture, Raster, Table
from akuntabel.doctree.origins import reachable_origins
from akuntabel.doctree.walk import inline_runs, plain_text, walk_blocks

_VERSION = 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure is printed: its heading, and its table or picture."""

    bagian: str | None = None
    tabel: str | None = None
    gambar: str | None = None


def write_json(document: Document) -> bytes:
    """The document's figures as JSON (UTF-8), in reading order. Keys stay; new ones may come.

    `angka` holds every printed place of every figure; a figure that is only drawn in a picture has `teks` null.
    `asal` holds by id, each once, their origins and those of all figures that they were computed from.
    """
    content = {
        "versi": _VERSION,
        "judul": document.title,
        "perihal": document.subject,
        "penyusun": document.author,
        "tanggal": document.dated.isoformat(),
        "bahasa": document.language,
        "draf": document.draft,
        "angka": list(_printed(document)),
        "asal": {i: _origin(origin) for i, origin in reachable_origins(document).items()},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _printed(document: Document) -> Iterator[dict[str, Any]]:
    place = _Place()
    for block in walk_blocks(document):
        if isinstance(block, Heading):
            place = _Place(bagian=_titled(block.number, plain_text(block.inlines)))
        yield from _of_block(block, _within(block, place))


def _of_block(block: Block, place: _Place) -> Iterator[dict[str, Any]]:
    for run in inline_runs(block):
        yield from (_entry(one.figure_id, one.text, place) for one in run if isinstance(one, FigureRef))
    if isinstance(block, Picture):
        yield from (_entry(figure, None, place) for figure in block.figures)


def _within(block: Block, place: _Place) -> _Place:
    match block:
        case Table():
            return replace(place, tabel=_titled(block.number, plain_text(block.caption)))
        case Picture() | Raster():
            return replace(place, gambar=_titled(block.number, plain_text(block.caption)))
        case _:
            return place


def _titled(number: str | None, title: str) -> str | None:
    return " ".join(filter(None, (number, title))) or None


def _entry(figure_id: str, text: str | None, place: _Place) -> dict[str, Any]:
    return {"id": figure_id, "teks": text, "bagian": place.bagian, "tabel": place.tabel, "gambar": place.gambar}


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "nama": origin.nama,
        "nilai": origin.nilai,
        "rumus": origin.rumus,
        "hitungan": origin.hitungan,
        "masukan": list(origin.inputs),
        "sel": list(origin.cells),
        "dasar": list(origin.dasar),
        "kebijakan": origin.kebijakan,
        "catatan": origin.catatan,
        "sementara": origin.sementara,
    }
