"""Tags of lists: links and cells, which a page has by the hundred.

Each text is escaped here, once, by the standard library: Django's own way asks of every text whether it is lazy.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from akuntabel_web.inti.alamat import address

register = template.Library()


@register.simple_tag(takes_context=True)
def tautan(context: dict[str, Any], nama: str, *bagian: object) -> str:
    """The address of a page of the agency and year of this page."""
    wewenang = context["wewenang"]
    return address(nama, wewenang.instansi.alamat, wewenang.tahun, *bagian)


@register.filter
def sel(pairs: Iterable[tuple[str, str]]) -> SafeString:
    """The cells of a row, each with its heading for narrow screens."""
    return mark_safe("".join(f'<td data-judul="{escape(head)}">{escape(text)}</td>' for head, text in pairs))


@register.filter
def sel_tautan(links: Iterable[tuple[str, str, str, str]]) -> SafeString:
    """The cells of a row that are links: heading, address, words, and the words that only a screen reader says."""
    cells = (
        f'<td data-judul="{escape(head)}"><a class="aksi" href="{escape(url)}">{escape(text)}'
        f'<span class="visually-hidden">: {escape(more)}</span></a></td>'
        for head, url, text, more in links
    )
    return mark_safe("".join(cells))
