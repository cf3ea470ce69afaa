"""The findings of a document: what stands where, both values, the sum, why, and what to do."""

from __future__ import annotations

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.findings import Lokasi, Temuan, Terkait
from akuntabel.writers.html.builder import Html, join, tag
from akuntabel.writers.html.reviu.tanda import finding_anchor, line_anchor, marked


def findings(listed: list[Temuan], groups: dict[str, str], berkas: str) -> Html:
    """All findings in the order of the document, numbered from 1."""
    causes: dict[str, list[int]] = {}
    for number, one in enumerate(listed, 1):
        if one.sebab:
            causes.setdefault(one.sebab, []).append(number)
    made = (
        _finding(n, one, groups.get(one.kode, ""), _others(n, one, causes), berkas) for n, one in enumerate(listed, 1)
    )
    return tag("ol", *made, class_="temuan", id="akt-daftar-temuan")


def _others(number: int, finding: Temuan, causes: dict[str, list[int]]) -> list[int]:
    return [n for n in causes.get(finding.sebab or "", []) if n != number]


def _finding(number: int, one: Temuan, group: str, same: list[int], berkas: str) -> Html:
    article = tag(
        "article",
        tag("h3", f"{number}. {one.judul}"),
        _labels(one, group),
        tag("p", one.pesan, class_="pesan"),
        _quote(one.kutipan, one.tertulis, _links(one.lokasi, berkas)),
        _other_sides(one.terkait, berkas),
        _details(one, same),
    )
    return tag(
        "li",
        article,
        id=finding_anchor(number),
        class_=f"t-{one.tingkat}",
        tabindex=-1,
        data_tingkat=one.tingkat,
        data_keyakinan=one.keyakinan,
        data_kelompok=group,
        data_status=one.status,
    )


def _labels(one: Temuan, group: str) -> Html:
    words = (one.tingkat.value, one.keyakinan.value, one.kode, group, one.status if one.kesampingan else "")
    return tag(
        "p",
        *(tag("span", w, class_=f"lencana l-{w}" if w == one.tingkat else "lencana") for w in words if w),
        class_="lencana-lencana",
    )


def _other_sides(others: tuple[Terkait, ...], berkas: str) -> Html:
    if not others:
        return Html("")
    named = tag("p", "Bandingkan:", class_="bandingkan")
    return tag("div", named, *(_quote(other.kutipan, None, _links(other.lokasi, berkas)) for other in others))


def _quote(value: str, word: str | None, where: Html) -> Html:
    place = tag("p", where) if where else Html("")
    if not value:
        return place
    shown = marked(value.replace("\t", " | "), [word] if word else [])
    return tag("blockquote", tag("p", shown), place)


def _links(place: Lokasi, berkas: str) -> Html:
    """Links to lines of this document; another document has no lines here, so it is named."""
    if place.berkas not in (None, berkas):
        return tag("span", str(place))
    return join(_line_link(line) for line in place.baris)


def _line_link(line: int) -> Html:
    return tag("a", f"Lihat baris {line}", href=f"#{line_anchor(line)}", class_="ke-baris")


def _details(one: Temuan, same: list[int]) -> Html:
    aside = one.kesampingan
    set_aside = f"oleh {aside.oleh}, {format_tanggal(aside.tanggal)}: {aside.alasan}" if aside else None
    rows = (
        ("Tertulis", one.tertulis),
        ("Seharusnya", one.seharusnya),
        ("Hitungan", one.hitungan),
        ("Dugaan penyebab", one.dugaan_penyebab),
        ("Saran", one.saran),
        ("Dasar", one.dasar),
        ("Dikesampingkan", set_aside),
        ("Sidik", one.sidik),
    )
    pairs = [part for name, value in rows if value for part in (tag("dt", name), tag("dd", value))]
    if same:
        linked = (tag("a", f"temuan {n}", href=f"#{finding_anchor(n)}") for n in same)
        pairs += [tag("dt", "Sebab yang sama"), tag("dd", join(part for a in linked for part in (a, Html(" "))))]
    return tag("dl", *pairs)
