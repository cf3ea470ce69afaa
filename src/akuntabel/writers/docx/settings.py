"""settings.xml: current layout rules, Indonesian language and decimal comma."""

from __future__ import annotations

from akuntabel.writers.docx.oxml import el, part, twips, val

_SCHEMA = "http://schemas.microsoft.com/office/word"


def settings_part(language: str) -> bytes:
    """The whole of word/settings.xml; fields are never updated on opening, because Word would ask the reader."""
    compatibility = el(
        "w:compat", None,
        el("w:doNotExpandShiftReturn"),
        el("w:compatSetting", {"w:name": "compatibilityMode", "w:uri": _SCHEMA, "w:val": "15"}),
    )  # fmt: skip
    return part(
        "w:settings", "w",
        val("w:defaultTabStop", twips(12.5)),
        val("w:characterSpacingControl", "doNotCompress"),
        compatibility,
        el("w:themeFontLang", {"w:val": language}),
        val("w:decimalSymbol", ","),
        val("w:listSeparator", ";"),
    )  # fmt: skip
