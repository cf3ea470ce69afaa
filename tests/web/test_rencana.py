"""The tree of the plan: each action by who may and who may not, two people on one node, cycles, pohon kinerja."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dunia import TAHUN, Dunia, roles
from dunia_rencana import about_agency, about_report, codes, get, indicator, person, put, tempat
from test_halaman import form_of

__all__ = ["tempat"]

SUSUN = {"penyusun", "bappeda"}
ALASAN = {"alasan_tindakan": "uji"}


def of(tempat: str, kind: str, row: Any, verb: str) -> str:
    return f"{tempat}rencana/{kind}/{row.pk}/{verb}/"


def add(dunia: Dunia, tempat: str, kind: str, above: str, role: str = "penyusun", **values: str) -> Any:
    return person(dunia, role).post(f"{tempat}rencana/{kind}/tambah/?induk={above}", values)


# --- the tree --------------------------------------------------------------------------------------------------------


def test_the_tree_holds_every_node_once_and_in_its_place(dunia: Dunia, tempat: str) -> None:
    page = person(dunia).get(f"{tempat}rencana/")
    found = [(n.jenis.kode, n.kode, n.induk.kode if n.induk else None) for n in page.context["rencana"].walk()]
    assert found == [
        ("visi", "V", None),
        ("misi", "M1", "V"),
        ("tujuan", "T1", "M1"),
        ("sasaran", "S1", "T1"),
        ("program", "9.01", "S1"),
        ("kegiatan", "9.01.1", "9.01"),
        ("program", "9.02", "S1"),
        ("kegiatan", "9.02.1", "9.02"),
        ("sasaran", "S2", "T1"),
        ("misi", "M2", "V"),
        ("tujuan", "T2", "M2"),
        ("sasaran", "S3", "T2"),
    ]
    assert page.content.decode().count('<a id="s-') == len(found)


def test_the_tree_of_one_document_leaves_out_what_is_anothers(dunia: Dunia, tempat: str) -> None:
    old = {"jenis": "renstra", "nama": "Renstra lama", "tahun_awal": 2021, "tahun_akhir": 2026}
    put(dunia, dunia.uji, "dokumen_rencana", kode="lama", **old)
    put(dunia, dunia.uji, "tujuan", kode="TL", dokumen="lama", misi=None, teks="Tujuan lama")
    put(dunia, dunia.uji, "sasaran", kode="SL", tujuan="TL", teks="Sasaran lama")
    put(dunia, dunia.uji, "program", kode="9.03", nama="Program lama", penunjang=False)
    put(dunia, dunia.uji, "program_sasaran", program="9.03", sasaran="SL")
    client = person(dunia)

    def shown(dokumen: str) -> set[str]:
        page = client.get(f"{tempat}rencana/?dokumen={dokumen}")
        return {n.kode for n in page.context["rencana"].walk()}

    new = {"V", "M1", "M2", "T1", "T2", "S1", "S2", "S3", "9.01", "9.02", "9.01.1", "9.02.1"}
    assert shown("renstra") == new
    assert shown("lama") == {"V", "M1", "M2", "TL", "SL", "9.03"}
    page = client.get(f"{tempat}rencana/?dokumen=lama")
    assert [c.kunci for c in page.context["hasil"].umum if c.kunci] == []  # what is hidden is no orphan
    assert shown("") == shown("tak-ada") == new | {"TL", "SL", "9.03"}


ADDED = {
    "visi": ("", {"kode": "V9", "dokumen": "renstra", "teks": "Visi kedua"}, {"jenis": "visi"}),
    "misi": ("visi", {"kode": "M9", "teks": "Misi"}, {"jenis": "misi", "dokumen": "renstra"}),
    "tujuan": ("misi", {"kode": "T9", "dokumen": "renstra", "teks": "Tujuan"}, {"misi": "M1"}),
    "sasaran": ("tujuan", {"kode": "S9", "teks": "Sasaran"}, {"tujuan": "T1"}),
    "program": ("sasaran", {"kode": "9.09", "nama": "Program", "penunjang": "tidak"}, {"penunjang": False}),
    "kegiatan": ("program", {"kode": "9.01.9", "nama": "Kegiatan"}, {"program": "9.01"}),
    "subkegiatan": ("kegiatan", {"kode": "9.01.1.1", "nama": "Sub"}, {"kegiatan": "9.01.1"}),
    "indikator": (
        "sasaran",
        {"kode": "IK9", "nama": "Indeks", "satuan": "poin", "jenis_nilai": "angka", "arah": "naik", "iku": "ya"},
        {"tingkat": "sasaran", "induk": "S1"},
    ),
    "dokumen": (
        "",
        {"kode": "renja", "jenis": "renja", "nama": "Renja", "tahun_awal": "2025", "tahun_akhir": "2025"},
        {"jenis": "renja"},
    ),
}
FIRST = {"visi": "V", "misi": "M1", "tujuan": "T1", "sasaran": "S1", "program": "9.01", "kegiatan": "9.01.1"}


@pytest.mark.parametrize("kind", ADDED)
def test_a_node_is_added_below_another(dunia: Dunia, tempat: str, kind: str) -> None:
    from akuntabel_web.rencana.simpul import SEMUA

    upper, values, wanted = ADDED[kind]
    above = f"{upper}-{get(dunia, SEMUA[upper].tabel, kode=FIRST[upper]).pk}" if upper else ""
    # A forged parent is not taken: the place decides.
    forged = dict.fromkeys(set(wanted) - {"penunjang"} - set(values), "PALSU")
    assert add(dunia, tempat, kind, above, **values, **forged).status_code == 302
    row = get(dunia, SEMUA[kind].tabel, kode=values["kode"])
    assert {k: getattr(row, k) for k in wanted} == wanted
    if kind == "program":
        assert get(dunia, "program_sasaran", program="9.09").sasaran == "S1"


def test_a_target_is_added_below_an_indicator(dunia: Dunia, tempat: str) -> None:
    ind = put(dunia, dunia.uji, "indikator", **indicator("IK1", "sasaran", "S1"))
    values = {"tahun": "2025", "periode": "tahun", "dokumen": "renstra", "nilai": "7,5"}
    assert add(dunia, tempat, "target", f"indikator-{ind.pk}", **values).status_code == 302
    assert (get(dunia, "target").indikator, get(dunia, "target").nilai) == ("IK1", Decimal("7.5"))
    page = person(dunia).get(f"{tempat}rencana/?simpul=sasaran-{get(dunia, 'sasaran', kode='S1').pk}")
    assert [(i.kode, [t["nilai"] for t in goals]) for i, goals in page.context["indikator"]] == [("IK1", ["7,5"])]


def test_a_node_cannot_be_added_below_a_kind_that_does_not_fit(dunia: Dunia, tempat: str) -> None:
    client = person(dunia)
    sasaran = get(dunia, "sasaran", kode="S1")
    visi = get(dunia, "visi_misi", kode="V")
    wrong = (
        f"kegiatan/tambah/?induk=sasaran-{sasaran.pk}",
        "kegiatan/tambah/",
        f"sasaran/tambah/?induk=tujuan-{sasaran.pk}",
        f"tujuan/tambah/?induk=misi-{visi.pk}",
        f"indikator/tambah/?induk=visi-{visi.pk}",
        "kegiatan/tambah/?induk=program-bukan",
        "apa/tambah/",
    )
    assert {w: client.get(f"{tempat}rencana/{w}").status_code for w in wrong} == dict.fromkeys(wrong, 404)


def test_a_change_needs_a_reason_and_keeps_the_place(dunia: Dunia, tempat: str) -> None:
    row = get(dunia, "sasaran", kode="S1")
    url = of(tempat, "sasaran", row, "ubah")
    client = person(dunia)
    data = form_of(client.get(url)) | {"teks": "Sasaran baru", "tujuan": "T2"}
    assert client.post(url, data).status_code == 422
    assert client.post(url, data | ALASAN).status_code == 302
    row = get(dunia, "sasaran", kode="S1")
    assert (row.teks, row.tujuan, row.versi_baris) == ("Sasaran baru", "T1", 2)


def test_two_people_on_one_node_lose_nothing(dunia: Dunia, tempat: str) -> None:
    row = get(dunia, "sasaran", kode="S1")
    url = of(tempat, "sasaran", row, "ubah")
    one, other = person(dunia), person(dunia, "bappeda")
    mine, theirs = form_of(one.get(url)), form_of(other.get(url))
    assert other.post(url, theirs | {"teks": "Dari Bappeda"} | ALASAN).status_code == 302
    conflict = one.post(url, mine | {"teks": "Dari penyusun"} | ALASAN)
    assert conflict.status_code == 409
    assert [tuple(d) for d in conflict.context["beda"]] == [("Teks", "Dari Bappeda", "Dari penyusun")]
    assert conflict.context["penulis"] == "Bappeda"
    assert get(dunia, "sasaran", kode="S1").teks == "Dari Bappeda"
    assert one.post(url, form_of(conflict) | ALASAN).status_code == 302
    assert get(dunia, "sasaran", kode="S1").teks == "Dari penyusun"


@pytest.mark.parametrize("verb", ["pindah", "geser", "hapus"])
def test_who_was_overtaken_moves_orders_and_deletes_nothing(dunia: Dunia, tempat: str, verb: str) -> None:
    row = get(dunia, "sasaran", kode="S2")
    url = of(tempat, "sasaran", row, "ubah")
    other = person(dunia, "bappeda")
    other.post(url, form_of(other.get(url)) | {"teks": "Disalip"} | ALASAN)
    page = person(dunia).post(
        of(tempat, "sasaran", row, verb), {"versi": "1", "induk": "T2", "arah": "atas"} | ALASAN, follow=True
    )
    assert "baru saja diubah orang lain" in page.content.decode()
    assert codes(dunia, "sasaran", tujuan="T1") == ["S1", "S2"]
    assert get(dunia, "sasaran", kode="S2").versi_baris == 2


def test_a_code_that_others_name_does_not_change(dunia: Dunia, tempat: str) -> None:
    row = get(dunia, "tujuan", kode="T1")
    url = of(tempat, "tujuan", row, "ubah")
    client = person(dunia)
    page = client.post(url, form_of(client.get(url)) | {"kode": "T8"} | ALASAN)
    assert page.status_code == 422
    assert "2 baris Sasaran" in page.content.decode()
    assert codes(dunia, "tujuan") == ["T1", "T2"]


@pytest.mark.parametrize(
    ("kind", "kode", "target", "table", "column"),
    [
        ("tujuan", "T1", "M2", "tujuan", "misi"),
        ("sasaran", "S1", "T2", "sasaran", "tujuan"),
        ("kegiatan", "9.01.1", "9.02", "kegiatan", "program"),
    ],
)
def test_a_node_moves_below_another(
    dunia: Dunia, tempat: str, kind: str, kode: str, target: str, table: str, column: str
) -> None:
    row = get(dunia, table, kode=kode)
    url = of(tempat, kind, row, "pindah")
    client = person(dunia)
    assert client.post(url, {"versi": "1", "induk": "TIDAK-ADA"} | ALASAN).status_code == 422
    assert client.post(url, {"versi": "1", "induk": target}).status_code == 422
    assert client.post(url, {"versi": "1", "induk": target} | ALASAN).status_code == 302
    moved = get(dunia, table, kode=kode)
    assert (getattr(moved, column), moved.versi_baris) == (target, 2)


def test_a_programme_moves_by_its_link_and_may_support_more(dunia: Dunia, tempat: str) -> None:
    row = get(dunia, "program", kode="9.01")
    client = person(dunia)
    support = f"{tempat}rencana/program/{row.pk}/dukung/"
    assert client.post(support, {"induk": "S2"} | ALASAN).status_code == 302
    assert client.post(support, {"induk": "S2"} | ALASAN).status_code == 422
    assert client.post(of(tempat, "program", row, "pindah"), {"versi": "1", "induk": "S3"} | ALASAN).status_code == 302
    page = client.get(f"{tempat}rencana/")
    node = next(n for n in page.context["rencana"].walk() if n.kode == "9.01")
    assert (node.induk.kode, node.juga) == ("S3", ["S2"])


def test_nodes_change_their_order(dunia: Dunia, tempat: str) -> None:
    client = person(dunia)
    url = of(tempat, "sasaran", get(dunia, "sasaran", kode="S2"), "geser")
    assert client.post(url, {"versi": "1", "arah": "atas"}).status_code == 302
    assert codes(dunia, "sasaran", tujuan="T1") == ["S2", "S1"]
    assert [get(dunia, "sasaran", kode=k).urutan for k in ("S2", "S1")] == [1, 2]
    version = get(dunia, "sasaran", kode="S2").versi_baris
    page = client.post(url, {"versi": str(version), "arah": "atas"}, follow=True)
    assert "sudah yang paling atas" in page.content.decode()
    assert client.post(url, {"versi": str(version), "arah": "bawah"}).status_code == 302
    assert codes(dunia, "sasaran", tujuan="T1") == ["S1", "S2"]


def test_a_node_on_which_others_hang_is_not_deleted(dunia: Dunia, tempat: str) -> None:
    client = person(dunia)
    url = of(tempat, "sasaran", get(dunia, "sasaran", kode="S1"), "hapus")
    assert client.get(url).context["bergantung"] == [("Program Pendukung Sasaran", 2)]
    assert client.post(url, {"versi": "1"} | ALASAN).status_code == 422
    assert get(dunia, "sasaran", kode="S1") is not None
    free = of(tempat, "sasaran", get(dunia, "sasaran", kode="S3"), "hapus")
    assert client.post(free, {"versi": "1"} | ALASAN).status_code == 302
    assert codes(dunia, "sasaran") == ["S1", "S2"]


def test_a_programme_goes_with_its_links_only(dunia: Dunia, tempat: str) -> None:
    client = person(dunia)
    program = of(tempat, "program", get(dunia, "program", kode="9.02"), "hapus")
    assert client.post(program, {"versi": "1"} | ALASAN).status_code == 422
    kegiatan = of(tempat, "kegiatan", get(dunia, "kegiatan", kode="9.02.1"), "hapus")
    assert client.post(kegiatan, {"versi": "1"} | ALASAN).status_code == 302
    assert client.post(program, {"versi": "1"} | ALASAN).status_code == 302
    assert get(dunia, "program_sasaran", program="9.02") is None
    assert get(dunia, "program_sasaran", program="9.01") is not None


def test_every_action_for_every_role(dunia: Dunia, tempat: str) -> None:
    """Nobody but the two who plan writes anything through any action."""
    row = get(dunia, "sasaran", kode="S2")
    got = {}
    for role in roles():
        client = person(dunia, role)
        answers = [
            client.post(of(tempat, "sasaran", row, verb), {}).status_code
            for verb in ("ubah", "pindah", "geser", "hapus")
        ]
        answers.append(client.post(f"{tempat}rencana/dokumen/tambah/", {}).status_code)
        program = get(dunia, "program", kode="9.01")
        answers.append(client.post(f"{tempat}rencana/program/{program.pk}/dukung/", {}).status_code)
        got[role] = {a == 403 for a in answers}
    assert got == {role: {role not in SUSUN} for role in roles()}


def test_bappeda_plans_but_leaves_indicators_alone(dunia: Dunia, tempat: str) -> None:
    above = f"sasaran-{get(dunia, 'sasaran', kode='S1').pk}"
    _, values, _ = ADDED["indikator"]
    page = add(dunia, tempat, "indikator", above, "bappeda", **values)
    assert page.status_code == 422
    assert "tidak berwenang mengubah tabel Indikator" in page.content.decode()
    assert get(dunia, "indikator") is None


# --- circles ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edges", "way"),
    [
        ([], None),
        ([("A", "B"), ("B", "C"), ("A", "C")], None),
        ([("A", "A")], ["A", "A"]),
        ([("A", "B"), ("B", "C"), ("C", "A")], ["A", "B", "C", "A"]),
        ([("Z", "A"), ("A", "B"), ("B", "A")], ["A", "B", "A"]),
        ([(str(n), str(n + 1)) for n in range(5000)], None),
    ],
)
def test_a_way_round_is_found(edges: list[tuple[str, str]], way: list[str] | None) -> None:
    from akuntabel_web.rencana.putaran import find_cycle

    found = find_cycle((("x", a), ("x", b)) for a, b in edges)
    assert (found and [kode for _, kode in found]) == way


def test_a_circle_is_refused_with_the_whole_way_round(dunia: Dunia, tempat: str) -> None:
    client = person(dunia)
    for kode, upper in (("S2", "S1"), ("S3", "S2"), ("S1", "S3")):
        row = get(dunia, "sasaran", kode=kode)
        url = of(tempat, "sasaran", row, "ubah")
        page = client.post(url, form_of(client.get(url)) | {"menggantikan": upper} | ALASAN)
        assert page.status_code == (422 if kode == "S1" else 302)
    assert "S3 → S1 → S2 → S3" in page.content.decode()
    assert get(dunia, "sasaran", kode="S1").menggantikan is None


# --- pohon kinerja, notes, documents ---------------------------------------------------------------------------------


def test_the_graph_shows_links_to_other_agencies_and_escapes_everything(dunia: Dunia, tempat: str) -> None:
    put(dunia, dunia.uji, "crosscutting", kode="CC", sasaran="S1", instansi_lain="<b>Dinas</b>", peran="menyelaraskan")
    put(dunia, dunia.uji, "sasaran_daerah", kode="SD", dokumen="renstra", teks="Menurun", sasaran="S1")
    put(dunia, dunia.uji, "program_sasaran", program="9.01", sasaran="S2")
    page = person(dunia).get(f"{tempat}rencana/pohon-kinerja/")
    graf = page.context["graf"]
    names = {k.id: k.kode for k in graf.kotak}
    links = {(names[t.atas], names[t.bawah]) for t in graf.tepi}
    assert {("SD", "S1"), ("S1", "CC"), ("S1", "9.01"), ("S2", "9.01")} <= links
    assert {names[t.bawah] for t in graf.tepi if t.silang} == {"S1", "CC"}
    text = page.content.decode()
    assert "<b>Dinas" not in text
    assert "style=" not in text
    rows = {k.kode: [b.kode for b in below] for k, below in page.context["tabel"]}
    assert rows["S1"] == ["9.01", "9.02", "CC"]


def test_no_two_boxes_of_a_graph_lie_on_each_other(dunia: Dunia) -> None:
    from akuntabel_web.rencana.graf import _WIDTH, _layout

    graf = dunia.klien("penyusun@disnaker.test").get(f"/disnaker/{TAHUN}/rencana/pohon-kinerja/?sampai=subkegiatan")
    places = list(_layout(graf.context["graf"]).values())
    assert len(places) > 40
    over = [
        (a, b)
        for n, a in enumerate(places)
        for b in places[n + 1 :]
        if a.x < b.x + _WIDTH and b.x < a.x + _WIDTH and a.y < b.y + b.height and b.y < a.y + a.height
    ]
    assert over == []


def test_findings_stand_beside_the_node_that_they_are_about(dunia: Dunia, tempat: str) -> None:
    put(dunia, dunia.uji, "instansi", **about_agency())
    put(dunia, dunia.uji, "laporan", **about_report())
    put(dunia, dunia.uji, "indikator", **indicator("IK1", "sasaran", "S1"))
    put(dunia, dunia.uji, "indikator", **indicator("IK2", "program", "9.01"))
    put(dunia, dunia.uji, "anggaran", kode="9.01.1", tahun=TAHUN, versi="murni", pagu=Decimal(5))
    page = person(dunia).get(f"{tempat}rencana/")
    by_pk = page.context["hasil"].simpul
    nodes = {n.kode: n.baris.pk for n in page.context["rencana"].walk()}
    found = {kode: {(c.aturan, c.pesan) for c in by_pk.get(pk, ())} for kode, pk in nodes.items()}
    rules = {kode: {rule for rule, _ in notes if rule} for kode, notes in found.items()}
    assert {"PRK-KLK-05", "PRK-KLK-14"} <= rules["S1"]  # its indicator's card and target
    assert rules["S2"] == {"PRK-KLK-06", "PRK-KLK-07"}  # neither indicator nor programme
    assert ("", "Program 9.02 belum mempunyai indikator.") in found["9.02"]
    assert ("", f"Program 9.02 belum mempunyai pagu tahun {TAHUN}.") in found["9.02"]
    own = {text for rule, text in found["9.01"] if not rule}
    assert own == {
        f"Indikator IK2 Program 9.01 belum mempunyai target tahun {TAHUN}.",
        "Indikator IK2 belum mempunyai pemilik.",
    }
    assert {c.pesan for c in page.context["hasil"].umum} >= {
        "Tabel Sasaran Daerah belum diisi, sehingga dukungan terhadap sasaran daerah pada Bab II kosong; mintalah "
        "datanya kepada Bappeda."
    }
    assert not any(text.startswith(("sasaran baris", "tabel ")) for notes in found.values() for _, text in notes)


def test_documents_tell_which_is_in_force_and_which_replaces_which(dunia: Dunia, tempat: str) -> None:
    from datetime import date

    old = {"jenis": "renstra", "nama": "Renstra lama", "tahun_awal": 2021, "tahun_akhir": 2026}
    put(dunia, dunia.uji, "dokumen_rencana", kode="lama", **old, berlaku_sampai=date(2024, 12, 31))
    row = get(dunia, "dokumen_rencana", kode="renstra")
    client = person(dunia)
    url = of(tempat, "dokumen", row, "ubah")
    assert client.post(url, form_of(client.get(url)) | {"menggantikan": "lama"} | ALASAN).status_code == 302
    page = client.get(f"{tempat}rencana/dokumen/")
    assert [(d.baris.kode, d.berlaku, d.menggantikan, d.digantikan) for d in page.context["daftar"]] == [
        ("renstra", True, "Renstra lama", ""),
        ("lama", False, "", "Renstra"),
    ]


# --- how much the pages ask ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["rencana/", "rencana/pohon-kinerja/", "rencana/dokumen/", "rencana/?simpul={}"])
def test_a_page_asks_as_much_for_one_node_as_for_thirty(dunia: Dunia, tempat: str, path: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = person(dunia)
    address = tempat + path.format(f"sasaran-{get(dunia, 'sasaran', kode='S1').pk}")

    def asked() -> int:
        client.get(address)  # the first page after a change runs the library's checks, whose findings are kept
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    few = asked()
    for n in range(30):
        put(dunia, dunia.uji, "sasaran", kode=f"X{n}", tujuan="T1", teks=f"Sasaran {n}")
        put(dunia, dunia.uji, "indikator", **indicator(f"IX{n}", "sasaran", f"X{n}"))
        put(
            dunia,
            dunia.uji,
            "dokumen_rencana",
            kode=f"d{n}",
            jenis="renja",
            nama="R",
            tahun_awal=2025,
            tahun_akhir=2025,
        )
    assert asked() == few
    assert 5 < few < 110
