"""Who must have a second factor: roles that an agency names; nobody until it does."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from akuntabel_web.akun.models import FaktorWajib, Pengguna, Penugasan
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.inti.peran import Peran, matrix
from akuntabel_web.inti.siap import Kueri

IZIN = "akun.faktor"
_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class Keadaan:
    """A role: whether it must, how many people have it, and who of them has no second factor."""

    kode: str
    judul: str
    wajib: bool
    orang: int
    belum: tuple[str, ...]


def factors(person: Pengguna) -> QuerySet[Authenticator]:
    """What counts as his second factor: an authenticator app or a passkey; recovery codes alone are none."""
    return Authenticator.objects.filter(user=person, type__in=_FACTORS)


def holders(people: Collection[object]) -> set[object]:
    """Who of these people has a second factor, by the keys of their accounts."""
    return set(Authenticator.objects.filter(user__in=people, type__in=_FACTORS).values_list("user_id", flat=True))


def is_required(person: Pengguna) -> bool:
    """Whether some duty of his must have one. Needs his context: the database shows him the rules of his agencies."""
    return bool(_WAJIB.rows(timezone.localdate(), person.pk))


def _demands(hari: date, pengguna: UUID) -> QuerySet[FaktorWajib, Any]:
    same = {"pengguna": pengguna, "instansi": OuterRef("instansi"), "peran": OuterRef("peran")}
    return FaktorWajib.objects.filter(Exists(Penugasan.objects.on(hari).filter(**same))).values("pk")[:1]


_WAJIB = Kueri(_demands, date(1, 1, 1), UUID(int=1))


def must_set_up(person: Pengguna) -> bool:
    """Whether he goes no further before he has set up a second factor."""
    return is_required(person) and not factors(person).exists()


def state(wewenang: Wewenang) -> list[Keadaan]:
    """Every role as it stands in this agency."""
    must = set(FaktorWajib.objects.filter(instansi=wewenang.instansi).values_list("peran", flat=True))
    duties = Penugasan.objects.on(timezone.localdate()).filter(instansi=wewenang.instansi).select_related("pengguna")
    people: dict[str, dict[object, str]] = {}
    for duty in duties.order_by("pengguna__nama"):
        people.setdefault(duty.peran, {})[duty.pengguna_id] = str(duty.pengguna)
    everybody = {pk for named in people.values() for pk in named}
    safe = holders(everybody)
    return [_state(p, p.kode in must, people.get(p.kode, {}), safe) for p in matrix().peran.values()]


def _state(peran: Peran, wajib: bool, people: Mapping[object, str], safe: Collection[object]) -> Keadaan:
    without = tuple(name for pk, name in people.items() if pk not in safe)
    return Keadaan(peran.kode, peran.judul, wajib, len(people), without)


def set_required(wewenang: Wewenang, peran: Collection[str], alasan: str) -> None:
    """Name the roles of this agency that must; those that are not named need not."""
    wewenang.require(IZIN)
    give_reason(alasan)
    rules = FaktorWajib.objects.filter(instansi=wewenang.instansi)
    rules.exclude(peran__in=peran).delete()
    for kode in sorted(set(peran) - set(rules.values_list("peran", flat=True))):
        FaktorWajib.objects.create(instansi=wewenang.instansi, peran=kode)
