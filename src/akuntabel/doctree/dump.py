"""A document as plain text for tests and for reading: one line for each block, row and setting, stable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from akuntabel.doctree.nodes import (
    Block,
    Box,
    Break,
    CrossRef,
    Document,
    FigureRef,
    Formula,
    Heading,
    Inline,
    Letterhead,
    Link,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Raster,
    Row,
    Section,
    Signature,
    SignatureBlock,
    Table,
    Text,
    Toc,
)


def dump(document: Document) -> str:
    """The whole document as text; equal documents give equal text."""
    head = [f"dokumen: {document.title} | {document.author} | {document.dated.isoformat()} | {document.language}"]
    head += [f"{name}: {value}" for name, value in _settings(document) if value]
    return "\n".join([*head, *(line for section in document.sections for line in _section(section))]) + "\n"


def dump_blocks(blocks: Iterable[Block]) -> str:
    """A run of blocks as text."""
    return "".join(f"{line}\n" for line in _blocks(blocks, ""))


def inline_text(inlines: Iterable[Inline]) -> str:
    """Inlines with marks: **bold**, _italic_, {figure=text}, [text](#label), [text](url), a Break as ⏎."""
    return "".join(_inline(inline) for inline in inlines)


def _settings(document: Document) -> list[tuple[str, str]]:
    draft = "ya" if document.draft else ""
    return [("perihal", document.subject), ("draf", draft), ("kepala", document.header), ("kaki", document.footer)]


def _section(section: Section) -> Iterator[str]:
    marks = [section.orientation.value, section.page_number.value]
    marks += ["mulai-ulang"] * section.restart + ["tanpa-kepala"] * (not section.header)
    yield f"== bagian {' '.join(marks)}"
    yield from _blocks(section.blocks, "")


def _blocks(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield indent + line


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"judul {block.level} #{block.label}{_heading_marks(block)}: {inline_text(block.inlines)}"
        case Paragraph():
            yield f"{block.style.value}{' ikut' * block.keep_with_next}: {inline_text(block.inlines)}"
        case ListBlock():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Picture() | Raster():
            yield from _picture(block)
        case _:
            yield from _small(block)


def _small(block: Block) -> Iterator[str]:
    match block:
        case Formula():
            fraction = f" / {block.denominator}" if block.denominator else ""
            yield f"rumus: {block.left} = {block.numerator}{fraction}{' ' * bool(block.tail)}{block.tail}"
        case SignatureBlock(left=left, right=right):
            yield "tanda tangan"
            yield from (line for side, one in (("kiri", left), ("kanan", right)) if one for line in _sign(side, one))
        case Letterhead():
            yield f"kop: {' ⏎ '.join(block.lines)} | {' ⏎ '.join(block.address)}"
        case Box():
            yield f"kotak {block.kind.value}"
            yield from _blocks(block.blocks, "  ")
        case PageBreak():
            yield "halaman baru"
        case Toc():
            yield f"daftar {block.kind.value}"
            for entry in block.entries:
                yield f"  {entry.level} {entry.number} | {entry.text} #{entry.label}{_page(entry.page)}"


def _heading_marks(heading: Heading) -> str:
    marks = [heading.number or ("" if heading.numbered else "tanpa-nomor"), "lampiran" * heading.appendix]
    return "".join(f" {mark}" for mark in (*marks, "" if heading.in_toc else "di-luar-daftar") if mark)


def _page(page: str | None) -> str:
    return f" hlm {page}" if page else ""


def _list(block: ListBlock) -> Iterator[str]:
    yield f"daftar {block.kind.value}" + (f" mulai {block.start}" if block.start != 1 else "")
    for item in block.items:
        first, *rest = _blocks(item, "") if item else ("",)
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)


def _table(table: Table) -> Iterator[str]:
    marks = [f"#{table.label}" if table.label else "", "" if table.rules else "tanpa-garis", "kecil" * table.small]
    columns = " ".join(f"{column.width:g}{column.align.value[:2]}" for column in table.columns)
    yield f"tabel{''.join(f' {mark}' for mark in marks if mark)} <{columns}>{_captioned(table.number, table.caption)}"
    yield from (f"  ringkasan: {table.summary}" for _ in range(bool(table.summary)))
    yield from (f"  * {_row(row)}" for row in table.head)
    yield from (f"  - {_row(row)}" for row in table.rows)
    yield from (f"  sumber: {inline_text(table.source)}" for _ in range(bool(table.source)))
    yield from (f"  catatan: {inline_text(note)}" for note in table.notes)


def _row(row: Row) -> str:
    cells = [f"{_span(cell.colspan, cell.rowspan)}{inline_text(cell.inlines)}" for cell in row.cells]
    return f"{row.kind.value}: " + " | ".join(cells)


def _span(columns: int, rows: int) -> str:
    return f"[{columns}x{rows}] " if (columns, rows) != (1, 1) else ""


def _picture(block: Picture | Raster) -> Iterator[str]:
    name = f" #{block.label}" if block.label else ""
    size = f" {block.width_mm:g}x{block.height_mm:g} mm"
    kind = "gambar" if isinstance(block, Picture) else "foto"
    yield f"{kind}{name}{size}{_captioned(block.number, block.caption)}"
    yield f"  alt: {block.alt}"
    if isinstance(block, Picture):
        yield from (f"  besaran: {figure}" for figure in block.figures)
        yield from (f"  sumber: {inline_text(block.source)}" for _ in range(bool(block.source)))


def _captioned(number: str | None, caption: Iterable[Inline]) -> str:
    text = inline_text(caption)
    return f" {number or '?'}: {text}" if text else ""


def _sign(side: str, signature: Signature) -> Iterator[str]:
    yield from (f"  {side}: {inline_text(line)}" for line in signature.above)
    yield f"  {side}: ({signature.name})"
    yield from (f"  {side}: {line}" for line in signature.below)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _form(inline.value, inline.bold, inline.italic)
        case FigureRef():
            return _form(f"{{{inline.figure_id}={inline.text}}}", inline.bold, inline.italic)
        case CrossRef():
            return f"[{inline.text or '?'}](#{inline.label})"
        case Link():
            return f"[{inline.text}]({inline.url})"
        case Break():
            return "⏎"


def _form(text: str, bold: bool, italic: bool) -> str:
    text = f"_{text}_" if italic else text
    return f"**{text}**" if bold else text
