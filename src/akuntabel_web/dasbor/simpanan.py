"""A figure as JSON and back, exactly: numbers as text, values with their kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from akuntabel.domain.figure import CellRef, Figure, FigureId, Keadaan, Trace, Value


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
