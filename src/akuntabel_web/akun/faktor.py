"""Second factors as the database keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from akuntabel_web.inti.konteks import SISTEM, Konteks, apply
from akuntabel_web.inti.segel import TidakTerbukaError, opens, resealed

SEED = {Authenticator.Type.TOTP: "secret", Authenticator.Type.RECOVERY_CODES: "seed"}
_OWNER = "pemilik"
_UNREADABLE = (
    "Perhatian: {} faktor kedua tidak terbaca dengan kunci-rahasia ini; pemiliknya tidak dapat masuk. Kembalikan kunci "
    "yang lama (berkas kunci-rahasia atau AKUNTABEL_KUNCI_RAHASIA_LAMA), lalu mulai lagi."
)


def keys() -> list[str]:
    """The keys that open what is sealed: the present one, then those of before."""
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def reseal() -> None:
    """Bring every seed under the present key, those that stand in the clear too; what no key opens stays as it is.

    Run at every start, before anybody serves: it is the migration of old installations and the change of a key.
    """
    with transaction.atomic(using=_OWNER, durable=True):
        apply(Konteks(SISTEM, alasan="benih faktor kedua disandikan"), _OWNER)
        for factor in _seeded(_sealed().select_for_update()):
            name = SEED[factor.type]
            with suppress(TidakTerbukaError):
                changed = resealed(factor.data[name], keys())
                if changed is not None:
                    factor.data[name] = changed
                    factor.save(using=_OWNER, update_fields=["data"])


def warning() -> str | None:
    """What whoever starts the server is told where no key opens some seeds: these people cannot sign in."""
    unreadable = sum(not opens(factor.data[SEED[factor.type]], keys()) for factor in _seeded(_sealed()))
    return _UNREADABLE.format(unreadable) if unreadable else None


def _seeded(factors: Iterable[Authenticator]) -> Iterator[Authenticator]:
    """Those that hold a seed: recovery codes that came from elsewhere hold the codes themselves."""
    return (factor for factor in factors if SEED[factor.type] in factor.data)


def _sealed() -> QuerySet[Authenticator]:
    return Authenticator.objects.using(_OWNER).filter(type__in=SEED)
