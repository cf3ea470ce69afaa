"""Built versions with the data they came from, the shelf of documents, and the deadlines of the government."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from akuntabel_web.inti.models import Berpengenal, MilikInstansi


class Keadaan(models.TextChoices):
    """Where a build stands."""

    ANTRE = "antre", "menunggu giliran"
    DISUSUN = "disusun", "sedang disusun"
    SELESAI = "selesai", "selesai"
    GAGAL = "gagal", "gagal"


class Versi(MilikInstansi):
    """A document built from one state of the data. `paket_sidik` names the exact package in the store of files.

    The same document of the same data by the same program is one row: it is not built twice.
    """

    tahun = models.PositiveSmallIntegerField()
    jenis = models.TextField()
    pilihan = models.TextField(blank=True)
    publik = models.BooleanField(default=False)
    final = models.BooleanField(default=False)
    nomor_halaman = models.BooleanField(default=False)
    nomor = models.PositiveIntegerField()
    paket_sidik = models.CharField(max_length=64)
    program = models.TextField()
    keadaan = models.TextField(choices=Keadaan.choices, default=Keadaan.ANTRE)
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diminta = models.DateTimeField(auto_now_add=True)
    selesai = models.DateTimeField(null=True)
    galat = models.TextField(blank=True)
    draf = models.BooleanField(default=False)
    temuan_sidik = models.CharField(max_length=64, blank=True)
    jumlah_temuan = models.JSONField(default=dict)

    class Meta:
        verbose_name = verbose_name_plural = "versi dokumen"
        ordering = ("-diminta",)
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "instansi",
                    "tahun",
                    "jenis",
                    "pilihan",
                    "publik",
                    "final",
                    "nomor_halaman",
                    "paket_sidik",
                    "program",
                ),
                name="laporan_versi_sekali",
            ),
            models.UniqueConstraint(
                fields=("instansi", "tahun", "jenis", "pilihan", "publik", "nomor"), name="laporan_versi_nomor"
            ),
        )


class BerkasVersi(MilikInstansi):
    """A file of a version, by its fingerprint."""

    versi = models.ForeignKey(Versi, models.PROTECT, related_name="berkas")
    format = models.TextField()
    nama = models.TextField()
    sidik = models.CharField(max_length=64)
    ukuran = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = verbose_name_plural = "berkas versi"
        ordering = ("format",)
        constraints = (models.UniqueConstraint(fields=("versi", "format"), name="laporan_berkasversi_format"),)


class Dokumen(MilikInstansi):
    """A document on the shelf: a version made here, an uploaded file, or a link to where it stands."""

    tahun = models.PositiveSmallIntegerField()
    jenis = models.TextField()
    versi = models.PositiveIntegerField()
    versi_baris = models.PositiveIntegerField(default=1)
    nomor = models.TextField(blank=True)
    tanggal = models.DateField()
    disampaikan = models.DateField()
    susunan = models.ForeignKey(Versi, models.PROTECT, null=True, related_name="+")
    nama_berkas = models.TextField(blank=True)
    sidik = models.CharField(max_length=64, blank=True)
    ukuran = models.PositiveBigIntegerField(default=0)
    tautan = models.URLField(max_length=500, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dibuat = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "dokumen"
        ordering = ("jenis", "-versi")
        constraints = (
            models.UniqueConstraint(fields=("instansi", "tahun", "jenis", "versi"), name="laporan_dokumen_versi"),
            models.CheckConstraint(
                condition=models.Q(susunan__isnull=False, sidik="", tautan="")
                | models.Q(models.Q(susunan=None, tautan="") & ~models.Q(sidik=""))
                | models.Q(models.Q(susunan=None, sidik="") & ~models.Q(tautan="")),
                name="laporan_dokumen_satu_isi",
            ),
        )


class Tenggat(Berpengenal):
    """The day by which every agency hands in a document of a year: a rule of the government, of no agency."""

    tahun = models.PositiveSmallIntegerField()
    jenis = models.TextField()
    tanggal = models.DateField()
    dasar = models.TextField(blank=True)
    versi_baris = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "tenggat dokumen"
        constraints = (models.UniqueConstraint(fields=("tahun", "jenis"), name="laporan_tenggat_sekali"),)
