"""Invitations: a link that works once, kept as its fingerprint only."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import send_mail
from django.db import connections, transaction
from django.urls import reverse
from django.utils import timezone

from akuntabel_web.akun.models import Pengguna, Penugasan, Undangan
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.inti.konteks import SISTEM, Konteks, apply


class SudahDipakaiError(Exception):
    """Somebody used this invitation in between, or it names what it may not."""


BERLAKU = timedelta(days=7)
_OWNER = "pemilik"


@dataclass(frozen=True, slots=True)
class TugasUndangan:
    """A duty that an invitation brings: agency, role, year (None: all), unit (None: the whole agency)."""

    instansi: str
    peran: str
    tahun: int | None = None
    unit: str | None = None


def fingerprint(token: str) -> str:
    """What is kept of a token: it has 256 bits, so a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


def link(token: str) -> str:
    """The address that the invited person opens."""
    return settings.ALAMAT + reverse("terima_undangan", args=[token])


def _create(
    instansi: Instansi, surel: str, tugas: Sequence[TugasUndangan], oleh: Pengguna | None, using: str = "default"
) -> str:
    token = secrets.token_urlsafe(32)
    Undangan(
        instansi=instansi,
        surel=surel.lower(),
        sidik=fingerprint(token),
        tugas=[asdict(t) for t in tugas],
        oleh=oleh,
        berlaku_sampai=timezone.now() + BERLAKU,
    ).save(using=using, force_insert=True)
    return token


def invite(instansi: Instansi, surel: str, tugas: TugasUndangan, oleh: Pengguna) -> str | None:
    """Invite a person to a duty in this agency; the mail goes out after the commit.

    Returns the link where no mail server brings it: who invites must hand it over. Where one does, only the owner of
    the address ever sees it.
    """
    token = _create(instansi, surel, [tugas], oleh)
    if not settings.SUREL_TERPASANG:
        return link(token)
    text = (
        f"{oleh.nama} mengundang Anda ke Akuntabel untuk {instansi.nama}.\n\n"
        f"Buka tautan ini untuk menerima undangan:\n{link(token)}\n\n"
        f"Tautan berlaku {BERLAKU.days} hari dan hanya dapat dipakai satu kali. "
        "Abaikan surat ini bila Anda tidak mengenal pengirimnya.\n"
    )
    # Robust: a mail server that is down is logged; the invitation stands and can be sent again.
    transaction.on_commit(lambda: send_mail("Undangan Akuntabel", text, None, [surel]), robust=True)
    return None


def tautan_admin_pertama() -> str | None:
    """A new one-time link for the first administrator; None when somebody has an account already. Older links die."""
    with transaction.atomic(using=_OWNER, durable=True):
        apply(Konteks(SISTEM), _OWNER)
        agencies = list(Instansi.objects.using(_OWNER).order_by("jenis", "kode"))
        if Pengguna.objects.using(_OWNER).exists() or not agencies:
            return None
        home = next((i for i in agencies if i.jenis == "pemda"), agencies[0])
        apply(Konteks(SISTEM, home.pk, alasan="administrator pertama"), _OWNER)
        Undangan.objects.using(_OWNER).filter(oleh=None, diterima=None).delete()
        roles = [TugasUndangan(str(i.pk), "administrator") for i in agencies]
        return link(_create(home, "", roles, None, _OWNER))


def find(token: str) -> Undangan | None:
    """The invitation of a token while it is open. Leaves its agency as the context, with nobody as the actor yet."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT akun_undangan_instansi(%s)", [fingerprint(token)])
        (instansi,) = cursor.fetchone()
    if instansi is None:
        return None
    apply(Konteks(SISTEM, instansi))
    return Undangan.objects.filter(sidik=fingerprint(token)).first()


def account_exists(surel: str) -> bool:
    """Whether somebody signs in with this e-mail."""
    return Pengguna.objects.filter(email__iexact=surel).exists()


def accept_as_new(undangan: Undangan, surel: str, nama: str, sandi: str) -> Pengguna:
    """Make the account and hand over the duties. The link was sent to the e-mail, so that is verified."""
    person = Pengguna(email=surel.lower(), nama=nama)
    person.set_password(sandi)
    apply(Konteks(person.pk, undangan.instansi_id, alasan="menerima undangan"))
    person.save(force_insert=True)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    _hand_over(undangan, person)
    return person


def accept_as(undangan: Undangan, person: Pengguna) -> None:
    """Hand over the duties to a person who has signed in with the e-mail that was invited."""
    _hand_over(undangan, person)


def _hand_over(undangan: Undangan, person: Pengguna) -> None:
    """Duties once: whoever comes second finds the invitation used. Raises SudahDipakaiError then."""
    apply(Konteks(person.pk, undangan.instansi_id, alasan="menerima undangan"))
    if not Undangan.objects.filter(pk=undangan.pk, diterima=None).update(diterima=timezone.now()):
        raise SudahDipakaiError
    for duty in (TugasUndangan(**t) for t in undangan.tugas):
        # Only the invitation of the first administrator, which the owner of the database wrote, reaches other agencies.
        if undangan.oleh_id is not None and duty.instansi != str(undangan.instansi_id):
            raise SudahDipakaiError
        apply(Konteks(person.pk, UUID(duty.instansi), alasan="menerima undangan"))
        Penugasan.objects.get_or_create(
            instansi_id=UUID(duty.instansi), pengguna=person, peran=duty.peran, tahun=duty.tahun, unit_id=duty.unit,
            dari=None,
        )  # fmt: skip
