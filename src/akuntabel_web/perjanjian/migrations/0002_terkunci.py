"""Signed is signed: the database itself refuses to alter a signed agreement, whatever code asks it to.

The steps that an agreement took, and its scans, are only added: nobody unsigns it. The order of a table may change (`urutan_baris`, `versi_baris`), and quarters of a target are the action plan's.
"""

from django.db import migrations

_FUNGSI = """
CREATE OR REPLACE FUNCTION perjanjian_terkunci() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  tempat text[] := ARRAY['urutan_baris', 'versi_baris'];
  isi jsonb;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - tempat = to_jsonb(NEW) - tempat THEN RETURN NEW; END IF;
  FOREACH isi IN ARRAY ARRAY[
    CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END
  ] LOOP
    CONTINUE WHEN isi IS NULL OR (TG_TABLE_NAME = 'paket_target' AND isi ->> 'periode' <> 'tahun');
    IF EXISTS (
      SELECT FROM perjanjian_keadaan k JOIN paket_perjanjian_kinerja p ON p.id = k.perjanjian
      WHERE k.keadaan = 'ditandatangani' AND p.instansi_id = (isi ->> 'instansi_id')::uuid
        AND p.tahun_paket = (isi ->> 'tahun_paket')::integer AND p.kode = isi ->> TG_ARGV[0]
    ) THEN
      RAISE EXCEPTION 'perjanjian % sudah ditandatangani', isi ->> TG_ARGV[0];
    END IF;
  END LOOP;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION perjanjian_hanya_tambah() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'riwayat perjanjian hanya ditambah';
END $$;
"""
_TABEL = {
    "paket_perjanjian_kinerja": "kode",
    "paket_perjanjian_indikator": "perjanjian",
    "paket_perjanjian_anggaran": "perjanjian",
    "paket_target": "dokumen",
}
_PASANG = "".join(
    f"CREATE TRIGGER terkunci BEFORE INSERT OR UPDATE OR DELETE ON {tabel} "
    f"FOR EACH ROW EXECUTE FUNCTION perjanjian_terkunci('{kolom}');\n"
    for tabel, kolom in _TABEL.items()
)
_RIWAYAT = ("perjanjian_keadaan", "perjanjian_pindaian")
_PASANG += "".join(
    f"CREATE TRIGGER hanya_tambah BEFORE UPDATE OR DELETE ON {tabel} "
    "FOR EACH ROW EXECUTE FUNCTION perjanjian_hanya_tambah();\n"
    for tabel in _RIWAYAT
)
_LEPAS = "".join(f"DROP TRIGGER terkunci ON {tabel};\n" for tabel in _TABEL)
_LEPAS += "".join(f"DROP TRIGGER hanya_tambah ON {tabel};\n" for tabel in _RIWAYAT)
_LEPAS += "DROP FUNCTION perjanjian_terkunci(); DROP FUNCTION perjanjian_hanya_tambah();"


class Migration(migrations.Migration):
    """Triggers on the rows of an agreement."""

    dependencies = (("perjanjian", "0001_initial"), ("paket", "0001_initial"))
    operations = (migrations.RunSQL(_FUNGSI + _PASANG, _LEPAS),)
