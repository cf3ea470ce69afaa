"""The help of every command speaks Indonesian."""

from __future__ import annotations

import re
from typing import Any

import pytest

from akuntabel_cli.main import app
from akuntabel_cli.petunjuk import command_in_indonesian

ENGLISH = re.compile(r"\b(?:Usage|Options|Arguments|Commands|Show this|COMMAND|OPTIONS|ARGS|required|default|exit)\b")
WHOLE: Any = command_in_indonesian(app)


def calls(command: Any, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command and group, as it is called."""
    inside = [c for name, child in getattr(command, "commands", {}).items() for c in calls(child, (*before, name))]
    return [before, *inside]


@pytest.mark.parametrize("call", calls(WHOLE), ids=" ".join)
def test_no_english_word_is_in_the_help(call: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        WHOLE.main([*call, "--help"], prog_name="akuntabel")
    told = capsys.readouterr().out
    assert told.split()[: len(call) + 3] == ["Pemakaian:", "akuntabel", *call, "[PILIHAN]"]
    assert ENGLISH.findall(told) == []
