"""What tests of several folders share: a browser, and how properties are tried."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alat_sistem import browser
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# The gate tries the same examples every time, so that one commit has one answer; the long run looks for new ones.
settings.register_profile("gerbang", deadline=None, derandomize=True)
settings.register_profile("panjang", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("gerbang")

FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """The system's Chromium, started once."""
    program = browser()
    if program is None:
        pytest.skip("Chromium tidak terpasang")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What a test recorded as "cetak" is printed at the end, so that the long run keeps its counts."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") == "call":
                for name, text in report.user_properties:
                    if name == "cetak":
                        terminalreporter.write_line(str(text))
