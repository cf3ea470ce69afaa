"""A browser on the real server: sign-in, import, change, conflict; axe on every page, on a phone and on a desk."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from dunia import SANDI, TAHUN, Dunia
from playwright.sync_api import Browser, Page
from test_halaman import add, edited, find, heads

AXE = Path(__file__).resolve().parents[2] / "alat" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Every page on a phone in the gate, on a desk in the long run.
each_width = pytest.mark.parametrize(
    "width", [pytest.param(360, id="telepon"), pytest.param(1280, id="meja", marks=pytest.mark.panjang)]
)
PENYUSUN = "penyusun@disnaker.test"

pytestmark = pytest.mark.lambat


class Tamu:
    """A person at a browser: every message of the console and every address that was asked is kept."""

    def __init__(self, page: Page, alamat: str) -> None:
        self.page, self.alamat = page, alamat
        self.konsol: list[str] = []
        self.diminta: list[str] = []
        page.on("console", lambda said: self.konsol.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.konsol.append(str(error)))
        page.on("request", lambda request: self.diminta.append(request.url))

    def buka(self, path: str) -> Tamu:
        self.page.goto(self.alamat + path)
        return self

    def masuk(self, surel: str) -> Tamu:
        self.buka("/akun/login/")
        self.page.get_by_label("Surel").or_(self.page.locator("#id_login")).first.fill(surel)
        self.page.locator("#id_password").fill(SANDI)
        self.page.get_by_role("button", name="Masuk", exact=True).click()
        self.page.get_by_role("heading", name="Beranda").wait_for()
        return self

    def potret(self, nama: str) -> None:
        folder = os.environ.get("AKUNTABEL_POTRET")
        if folder:
            width = self.page.viewport_size["width"]
            self.page.screenshot(path=f"{folder}/{nama}-{width}.png", full_page=True)


@contextmanager
def tamu(browser: Browser, alamat: str, width: int = 1280) -> Iterator[Tamu]:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="id-ID")
    made = Tamu(context.new_page(), alamat)
    yield made
    context.close()


def violations(page: Page) -> list[str]:
    # Run in the world of the test, not of the page: the page's own policy forbids scripts from elsewhere.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("levels => axe.run(document, {runOnly: {type: 'tag', values: levels}})", LEVELS)
    assert result["passes"] != []
    return [f"{rule['id']}: {node['html'][:160]}" for rule in result["violations"] for node in rule["nodes"]]


def test_the_judge_finds_a_violation(peramban: Browser, alamat: str) -> None:
    with tamu(peramban, alamat) as guest:
        guest.buka("/akun/login/")
        guest.page.evaluate("document.body.append(document.createElement('input'))")
        assert [v.partition(":")[0] for v in violations(guest.page) if v.startswith("label")] == ["label"]


def public_pages(dunia: Dunia) -> dict[str, str]:
    """What a visitor sees; the invitations are of nobody and of somebody."""
    from django.core import mail

    invite = {"surel": f"tamu{len(mail.outbox)}@disnaker.test", "peran": "apip"}
    dunia.klien("administrator@disnaker.test").post(f"/disnaker/{TAHUN}/orang/undang/", invite)
    return {
        "masuk": "/akun/login/",
        "lupa": "/akun/password/reset/",
        "lupa-terkirim": "/akun/password/reset/done/",
        "undangan": re.search(r"/undangan/\S+", mail.outbox[-1].body)[0],
        "undangan-mati": "/undangan/x/",
        "pendaftaran": "/akun/signup/",
    }


def pages(dunia: Dunia) -> dict[str, str]:
    """Every kind of page that a person of this world sees."""
    from akuntabel_web.akun.models import Penugasan

    base = f"/disnaker/{TAHUN}/"
    row = find(dunia, "realisasi")
    with dunia.konteks():
        duty = Penugasan.objects.filter(instansi=dunia.disnaker, peran="bpkad").first()
    return {
        "beranda": "/",
        "ringkasan": base,
        "daftar": f"{base}tabel/realisasi/",
        "daftar-program": f"{base}tabel/program/",
        "tambah": f"{base}tabel/indikator/tambah/",
        "ubah": f"{base}tabel/realisasi/{row.pk}/ubah/",
        "hapus": f"{base}tabel/realisasi/{row.pk}/hapus/",
        "impor": f"{base}impor/",
        "jejak": f"{base}jejak/",
        "orang": f"{base}orang/",
        "undang": f"{base}orang/undang/",
        "cabut": f"{base}orang/penugasan/{duty.pk}/cabut/",
        "nonaktifkan": f"{base}orang/{duty.pengguna_id}/nonaktifkan/",
        "lepas_faktor": f"{base}orang/{duty.pengguna_id}/lepas-faktor/",
        "faktor-kedua": f"{base}orang/faktor-kedua/",
        "keluar-semua": "/keluar-semua/",
        "perangkat": "/akun/sessions/",
        "tahun": f"{base}tahun/",
        "tidak-ada": "/tidak-ada/",
        "sandi": "/akun/password/change/",
        "surel": "/akun/email/",
        "akun-lain": "/akun/social/connections/",
        "kode-pemulihan": "/akun/2fa/recovery-codes/generate/",
        "keamanan": "/akun/2fa/",
        "keluar": "/akun/logout/",
    }


@each_width
def test_every_page_can_be_used_by_everybody(peramban: Browser, alamat: str, dunia: Dunia, width: int) -> None:
    from dunia import make_person

    surel = f"semua{width}@disnaker.test"
    make_person(dunia, surel, (dunia.disnaker, "penyusun", None), (dunia.disnaker, "administrator", None))
    found: dict[str, list[str]] = {}
    wide: dict[str, int] = {}
    with tamu(peramban, alamat, width) as guest:
        for name, path in public_pages(dunia).items():
            found[name] = violations(guest.buka(path).page)
            guest.potret(name)
        guest.masuk(surel)
        for name, path in pages(dunia).items():
            guest.buka(path)
            guest.potret(name)
            wide[name] = guest.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            found[name] = violations(guest.page)
        told = [text for text in guest.konsol if "404" not in text]
        assert told == []
        assert [url for url in guest.diminta if not url.startswith((alamat, "data:"))] == []
    assert {name: broken for name, broken in found.items() if broken} == {}
    assert {name: over for name, over in wide.items() if over > 0} == {}


def test_a_form_that_came_back_and_a_conflict_can_be_used_by_everybody(
    peramban: Browser, alamat: str, dunia: Dunia
) -> None:
    add(dunia.klien(PENYUSUN), "inovasi", kode="INO-PERAMBAN", nama="Semula")
    row = find(dunia, "inovasi", kode="INO-PERAMBAN")
    path = f"/disnaker/{TAHUN}/tabel/inovasi/{row.pk}/ubah/"
    with tamu(peramban, alamat, 360) as satu, tamu(peramban, alamat) as dua:
        for guest in (satu, dua):
            guest.masuk(PENYUSUN).buka(path)
        satu.page.get_by_label("Nama").fill("")
        satu.page.get_by_role("button", name="Simpan").click()
        assert satu.page.get_by_role("alert").is_visible()
        satu.potret("galat")
        assert violations(satu.page) == []
        satu.page.get_by_label("Nama").fill("Dari telepon")
        satu.page.get_by_label("Alasan perubahan").fill("rapat")
        satu.page.get_by_role("button", name="Simpan").click()
        satu.page.get_by_role("status").wait_for()
        dua.page.get_by_label("Nama").fill("Dari meja")
        dua.page.get_by_label("Alasan perubahan").fill("rapat lain")
        dua.page.get_by_role("button", name="Simpan").click()
        dua.page.get_by_role("heading", name="Baris ini baru saja diubah orang lain").wait_for()
        cells = dua.page.locator("table tbody td").all_inner_texts()
        assert cells == ["Nama", "Dari telepon", "Dari meja"]
        dua.potret("konflik")
        assert violations(dua.page) == []
        dua.page.get_by_role("button", name="Simpan isian saya").click()
        dua.page.get_by_role("status").wait_for()
    assert find(dunia, "inovasi", pk=row.pk).nama == "Dari meja"


def test_an_import_through_the_browser(peramban: Browser, alamat: str, dunia: Dunia, tmp_path: Path) -> None:
    add(dunia.klien(PENYUSUN), "inovasi", kode="INO-UNGGAH", nama="Semula")

    def edit(sheet: Any) -> None:
        columns = heads(sheet)
        for line in range(2, sheet.max_row + 1):
            if sheet.cell(line, columns["kode"]).value == "INO-UNGGAH":
                sheet.cell(line, columns["nama"]).value = "Dari buku kerja"

    with tamu(peramban, alamat, 360) as guest:
        guest.masuk(PENYUSUN).buka(f"/disnaker/{TAHUN}/")
        with guest.page.expect_download() as waiting:
            guest.page.get_by_role("link", name="Unduh buku kerja").click()
        book = tmp_path / "paket.xlsx"
        book.write_bytes(edited(Path(waiting.value.path()).read_bytes(), "inovasi", edit))
        guest.page.get_by_role("link", name="Impor").click()
        guest.page.get_by_label("Buku kerja (.xlsx)").set_input_files(book)
        guest.page.get_by_role("button", name="Lihat perubahannya").click()
        guest.page.get_by_role("heading", name="Pratinjau impor").wait_for()
        guest.page.locator("details.rincian summary").click()
        assert guest.page.locator("details.rincian ins").all_inner_texts() == ["Dari buku kerja"]
        guest.potret("pratinjau")
        assert violations(guest.page) == []
        assert find(dunia, "inovasi", kode="INO-UNGGAH").nama == "Semula"
        guest.page.get_by_label("Alasan perubahan").fill("rapat")
        guest.page.get_by_role("button", name="Terapkan semua perubahan").click()
        guest.page.get_by_role("status").wait_for()
        assert guest.konsol == []
    assert find(dunia, "inovasi", kode="INO-UNGGAH").nama == "Dari buku kerja"


def test_the_keyboard_alone_reaches_the_content_first(peramban: Browser, alamat: str) -> None:
    with tamu(peramban, alamat) as guest:
        guest.buka("/akun/login/")
        guest.page.keyboard.press("Tab")
        assert guest.page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
        guest.page.keyboard.press("Enter")
        guest.page.keyboard.press("Tab")
        assert guest.page.evaluate("document.activeElement.id") == "id_login"


def test_a_search_changes_only_the_list(peramban: Browser, alamat: str, dunia: Dunia) -> None:
    add(dunia.klien(PENYUSUN), "inovasi", kode="INO-CARI", nama="Sangat khusus")
    with tamu(peramban, alamat) as guest:
        guest.masuk(PENYUSUN).buka(f"/disnaker/{TAHUN}/tabel/inovasi/")
        guest.page.evaluate("window.tetap = true")
        guest.page.get_by_label("Cari dalam tabel ini").press_sequentially("khusus")
        guest.page.get_by_text("1 baris memuat “khusus”").wait_for()
        assert guest.page.evaluate("window.tetap") is True
        assert guest.konsol == []
