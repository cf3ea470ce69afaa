"""HTML by construction: text is escaped where it enters, so no template can forget it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

_VOID = {"br", "col", "img", "input", "link", "meta"}
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Html(str):
    """Markup that is safe to print. Only this module and the page's own constants make it from raw text."""

    __slots__ = ()


def text(value: str) -> Html:
    """Text as markup; characters that HTML forbids become the replacement character."""
    return Html(escape(_NOT_HTML.sub("\ufffd", value), quote=True))


def join(parts: Iterable[Html]) -> Html:
    """Markup one after the other."""
    return Html("".join(parts))


def tag(name: str, /, *children: str, **attributes: str | int | bool | None) -> Html:
    """An element. A child or attribute that is not Html is escaped.

    Attribute names: a trailing underscore is dropped, others become hyphens (`class_`, `aria_label`). None and False
    leave the attribute out, True prints it without a value.
    """
    opened = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{opened}>")
    inner = "".join(child if isinstance(child, Html) else text(child) for child in children)
    return Html(f"<{name}{opened}>{inner}</{name}>")


@lru_cache(maxsize=2048, typed=True)  # a page says the same few attributes thousands of times; True is not 1
def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
