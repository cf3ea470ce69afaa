"""States of agreements, scans of signed ones, and the ladder of who promises."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from akuntabel.domain.pilihan import Jenjang
from akuntabel_web.inti.models import MilikInstansi


class AnakTangga(MilikInstansi):
    """A rung of an agency's own ladder: what it is called, and what its agreements are made of."""

    urutan = models.PositiveSmallIntegerField("urutan")
    sebutan = models.TextField("sebutan")
    jenjang = models.TextField("jenjang", choices=[(j.value, j.value.replace("_", " ")) for j in Jenjang])
    tingkat = models.JSONField("tingkat indikator", default=list)
    anggaran = models.TextField("rincian anggaran")
    per_unit = models.BooleanField("hanya milik unitnya", default=False)
    versi_baris = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = verbose_name_plural = "tangga perjanjian"
        ordering = ("urutan", "id")
        constraints = (models.UniqueConstraint(fields=("instansi", "sebutan"), name="perjanjian_tangga_sebutan"),)


class Pindaian(MilikInstansi):
    """An uploaded scan. The file lies in the data folder under the hash of its content."""

    sidik = models.CharField(max_length=64)
    jenis = models.TextField()
    ukuran = models.PositiveIntegerField()
    nama = models.TextField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "pindaian"


class Keadaan(MilikInstansi):
    """A step that an agreement took: rows are only added. The last one says in which state it is.

    `perjanjian` is the identity of the row of the package; `sidik_isi` is what its content was when the step was taken.
    """

    tahun_paket = models.PositiveSmallIntegerField()
    perjanjian = models.UUIDField()
    nomor = models.PositiveIntegerField()
    langkah = models.TextField()
    keadaan = models.TextField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    waktu = models.DateTimeField(auto_now_add=True)
    catatan = models.TextField(blank=True)
    sidik_isi = models.CharField(max_length=64)
    tanggal = models.DateField(null=True)
    pindaian = models.ForeignKey(Pindaian, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "keadaan perjanjian"
        ordering = ("nomor",)
        constraints = (
            models.UniqueConstraint(fields=("instansi", "perjanjian", "nomor"), name="perjanjian_keadaan_nomor"),
        )
