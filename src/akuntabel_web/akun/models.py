"""People, what they are entrusted with, and invitations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from akuntabel_web.inti.models import Berpengenal, MilikInstansi
from akuntabel_web.inti.peran import matrix


class Penjaring(BaseUserManager["Pengguna"]):
    """Finds people by e-mail, whatever the case."""

    def get_by_natural_key(self, username: str | None) -> Pengguna:
        """The person with that e-mail."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **rest: Any) -> Pengguna:
        """A new person; without a password nobody signs in by password."""
        person = self.model(email=self.normalize_email(email).lower(), **rest)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Pengguna(Berpengenal, AbstractBaseUser):
    """A person. There is no superuser: what a person may do stands in the duties alone."""

    email = models.EmailField("surel", unique=True)
    nama = models.TextField("nama")
    is_active = models.BooleanField("aktif", default=True)
    dibuat = models.DateTimeField(auto_now_add=True)
    nomor_sesi = models.PositiveIntegerField(default=0)  # another number, and every session of before is over

    objects = Penjaring()
    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ("nama",)

    class Meta:
        verbose_name = verbose_name_plural = "pengguna"
        constraints = (models.UniqueConstraint(Lower("email"), name="akun_pengguna_email_huruf"),)

    def __str__(self) -> str:
        return self.nama or self.email

    def get_session_auth_hash(self) -> str:
        """What a session is bound to: a new password or a new number ends it."""
        return self._session_mark(None)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under secret keys of before."""
        yield from (self._session_mark(key) for key in settings.SECRET_KEY_FALLBACKS)

    def _session_mark(self, secret: str | None) -> str:
        bound = f"{self.password}:{self.nomor_sesi}"
        return salted_hmac("akuntabel_web.akun.sesi", bound, secret=secret, algorithm="sha256").hexdigest()


class DaftarPenugasan(models.QuerySet["Penugasan"]):
    """Duties, by the day on which they are asked about."""

    def on(self, hari: date) -> DaftarPenugasan:
        """Those that hold on a day: a duty of one's own always, one given for a time within its dates.

        Those of a person who is deactivated rest, and what he gave to others too.
        """
        begun = models.Q(mulai=None) | models.Q(mulai__lte=hari)
        giver = models.Q(dari=None) | models.Q(dari__is_active=True)
        return self.filter(giver, begun, pengguna__is_active=True).filter(
            models.Q(sampai=None) | models.Q(sampai__gte=hari)
        )


class Penugasan(MilikInstansi):
    """A role of a person in an agency, for one year or all years (None), for one unit or the whole agency (None).

    A duty that somebody (`dari`) gave for a time holds from `mulai` to `sampai` and ends by itself.
    """

    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    peran = models.TextField("peran", choices=[(p.kode, p.judul) for p in matrix().peran.values()])
    tahun = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    unit = models.ForeignKey("instansi.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    mulai = models.DateField("mulai", null=True, blank=True)
    sampai = models.DateField("sampai dengan", null=True, blank=True)
    dari = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")

    objects = DaftarPenugasan.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "penugasan"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(dari=None) | models.Q(sampai__isnull=False, mulai__lte=models.F("sampai")),
                name="akun_penugasan_pelimpahan_berakhir",
            ),
            models.UniqueConstraint(
                fields=("instansi", "pengguna", "peran", "tahun", "unit", "dari"),
                name="akun_penugasan_sekali",
                nulls_distinct=False,
            ),
        )


class FaktorWajib(MilikInstansi):
    """A role of an agency whose people must have a second factor; no row, and they need not."""

    peran = models.TextField("peran", choices=[(p.kode, p.judul) for p in matrix().peran.values()])

    class Meta:
        verbose_name = verbose_name_plural = "kewajiban faktor kedua"
        constraints = (models.UniqueConstraint(fields=("instansi", "peran"), name="akun_faktorwajib_sekali"),)


class Undangan(MilikInstansi):
    """An invitation. Only the fingerprint of its token is kept; `tugas` lists the duties that it brings.

    `oleh` is None for the invitation of the first administrator, who types his own e-mail.
    """

    surel = models.EmailField("surel", blank=True)
    sidik = models.CharField(max_length=64, unique=True)
    tugas = models.JSONField(default=list)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dibuat = models.DateTimeField(auto_now_add=True)
    berlaku_sampai = models.DateTimeField()
    diterima = models.DateTimeField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "undangan"
        ordering = ("-dibuat",)
