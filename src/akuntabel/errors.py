"""Problems that a user is told about without a traceback.

One shape for every message: where, what came, what is expected, an example.
"""

from __future__ import annotations


class AkuntabelError(Exception):
    """Base of everything that is shown to a user as one clear line."""

    exit_status = 2


class BerkasError(AkuntabelError):
    """A file or folder that cannot be used at all."""

    def __init__(self, where: str, came: str, expected: str, example: str | None = None) -> None:
        self.where, self.came, self.expected, self.example = where, came, expected, example
        tail = f", misalnya {example}" if example else ""
        super().__init__(f"{where}: {came}; {expected}{tail}.")


class CacatError(AkuntabelError):
    """A defect of this program while it worked on a file that could be read: never told as a fault of the file."""

    def __init__(self, where: str, error: Exception) -> None:
        kind = f"{type(error).__name__}: {error}"
        super().__init__(f"{where}: kesalahan program ({kind}); berkasnya dapat dibaca, laporkan beserta berkas itu.")


class PanggilanError(AkuntabelError):
    """A call with arguments that do not fit together."""


class BesaranError(AkuntabelError):
    """A figure id that is malformed or that the package does not produce."""
