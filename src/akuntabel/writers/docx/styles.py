"""styles.xml: the look of an Indonesian government report, from the paper and font of the agency."""

from __future__ import annotations

from dataclasses import dataclass, replace

from akuntabel.doctree.nodes import PageSetup
from akuntabel.doctree.ukuran import NOTE_SIZE, SMALL_TABLE_SIZE, TABLE_SIZE
from akuntabel.writers.docx.oxml import EMPTY, Xml, el, half_points, join, part, twips, val
from akuntabel.writers.docx.paragraphs import tab_stops

# the families that we ship have the metrics of those that offices have
_OFFICE_FONTS = {"Arimo": "Arial", "Tinos": "Times New Roman"}
RULE_COLOR = "7F7F7F"
DRAFT_COLOR = "C00000"
TOC_INDENTS = ((1021, 1021), (1644, 623), (2410, 766))  # left and hanging of levels 1 to 3, in twips
CAPTION_LIST_INDENT = (1361, 1361)
_CELL_MARGIN = 85  # twips
HEADING_INDENTS = {2: 680, 3: 794, 4: 425}  # hanging indent of the number, in twips


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks. Sizes in points, distances in twips; None leaves it to the style below."""

    size: float | None = None
    bold: bool = False
    italic: bool = False
    caps: bool = False
    color: str | None = None
    align: str | None = None
    before: int = 0
    after: int = 0
    line: float | None = None
    exact: int | None = None
    indent: tuple[int, int] | None = None
    right: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None
    border: Xml = EMPTY
    tabs: Xml = EMPTY


def office_font(family: str) -> str:
    """The name of a font family in a word processor."""
    return _OFFICE_FONTS.get(family, family)


def text_width(page: PageSetup, landscape: bool = False) -> int:
    """Width of the text in twips."""
    paper = page.height_mm if landscape else page.width_mm
    return twips(paper - page.left_mm - page.right_mm)


def _paragraph_properties(look: Look) -> Xml:
    flags = (("keepNext", look.keep_next), ("keepLines", look.keep_lines), ("pageBreakBefore", look.page_break))
    spacing = {"w:before": str(look.before), "w:after": str(look.after)}
    if look.exact:
        spacing |= {"w:line": str(look.exact), "w:lineRule": "exact"}
    elif look.line:
        spacing |= {"w:line": str(round(240 * look.line)), "w:lineRule": "auto"}
    left, hanging = look.indent or (0, 0)
    indent = {"w:left": str(left), "w:right": str(look.right), "w:hanging": str(hanging)}
    return el(
        "w:pPr",
        None,
        *(el(f"w:{name}") for name, on in flags if on),
        look.border,
        look.tabs,
        el("w:spacing", spacing),
        el("w:ind", indent) if look.indent or look.right else EMPTY,
        val("w:jc", look.align) if look.align else EMPTY,
        val("w:outlineLvl", look.outline) if look.outline is not None else EMPTY,
    )


def _run_properties(look: Look) -> Xml:
    flags = (("b", look.bold), ("i", look.italic), ("caps", look.caps))
    size = str(half_points(look.size)) if look.size else ""
    children = [el(f"w:{name}") for name, on in flags if on]
    children += [val("w:color", look.color)] if look.color else []
    children += [val("w:sz", size), val("w:szCs", size)] if size else []
    return el("w:rPr", None, *children) if children else EMPTY


def _style(ident: str, name: str, look: Look, *, quick: bool = True) -> Xml:
    return el(
        "w:style",
        {"w:type": "paragraph", "w:styleId": ident} | ({} if name == name.lower() else {"w:customStyle": "1"}),
        val("w:name", name),
        val("w:basedOn", "Normal"),
        val("w:next", "Isi"),
        el("w:qFormat") if quick else EMPTY,
        _paragraph_properties(look),
        _run_properties(look),
    )


def _headings(base: float) -> Xml:
    sizes = {1: base + 3, 2: base + 1, 3: base, 4: base}
    chapter = Look(
        size=sizes[1], bold=True, caps=True, align="center", after=360, keep_next=True, keep_lines=True, outline=0,
        page_break=True, line=1.15,
    )  # fmt: skip
    found = [_style("Heading1", "heading 1", chapter)]
    found.append(_style("Judul1", "Judul 1 luar daftar", _unlisted(chapter)))
    for level, hanging in HEADING_INDENTS.items():
        look = Look(
            size=sizes[level], bold=True, italic=level == 4, before=240 if level == 2 else 180, after=100,
            indent=(hanging, hanging), keep_next=True, keep_lines=True, outline=level - 1,
        )  # fmt: skip
        found.append(_style(f"Heading{level}", f"heading {level}", look))
        found.append(_style(f"Judul{level}", f"Judul {level} luar daftar", _unlisted(look)))
    return join(found)


def _unlisted(look: Look) -> Look:
    """The same without a place in the outline, so that a new table of contents leaves it out."""
    return replace(look, outline=9)


def _named(base: float, line: float) -> Xml:
    """The renderings of `Gaya` and of list items."""
    centre = Look(align="center", after=120, line=line)
    looks = (
        ("Isi", "Isi", Look(align="both", after=120, line=line)),
        ("Rapat", "Rapat", Look(align="left", line=1.0)),
        ("Tengah", "Tengah", centre),
        ("Kanan", "Kanan", Look(align="right", after=120, line=line)),
        ("Title", "title", Look(size=base + 11, bold=True, align="center", after=240, line=1.2)),
        ("Subtitle", "subtitle", Look(size=base + 4, bold=True, align="center", after=160, line=1.2)),
        ("JudulDokumen", "Judul Dokumen", Look(size=base + 2, bold=True, align="center", after=240, keep_next=True)),
        ("Quote", "quote", Look(italic=True, align="both", after=120, line=line, indent=(567, 0), right=567)),
        ("Kecil", "Kecil", Look(size=base - 2, after=80, line=1.0)),
        ("ButirDaftar", "Butir Daftar", Look(align="both", after=60, line=line)),
        ("Gambar", "Gambar", Look(align="center", before=120, after=60)),
        ("Rumus", "Rumus", Look(align="center", before=60, after=180)),
    )
    return join(_style(ident, name, look) for ident, name, look in looks)


def _tabular(base: float) -> Xml:
    """Cells, captions, sources, signatures, letterhead."""
    line = el("w:bottom", {"w:val": "thickThinSmallGap", "w:sz": "24", "w:space": "4", "w:color": "auto"})
    looks = (
        ("Caption", "caption", Look(bold=True, align="center", before=120, after=80, keep_next=True, keep_lines=True)),
        ("KeteranganGambar", "Keterangan Gambar", Look(bold=True, align="center", after=80, keep_lines=True)),
        ("SelTabel", "Sel Tabel", Look(size=base + TABLE_SIZE, before=30, after=30, line=1.0)),
        ("SelTabelKecil", "Sel Tabel Kecil", Look(size=base + SMALL_TABLE_SIZE, before=20, after=20, line=1.0)),
        ("KepalaTabel", "Kepala Tabel", Look(size=base + TABLE_SIZE, bold=True, align="center", before=40, after=40)),
        (
            "KepalaTabelKecil",
            "Kepala Tabel Kecil",
            Look(size=base + SMALL_TABLE_SIZE, bold=True, align="center", before=30, after=30),
        ),
        ("SelPolos", "Sel Polos", Look(before=20, after=20, line=1.0)),
        ("NomorKolom", "Nomor Kolom", Look(size=base - 3, italic=True, align="center")),
        ("Sumber", "Sumber", Look(size=base + NOTE_SIZE, before=20, line=1.0, keep_lines=True)),
        ("TandaTangan", "Tanda Tangan", Look(align="center", line=1.1, keep_lines=True)),
        ("KopPertama", "Kop Pertama", Look(size=base + 2, align="center")),
        ("KopUtama", "Kop Utama", Look(size=base + 4, bold=True, align="center")),
        ("KopAlamat", "Kop Alamat", Look(size=base - 2, align="center")),
        ("KopGaris", "Kop Garis", Look(exact=80, after=200, border=el("w:pBdr", None, line))),
        ("Sela", "Sela", Look(size=1, exact=20)),
    )
    return join(_style(ident, name, look, quick=False) for ident, name, look in looks)


def _lists(base: float, width: int) -> Xml:
    """Lists of contents, header and footer."""
    end = ("right", width, "dot")
    found = []
    for level, (left, hanging) in enumerate(TOC_INDENTS, start=1):
        look = Look(
            size=base, bold=level == 1, before=80 if level == 1 else 0, after=40,
            indent=(left, hanging), tabs=tab_stops(("left", left, "none"), end),
        )  # fmt: skip
        found.append(_style(f"TOC{level}", f"toc {level}", look, quick=False))
    captions = Look(
        size=base, after=60, indent=CAPTION_LIST_INDENT,
        tabs=tab_stops(("left", CAPTION_LIST_INDENT[0], "none"), end),
    )  # fmt: skip
    found.append(_style("TableofFigures", "table of figures", captions, quick=False))
    for ident, side, align in (("Header", "bottom", "right"), ("Footer", "top", "left")):
        rule = el(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "3", "w:color": RULE_COLOR})
        small = Look(size=base - 2.5, color="595959", align=align, border=el("w:pBdr", None, rule))
        found.append(_style(ident, ident.lower(), small, quick=False))
    found.append(_style("Draf", "Draf", Look(size=base - 1, bold=True, color=DRAFT_COLOR, align="center")))
    return join(found)


def _defaults(page: PageSetup, language: str) -> Xml:
    font = office_font(page.font)
    names = {f"w:{use}": font for use in ("ascii", "hAnsi", "eastAsia", "cs")}
    size = half_points(page.font_size_pt)
    run = el(
        "w:rPr", None, el("w:rFonts", names), val("w:sz", size), val("w:szCs", size),
        el("w:lang", {"w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA"}),
    )  # fmt: skip
    plain = el("w:pPr", None, el("w:spacing", {"w:after": "0", "w:line": "240", "w:lineRule": "auto"}))
    return el("w:docDefaults", None, el("w:rPrDefault", None, run), el("w:pPrDefault", None, plain))


def _basics() -> Xml:
    """Normal, the default character style, hyperlinks and the two table styles."""
    return Xml(
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        + _table_style("TabelBergaris", "Tabel Bergaris", ruled=True)
        + _table_style("TabelPolos", "Tabel Polos", ruled=False)
    )


def cell_margins(left: int, right: int) -> Xml:
    """The room beside the text in every cell of a table, in twips."""
    sides = (("left", left), ("right", right))
    return el("w:tblCellMar", None, *(el(f"w:{name}", {"w:w": str(size), "w:type": "dxa"}) for name, size in sides))


def _table_style(ident: str, name: str, ruled: bool) -> Xml:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if ruled else ()
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": RULE_COLOR}
    borders = el("w:tblBorders", None, *(el(f"w:{side}", line) for side in sides))
    return el(
        "w:style", {"w:type": "table", "w:customStyle": "1", "w:styleId": ident},
        val("w:name", name), val("w:basedOn", "TableNormal"),
        el("w:tblPr", None, borders if ruled else EMPTY, cell_margins(_CELL_MARGIN if ruled else 0, _CELL_MARGIN)),
    )  # fmt: skip


def styles_part(page: PageSetup, language: str) -> bytes:
    """The whole of word/styles.xml."""
    base = page.font_size_pt
    return part(
        "w:styles", "w", _defaults(page, language), _basics(), _named(base, page.line_spacing), _headings(base),
        _tabular(base), _lists(base, text_width(page)),
    )  # fmt: skip
