"""The tables of the data package, generated from the contract, and uploads that wait for their word.

A column that the contract gets becomes a migration, not a second definition. Columns of our own have names that
the contract does not use: `tahun_paket`, `versi_baris` (optimistic locking), `urutan_baris` (the order of the file).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from akuntabel.domain.kolom import Baris, columns_of
from akuntabel.domain.paket import TABEL
from akuntabel_web.inti.models import MilikInstansi
from akuntabel_web.paket.kolom import field_of


class BarisPaket(MilikInstansi):
    """A row of a package: agency, year, version, place in the order."""

    tahun_paket = models.PositiveSmallIntegerField()
    versi_baris = models.PositiveIntegerField(default=1)
    urutan_baris = models.PositiveIntegerField()

    class Meta:
        abstract = True


class Berkas(MilikInstansi):
    """A picture that the package carries, by its name."""

    tahun_paket = models.PositiveSmallIntegerField()
    nama = models.TextField()
    isi = models.BinaryField()

    class Meta:
        verbose_name = verbose_name_plural = "berkas"
        constraints = (models.UniqueConstraint(fields=("instansi", "tahun_paket", "nama"), name="paket_berkas_nama"),)


class Impor(MilikInstansi):
    """An uploaded package between preview and application."""

    tahun_paket = models.PositiveSmallIntegerField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    nama = models.TextField()
    isi = models.BinaryField()
    dibuat = models.DateTimeField(auto_now_add=True)
    diterapkan = models.DateTimeField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "impor"


def class_name(tabel: str) -> str:
    """`perjanjian_kinerja` -> `PerjanjianKinerja`."""
    return "".join(part.capitalize() for part in tabel.split("_"))


def _model(tabel: str, contract: type[Baris]) -> type[BarisPaket]:
    columns = [k for k in columns_of(contract) if k.nama != "id"]
    unique = models.UniqueConstraint(
        fields=("instansi", "tahun_paket", *contract.KUNCI), name=f"paket_{tabel}_kunci", nulls_distinct=False
    )
    meta = type(
        "Meta",
        (),
        {
            "app_label": "paket",
            "db_table": f"paket_{tabel}",
            "verbose_name": contract.JUDUL,
            "verbose_name_plural": contract.JUDUL,
            "ordering": ("urutan_baris", "id"),
            "constraints": (unique,),
        },
    )
    body = {"__module__": __name__, "__doc__": contract.__doc__, "Meta": meta, **{k.nama: field_of(k) for k in columns}}
    return type(class_name(tabel), (BarisPaket,), body)


MODEL: dict[str, type[BarisPaket]] = {tabel: _model(tabel, contract) for tabel, contract in TABEL.items()}
globals().update({model.__name__: model for model in MODEL.values()})
