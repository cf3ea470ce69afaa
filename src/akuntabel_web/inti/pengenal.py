"""Identifiers of rows: UUIDv7, which sort by time of birth, so that indexes grow at one end."""

from __future__ import annotations

import secrets
import time
from uuid import UUID

_VARIANT, _VERSION = 0b10, 7


def uuid7(milliseconds: int | None = None) -> UUID:
    """A new identifier (RFC 9562): 48 bits of milliseconds since 1970, 74 random bits."""
    now = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    value = (now & (2**48 - 1)) << 80 | _VERSION << 76 | secrets.randbits(12) << 64
    return UUID(int=value | _VARIANT << 62 | secrets.randbits(62))


def parse_id(text: str | None) -> UUID | None:
    """The identifier that a file states, None where it states none or nonsense."""
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
