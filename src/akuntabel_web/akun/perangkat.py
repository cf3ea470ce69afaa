"""The sessions of a person: where he has signed in, from which device, when it was last used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from akuntabel_web.akun.models import Pengguna
from akuntabel_web.inti.sesi import is_over, last_used

# What a browser says of itself -> what people call it; the first that fits, because most name several others too.
_BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Perangkat:
    """One session as its owner sees it."""

    pk: int
    nama: str
    alamat: str
    masuk: datetime
    dipakai: datetime
    ini: bool


def device_name(user_agent: str) -> str:
    """`Chrome di Windows`, as far as the browser tells."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "Peramban lain")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return f"{browser} di {system}" if system else browser


def devices(person: Pengguna, present: str | None) -> list[Perangkat]:
    """His sessions that still open something, the present one first, then by their last use. Reads only."""
    known = {s.session_key: s for s in UserSession.objects.filter(user=person)}
    stored = Session.objects.filter(pk__in=known, expire_date__gt=timezone.now())
    found = []
    for session in stored:
        content = session.get_decoded()
        mark = content.get(HASH_SESSION_KEY, "")
        if is_over(content) or not constant_time_compare(mark, person.get_session_auth_hash()):
            continue
        one = known[session.pk]
        used = datetime.fromtimestamp(last_used(content), UTC)
        name = device_name(one.user_agent)
        found.append(Perangkat(one.pk, name, one.ip, one.created_at, used, session.pk == present))
    return sorted(found, key=lambda one: (one.ini, one.dipakai), reverse=True)


def end(person: Pengguna, pk: int) -> str | None:
    """End one session of his; its key, or None where he has no such one."""
    session = UserSession.objects.filter(user=person, pk=pk).first()
    if session is None:
        return None
    session.end()
    return session.session_key
