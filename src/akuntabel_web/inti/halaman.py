"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The duty that this page was opened with, where there is one."""
    return {
        "wewenang": getattr(request, "wewenang", None),
        "oidc": settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"],
    }
