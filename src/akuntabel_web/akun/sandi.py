"""Words that everybody who knows this program would guess first."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError

# The list that docs/keamanan.md speaks of.
KATA = (
    "akuntabel", "akuntabilitas", "sakip", "lakip", "lkjip", "lkip", "lkj", "lppd", "kinerja", "pemkot", "pemkab",
    "pemprov", "pemda", "dinas", "badan", "kota", "kabupaten", "provinsi", "admin", "rahasia", "sandi", "password",
)  # fmt: skip
_REST = 8  # letters that must be left without these words
_WORDS = re.compile("|".join(sorted(KATA, key=len, reverse=True)))


class NotOnlyWordsOfTheTrade:
    """A password may hold such words; it may not consist of them and of digits."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError where too little is left."""
        left = "".join(c for c in _WORDS.sub("", password.lower()) if c.isalpha())
        if len(left) < _REST and _WORDS.search(password.lower()):
            raise ValidationError(self.get_help_text(), code="kata_umum")

    def get_help_text(self) -> str:
        """What a person is told."""
        return "Kata sandi jangan hanya tersusun dari kata yang mudah ditebak di sini, seperti akuntabel atau sakip."
