"""How allauth behaves here: nobody signs up, people are invited."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from akuntabel_web.akun.faktor import keys
from akuntabel_web.akun.faktor_wajib import factors, is_required
from akuntabel_web.inti.segel import seal, unseal


class InvitedOnly(DefaultAccountAdapter):
    """No sign-up: an account comes from an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        """A link of a mail leads to the address of this installation, whatever the Host header of the request said."""
        return self._here(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """As above."""
        return self._here(super().get_email_confirmation_url(request, emailconfirmation))

    def _here(self, url: str) -> str:
        return settings.ALAMAT + urlsplit(url).path

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


class SealedFactors(DefaultMFAAdapter):
    """Seeds of TOTP and of recovery codes stand sealed in the database; the last factor of who must have one stays."""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not where it is the last one of a person whose role must have one."""
        others = factors(authenticator.user).exclude(pk=authenticator.pk)
        return others.exists() or not is_required(authenticator.user)

    def encrypt(self, text: str) -> str:
        """What is stored."""
        return seal(text, keys())

    def decrypt(self, encrypted_text: str) -> str:
        """What was stored. Raises TidakTerbukaError where the secret key is another than that of then."""
        return unseal(encrypted_text, keys())
