"""The log: lines that a thief of the log gains nothing from.

What fails is told with its traceback, so secrets would come along: tokens stand in addresses, hashes in what the
database says about a row. They are masked where a line is formatted, so that no caller can forget it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from types import TracebackType

import psycopg
from django.conf import settings
from django.db import Error

_MASK = "(disamarkan)"
_SHORTEST = 6  # a shorter "secret" would tear words apart
_PATTERNS = (
    (re.compile(r"(/undangan/|/password/reset/key/|/confirm-email/)[^/\s\"']+"), rf"\1{_MASK}"),
    (re.compile(r"(://[^:/@\s]+:)[^@/\s]+@"), rf"\1{_MASK}@"),
    (re.compile(r"(?i)\b(password|passwd|sandi)(\s*=\s*)('[^']*'|\"[^\"]*\"|[^\s&]+)"), rf"\1\2{_MASK}"),
    (re.compile(r"argon2\S+"), _MASK),
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

_Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class SafeFormatter(logging.Formatter):
    """Formats a record, then masks what is secret; the message stays one line, whatever a visitor put into it."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's name)
        """The message, in which nobody can begin a line of his own."""
        record.message = _CONTROL.sub(lambda m: m.group().encode("unicode_escape").decode("ascii"), record.message)
        return super().formatMessage(record)

    def formatException(self, ei: _Failure) -> str:  # noqa: N802
        """A traceback, without what the database says about the row: the values of people stand there."""
        text = super().formatException(ei)
        for error in _chain(ei[1]):
            if isinstance(error, Error | psycopg.Error):
                said = str(error)
                text = text.replace(said, said.partition("\n")[0])
        return text

    def format(self, record: logging.LogRecord) -> str:
        """All of it, masked."""
        return mask(super().format(record))


def mask(text: str) -> str:
    """A text without the secrets of this installation and what looks like one."""
    for secret in _secrets():
        text = text.replace(secret, _MASK)
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


@cache
def _secrets() -> tuple[str, ...]:
    """The secrets that the settings hold, longest first."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    known = {
        settings.SECRET_KEY,
        settings.EMAIL_HOST_PASSWORD,
        *(str(base.get("PASSWORD") or "") for base in settings.DATABASES.values()),
        *(app["secret"] for app in apps),
    }
    return tuple(sorted((s for s in known if len(s) >= _SHORTEST), key=len, reverse=True))
