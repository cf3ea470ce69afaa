"""What every row of an agency has."""

from __future__ import annotations

from django.db import models

from akuntabel_web.inti.pengenal import uuid7


class Berpengenal(models.Model):
    """A row with an identifier that nobody can guess and that sorts by birth."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class MilikInstansi(Berpengenal):
    """A row of one agency: `inti.pengaman` puts row-level security and the audit on its table."""

    instansi = models.ForeignKey("instansi.Instansi", models.PROTECT, related_name="+")

    class Meta:
        abstract = True
