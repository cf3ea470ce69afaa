"""The help of every command in Indonesian: the library's own words, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer
from typer import rich_utils


def command_in_indonesian(app: typer.Typer) -> Any:
    """The command line of the program, whose help speaks Indonesian."""
    rich_utils.ARGUMENTS_PANEL_TITLE, rich_utils.OPTIONS_PANEL_TITLE = "Isian", "Pilihan"
    rich_utils.COMMANDS_PANEL_TITLE = "Perintah"
    rich_utils.REQUIRED_LONG_STRING, rich_utils.DEFAULT_STRING = "[wajib]", "[baku: {}]"
    whole: Any = typer.main.get_command(app)
    for command in _all(whole):
        context = command.context_class(command)
        type(context).formatter_class = _formatter(type(context).formatter_class)
        command.get_help_option(context).help = "Tampilkan petunjuk ini."
        command.options_metavar = "[PILIHAN]"
        if hasattr(command, "subcommand_metavar"):
            command.subcommand_metavar = "PERINTAH [ISIAN]..."
    return whole


def _all(command: Any) -> Iterator[Any]:
    yield command
    for child in getattr(command, "commands", {}).values():
        yield from _all(child)


def _formatter(base: Any) -> Any:
    if base.__name__ == "_Formatter":
        return base

    class _Formatter(base):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or "Pemakaian: ")

    return _Formatter
