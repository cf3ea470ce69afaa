"""Tags of lists: links and cells, which a page has by the hundred."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

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
    return format_html_join("", '<td data-judul="{}">{}</td>', pairs)


@register.filter
def sel_tautan(links: Iterable[tuple[str, str, str, str]]) -> SafeString:
    """The cells of a row that are links: heading, address, words, and the words that only a screen reader says."""
    cell = '<td data-judul="{}"><a class="aksi" href="{}">{}<span class="visually-hidden">: {}</span></a></td>'
    return format_html_join("", cell, links)
