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

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """What wrong passwords are counted by: the e-mail alone.

        allauth puts the Host header in front, whose port anybody may choose: a new port for each guess would never be
        counted twice.
        """
        return f"masuk:{str(credentials.get('email', credentials.get('username', ''))).lower()}"


class InvitedOnlySocial(DefaultSocialAccountAdapter):
    """The provider of the government signs in people that are known here; it makes no accounts."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False
