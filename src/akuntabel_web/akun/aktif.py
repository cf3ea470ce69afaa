"""Accounts: deactivated, activated and freed of a lost second factor by an administrator; sessions ended by oneself."""

from __future__ import annotations

from uuid import UUID

from allauth.mfa.models import Authenticator
from django.core.mail import send_mail
from django.db import connection, transaction
from django.db.models import F
from django.http import Http404

from akuntabel_web.akun.models import Pengguna, Penugasan
from akuntabel_web.akun.tindakan import able_administrators
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.konteks import give_reason

IZIN = "akun.aktifkan"
PEMDA = "pemda"
_LEPAS = (
    "{oleh} melepas faktor kedua akun Akuntabel Anda untuk {instansi}. Alasannya: {alasan}\n\n"
    "Kata sandi Anda tetap. Masuklah dengan kata sandi itu, lalu pasang faktor kedua yang baru di halaman "
    "Keamanan akun. Bila Anda tidak memintanya, ganti kata sandi Anda dan beri tahu administrator instansi.\n"
)


class TidakDapatError(Exception):
    """An account that cannot be changed so, with the line that says why."""


def person_here(wewenang: Wewenang, pk: UUID) -> Pengguna:
    """A person who has a duty in this agency. Raises Http404 for anybody else."""
    here = Penugasan.objects.filter(instansi=wewenang.instansi, pengguna_id=pk)
    person = Pengguna.objects.filter(pk=pk).first() if here.exists() else None
    if person is None:
        raise Http404
    return person


def set_active(wewenang: Wewenang, pk: UUID, *, aktif: bool, alasan: str) -> None:
    """Open or close the account of a person; closing ends every session of his at once.

    Raises TidakDapatError, Http404.
    """
    wewenang.require(IZIN)
    person = person_here(wewenang, pk)
    _check(wewenang, person, aktif=aktif)
    give_reason(alasan)
    rows = Pengguna.objects.filter(pk=pk, is_active=not aktif)
    if not rows.update(is_active=aktif, nomor_sesi=F("nomor_sesi") + 1):
        raise TidakDapatError("Akun ini baru saja diubah orang lain. Muat ulang halaman orang.")


def _check(wewenang: Wewenang, person: Pengguna, *, aktif: bool) -> None:
    if person.pk == wewenang.pengguna.pk:
        raise TidakDapatError("Anda tidak dapat menonaktifkan akun Anda sendiri.")
    _check_reach(wewenang, person)
    if not aktif and {d.pengguna_id for d in able_administrators(wewenang)} == {person.pk}:
        raise TidakDapatError("Ini administrator terakhir instansi. Undang penggantinya lebih dahulu.")


def _check_reach(wewenang: Wewenang, person: Pengguna) -> None:
    """An agency decides about its own people; about those of several, the government. Raises TidakDapatError."""
    if wewenang.instansi.jenis != PEMDA and serves_elsewhere(person):
        raise TidakDapatError(
            "Orang ini juga bertugas di instansi lain. Cabut penugasannya di instansi ini, atau minta administrator "
            "pemerintah daerah mengubah akunnya."
        )


def release_factors(wewenang: Wewenang, pk: UUID, alasan: str) -> None:
    """Take away every second factor of a person who lost his; he is signed out and told by e-mail.

    His password stays, so whoever does this signs in as nobody. Raises TidakDapatError, Http404.
    """
    wewenang.require(IZIN)
    person = person_here(wewenang, pk)
    if person.pk == wewenang.pengguna.pk:
        raise TidakDapatError("Faktor kedua Anda sendiri diatur di halaman Keamanan akun.")
    _check_reach(wewenang, person)
    give_reason(alasan)
    if not Authenticator.objects.filter(user=person).delete()[0]:
        raise TidakDapatError("Orang ini tidak mempunyai faktor kedua.")
    Pengguna.objects.filter(pk=pk).update(nomor_sesi=F("nomor_sesi") + 1)
    text = _LEPAS.format(oleh=wewenang.pengguna, instansi=wewenang.instansi.nama, alasan=alasan)
    # Robust: a mail server that is down is logged; what was decided stands in the audit.
    transaction.on_commit(lambda: send_mail("Faktor kedua Anda dilepas", text, None, [person.email]), robust=True)


def serves_elsewhere(person: Pengguna) -> bool:
    """Whether he has a duty in another agency; which one, the database does not tell."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT akun_bertugas_di_luar(%s)", [person.pk])
        return bool(cursor.fetchone()[0])


def end_sessions(person: Pengguna) -> None:
    """End every session of a person, on whatever device."""
    give_reason("keluar dari semua perangkat")
    Pengguna.objects.filter(pk=person.pk).update(nomor_sesi=F("nomor_sesi") + 1)
