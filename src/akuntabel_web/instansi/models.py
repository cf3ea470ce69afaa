"""The government, its agencies, their units and years."""

from __future__ import annotations

from django.db import models

from akuntabel.domain.pilihan import JenisInstansi
from akuntabel_web.inti.models import Berpengenal, MilikInstansi


class Pemerintah(Berpengenal):
    """The government whose database this is: one row."""

    nama = models.TextField("nama")

    class Meta:
        verbose_name = verbose_name_plural = "pemerintah"


class Instansi(Berpengenal):
    """An agency, or the government itself (jenis `pemda`). `alamat` stands in the URL."""

    pemerintah = models.ForeignKey(Pemerintah, models.PROTECT, related_name="+")
    kode = models.TextField("kode", unique=True)
    alamat = models.SlugField("alamat halaman", max_length=60, unique=True)
    nama = models.TextField("nama")
    jenis = models.TextField("jenis", choices=[(j.value, j.value) for j in JenisInstansi])

    class Meta:
        verbose_name = verbose_name_plural = "instansi"
        ordering = ("nama",)

    def __str__(self) -> str:
        return self.nama


class Unit(MilikInstansi):
    """A unit that people are entrusted with; its code is that of the package."""

    kode = models.TextField("kode")
    nama = models.TextField("nama")

    class Meta:
        verbose_name = verbose_name_plural = "unit"
        ordering = ("kode",)
        constraints = (models.UniqueConstraint(fields=("instansi", "kode"), name="instansi_unit_kode"),)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class Tahun(MilikInstansi):
    """A report year that is open in an agency."""

    tahun = models.PositiveSmallIntegerField("tahun")

    class Meta:
        verbose_name = verbose_name_plural = "tahun"
        ordering = ("-tahun",)
        constraints = (models.UniqueConstraint(fields=("instansi", "tahun"), name="instansi_tahun_tahun"),)
