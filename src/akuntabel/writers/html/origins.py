"""'Asal angka': every figure once, as an appendix that works without script and feeds the dialog."""

from __future__ import annotations

from akuntabel.doctree.nodes import Origin
from akuntabel.writers.html.builder import Html, join, tag, text
from akuntabel.writers.html.context import Context, fragment, origin_anchor

_INTRO = (
    "Setiap angka bergaris bawah titik-titik dalam dokumen ini mengantar ke asalnya: rumus, hitungan, data masukan, "
    "dan dasar hukumnya."
)


def origins(ctx: Context) -> Html:
    """The appendix, or nothing when no figure has an origin."""
    if not ctx.origins:
        return Html("")
    title = tag("h2", "Asal angka", id="akt-asal-angka")
    entries = (_entry(origin, ctx) for origin in ctx.origins.values())
    return tag("section", title, tag("p", _INTRO), *entries, class_="asal-angka", aria_labelledby="akt-asal-angka")


def dialog() -> Html:
    """The dialog that shows one origin; its content is filled from the appendix by the script."""
    title = tag("h2", id="akt-dialog-judul", tabindex=-1)
    back = tag("button", "Kembali", type="button", id="akt-dialog-kembali", hidden=True)
    close = tag("button", "Tutup", type="button", id="akt-dialog-tutup")
    bar = tag("div", title, tag("div", back, close, class_="tombol"), class_="bilah")
    return tag("dialog", bar, tag("div", id="akt-dialog-isi"), id="akt-dialog", aria_labelledby="akt-dialog-judul")


def _entry(origin: Origin, ctx: Context) -> Html:
    flag = tag("span", "sementara", class_="lencana") if origin.sementara else Html("")
    value = tag("p", tag("strong", origin.nilai), Html(" ") if flag else Html(""), flag, class_="nilai")
    rows = (
        _row("Rumus", [text(origin.rumus)] if origin.rumus else []),
        _row("Hitungan", [text(origin.hitungan)] if origin.hitungan else []),
        _row("Masukan", [_input(figure_id, ctx) for figure_id in origin.inputs]),
        _row("Sel data", [tag("code", cell) for cell in origin.cells]),
        _row("Dasar", [text(line) for line in origin.dasar]),
        _row("Kebijakan", [text(origin.kebijakan)] if origin.kebijakan else []),
        _row("Catatan", [text(origin.catatan)] if origin.catatan else []),
        _row("Nama besaran", [tag("code", origin.figure_id)]),
    )
    body = (tag("h3", origin.nama), value, tag("dl", join(rows)))
    return tag("article", *body, class_="asal", id=origin_anchor(origin.figure_id))


def _row(term: str, lines: list[Html]) -> Html:
    return join((tag("dt", term), *(tag("dd", line) for line in lines))) if lines else Html("")


def _input(figure_id: str, ctx: Context) -> Html:
    origin = ctx.origins.get(figure_id)
    if origin is None:
        return tag("code", figure_id)
    link = tag("a", origin.nama, href=fragment(origin_anchor(figure_id)), class_="masukan")
    return join((link, text(f": {origin.nilai}")))
