"""The audit trail, written by triggers alone."""

from __future__ import annotations

from django.db import models
from django.db.models import F


class Jejak(models.Model):
    """A row that was written: who, when, which, old, new, why. No Python code inserts here."""

    waktu = models.DateTimeField()
    pengguna_id = models.UUIDField(null=True)
    instansi_id = models.UUIDField(null=True)
    tahun = models.IntegerField(null=True)
    tabel = models.TextField()
    baris = models.UUIDField(null=True)
    kerja = models.TextField()
    lama = models.JSONField(null=True)
    baru = models.JSONField(null=True)
    alasan = models.TextField()
    transaksi = models.BigIntegerField()

    class Meta:
        verbose_name = verbose_name_plural = "jejak"
        ordering = ("-id",)
        indexes = (
            models.Index("instansi_id", F("id").desc(), name="jejak_urut"),
            models.Index("instansi_id", "baris", name="jejak_baris"),
        )
