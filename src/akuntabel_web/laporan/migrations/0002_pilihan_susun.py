"""Versions that are final, and versions whose table of contents carries page numbers."""

from __future__ import annotations

from django.db import migrations, models

_SEKALI = ("instansi", "tahun", "jenis", "pilihan", "publik", "final", "nomor_halaman", "paket_sidik", "program")


class Migration(migrations.Migration):
    dependencies = [("laporan", "0001_initial")]
    operations = [
        migrations.AddField("versi", "final", models.BooleanField(default=False)),
        migrations.AddField("versi", "nomor_halaman", models.BooleanField(default=False)),
        migrations.RemoveConstraint("versi", "laporan_versi_sekali"),
        migrations.AddConstraint("versi", models.UniqueConstraint(fields=_SEKALI, name="laporan_versi_sekali")),
    ]
