"""The figures of a document as JSON."""

import json
from dataclasses import replace
from datetime import date

from akuntabel.doctree.nodes import (
    Cell,
    Column,
    Document,
    FigureRef,
    Heading,
    Origin,
    Paragraph,
    Picture,
    Row,
    Section,
    Svg,
    Table,
    Text,
)
from akuntabel.doctree.transforms.number import number
from akuntabel.writers.json_writer import write_json

A, B, C = "capaian/TPT/2025", "realisasi/TPT/2025", "target/TPT/2025"
ORIGINS = {
    C: Origin(C, "Target", "7,73", "", "", cells=("target.csv",)),
    A: Origin(A, "Capaian", "105,17", "rumus", "hitungan", (C,), (), ("dasar",), "kebijakan", "catatan", True),
    "x/Y/2025": Origin("x/Y/2025", "Tidak dicetak", "0", "", ""),
}
BLOCKS = (
    Paragraph((FigureRef(A, "105,2"),)),
    Heading(1, (Text("KINERJA"),), "bab"),
    Paragraph((Text("Capaian "), FigureRef(A, "105,17"), Text("😀"))),
    Table((Column(1),), (Row((Cell((FigureRef(B, "7,33"),)),)),), caption=(Text("Capaian"),)),
    Picture(Svg("<svg/>"), "alt", 10, 10, (Text("Grafik"),), figures=(A,)),
)
DOCUMENT = Document("Judul", "Dinas", date(2026, 2, 5), (Section(BLOCKS),), "Perihal", draft=True, origins=ORIGINS)


def test_content() -> None:
    def entry(figure: str, text: str | None, bagian: str | None, **more: str) -> dict[str, str | None]:
        return {"id": figure, "teks": text, "bagian": bagian, "tabel": None, "gambar": None} | more

    assert json.loads(write_json(number(DOCUMENT))) == {
        "versi": 1,
        "judul": "Judul",
        "perihal": "Perihal",
        "penyusun": "Dinas",
        "tanggal": "2026-02-05",
        "bahasa": "id-ID",
        "draf": True,
        "angka": [
            entry(A, "105,2", None),
            entry(A, "105,17", "BAB I KINERJA"),
            entry(B, "7,33", "BAB I KINERJA", tabel="Tabel 1.1 Capaian"),
            entry(A, None, "BAB I KINERJA", gambar="Gambar 1.1 Grafik"),
        ],
        "asal": {
            A: {
                "nama": "Capaian",
                "nilai": "105,17",
                "rumus": "rumus",
                "hitungan": "hitungan",
                "masukan": [C],
                "sel": [],
                "dasar": ["dasar"],
                "kebijakan": "kebijakan",
                "catatan": "catatan",
                "sementara": True,
            },
            C: {
                "nama": "Target",
                "nilai": "7,73",
                "rumus": "",
                "hitungan": "",
                "masukan": [],
                "sel": ["target.csv"],
                "dasar": [],
                "kebijakan": None,
                "catatan": None,
                "sementara": False,
            },
        },
    }


def test_bytes_do_not_depend_on_the_order_of_the_mapping() -> None:
    turned = replace(DOCUMENT, origins=dict(reversed(ORIGINS.items())))
    assert write_json(number(turned)) == write_json(number(DOCUMENT))
