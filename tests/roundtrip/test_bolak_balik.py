"""Folder -> model -> workbook -> model -> folder loses nothing: equal packages, equal bytes."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings

from akuntabel.domain.paket import Paket
from akuntabel.paket.tulis_buku import workbook_bytes
from akuntabel.paket.tulis_folder import write_folder
from akuntabel.pipelines.paket import convert, read_paket


def sibling(name: str) -> ModuleType:
    """A module beside this one: tests are no packages."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


packages = sibling("paket_acak").packages
SLOW = {"suppress_health_check": list(HealthCheck)}


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def check(paket: Paket) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        write_folder(paket, home / "satu")
        first = read_paket(home / "satu")
        assert first.temuan == ()
        assert first.paket == paket
        convert(home / "satu", home / "dua.xlsx")
        second = read_paket(home / "dua.xlsx")
        assert second.temuan == ()
        assert second.paket == paket
        convert(home / "dua.xlsx", home / "tiga")
        assert files(home / "tiga") == files(home / "satu")
        assert workbook_bytes(second.paket) == (home / "dua.xlsx").read_bytes()


@settings(max_examples=25, **SLOW)
@given(packages())
def test_nothing_is_lost(paket: Paket) -> None:
    check(paket)


@pytest.mark.panjang
@settings(max_examples=500, **SLOW)
@given(packages())
def test_nothing_is_lost_at_length(paket: Paket) -> None:
    check(paket)
