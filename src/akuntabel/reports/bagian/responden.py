"""Who answered a survey: groups of respondents by what their sheets say of themselves."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.bahasa.angka import format_number
from akuntabel.calculation.skm_sebaran import CIRI, groups, sheets
from akuntabel.doctree.nodes import Block, Gaya, Paragraph, RowKind, Text
from akuntabel.domain.figure import slug
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import kalimat, kurang, paragraf
from akuntabel.reports.tabel import KANAN, KIRI, baris, kepala, sumber, tabel, teks

PENGELOLA = "pengelola survei"
SEBUTAN = {
    "jenis_kelamin": "Jenis Kelamin",
    "usia": "Usia",
    "pendidikan": "Pendidikan",
    "pekerjaan": "Pekerjaan",
    "layanan": "Jenis Layanan",
}
# Levels of education in their order; others follow by name.
JENJANG = ("sd", "smp", "sma", "smk", "d1", "d2", "d3", "d4", "s1", "s2", "s3")


def profile_blocks(survei: Survei) -> list[Block]:
    """A table for each characteristic that the sheets tell."""
    rows = sheets(survei.bahan.paket, survei.periode)
    if not rows:
        return [kurang(f"Karakteristik responden survei {survei.waktu} (tabel skm_responden).", PENGELOLA)]
    made: list[Block] = [
        paragraf(
            "Karakteristik responden dihitung dari {lembar} lembar jawaban yang tercatat satu per satu{dari}.",
            lembar=survei.ref("skm_lembar"),
            dari=kalimat(", dari {n} responden survei", n=survei.ref("skm_responden"))
            if survei.has("skm_responden")
            else "",
        )
    ]
    told = [c for c in CIRI if profile_groups(survei, c)]
    made += [_table(survei, c) for c in told]
    silent = [SEBUTAN[c].lower() for c in CIRI if c not in told]
    if silent:
        made.append(kurang(f"Keterangan responden pada lembar jawaban: {', '.join(silent)}.", PENGELOLA))
    return [*made, *withheld_groups(survei, told)]


def profile_groups(survei: Survei, ciri: str) -> list[tuple[str, str]]:
    """Code and name of the groups of one characteristic that have a figure, in their order."""
    found = groups(sheets(survei.bahan.paket, survei.periode), ciri)
    named = {s.kode: s.nama for s in survei.bahan.paket.skm_layanan}
    shown = [
        (kode, _name(ciri, name, own[0].layanan, named))
        for kode, (name, own) in found.items()
        if survei.fid("skm_profil", ciri, kode) in survei.bahan.figures
    ]
    if ciri == "layanan":
        order = [slug(s.kode) for s in sorted(survei.bahan.paket.skm_layanan, key=lambda s: (s.urutan or 0, s.kode))]
        return sorted(shown, key=lambda g: order.index(g[0]) if g[0] in order else len(order))
    return sorted(shown, key=lambda g: _level(g[0])) if ciri == "pendidikan" else shown


def _name(ciri: str, name: str, layanan: str | None, named: dict[str, str]) -> str:
    return named.get(layanan or "", name) if ciri == "layanan" else name


def _level(kode: str) -> tuple[int, str]:
    """The place of a level of education: 'd-iii' like 'd3'."""
    plain = kode.replace("-", "").replace("div", "d4").replace("diii", "d3").replace("dii", "d2")
    last = kode == "tidak-diisi"
    return (len(JENJANG) + 1 if last else JENJANG.index(plain) if plain in JENJANG else len(JENJANG), kode)


def _table(survei: Survei, ciri: str) -> Block:
    body = [
        baris(teks(name), *(survei.cell(b, ciri, kode) for b in ("skm_profil", "bagian_responden")))
        for kode, name in profile_groups(survei, ciri)
    ]
    total = baris((Text("Jumlah", bold=True),), survei.cell("skm_lembar", bold=True), teks(None), kind=RowKind.JUMLAH)
    return tabel(
        f"Responden Menurut {SEBUTAN[ciri]}, Survei {survei.waktu}",
        f"tabel-responden-{ciri}",
        ((50, KIRI), (18, KANAN), (18, KANAN)),
        kepala(SEBUTAN[ciri].capitalize(), "Responden", "Bagian"),
        [*body, total],
        source=sumber(survei.bahan),
    )


def withheld_groups(survei: Survei, told: Iterable[str]) -> list[Block]:
    """That a public copy leaves small groups of respondents out, where it does."""
    ids = [survei.fid("skm_profil", c, kode) for c in told for kode, _ in profile_groups(survei, c)]
    if not any(i in survei.bahan.withheld for i in ids):
        return []
    fewest = format_number(survei.bahan.regulations.ambang("skm.responden_publik"))
    line = (
        "Kelompok responden yang anggotanya kurang dari {batas}, atau yang dapat dihitung dari kelompok lain, tidak "
        "ditampilkan pada salinan untuk umum agar jawaban perorangan tidak dapat dikenali."
    )
    return [Paragraph(kalimat(line, batas=fewest), Gaya.KECIL)]
