"""Figures as JSON and back, exactly: numbers as text, values with their kind; thousands of them, read one by one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from akuntabel.domain.figure import CellRef, Figure, FigureId, Keadaan, Trace, Value


def pack(records: Iterable[tuple[str, dict[str, Any]]]) -> bytes:
    """Figures by name as bytes: a line that says where each begins, how long it is and what it is called; then all."""
    places: dict[str, tuple[int, int, str]] = {}
    parts: list[bytes] = []
    begin = 0
    for name, record in records:
        part = json.dumps(record, ensure_ascii=False).encode()
        places[name] = (begin, len(part), record["nama"])
        parts.append(part)
        begin += len(part)
    return b"\n".join((json.dumps(places, ensure_ascii=False).encode(), b"".join(parts)))


class Simpanan(Mapping[str, dict[str, Any]]):
    """Packed figures: each is read when it is asked for, as an agency may have 27,000 and a page shows a few."""

    def __init__(self, packed: bytes) -> None:
        head = packed.index(b"\n")
        self._places: dict[str, tuple[int, int, str]] = json.loads(packed[:head])
        self._packed, self._first = packed, head + 1

    def __getitem__(self, name: str) -> dict[str, Any]:
        begin, length, _ = self._places[name]
        at = self._first + begin
        found: dict[str, Any] = json.loads(self._packed[at : at + length])
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def titles(self) -> Iterator[tuple[str, str]]:
        """Every name with what it is called."""
        return ((name, title) for name, (_, _, title) in self._places.items())


class Terbaca(Mapping[FigureId, Figure]):
    """The library's figures over packed ones."""

    def __init__(self, kept: Mapping[str, dict[str, Any]]) -> None:
        self._kept = kept

    def __getitem__(self, key: FigureId) -> Figure:
        return decode_figure(str(key), self._kept[str(key)])

    def __contains__(self, key: object) -> bool:
        return str(key) in self._kept

    def __iter__(self) -> Iterator[FigureId]:
        return map(FigureId.parse, self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def encode_figure(figure: Figure) -> dict[str, Any]:
    """What of a figure its printed form does not say."""
    return {
        "nilai": _encode(figure.value),
        "satuan": figure.satuan,
        "keadaan": figure.keadaan.value,
        "desimal": figure.desimal,
        "tercatat": None if figure.tercatat is None else str(figure.tercatat),
        "rumus": figure.trace.rumus,
        "hitungan": figure.trace.hitungan,
        "masukan": [str(i) for i in figure.trace.inputs],
    }


def decode_figure(name: str, kept: dict[str, Any]) -> Figure:
    """The figure as the library computed it."""
    isi = kept["isi"]
    return Figure(
        FigureId.parse(name),
        _decode(isi["nilai"]),
        isi["satuan"],
        Trace(
            isi["rumus"],
            isi["hitungan"],
            tuple(FigureId.parse(i) for i in isi["masukan"]),
            tuple(CellRef(*c[:3]) for c in kept["sel"]),
            tuple(kept["dasar"]),
            kept["kebijakan"],
            kept["catatan"],
        ),
        Keadaan(isi["keadaan"]),
        isi["desimal"],
        kept["sementara"],
        None if isi["tercatat"] is None else Decimal(isi["tercatat"]),
    )


def _encode(value: Value | None) -> list[str] | None:
    match value:
        case None:
            return None
        case bool():
            return ["ya_tidak", "ya" if value else "tidak"]
        case Decimal():
            return ["angka", str(value)]
        case date():
            return ["tanggal", value.isoformat()]
        case str():
            return ["teks", value]


def _decode(kept: list[str] | None) -> Value | None:
    if kept is None:
        return None
    kind, text = kept
    match kind:
        case "ya_tidak":
            return text == "ya"
        case "angka":
            return Decimal(text)
        case "tanggal":
            return date.fromisoformat(text)
        case _:
            return text
