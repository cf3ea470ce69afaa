"""What must hold for every document before a writer sees it; a fault here is a fault of the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from akuntabel.doctree.nodes import CrossRef, Document, Heading, PageBreak, Picture, Raster, SignatureBlock, Table, Toc
from akuntabel.doctree.tables import place
from akuntabel.doctree.walk import child_blocks, plain_text, walk_blocks, walk_inlines

Labelled = Heading | Table | Picture | Raster


def problems(document: Document) -> tuple[str, ...]:
    """All faults of structure: heading levels, table geometry, labels given twice or referred to in vain."""
    return (*_headings(document), *_tables(document), *_labels(document), *_inside(document))


def check(document: Document) -> Document:
    """The document itself; raises ValueError naming every fault of its structure."""
    found = problems(document)
    if found:
        raise ValueError("; ".join(found))
    return document


def _headings(document: Document) -> Iterator[str]:
    above: dict[int, Heading] = {}
    for heading in walk_blocks(document):
        if isinstance(heading, Heading):
            yield from (f"heading '{plain_text(heading.inlines)}' {fault}" for fault in _faults(heading, above))
            above = {level: one for level, one in above.items() if level < heading.level} | {heading.level: heading}


def _faults(heading: Heading, above: dict[int, Heading]) -> Iterator[str]:
    parent = above.get(heading.level - 1)
    if not 1 <= heading.level <= 4:
        yield f"has level {heading.level}, allowed are 1 to 4"
    elif heading.level > 1 and parent is None:
        yield f"of level {heading.level} stands below no heading of level {heading.level - 1}"
    elif parent and parent.level > 1 and heading.numbered and not parent.numbered:
        yield "is numbered below a heading that is not"
    if heading.appendix and heading.level != 1:
        yield "is an appendix below level 1"
    if not plain_text(heading.inlines).strip():
        yield f"with label '{heading.label}' is empty"
    if not heading.label:
        yield "has no label"


def _inside(document: Document) -> Iterator[str]:
    for block in walk_blocks(document):
        for child in child_blocks(block):
            if isinstance(child, Heading | PageBreak | Toc | SignatureBlock):
                yield f"{type(child).__name__} inside {type(block).__name__}, allowed is only the top level"


def _tables(document: Document) -> Iterator[str]:
    for table in walk_blocks(document):
        if isinstance(table, Table):
            for part in (table.head, table.rows):
                try:
                    place(part, len(table.columns))
                except ValueError as problem:
                    yield f"table '{plain_text(table.caption) or table.label or table.summary}': {problem}"


def _labels(document: Document) -> Iterator[str]:
    blocks = [block for block in walk_blocks(document) if isinstance(block, Labelled) and block.label]
    counted = Counter(block.label for block in blocks)
    yield from (f"label '{label}' is given {times} times" for label, times in counted.items() if times > 1)
    named = {block.label for block in blocks if isinstance(block, Heading) or block.caption}
    for label in dict.fromkeys(one.label for one in walk_inlines(document) if isinstance(one, CrossRef)):
        if label not in counted:
            yield f"label '{label}' is referred to but stands nowhere"
        elif label not in named:
            yield f"label '{label}' is referred to but its block has no caption"
