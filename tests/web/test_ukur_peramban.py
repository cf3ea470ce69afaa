"""The entry of a quarter in a browser, by keyboard: filled, submitted, approved, locked; axe on every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from dunia import TAHUN, Dunia
from dunia_ukur import KODE, PDF, Ukur, make_agency
from playwright.sync_api import Browser, Page
from test_peramban import Tamu, each_width, tamu, violations

pytestmark = pytest.mark.lambat
MOST_TABS = 80
PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text", text);
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.activeElement.dispatchEvent(event);
}"""


@pytest.fixture(scope="module")
def kantor(dunia: Dunia) -> Ukur:
    """An agency of this module alone."""
    return make_agency(dunia, "DISPERAMBAN", "disperamban")


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the button or link of that name has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        told = page.evaluate("document.activeElement.innerText || document.activeElement.id")
        if told.strip() == name:
            return
    raise AssertionError(name)


def healthy(guest: Tamu, nama: str) -> None:
    guest.potret(f"ukur-{nama}")
    assert violations(guest.page) == [], nama
    assert guest.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, nama


def test_the_way_of_an_entry_by_keyboard_on_a_phone(
    peramban: Browser, alamat: str, kantor: Ukur, tmp_path: Path
) -> None:
    proof = tmp_path / "rekap.pdf"
    proof.write_bytes(PDF)
    with tamu(peramban, alamat, 360) as guest:
        guest.masuk(f"pengelola_data@{kantor.alamat}.test").buka(kantor.isian_url())
        tab_to(guest.page, "id_nilai")
        guest.page.keyboard.type("8O")
        tab_to(guest.page, "Simpan isian")
        guest.page.keyboard.press("Enter")
        guest.page.get_by_role("alert").wait_for()
        healthy(guest, "galat")
        tab_to(guest.page, "id_nilai")
        guest.page.keyboard.press("Control+a")
        guest.page.keyboard.type("80,5")
        tab_to(guest.page, "Simpan isian")
        guest.page.keyboard.press("Enter")
        guest.page.get_by_role("status").filter(has_text="Isian tersimpan.").wait_for()
        assert "melampaui target" in guest.page.locator("main").inner_text()
        guest.page.get_by_label("Berkas bukti").set_input_files(proof)
        tab_to(guest.page, "Unggah bukti")
        guest.page.keyboard.press("Enter")
        guest.page.get_by_role("link", name="rekap.pdf").wait_for()
        healthy(guest, "terisi")
        tab_to(guest.page, "Ajukan")
        guest.page.keyboard.press("Enter")
        guest.page.get_by_role("status").filter(has_text="diajukan").wait_for()
        healthy(guest, "diajukan")
        assert guest.konsol == [m for m in guest.konsol if "422" in m]
    steps = [("kepala_bidang", "Setujui sebagai kepala bidang", "disetujui kepala bidang"),
             ("verifikator", "Nyatakan terverifikasi", "diverifikasi"),
             ("kepala_opd", "Setujui sebagai kepala OPD", "disetujui kepala opd"),
             ("verifikator", "Kunci", "dikunci")]  # fmt: skip
    for siapa, tombol, keadaan in steps:
        with tamu(peramban, alamat, 360) as guest:
            guest.masuk(f"{siapa}@{kantor.alamat}.test").buka("/tugas/")
            healthy(guest, f"tugas-{siapa}")
            guest.page.locator("main li a").first.click()
            tab_to(guest.page, tombol)
            guest.page.keyboard.press("Enter")
            guest.page.get_by_role("status").filter(has_text=keadaan).wait_for()
            healthy(guest, keadaan.replace(" ", "-"))
            assert guest.konsol == []
    assert kantor.butir(KODE).keadaan == "dikunci"


@each_width
def test_every_page_of_measuring_can_be_used_by_everybody(
    peramban: Browser, alamat: str, kantor: Ukur, width: int
) -> None:
    base = f"{kantor.dasar_url}ukur/"
    pages = {
        "penyusun": {"ikhtisar": base, "isian": f"{base}isian/tw2/{KODE}/", "komponen": f"{base}isian/tw2/I-2/",
                     "tempel": f"{base}tempel/", "kisi": f"{base}tempel/tw2/", "bulanan": f"{base}bulanan/?bulan=3",
                     "rapat": f"{base}rapat/tw1/", "ekspor": f"{base}ekspor/", "pengingat": f"{base}pengingat/",
                     "limpah": f"{kantor.dasar_url}limpah/", "tugas": "/tugas/"},
        "bagian_organisasi": {"jadwal": f"{base}jadwal/", "alur": f"{base}alur/"},
    }  # fmt: skip
    for siapa, listed in pages.items():
        with tamu(peramban, alamat, width) as guest:
            guest.masuk(f"{siapa}@{kantor.alamat}.test")
            for nama, path in listed.items():
                guest.buka(path)
                healthy(guest, nama)
            assert guest.konsol == []


def test_a_block_is_pasted_into_the_grid(peramban: Browser, alamat: str, kantor: Ukur) -> None:
    with tamu(peramban, alamat) as guest:
        guest.masuk(f"penyusun@{kantor.alamat}.test").buka(f"{kantor.dasar_url}ukur/tempel/tw3/")
        guest.page.get_by_label("Nilai, I-1").focus()
        guest.page.evaluate(PASTE, "70,5\t\t\t\tBPS\r\n\r\n71\r\n")
        assert guest.page.get_by_label("Nilai, I-1").input_value() == "70,5"
        assert guest.page.get_by_label("Sumber, I-1").input_value() == "BPS"
        assert guest.page.get_by_label("Nilai, I-3").input_value() == "71"
        guest.page.get_by_role("button", name="Lihat pratinjau").click()
        guest.page.get_by_role("heading", name="Pratinjau").wait_for()
        healthy(guest, "pratinjau")
        guest.page.get_by_label("Alasan perubahan").fill("rekap")
        guest.page.get_by_role("button", name="Terapkan semua perubahan").click()
        guest.page.get_by_text("2 perubahan diterapkan.").wait_for()
        assert guest.konsol == []
    assert str(kantor.tanggapan("realisasi", indikator="I-3", periode="tw3", tahun=TAHUN).nilai) == "71"


def test_a_reminder_is_copied_at_a_click(peramban: Browser, alamat: str, kantor: Ukur) -> None:
    kantor.jadikan("diajukan", "I-1", "tw4")
    with tamu(peramban, alamat) as guest:
        guest.masuk(f"verifikator@{kantor.alamat}.test").buka(f"{kantor.dasar_url}ukur/pengingat/")
        healthy(guest, "pengingat-isi")
        guest.page.get_by_role("button", name="Salin teks").first.click()
        guest.page.get_by_role("status").filter(has_text="Tersalin").or_(
            guest.page.get_by_role("status").filter(has_text="Teks sudah dipilih")
        ).first.wait_for()
        chosen = guest.page.evaluate("getSelection().toString() || document.activeElement.value")
        assert chosen.startswith("Yth.")
        assert guest.konsol == []
