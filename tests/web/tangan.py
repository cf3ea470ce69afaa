"""The hands of a person at a browser: with the mouse, or with nothing but the keyboard. The script is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page
from test_peramban import SANDI, Tamu

MOST_TABS = 400
_FOCUSED = "e => e === document.activeElement"


class Tangan(Tamu):
    """A person with hands; `papan_tombol` leaves the mouse alone."""

    def __init__(self, page: Page, alamat: str, *, papan_tombol: bool = False) -> None:
        super().__init__(page, alamat)
        self.papan_tombol = papan_tombol
        self.tekanan = 0

    def daftar(self, tautan: str, **nilai: str) -> Tangan:
        """Accept an invitation with an account of one's own, and sign in."""
        self.page.goto(tautan)
        self.isi(**nilai, sandi=SANDI, ulang=SANDI).tekan("Buat akun")
        self.lapor("Akun siap")
        return self

    def masuk(self, surel: str) -> Tangan:
        """Sign in on the page that is open."""
        self.isi(login=surel, password=SANDI).tekan("Masuk")
        self.page.get_by_role("heading", name="Beranda").wait_for()
        return self

    def isi(self, **nilai: str) -> Tangan:
        """Fill fields by their names: `isi(kode="S1")`, `isi(**{"jendela-buka": "2025-01-01"})`."""
        for name, value in nilai.items():
            self.tulis(f'main [name="{name}"]', value)
        return self

    def tulis(self, pilih: str, nilai: str) -> Tangan:
        """Fill one field."""
        field = self.page.locator(pilih)
        if self.papan_tombol:
            self._type(field, nilai)
        elif field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(nilai)
        else:
            field.fill(nilai)
        return self

    def tekan(self, nama: str) -> Tangan:
        """Press the button of this name in the page."""
        return self.sentuh(self.page.locator("main").get_by_role("button", name=nama, exact=True).first)

    def tautan(self, nama: str, tempat: str = "body") -> Tangan:
        """Follow the link of this name."""
        return self.sentuh(self.page.locator(tempat).get_by_role("link", name=nama, exact=True).first)

    def berkas(self, nama: str, path: Path) -> Tangan:
        """Choose a file; the dialog of the system is out of reach of a test."""
        self.page.locator(f'main [name="{nama}"]').set_input_files(path)
        return self

    def lapor(self, teks: str) -> Tangan:
        """Wait for the line that says it is done; what the page complains of instead is the error of the test."""
        done = self.page.get_by_role("status").filter(has_text=teks)
        done.or_(self.page.get_by_role("alert")).first.wait_for()
        assert done.count(), (self.page.url, self.page.get_by_role("alert").all_inner_texts())
        return self

    def unduh(self, nama: str, ke: Path) -> Path:
        """Fetch the file behind a link."""
        link = self.page.locator("main").get_by_role("link", name=nama, exact=True).first
        with self.page.expect_download() as waiting:
            self.sentuh(link, pindah=False)
        ke.write_bytes(Path(waiting.value.path()).read_bytes())
        return ke

    def sentuh(self, target: Locator, *, pindah: bool = True) -> Tangan:
        """Click an element, or reach it and press Enter; `pindah` waits for the page that it leads to."""
        if not self.papan_tombol:
            target.click()
            return self
        self._reach(target)
        if pindah:
            with self.page.expect_navigation():
                self._press("Enter")
        else:
            self._press("Enter")
        return self

    def _press(self, key: str) -> None:
        self.tekanan += 1
        self.page.keyboard.press(key)

    def _reach(self, target: Locator) -> None:
        """Tab until the element has the focus: what cannot be reached so is no control for a keyboard."""
        target.wait_for()
        handle = target.element_handle()
        for _ in range(MOST_TABS):
            if handle.evaluate(_FOCUSED):
                return
            self._press("Tab")
        raise AssertionError(f"tidak tercapai dengan papan tombol: {target}")

    def _type(self, field: Locator, value: str) -> None:
        self._reach(field)
        kind = field.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if kind == "select":
            self._choose(field, value)
        elif kind == "date":
            self._date(field, value)
        else:
            self._press("Control+a")
            self.page.keyboard.type(value) if value else self._press("Delete")

    def _date(self, field: Locator, value: str) -> None:
        """Part by part, in the order that this browser has: its own language decides, not the page's."""
        year, month, day = value.split("-")
        for parts in ((day, month, year), (month, day, year)):
            self.page.keyboard.type("".join(parts))
            if field.input_value() == value:
                return
            self._press("ArrowLeft")
            self._press("ArrowLeft")
        raise AssertionError(value)

    def _choose(self, field: Locator, value: str) -> None:
        listed: list[Any] = field.evaluate("e => [...e.options].map(o => [o.value, o.text.trim()])")
        place = next(n for n, (key, text) in enumerate(listed) if value in (key, text))
        self._press("Home")
        for _ in range(place):
            self._press("ArrowDown")
        assert field.evaluate("e => e.selectedIndex") == place
