"""The trigger that refuses to change what was submitted or locked (`kunci.sql` says how)."""

from importlib.resources import files

from django.db import migrations

_UNDO = "; ".join(
    [f"DROP TRIGGER ukur_kunci ON {table}" for table in ("paket_realisasi", "paket_nilai_komponen", "ukur_bukti")]
    + ["DROP FUNCTION ukur_kunci()"]
)


class Migration(migrations.Migration):
    dependencies = [("ukur", "0001_initial"), ("paket", "0001_initial")]
    operations = [
        migrations.RunSQL(files("akuntabel_web.ukur").joinpath("kunci.sql").read_text(encoding="utf-8"), _UNDO)
    ]
