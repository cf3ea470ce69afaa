"""A browser on the real server: a report is built and fetched, a narrative written, the dashboard read; axe on each."""

from __future__ import annotations

from pathlib import Path

import pytest
from dunia import TAHUN, Dunia
from pekerja_uji import do_jobs
from playwright.sync_api import Browser
from test_halaman import add
from test_peramban import each_width, tamu, violations
from test_rak import PDF, upload

ALAMAT = f"/disnaker/{TAHUN}/"
PENYUSUN = "penyusun@disnaker.test"

pytestmark = pytest.mark.lambat


@pytest.mark.panjang
def test_a_report_is_built_watched_and_fetched(peramban: Browser, alamat: str, dunia: Dunia) -> None:
    add(dunia.klien(PENYUSUN), "inovasi", kode="INO-SUSUN", nama="Untuk peramban")
    with tamu(peramban, alamat, 360) as guest:
        page = guest.masuk(PENYUSUN).buka(f"{ALAMAT}laporan/").page
        page.get_by_label("Dokumen").select_option("lkip:")
        page.get_by_role("button", name="Susun dari data sekarang").click()
        page.get_by_text("Dokumen sedang disusun").wait_for()
        guest.potret("sedang-disusun")
        assert violations(page) == []
        do_jobs()
        page.get_by_role("heading", name="Temuan").wait_for()  # the page renews itself
        with page.expect_download() as waiting:
            page.get_by_role("link", name="PDF", exact=True).click()
        assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        guest.potret("versi")
        assert guest.konsol == []


def test_a_figure_is_put_into_the_text_and_previewed(peramban: Browser, alamat: str, dunia: Dunia) -> None:
    with tamu(peramban, alamat) as guest:
        page = guest.masuk(PENYUSUN).buka(f"{ALAMAT}narasi/sunting/?kode=skm_pengantar").page
        page.get_by_label("Teks (Markdown)").fill("Capaian 94,5 persen, atau ")
        page.get_by_text("Angka yang diketik").wait_for()
        page.get_by_label("Cari angka").press_sequentially("capaian tpt")
        button = page.locator('[data-rujukan="{{ capaian/TPT/2025 }}"]')
        button.wait_for()
        button.focus()
        page.keyboard.press("Enter")  # by keyboard alone
        page.locator('#pratinjau [data-figure="capaian/TPT/2025"]').wait_for()
        assert page.get_by_label("Teks (Markdown)").input_value().endswith("{{ capaian/TPT/2025 }}")
        guest.potret("sunting-terisi")
        assert violations(page) == []
        page.get_by_label("Teks (Markdown)").fill("Sebesar {{ capaian/TPT/2025 }}.")
        page.get_by_role("button", name="Simpan").click()
        page.get_by_role("status").get_by_text("Narasi tersimpan").wait_for()
        assert guest.konsol == []


def test_the_dashboard_leads_to_the_row_behind_a_number(peramban: Browser, alamat: str, dunia: Dunia) -> None:
    with tamu(peramban, alamat) as guest:
        page = guest.masuk(PENYUSUN).buka(f"{ALAMAT}dasbor/").page
        page.locator('a[href*="besaran=capaian/TPT/2025"]').first.click()
        page.get_by_role("heading", name="Sel sumber").wait_for()
        page.locator('a[href*="/sumber/realisasi/"]').first.click()
        page.get_by_role("heading", name="Ubah baris").wait_for()
        assert guest.konsol == []


@each_width
def test_every_new_page_can_be_used_by_everybody(peramban: Browser, alamat: str, dunia: Dunia, width: int) -> None:
    upload(dunia.klien(PENYUSUN), PDF)
    paths = {
        "dasbor": "dasbor/",
        "asal": "asal/?besaran=capaian/TPT/2025",
        "cari-angka": "asal/?cari=capaian",
        "laporan": "laporan/",
        "narasi": "narasi/",
        "sunting": "narasi/sunting/?kode=latar_belakang",
        "rak": "rak/",
        "tambah-dokumen": "rak/tambah/",
        "papan": "papan/",
    }
    found, wide = {}, {}
    with tamu(peramban, alamat, width) as guest:
        guest.masuk(PENYUSUN)
        for name, path in paths.items():
            page = guest.buka(ALAMAT + path).page
            guest.potret(name)
            wide[name] = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            for summary in page.locator("main details > summary").all():
                summary.click()
            found[name] = violations(page)
        assert guest.konsol == []
    assert {name: broken for name, broken in found.items() if broken} == {}
    assert {name: over for name, over in wide.items() if over > 0} == {}
