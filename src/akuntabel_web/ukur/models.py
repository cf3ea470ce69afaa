"""What the cycle of measuring adds to the package: state of an entry, its history, steps, windows, evidence.

Values stand in the tables of the package alone (`paket.models.MODEL`). An `Isian` is the entry of one indicator and
period; while it is not `terbuka`, a trigger of the database refuses every change of its values.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from akuntabel_web.inti.models import MilikInstansi

_PERSON = settings.AUTH_USER_MODEL


class Isian(MilikInstansi):
    """The entry of an indicator in a period: where it stands, and whether its values may still change."""

    tahun_paket = models.PositiveSmallIntegerField()
    indikator = models.TextField()
    periode = models.TextField()
    keadaan = models.TextField(default="diisi")
    terbuka = models.BooleanField(default=True)
    versi = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "isian"
        constraints = (
            models.UniqueConstraint(
                fields=("instansi", "tahun_paket", "indikator", "periode"), name="ukur_isian_sekali"
            ),
        )


class Riwayat(MilikInstansi):
    """A step that an entry took: who, when, from where to where, with which note, in whose name."""

    isian = models.ForeignKey(Isian, models.PROTECT, related_name="riwayat")
    waktu = models.DateTimeField(default=timezone.now)
    oleh = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    atas_nama = models.ForeignKey(_PERSON, models.PROTECT, null=True, related_name="+")
    langkah = models.TextField()
    dari = models.TextField(blank=True)
    ke = models.TextField()
    catatan = models.TextField(blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "riwayat isian"
        ordering = ("waktu", "id")


class Transisi(MilikInstansi):
    """A row of the transition table of an agency and year; without rows, those of alur.toml hold."""

    tahun_paket = models.PositiveSmallIntegerField()
    nama = models.TextField()
    dari = models.TextField()
    ke = models.TextField()
    izin = models.TextField()

    class Meta:
        verbose_name = verbose_name_plural = "langkah pengesahan"
        constraints = (
            models.UniqueConstraint(fields=("instansi", "tahun_paket", "nama", "dari"), name="ukur_transisi_sekali"),
        )


class Jendela(MilikInstansi):
    """When entries of a period are taken: from `buka` to `tutup`, which a day off pushes to the next working day."""

    tahun_paket = models.PositiveSmallIntegerField()
    periode = models.TextField()
    buka = models.DateField("dibuka")
    tutup = models.DateField("ditutup")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "jadwal pengisian"
        constraints = (
            models.UniqueConstraint(fields=("instansi", "tahun_paket", "periode"), name="ukur_jendela_sekali"),
            models.CheckConstraint(condition=models.Q(tutup__gte=models.F("buka")), name="ukur_jendela_urut"),
        )


class HariLibur(MilikInstansi):
    """A day off that the national list (libur.toml) does not hold: a local election, a local holiday."""

    tanggal = models.DateField("tanggal")
    nama = models.TextField("nama")

    class Meta:
        verbose_name = verbose_name_plural = "hari libur"
        ordering = ("tanggal",)
        constraints = (models.UniqueConstraint(fields=("instansi", "tanggal"), name="ukur_libur_sekali"),)


class Perpanjangan(MilikInstansi):
    """More time for a period, for one unit or the whole agency (blank), with its reason."""

    tahun_paket = models.PositiveSmallIntegerField()
    periode = models.TextField()
    unit = models.TextField(blank=True)
    sampai = models.DateField("sampai dengan")
    alasan = models.TextField("alasan")
    oleh = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    dibuat = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "perpanjangan"
        ordering = ("-dibuat",)


class Bukti(MilikInstansi):
    """A file of evidence; its bytes stand in the folder of files under their hash. Withdrawn ones keep their row."""

    isian = models.ForeignKey(Isian, models.PROTECT, related_name="bukti")
    sha256 = models.CharField(max_length=64)
    nama = models.TextField()
    jenis = models.TextField()
    ukuran = models.PositiveBigIntegerField()
    oleh = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    dibuat = models.DateTimeField(auto_now_add=True)
    dicabut = models.DateTimeField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "bukti dukung"
        ordering = ("dibuat", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("isian", "sha256"), condition=models.Q(dicabut=None), name="ukur_bukti_sekali"
            ),
        )


class Pemetaan(MilikInstansi):
    """How the columns of an export become columns of a table: `kolom` names headings, `tetap` holds fixed values."""

    nama = models.TextField("nama")
    tabel = models.TextField()
    kolom = models.JSONField(default=dict)
    tetap = models.JSONField(default=dict)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "pemetaan"
        ordering = ("nama",)
        constraints = (models.UniqueConstraint(fields=("instansi", "nama"), name="ukur_pemetaan_nama"),)


class Unggahan(MilikInstansi):
    """A pasted block or an export between preview and application; only who brought it sees it."""

    tahun_paket = models.PositiveSmallIntegerField()
    oleh = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    nama = models.TextField()
    isi = models.BinaryField()
    tabel = models.TextField()
    kolom = models.JSONField(default=dict)
    tetap = models.JSONField(default=dict)
    dibuat = models.DateTimeField(auto_now_add=True)
    diterapkan = models.DateTimeField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "unggahan"


class Pengingat(MilikInstansi):
    """A reminder that went out by e-mail: one for a person, year and day, however often the sender runs."""

    tahun_paket = models.PositiveSmallIntegerField()
    pengguna = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    tanggal = models.DateField()

    class Meta:
        verbose_name = verbose_name_plural = "pengingat"
        constraints = (
            models.UniqueConstraint(
                fields=("instansi", "tahun_paket", "pengguna", "tanggal"), name="ukur_pengingat_sehari"
            ),
        )
