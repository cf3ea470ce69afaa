"""One golden file per feature: what each kind of block and inline becomes in HTML.

To accept a change: PERBARUI_GOLDEN=1 pytest tests/golden/html, then read the difference.
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from akuntabel.doctree.nodes import (
    Align,
    Block,
    Box,
    BoxKind,
    Break,
    Cell,
    Column,
    CrossRef,
    Document,
    FigureRef,
    Formula,
    Gaya,
    Heading,
    Inlines,
    Letterhead,
    Link,
    ListBlock,
    ListKind,
    Orientation,
    Origin,
    PageBreak,
    Paragraph,
    Picture,
    Raster,
    Row,
    RowKind,
    Section,
    Signature,
    SignatureBlock,
    Svg,
    Table,
    Text,
    Toc,
    TocKind,
)
from akuntabel.doctree.transforms.number import number
from akuntabel.writers.html import write_html

FOLDER = Path(__file__).parent
MAIN = re.compile(r'<main id="akt-isi" tabindex="-1">(.*)</main>', re.DOTALL)
TPT = "capaian/TPT/2025"
ORIGINS = {
    TPT: Origin(
        TPT,
        "Capaian TPT 2025",
        "105,17",
        "(2 × target - realisasi) / target × 100",
        "(2 × 7,73 - 7,33) / 7,73 × 100 = 105,17",
        ("target/TPT/2025", "realisasi/TPT/2025"),
        ("target.csv TPT 2025",),
        ("Permendagri 86 Tahun 2017",),
        "Makin rendah makin baik",
        "Target PK tercetak 7,32",
        sementara=True,
    ),
    "target/TPT/2025": Origin("target/TPT/2025", "Target TPT 2025", "7,73", "", ""),
    "lain/TPT/2025": Origin("lain/TPT/2025", "Tidak dicetak", "1", "", ""),
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="20mm" viewBox="0 0 80 20" onload="alert(1)">'
    '<defs><pattern id="p" width="2" height="2"><rect width="1" height="1"/></pattern></defs>'
    '<script>alert(1)</script><rect style="fill:red" fill="url(#p)" width="9" height="9"/>'
    '<image href="https://contoh.id/x.png"/><text>89,45</text></svg>'
)


def t(value: str, bold: bool = False, italic: bool = False) -> Text:
    return Text(value, bold, italic)


def p(value: str, inlines: Inlines = ()) -> Paragraph:
    return Paragraph((t(value), *inlines))


def c(value: str, **more: object) -> Cell:
    return Cell((t(value),), **more)  # type: ignore[arg-type]


MERGED = Table(
    (Column(1, Align.TENGAH), Column(5), Column(2, Align.KANAN), Column(2, Align.KANAN)),
    (
        Row((c("Program <A> & B", colspan=4),), RowKind.KELOMPOK),
        Row((c("1"), c("TPT"), c("7,73"), Cell((FigureRef(TPT, "105,17"),)))),
        Row((c("Jumlah", colspan=2, align=Align.TENGAH), c("7,73"), c("105,17")), RowKind.JUMLAH),
    ),
    (
        Row((c("No.", rowspan=2), c("Indikator", rowspan=2), c("Tahun 2025", colspan=2)), RowKind.KEPALA),
        Row((c("Target"), c("Capaian")), RowKind.KEPALA),
        Row((c("(1)"), c("(2)"), c("(3)"), c("(4)")), RowKind.NOMOR_KOLOM),
    ),
    caption=(t("Capaian kinerja"),),
    label="tabel-capaian",
    source=(t("Sumber: BPS."),),
    notes=((t("Angka sementara."),),),
    summary="Satu indikator.",
    small=True,
)
IDENTITY = Table((Column(2), Column(8)), (Row((c("Nama"), c(": Contoh"))),), summary="Identitas", rules=False)
LOGO = Raster(b"\x89PNG", "image/png", "Lambang", 20, 25)
LEFT = Signature(((t("Pihak Kedua,"),),), "Nama Satu")
RIGHT = Signature(((t("Contoh, 5 Februari 2026"),), (t("Pihak Pertama,"),)), "Nama Dua", ("Pembina, IV/a", "NIP 1"))

FEATURES: dict[str, tuple[Block, ...]] = {
    "paragraf": (
        p("Isi ", (t("tebal", bold=True), t("miring", italic=True), Break(), t("keduanya", True, True))),
        *(Paragraph((t(style.value),), style) for style in Gaya),
    ),
    "teks_bermusuhan": (p("<script>alert('x')</script> & \"kutip\" \u2019 🚀 \x07\ufffe"),),
    "angka": (Paragraph((FigureRef(TPT, "105,17", bold=True), FigureRef("tanpa/ASAL/2025", "1"))),),
    "tautan": (
        Heading(1, (t("Satu"),), "bab satu"),
        Paragraph(
            (
                CrossRef("bab satu"),
                Link("https://contoh.go.id/a?b=1&c=2", "sah"),
                Link("javascript:alert(1)", "tidak sah"),
                Link("https://[", "rusak"),
            )
        ),
    ),
    "judul": (
        Heading(1, (t("KATA PENGANTAR"),), "kata", numbered=False),
        Heading(1, (t("PENDAHULUAN"),), "bab1"),
        Heading(2, (t("Latar"),), "latar"),
        Heading(3, (t("Umum"),), "umum"),
        Heading(4, (t("Rinci"),), "rinci"),
        Heading(1, (t("Data"),), "lampiran", appendix=True),
    ),
    "daftar": (
        ListBlock(
            ListKind.ANGKA,
            (
                (
                    p("satu"),
                    ListBlock(ListKind.HURUF, ((p("a"),), (p("b"), ListBlock(ListKind.KURUNG, ((p("(1)"),),))))),
                ),
                (p("dua"), ListBlock(ListKind.BUTIR, ((p("butir"),),))),
            ),
            start=3,
        ),
    ),
    "tabel": (MERGED,),
    "tabel_identitas": (IDENTITY,),
    "gambar": (
        Picture(
            Svg(SVG),
            "Diagram batang: 2025 89,45.",
            80,
            20,
            (t("IKM"),),
            "gambar-ikm",
            None,
            (t("Sumber: SKM."),),
            (TPT,),
        ),
        Picture(Svg(SVG), "Sama.", 160, 20),
    ),
    "foto": (Raster(b"\xff\xd8", "image/jpeg", "Apel pagi", 100, 50, (t("Apel"),), "foto-apel"),),
    "rumus": (Formula("Capaian", "Realisasi", "Target", "× 100%"), Formula("Sisa", "Pagu - Realisasi")),
    "tanda_tangan": (SignatureBlock(None, RIGHT), SignatureBlock(LEFT, RIGHT)),
    "kop": (Letterhead(("PEMERINTAH KOTA", "DINAS"), ("Jalan Contoh 1",), LOGO), Letterhead(("DINAS",))),
    "kotak": tuple(Box(kind, (p(kind.value),)) for kind in BoxKind),
    "daftar_isi": (
        Heading(1, (t("DAFTAR"),), "daftar", numbered=False, in_toc=False),
        Toc(TocKind.ISI),
        Toc(TocKind.TABEL),
        PageBreak(),
        Heading(1, (t("PENDAHULUAN"),), "bab1"),
        Heading(2, (t("Latar"),), "latar"),
        MERGED,
    ),
}


def rendered(blocks: tuple[Block, ...]) -> str:
    """The main part of a page, a line per element so that a difference is readable; origins only in "angka"."""
    section = Section(blocks, orientation=Orientation.LEBAR)
    document = Document("Judul", "Dinas", date(2026, 2, 5), (section,), origins=ORIGINS)
    found = MAIN.search(write_html(number(document)).decode())
    assert found is not None
    main = found[1] if "tanpa/ASAL" in found[1] else found[1].partition('<section class="asal-angka"')[0]
    return re.sub(r"(</(?:p|li|tr|h\d|caption|colgroup|dd|dt|div|figure|article)>)", r"\1\n", main) + "\n"


@pytest.mark.parametrize("feature", FEATURES)
def test_golden(feature: str) -> None:
    path = FOLDER / f"{feature}.html"
    actual = rendered(FEATURES[feature])
    if os.environ.get("PERBARUI_GOLDEN"):
        path.write_text(actual, encoding="utf-8")
    assert actual == path.read_text(encoding="utf-8")


def test_every_golden_file_has_its_feature() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == set(FEATURES)
