"""A text without names of persons and contacts, for quoting people who were promised that nobody would know them."""

from __future__ import annotations

import re
from collections.abc import Iterable

NAMA, KONTAK = "(nama disamarkan)", "(kontak disamarkan)"
_NAMED = re.compile(
    r"\b(bapak|bpk\.?|pak|ibu|bu|mas|mbak|kak|saudara|saudari|sdr\.?|sdri\.?)\s+"
    r"((?-i:[A-Z])[\w'’]*(?:\s+(?-i:[A-Z])[\w'’]*)*)",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d(?:[\d -]{4,}\d)")  # an address, six digits or more


def samarkan(text: str, names: Iterable[str] = ()) -> str:
    """The text on one line. Masked: `names`, capitalised words behind a form of address, addresses, long numbers.

    A name in small letters without being among `names` stays: no program can tell it from another word.
    """
    line = " ".join(text.split())
    for name in names:
        line = re.sub(re.escape(name), NAMA, line, flags=re.IGNORECASE)
    return _CONTACT.sub(KONTAK, _NAMED.sub(rf"\1 {NAMA}", line))
