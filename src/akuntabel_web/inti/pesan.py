"""Short messages between two pages, in a cookie with the prefix that the other cookies have."""

from __future__ import annotations

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class _Kuki(CookieStorage):
    cookie_name = settings.PESAN_COOKIE_NAME


class Pesan(FallbackStorage):
    """In the cookie as long as they fit, else in the session."""

    storage_classes = (_Kuki, SessionStorage)
