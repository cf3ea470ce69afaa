"""The context of a transaction: who writes, for which agency and year, and why.

It stands in settings of the transaction itself (`set_config(..., true)`): on a connection that lives on, nothing of it
reaches the next request. Policies and the audit trigger read it there; without it they refuse.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connections, transaction

SISTEM = UUID(int=0)  # the actor of what nobody asked for: seeds, periodic tasks


@dataclass(frozen=True, slots=True)
class Konteks:
    """Actor, agency, year and reason; None where a page stands above the agencies."""

    pengguna: UUID
    instansi: UUID | None = None
    tahun: int | None = None
    alasan: str = ""


def apply(konteks: Konteks, using: str = "default") -> None:
    """Set the context for the rest of the transaction. Raises RuntimeError outside of one: it would be lost at once."""
    connection = connections[using]
    if not connection.in_atomic_block:
        raise RuntimeError("the context needs a transaction")
    values = {
        "pengguna": str(konteks.pengguna),
        "instansi": str(konteks.instansi or ""),
        "tahun": str(konteks.tahun or ""),
        "alasan": konteks.alasan,
    }
    with connection.cursor() as cursor:
        calls = ", ".join(f"set_config('akuntabel.{name}', %s, true)" for name in values)
        cursor.execute(f"SELECT {calls}", list(values.values()))


def current(using: str = "default") -> Konteks:
    """The context as the transaction holds it. Raises RuntimeError where there is none."""
    names = ("pengguna", "instansi", "tahun", "alasan")
    with connections[using].cursor() as cursor:
        calls = ", ".join(f"current_setting('akuntabel.{name}', true)" for name in names)
        cursor.execute(f"SELECT {calls}")
        pengguna, instansi, tahun, alasan = cursor.fetchone()
    if not pengguna:
        raise RuntimeError("no context")
    return Konteks(UUID(pengguna), UUID(instansi) if instansi else None, int(tahun) if tahun else None, alasan or "")


def give_reason(alasan: str, using: str = "default") -> None:
    """Say why the writes that follow are made; the audit keeps it."""
    apply(replace(current(using), alasan=alasan), using)


@contextmanager
def konteks(isi: Konteks, using: str = "default") -> Iterator[None]:
    """A transaction with its context, for work outside of a request."""
    with transaction.atomic(using=using, durable=True):
        apply(isi, using)
        yield
