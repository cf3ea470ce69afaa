"""The process that draws: answers in order, says why it refuses, and is replaced when it dies."""

import subprocess
from pathlib import Path
from typing import Any

import psutil
import pytest

from akuntabel.charts.converter import Converter
from akuntabel.errors import AkuntabelError
from akuntabel.interpreter import command, environment

PIPE = 65536  # bytes that a pipe holds


def spec(text: str) -> dict[str, Any]:
    return {"data": {"values": [{}]}, "mark": {"type": "text", "text": text, "limit": 0}}


def test_more_drawings_than_the_pipes_hold_come_in_the_order_of_asking() -> None:
    converter = Converter()
    texts = [letter * (PIPE // 10) for letter in "ABCDEFGHIJKL"]
    drawings = [converter.draw(spec(text)) for text in texts]
    assert [[t for t in texts if t in drawing.result()] for drawing in drawings] == [[t] for t in texts]


def test_a_refused_drawing_says_why_and_the_next_one_is_drawn() -> None:
    converter = Converter()
    refused, drawn = converter.draw({"mark": "tidak ada"}), converter.draw(spec("Ada"))
    with pytest.raises(ValueError, match="Vega-Lite to SVG conversion failed"):
        refused.result()
    assert ">Ada</text>" in drawn.result()


def test_drawings_that_wait_for_a_killed_process_are_one_clear_line_and_the_next_one_is_drawn() -> None:
    before = set(psutil.Process().children())
    converter = Converter()
    (child,) = set(psutil.Process().children()) - before
    waiting = [converter.draw(spec(text)) for text in ("Satu", "Dua")]
    child.kill()  # it needs a third of a second to wake
    said = [str(drawing.exception()) for drawing in waiting]
    assert said == ["Grafik: penggambarnya terhenti, mungkin memori tidak cukup; ulangi."] * 2
    assert [type(drawing.exception()) for drawing in waiting] == [AkuntabelError] * 2
    assert ">Tiga</text>" in converter.draw(spec("Tiga")).result()


def test_a_module_in_the_folder_of_the_user_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("print('dari folder pengguna')", encoding="utf-8")
    code = "import json; print(json.dumps(1))"
    done = subprocess.run(command(code), env=environment(), cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
