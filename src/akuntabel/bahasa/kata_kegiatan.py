"""Words at the head of a goal that say that something was done, made or held, not what came of it."""

from __future__ import annotations

import re

_ACTIVITY = re.compile(
    r"(?:ter(?:laksana|susun|selenggara|kirim|bentuk|sosialisasi|dokumentasi|bangun|fasilitasi|program)(?:kan)?nya"
    r"|pelaksanaan|penyusunan|penyelenggaraan|pembuatan|pengadaan|pembangunan|sosialisasi|melaksanakan|menyusun)\b",
    re.IGNORECASE,
)


def activity_word(goal: str) -> str:
    """The word of activity that a goal begins with ("Terlaksananya"); empty where it is worded as a result."""
    match = _ACTIVITY.match(goal.strip())
    return match.group() if match else ""
