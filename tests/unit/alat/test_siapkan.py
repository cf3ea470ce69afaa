"""The set-up script: which index, which wheel, and never a file whose sha256 differs."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
import siapkan

INDEX = "https://indeks.example/simple"


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (*siapkan.INDEX_VARIABLES, "PIP_CONFIG_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(siapkan, "pip_config_files", lambda: [tmp_path / "pip.conf"])


def test_the_standard_index_where_nothing_is_named() -> None:
    assert siapkan.index_url() == siapkan.STANDARD_INDEX


@pytest.mark.parametrize("name", siapkan.INDEX_VARIABLES)
def test_a_variable_names_the_index(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, f"{INDEX}/")
    assert siapkan.index_url() == INDEX


def test_pip_configuration_names_the_index(tmp_path: Path) -> None:
    (tmp_path / "pip.conf").write_text(f"[global]\nindex-url = {INDEX}\nextra-index-url = x\n", encoding="utf-8")
    assert siapkan.index_url() == INDEX


def test_a_broken_pip_configuration_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pip.conf").write_text("index-url = without a section\n", encoding="utf-8")
    assert siapkan.index_url() == siapkan.STANDARD_INDEX


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (INDEX, (INDEX, None)),
        ("https://ana:s%40ndi@indeks.example/simple", (INDEX, "Basic YW5hOnNAbmRp")),
    ],
)
def test_a_login_never_stays_in_the_address(url: str, expected: tuple[str, str | None]) -> None:
    assert siapkan.without_login(url) == expected


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b'<a href="../../f/a-1.whl#sha256=0">a</a><a>b</a>', "text/html"),
        (b'{"files": [{"url": "../../f/a-1.whl#sha256=0"}]}', "application/vnd.pypi.simple.v1+json"),
    ],
)
def test_a_wheel_is_found_on_both_kinds_of_page(
    monkeypatch: pytest.MonkeyPatch, body: bytes, content_type: str
) -> None:
    monkeypatch.setattr(siapkan, "fetch", lambda *_: (body, content_type))
    assert siapkan.wheel_address(INDEX, None, "a-1.whl") == "https://indeks.example/f/a-1.whl"


def test_an_index_without_the_wheel_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(siapkan, "fetch", lambda *_: (b"<p>", "text/html"))
    with pytest.raises(siapkan.SetupError) as caught:
        siapkan.wheel_address(INDEX, None, "a-1.whl")
    assert str(caught.value) == (
        f"siapkan: indeks {INDEX}/uv/: tidak memuat a-1.whl; diharapkan indeks yang lengkap (UV_DEFAULT_INDEX)"
    )


def wheel_of(program: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("uv-9.data/scripts/uv", program)
        archive.writestr("uv-9.data/scripts/uv.exe", program)
    return buffer.getvalue()


def pin_of(sha256: str) -> dict:
    return {
        "version": "9.0.0",
        "minimum": "9.0.0",
        "wheels": {siapkan.platform_key(): {"file": "uv-9.whl", "sha256": sha256}},
    }


def serve(monkeypatch: pytest.MonkeyPatch, wheel: bytes, tmp_path: Path) -> None:
    page = json.dumps({"files": [{"url": "/f/uv-9.whl"}]}).encode()
    monkeypatch.setattr(siapkan, "fetch", lambda url, *_: (page, "json") if url.endswith("/uv/") else (wheel, ""))
    monkeypatch.setattr(siapkan, "TOOLS", tmp_path)


def test_the_pinned_wheel_is_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wheel = wheel_of(b"program")
    serve(monkeypatch, wheel, tmp_path)
    target = siapkan.pinned_uv(pin_of(hashlib.sha256(wheel).hexdigest()), INDEX)
    assert (target.read_bytes(), [path.name for path in target.parent.iterdir()]) == (b"program", [target.name])


def test_a_wheel_with_another_sha256_is_never_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    serve(monkeypatch, wheel_of(b"something else"), tmp_path)
    with pytest.raises(siapkan.SetupError, match=r"diharapkan 0000 \(alat/uv.json\)"):
        siapkan.pinned_uv(pin_of("0000"), INDEX)
    assert list(tmp_path.iterdir()) == []


def test_every_pin_is_a_full_sha256_of_its_version() -> None:
    pin = json.loads((siapkan.ROOT / "alat" / "uv.json").read_text(encoding="utf-8"))
    wrong = [
        wheel
        for wheel in pin["wheels"].values()
        if len(wheel["sha256"]) != 64 or not wheel["file"].startswith(f"uv-{pin['version']}-py3-none-")
    ]
    assert wrong == []
