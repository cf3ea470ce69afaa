"""Whether numbered things follow each other: items of lists, letters of headings, rows of tables.

Runs may be nested: a thing continues the innermost run that awaits its number. What no run awaits is a repetition,
a gap or a step back in the innermost run of the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")
_MARK = re.compile(r"(?P<open>\(?)(?P<body>\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})(?P<close>[.)]*)")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_FARTHEST = 5  # a number farther ahead than this begins something else


class Langkah(StrEnum):
    """How a thing stands to the one before it in its run."""

    MULAI = "mulai"
    LANJUT = "lanjut"
    GANTI_BENTUK = "ganti_bentuk"  # right number, other brackets or dots
    ULANG = "ulang"
    RAGU = "ragu"  # twice in a row, unless an outer list of the same form goes on
    LONCAT = "loncat"
    MUNDUR = "mundur"
    LEPAS = "lepas"  # begins in the middle; nothing is known of it


@dataclass(frozen=True, slots=True)
class Nomor:
    """A number by value, kind (angka, kecil, besar, romawi, ROMAWI) and what stands around it."""

    nilai: int
    jenis: str
    hiasan: str = ""

    @property
    def bentuk(self) -> str:
        """Kind and decoration together."""
        return f"{self.jenis} {self.hiasan}"


@dataclass(frozen=True, slots=True)
class Bernomor(Generic[T]):
    """A thing with the readings of its number; `menyatu` are numbers of further items inside its text."""

    benda: T
    nomor: tuple[Nomor, ...]
    menyatu: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Urutan(Generic[T]):
    """A thing, its chosen number, the thing before it in its run, and its step. `panjang` counts its run so far."""

    benda: T
    nomor: Nomor
    langkah: Langkah
    sebelum: T | None = None
    nomor_sebelum: Nomor | None = None
    panjang: int = 1


@dataclass(slots=True)
class _Run(Generic[T]):
    last: Nomor
    thing: T
    forms: set[str]
    joined: tuple[int, ...] = ()
    length: int = 1

    def awaits(self, number: Nomor) -> bool:
        return number.nilai in {self.last.nilai + 1, *(j + 1 for j in self.joined)}


def read_number(mark: str) -> tuple[Nomor, ...]:
    """The readings of a printed number: "a." is a letter, "i." a letter or a Roman numeral, "(2)" a digit."""
    match = _MARK.fullmatch(mark.strip())
    if not match:
        return ()
    body, around = match["body"], match["open"] + match["close"]
    if body.isdigit():
        return (Nomor(int(body), "angka", around),)
    small = body.islower()
    made = [Nomor(ord(body.lower()) - 96, "kecil" if small else "besar", around)] if len(body) == 1 else []
    if roman := _roman(body.lower()):
        made.append(Nomor(roman, "romawi" if small else "ROMAWI", around))
    return tuple(made)


def _roman(text: str) -> int:
    values = [_ROMAN.get(ch, 0) for ch in text]
    if 0 in values:
        return 0
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def follow(things: Iterable[Bernomor[T] | None]) -> Iterator[Urutan[T]]:
    """The step of each thing. None between things ends all runs."""
    runs: list[_Run[T]] = []
    for thing in things:
        if thing is None:
            runs.clear()
        elif thing.nomor:
            yield _step(runs, thing)


def _step(runs: list[_Run[T]], thing: Bernomor[T]) -> Urutan[T]:
    for run in reversed(runs):
        for number in thing.nomor:
            if number.bentuk in run.forms and run.awaits(number):
                step = Langkah.RAGU if _repeats(runs[-1], run, number) else Langkah.LANJUT
                return _advance(runs, runs[-1] if step is Langkah.RAGU else run, thing, number, step)
    first = [n for n in thing.nomor if n.nilai == 1]
    if first:
        return _begin(runs, thing, first[-1], Langkah.MULAI)
    return _stray(runs, thing)


def _repeats(top: _Run[T], awaiting: _Run[T], number: Nomor) -> bool:
    """The innermost run, of the same form, ended with this very number."""
    return top is not awaiting and number.bentuk in top.forms and top.length > 2 and top.last.nilai == number.nilai


def _advance(runs: list[_Run[T]], run: _Run[T], thing: Bernomor[T], number: Nomor, step: Langkah) -> Urutan[T]:
    """Go on with a run; the runs inside it end."""
    del runs[runs.index(run) + 1 :]
    made = Urutan(thing.benda, number, step, run.thing, run.last, run.length + 1)
    run.last, run.thing, run.joined, run.length = number, thing.benda, thing.menyatu, run.length + 1
    return made


def _begin(runs: list[_Run[T]], thing: Bernomor[T], number: Nomor, step: Langkah) -> Urutan[T]:
    runs.append(_Run(number, thing.benda, {number.bentuk}, thing.menyatu))
    return Urutan(thing.benda, number, step)


def _stray(runs: list[_Run[T]], thing: Bernomor[T]) -> Urutan[T]:
    """A number that no run of its form awaits."""
    for run in reversed(runs):
        for number in thing.nomor:
            if number.jenis == run.last.jenis and run.awaits(number):
                run.forms.add(number.bentuk)
                return _advance(runs, run, thing, number, Langkah.GANTI_BENTUK)
    for run in reversed(runs):
        for number in thing.nomor:
            step = _fault(run.last, number)
            if number.bentuk in run.forms and step:
                return _advance(runs, run, thing, number, step)
    return _begin(runs, thing, thing.nomor[0], Langkah.LEPAS)


def _fault(last: Nomor, number: Nomor) -> Langkah | None:
    if number.nilai == last.nilai:
        return Langkah.ULANG
    if number.nilai < last.nilai:
        return Langkah.MUNDUR
    return Langkah.LONCAT if number.nilai - last.nilai <= _FARTHEST else None
