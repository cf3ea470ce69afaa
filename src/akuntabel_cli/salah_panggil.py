"""A call that cannot be understood, in one Indonesian line: what came, what is expected, where to look."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import typer

# The library keeps its classes of errors to itself; all of them are of this one.
SalahPanggil: type[Exception] = typer.BadParameter.__mro__[1]

_COMMAND = re.compile(r"No such command '(?P<name>[^']*)'\.?(?: Did you mean (?P<near>.+)\?)?")
_EXTRA = re.compile(r"Got unexpected extra argument\(s\) \((?P<extra>.*)\)")
_NOT_ONE = re.compile(r"(?:Value error, )?'(?P<value>.*)' is not one of (?P<choices>.+?)\.?")
_NOT_WHOLE = re.compile(r".*\bvalid integer\b.*")
_TOO_SMALL = re.compile(r".*greater than or equal to (?P<least>\d+)")


def explain(error: Any) -> str:
    """The line for an error of the argument parser."""
    told = _TOLD.get(type(error).__name__, _other)(error)
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "akuntabel"
    return f"{told}; '{command} --help' menampilkan cara memakainya."


def _missing(error: Any) -> str:
    what = "pilihan" if getattr(error.param, "param_type_name", "") == "option" else "isian"
    return f"{what} {_name(error)} belum diberikan"


def _no_option(error: Any) -> str:
    near = f", barangkali {' atau '.join(error.possibilities)}" if error.possibilities else ""
    return f"pilihan {error.option_name} tidak ada{near}"


def _no_value(error: Any) -> str:
    return f"pilihan {error.option_name} memerlukan nilai"


def _bad_value(error: Any) -> str:
    return f"nilai {_name(error)} tidak sah: {_reason(str(error.message))}"


def _other(error: Any) -> str:
    text = str(error.message)
    command, extra = _COMMAND.fullmatch(text), _EXTRA.fullmatch(text)
    if command:
        near = f", barangkali {command['near'].replace(chr(39), '')}" if command["near"] else ""
        return f"perintah {command['name']} tidak ada{near}"
    return f"isian berlebih: {extra['extra']}" if extra else text.rstrip(".")


def _name(error: Any) -> str:
    param = error.param
    return " / ".join(param.opts) if param is not None else str(error.param_hint or "")


def _reason(text: str) -> str:
    choice, small = _NOT_ONE.fullmatch(text), _TOO_SMALL.fullmatch(text)
    if choice:
        return f"'{choice['value']}' bukan salah satu dari {choice['choices'].replace(chr(39), '')}"
    if small:
        return f"paling kecil {small['least']}"
    return "bukan bilangan bulat" if _NOT_WHOLE.fullmatch(text) else text.rstrip(".")


_TOLD: dict[str, Callable[[Any], str]] = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_option,
    "BadOptionUsage": _no_value,
    "BadParameter": _bad_value,
}
