"""The page of one reviewed document: findings beside the text, the answers of the rules, the limits."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.doctree.kata_reviu import (
    BATAS_REVIU,
    PembandingDibaca,
    kalimat_pembanding,
    kalimat_temuan,
    kelompok_aturan,
    tentang,
)
from akuntabel.doctree.naskah import Naskah
from akuntabel.findings import HasilPemeriksaan
from akuntabel.writers.html.builder import Html, tag
from akuntabel.writers.html.kerangka import frame, resource
from akuntabel.writers.html.reviu.aturan import outcomes
from akuntabel.writers.html.reviu.naskah import document_text
from akuntabel.writers.html.reviu.saringan import filters
from akuntabel.writers.html.reviu.tanda import marks_of
from akuntabel.writers.html.reviu.temuan import findings

_PARTS = {"akt-temuan": "Temuan", "akt-teks": "Teks dokumen", "akt-aturan": "Hasil aturan", "akt-batas": "Batas"}


def write_reviu(naskah: Naskah, result: HasilPemeriksaan, pembanding: Iterable[PembandingDibaca] = ()) -> bytes:
    """The page as UTF-8. `pembanding` are the other documents and what each was taken for."""
    title = f"Reviu {naskah.berkas}"
    page = frame(
        title,
        review_style(),
        resource("reviu/reviu.js"),
        tag("a", "Lewati ke temuan", href="#akt-temuan", class_="lewati"),
        _banner(title, result),
        _main(naskah, result, pembanding),
    )
    return page.encode("utf-8")


def review_style() -> str:
    """The style sheet of the pages of a review."""
    return resource("dasar.css") + resource("reviu/reviu.css")


def _banner(title: str, result: HasilPemeriksaan) -> Html:
    links = (tag("li", tag("a", name, href=f"#{part}")) for part, name in _PARTS.items())
    return tag(
        "header",
        tag("h1", title),
        tag("p", tentang(result.dokumen)),
        tag("p", kalimat_temuan(result.temuan), class_="ringkas"),
        tag("nav", tag("ul", *links), aria_label="Bagian halaman"),
    )


def _main(naskah: Naskah, result: HasilPemeriksaan, pembanding: Iterable[PembandingDibaca]) -> Html:
    listed = list(result.temuan)
    groups = kelompok_aturan(result)
    marks = marks_of(listed, naskah.berkas)
    status = tag("p", f"{len(listed)} temuan ditampilkan.", role="status", id="akt-banyak", class_="ringkas")
    shown = findings(listed, groups, naskah.berkas) if listed else tag("p", "Tidak ada temuan.")
    text = document_text(naskah, marks, [t.judul for t in listed])
    notes = _notes(result, pembanding)
    return tag(
        "main",
        tag(
            "div",
            _pane("akt-temuan", "Temuan", filters(listed, groups) if listed else Html(""), status, shown),
            _pane("akt-teks", "Teks dokumen", notes, text),
            class_="berdampingan",
        ),
        tag("section", tag("h2", "Hasil aturan"), outcomes(result.aturan), id="akt-aturan", tabindex=-1),
        limits(),
    )


def _pane(ident: str, title: str, *content: Html) -> Html:
    return tag("section", tag("h2", title), *content, id=ident, class_="panel", tabindex=0, aria_label=title)


def _notes(result: HasilPemeriksaan, pembanding: Iterable[PembandingDibaca]) -> Html:
    lines = [f"Catatan pembacaan: {note}." for note in result.dokumen.get("catatan", ())]
    lines += [f"Dokumen pembanding {kalimat_pembanding(other)}" for other in pembanding]
    return tag("ul", *(tag("li", line) for line in lines), class_="catatan") if lines else Html("")


def limits() -> Html:
    """What the reviewer cannot say."""
    lines = (tag("li", line) for line in BATAS_REVIU)
    return tag("section", tag("h2", "Batas"), tag("ul", *lines), id="akt-batas", tabindex=-1)
