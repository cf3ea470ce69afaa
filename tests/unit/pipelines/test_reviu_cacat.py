"""A defect of the program is told for what it is, with the file that showed it."""

from __future__ import annotations

from akuntabel.errors import AkuntabelError, CacatError


def test_a_defect_names_the_file_and_is_not_called_a_broken_file() -> None:
    error = CacatError("a.txt", ValueError("x"))
    assert isinstance(error, AkuntabelError)
    assert (str(error), error.exit_status) == (
        "a.txt: kesalahan program (ValueError: x); berkasnya dapat dibaca, laporkan beserta berkas itu.",
        2,
    )
