"""The plan and the agreements in a browser: the tree by keyboard alone, axe and width on every page."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from dunia import TAHUN, Dunia, make_person
from dunia_rencana import about_agency, about_report, codes, get, indicator, put, tempat
from playwright.sync_api import Browser, Page
from test_peramban import each_width, tamu, violations

__all__ = ["tempat"]
pytestmark = pytest.mark.lambat
PENYUSUN = "penyusun@disnaker.test"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim().split(/\\s+/).slice(0, 2).join(' ')"))


def press(page: Page, *keys: str) -> str:
    for key in keys:
        page.keyboard.press(key)
    return focused(page)


def test_the_tree_by_keyboard_alone(peramban: Browser, alamat: str, dunia: Dunia, tempat: str) -> None:
    with tamu(peramban, alamat) as guest:
        page = guest.masuk(PENYUSUN).buka(f"{tempat}rencana/").page
        tree = page.get_by_role("tree")
        assert tree.get_by_role("treeitem").count() == 12
        assert violations(page) == []
        page.locator("#pohon a").first.focus()
        assert press(page, "ArrowDown") == "Misi M1"
        assert press(page, "ArrowRight") == "Tujuan T1"
        assert press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight") == "Kegiatan 9.01.1"
        assert press(page, "ArrowLeft") == "Program 9.01"
        assert press(page, "ArrowLeft", "ArrowDown") == "Program 9.02"  # folded: its activity is passed over
        assert press(page, "Home") == "Visi V"
        assert press(page, "End") == "Sasaran S3"
        assert press(page, "ArrowUp", "ArrowUp", "ArrowUp") == "Sasaran S2"
        page.keyboard.press("Enter")
        page.locator("#rincian h2", has_text="Sasaran S2").wait_for()
        assert focused(page) == "Sasaran S2"  # the node is opened beside the tree, which keeps the focus
        assert tree.locator("[aria-selected=true]").count() == 1
        assert violations(page) == []
        with page.expect_navigation():
            page.keyboard.press("Alt+ArrowUp")
        assert codes(dunia, "sasaran", tujuan="T1") == ["S2", "S1"]
        assert focused(page) == "Sasaran S2"
        _add_and_delete(page, dunia)
        assert guest.konsol == []


def _add_and_delete(page: Page, dunia: Dunia) -> None:
    """A programme below S2 by Insert, changed by F2, gone by Delete: nothing but keys."""
    with page.expect_navigation():
        page.keyboard.press("Insert")
    page.get_by_role("heading", name="Tambah program").wait_for()
    page.get_by_label("Kode", exact=True).focus()
    page.keyboard.type("9.07")
    page.keyboard.press("Tab")
    page.keyboard.type("Program dari papan tombol")
    page.get_by_label("Penunjang").focus()
    page.keyboard.type("tidak")
    page.get_by_role("button", name="Simpan").focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()
    assert get(dunia, "program_sasaran", program="9.07").sasaran == "S2"
    node = page.get_by_role("treeitem", name="Program 9.07")
    node.focus()
    with page.expect_navigation():
        page.keyboard.press("F2")
    page.get_by_role("heading", name="Ubah program").wait_for()
    page.go_back()
    page.get_by_role("treeitem", name="Program 9.07").focus()
    with page.expect_navigation():
        page.keyboard.press("Delete")
    page.get_by_label("Alasan perubahan").focus()
    page.keyboard.type("salah")
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()
    assert get(dunia, "program", kode="9.07") is None


def test_the_tree_without_javascript(peramban: Browser, alamat: str, dunia: Dunia, tempat: str) -> None:
    """Links and buttons alone: open a node, order it, add below it."""
    from test_peramban import Tamu

    context = peramban.new_context(java_script_enabled=False, locale="id-ID")
    guest = Tamu(context.new_page(), alamat)
    page = guest.masuk(PENYUSUN).buka(f"{tempat}rencana/").page
    page.get_by_role("link", name="Sasaran S2").click()
    assert page.get_by_role("heading", name="Sasaran S2").is_visible()
    page.get_by_role("button", name="Naikkan urutan").click()
    assert codes(dunia, "sasaran", tujuan="T1") == ["S2", "S1"]
    page.get_by_role("link", name="Tambah program", exact=True).click()
    page.get_by_label("Kode", exact=True).fill("9.08")
    page.get_by_label("Nama").fill("Tanpa skrip")
    page.get_by_label("Penunjang").select_option("tidak")
    page.get_by_role("button", name="Simpan").click()
    assert get(dunia, "program_sasaran", program="9.08").sasaran == "S2"
    context.close()


def a_year(dunia: Dunia, *, with_agreement: bool = True) -> Any:
    """Agency, report, indicators, targets, budget and an agreement, so that no page is empty."""
    a = dunia.uji
    put(dunia, a, "instansi", **about_agency())
    put(dunia, a, "laporan", **about_report())
    put(dunia, a, "indikator", **indicator("IK1", "sasaran", "S1"))
    goal = {"indikator": "IK1", "tahun": TAHUN, "periode": "tahun"}
    put(dunia, a, "target", **goal, dokumen="renstra", nilai=Decimal("7.5"))
    for kode, jenis in (("KABAN", "kepala_instansi"), ("WALI", "kepala_daerah")):
        official = {"nama": f"Nama {kode}", "jabatan": f"Jabatan {kode}", "status_jabatan": "definitif"}
        put(dunia, a, "pejabat", kode=kode, jenis=jenis, **official)
    put(dunia, a, "anggaran", kode="9.01.1", tahun=TAHUN, versi="murni", pagu=Decimal(500))
    put(dunia, a, "crosscutting", kode="CC", sasaran="S1", instansi_lain="Dinas Pendidikan", peran="menyelaraskan")
    if not with_agreement:
        return None
    put(dunia, a, "perjanjian_indikator", perjanjian="pk", urutan=1, indikator="IK1", sasaran="S1")
    put(dunia, a, "perjanjian_anggaran", perjanjian="pk", kode="9.01", urutan=1, anggaran=Decimal(500))
    put(dunia, a, "target", **goal, dokumen="pk", nilai=Decimal("7.5"))
    head = {"tahun": TAHUN, "jenis": "murni", "jenjang": "kepala_instansi"}
    return put(dunia, a, "perjanjian_kinerja", kode="pk", **head, pihak_pertama="Ratna", jabatan_pertama="Kepala Badan")


@each_width
def test_every_page_can_be_used_by_everybody(
    peramban: Browser, alamat: str, dunia: Dunia, tempat: str, width: int
) -> None:
    pk = a_year(dunia)
    surel = f"rencana{width}@disnaker.test"
    make_person(dunia, surel, *((dunia.uji, role, None) for role in ("penyusun", "bagian_organisasi")))
    s1, p1 = get(dunia, "sasaran", kode="S1"), get(dunia, "program", kode="9.01")
    node = f"{tempat}rencana/sasaran/{s1.pk}/"
    pages = {
        "rencana": f"{tempat}rencana/",
        "rencana-simpul": f"{tempat}rencana/?simpul=sasaran-{s1.pk}",
        "pohon-kinerja": f"{tempat}rencana/pohon-kinerja/",
        "dokumen": f"{tempat}rencana/dokumen/",
        "simpul-tambah": f"{tempat}rencana/indikator/tambah/?induk=sasaran-{s1.pk}",
        "simpul-ubah": f"{node}ubah/",
        "simpul-pindah": f"{node}pindah/",
        "simpul-hapus": f"{node}hapus/",
        "program-dukung": f"{tempat}rencana/program/{p1.pk}/dukung/",
        "buka-tahun": f"{tempat}tahun/buka/",
        "perjanjian": f"{tempat}perjanjian/",
        "perjanjian-buat": f"{tempat}perjanjian/buat/",
        "perjanjian-lihat": f"{tempat}perjanjian/{pk.pk}/",
        "perjanjian-setujui": f"{tempat}perjanjian/{pk.pk}/setujui/",
        "perjanjian-tandatangani": f"{tempat}perjanjian/{pk.pk}/tandatangani/",
        "perjanjian-revisi": f"{tempat}perjanjian/{pk.pk}/revisi/",
        "perjanjian-hapus": f"{tempat}perjanjian/{pk.pk}/hapus/",
        "tangga": f"{tempat}perjanjian/tangga/",
        "tangga-tambah": f"{tempat}perjanjian/tangga/tambah/",
    }
    found: dict[str, list[str]] = {}
    wide: dict[str, int] = {}
    with tamu(peramban, alamat, width) as guest:
        guest.masuk(surel)
        for name, path in pages.items():
            guest.buka(path)
            guest.potret(name)
            wide[name] = guest.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            found[name] = violations(guest.page)
        assert guest.konsol == []
    assert {name: broken for name, broken in found.items() if broken} == {}
    assert {name: over for name, over in wide.items() if over > 0} == {}


@pytest.mark.panjang
def test_an_agreement_from_draft_to_signed(
    peramban: Browser, alamat: str, dunia: Dunia, tempat: str, tmp_path: Path
) -> None:
    """Drafted by one person on a phone, approved by another, signed with a scan; axe on every page of the way."""
    a_year(dunia, with_agreement=False)
    scan = tmp_path / "naskah bertanda tangan.pdf"
    scan.write_bytes(b"%PDF-1.7\n" + b"x" * 2000 + b"\n%%EOF\n")
    with tamu(peramban, alamat, 360) as one, tamu(peramban, alamat) as other:
        page = one.masuk(PENYUSUN).buka(f"{tempat}perjanjian/buat/").page
        page.get_by_role("button", name="Buat draf").click()
        page.get_by_role("alert").wait_for()
        assert violations(page) == []
        page.get_by_label("Jenjang", exact=True).select_option("Kepala perangkat daerah")
        page.locator("#id_pertama").select_option("KABAN")
        page.locator("#id_kedua").select_option("WALI")
        page.get_by_role("button", name="Buat draf").click()
        page.get_by_role("heading", name="Perjanjian kinerja pk").wait_for()
        one.potret("perjanjian-draf")
        assert violations(page) == []
        assert page.get_by_role("link", name="Setujui").count() == 0  # he entered it
        page = other.masuk("kepala_opd@disnaker.test").buka(f"{tempat}perjanjian/").page
        page.get_by_role("link", name="pk", exact=True).click()
        for verb in ("Setujui", "Catat penandatanganan"):
            page.get_by_role("link", name=verb).click()
            page.get_by_label("Catatan").fill("rapat")
            if verb != "Setujui":
                page.get_by_role("button", name=verb).click()
                assert "Isi tanggal penandatanganan" in page.get_by_role("alert").inner_text()
                other.potret("perjanjian-galat")
                assert violations(page) == []
                page.get_by_label("Tanggal penandatanganan").fill(f"{TAHUN}-01-20")
                page.get_by_label("Pindaian naskah").set_input_files(scan)
            page.get_by_role("button", name=verb).click()
            page.get_by_role("status").wait_for()
        other.potret("perjanjian-bertanda-tangan")
        assert violations(page) == []
        assert "Ditandatangani 20 Januari" in page.get_by_role("main").inner_text()
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Unduh pindaian").click()
        assert Path(waiting.value.path()).read_bytes() == scan.read_bytes()
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Unduh docx").click()
        assert Path(waiting.value.path()).read_bytes()[:2] == b"PK"
        page = one.buka(f"{tempat}perjanjian/").page
        page.get_by_role("link", name="pk", exact=True).click()
        assert page.get_by_role("link", name="Ubah para pihak").count() == 0
        page.get_by_role("link", name="Buat perubahan").click()
        page.get_by_label("Sebab perubahan").select_option("perubahan_strategi")
        page.get_by_label("Alasan perubahan").fill("pergeseran anggaran")
        page.get_by_role("button", name="Buat draf perubahan").click()
        page.get_by_role("heading", name="Perjanjian kinerja pk-p1").wait_for()
        one.potret("perjanjian-perubahan")
        assert violations(page) == []
        assert [text for text in (*one.konsol, *other.konsol) if "422" not in text] == []


def test_a_year_is_opened_through_the_browser(peramban: Browser, alamat: str, dunia: Dunia, tempat: str) -> None:
    a_year(dunia)
    with tamu(peramban, alamat, 360) as guest:
        page = guest.masuk("administrator@disnaker.test").buka(f"{tempat}tahun/").page
        page.get_by_role("main").get_by_role("link", name="Buka tahun berikutnya").click()
        page.get_by_label("Alasan perubahan").fill("awal tahun")
        page.get_by_role("button", name=f"Buka tahun {TAHUN + 1}").click()
        page.get_by_role("status").wait_for()
        assert page.get_by_role("heading", name=f"Data kinerja {TAHUN + 1}").is_visible()
        guest.buka(f"{tempat}tahun/buka/")
        assert "sudah dibuka" in page.get_by_role("alert").inner_text()
        assert violations(page) == []
        assert guest.konsol == []
