"""Secrets that the database keeps sealed: seeds of second factors, under a key that does not stand in the database.

The key is derived from the secret key of the installation, so that one secret is kept and not two; without Django,
because a restore asks too whether it can read what it brought back.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"akuntabel: benih faktor kedua"
_MARK = "gAAAA"  # how every sealed text begins; neither base32 nor hexadecimal seeds do


class TidakTerbukaError(Exception):
    """A sealed text that none of the keys opens."""


def seal(text: str, keys: Sequence[str]) -> str:
    """Seal a text under the first key."""
    return _box(tuple(keys)).encrypt(text.encode()).decode()


def unseal(sealed: str, keys: Sequence[str]) -> str:
    """Open a sealed text with whichever key fits. Raises TidakTerbukaError, also for a text that was never sealed."""
    try:
        return _box(tuple(keys)).decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise TidakTerbukaError from None


def is_sealed(text: str) -> bool:
    """Whether a text is sealed, under whichever key."""
    return text.startswith(_MARK)


def opens(text: str, keys: Sequence[str]) -> bool:
    """Whether a text can be read: one of the keys opens it, or it stands in the clear."""
    try:
        return not is_sealed(text) or bool(keys and unseal(text, keys))
    except TidakTerbukaError:
        return False


def resealed(text: str, keys: Sequence[str]) -> str | None:
    """The text under the first key, where it stands there in the clear or under another; None where nothing is to do.

    Raises TidakTerbukaError.
    """
    if not is_sealed(text):
        return seal(text, keys)
    try:
        unseal(text, keys[:1])
    except TidakTerbukaError:
        return seal(unseal(text, keys), keys)
    return None


@lru_cache(maxsize=8)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(key))) for key in keys])


def _derived(key: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=_PURPOSE).derive(key.encode())
