"""How allauth behaves here: nobody signs up, people are invited."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):
    """No sign-up: an account comes from an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


class InvitedOnlySocial(DefaultSocialAccountAdapter):
    """The provider of the government signs in people that are known here; it makes no accounts."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False
