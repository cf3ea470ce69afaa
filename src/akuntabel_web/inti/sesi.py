"""How long a session lives: a while without use, and a working day at most, whatever its cookie says."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse

_BEGUN, _USED = "sesi_mulai", "sesi_dipakai"
_STEP = 60  # seconds between two notes of use: not a write for every page


def begin(request: HttpRequest | None = None, **_: Any) -> None:
    """A session begins with sign-in."""
    if request is not None:
        request.session[_BEGUN] = request.session[_USED] = int(time.time())


user_logged_in.connect(begin, dispatch_uid="inti.sesi")


def last_used(session: Any) -> int:
    """When a session was last used, to the minute."""
    return int(session[_USED])


class SessionLifetime:
    """Ends a session that was not used for long or is old, and notes the use of the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; a session past its time is gone before anybody asks who it is."""
        if request.COOKIES.get(settings.SESSION_COOKIE_NAME) and _BEGUN in request.session:
            now = int(time.time())
            if is_over(request.session, now):
                request.session.flush()
            elif now - request.session[_USED] >= _STEP:
                request.session[_USED] = now
        return self.get_response(request)


def is_over(session: Any, now: int | None = None) -> bool:
    """Whether a session was unused for too long or is too old; one that no sign-in began is over too."""
    if _BEGUN not in session:
        return True
    moment = int(time.time()) if now is None else now
    unused, age = moment - session[_USED], moment - session[_BEGUN]
    return unused > settings.AKUNTABEL_SESI_DIAM or age > settings.SESSION_COOKIE_AGE
