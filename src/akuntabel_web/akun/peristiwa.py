"""What happens at sign-in, as lines of the log: for whoever watches the server, beside the audit in the database.

An address that failed is not written: people type their password into the wrong field. Its mark (keyed, short) shows
that the same one is tried again.
"""

from __future__ import annotations

import logging
from typing import Any

from allauth.account import signals as account
from allauth.core.internal.ratelimit import get_ip
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

CATATAN = logging.getLogger("akuntabel.masuk")


def connect() -> None:
    """Listen, once for the process."""
    told = {
        "masuk": user_logged_in,
        "keluar": user_logged_out,
        "sandi-diganti": account.password_changed,
        "sandi-disetel-ulang": account.password_reset,
        "surel-diganti": account.email_changed,
        "faktor-ditambah": mfa.authenticator_added,
        "faktor-dihapus": mfa.authenticator_removed,
        "faktor-diganti": mfa.authenticator_reset,
        "faktor-gagal": mfa.authentication_failed,
    }
    for name, signal in told.items():
        signal.connect(_teller(name), weak=False, dispatch_uid=f"akuntabel.{name}")
    user_login_failed.connect(_failed, weak=False, dispatch_uid="akuntabel.gagal")


def _teller(name: str) -> Any:
    def tell(request: HttpRequest | None = None, user: Any = None, **_: Any) -> None:
        CATATAN.info("%s orang=%s dari=%s", name, getattr(user, "pk", None), _where(request))

    return tell


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    said = str(credentials.get("email") or credentials.get("username") or "").lower()
    tried = salted_hmac("akuntabel.masuk", said, algorithm="sha256").hexdigest()[:12]
    CATATAN.warning("gagal sidik=%s dari=%s", tried, _where(request))


def _where(request: HttpRequest | None) -> str:
    """Where a request comes from, as the rate limits see it; a line of the log never fails a request."""
    try:
        return get_ip(request) if request is not None else "-"
    except PermissionDenied:
        return "-"
