-- Functions that policies and triggers call. Run by the owner after each migration; running twice changes nothing.

-- The agency of this transaction. Raises without one: a forgotten context is an error, never "all rows" and never "no rows".
CREATE OR REPLACE FUNCTION inti_konteks_instansi() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
DECLARE nilai text := current_setting('akuntabel.instansi', true);
BEGIN
  IF nilai IS NULL OR nilai = '' THEN
    RAISE EXCEPTION 'konteks instansi belum ditetapkan' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN nilai::uuid;
END $$;

-- The person of this transaction. Raises without one.
CREATE OR REPLACE FUNCTION inti_konteks_pengguna() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
DECLARE nilai text := current_setting('akuntabel.pengguna', true);
BEGIN
  IF nilai IS NULL OR nilai = '' THEN
    RAISE EXCEPTION 'konteks pengguna belum ditetapkan' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN nilai::uuid;
END $$;

-- The same without raising: for tables that a page above the agencies reads.
CREATE OR REPLACE FUNCTION inti_konteks_bila_ada(nama text) RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT nullif(current_setting('akuntabel.' || nama, true), '')::uuid
$$;

-- What changed between two rows: the old or new values of the columns that differ. Masked columns say only that they do.
CREATE OR REPLACE FUNCTION inti_beda(satu jsonb, lain jsonb, samar text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_object_agg(key, CASE WHEN key = ANY (samar) THEN '"(disamarkan)"'::jsonb ELSE value END), '{}')
  FROM jsonb_each(satu) WHERE lain IS NULL OR value IS DISTINCT FROM lain -> key
$$;

-- The audit: one row for each row written, in the same transaction. It runs as the owner, the only one who may insert there.
CREATE OR REPLACE FUNCTION inti_jejak() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  lama jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  baru jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  isi jsonb := coalesce(baru, lama);
  milik uuid := coalesce((isi ->> 'instansi_id')::uuid, CASE WHEN TG_TABLE_NAME = 'instansi_instansi' THEN (isi ->> 'id')::uuid
    ELSE inti_konteks_bila_ada('instansi') END);
  orang uuid := (CASE WHEN TG_TABLE_NAME = 'akun_pengguna' THEN isi ->> 'id' WHEN TG_TABLE_NAME = ANY (ARRAY[
    'account_emailaddress', 'mfa_authenticator', 'socialaccount_socialaccount']) THEN isi ->> 'user_id' END)::uuid;
  semua uuid[] := ARRAY[milik];
BEGIN
  IF lama IS NOT DISTINCT FROM baru THEN RETURN NULL; END IF;
  -- An account belongs to no agency: every agency that entrusts the person with something reads what happened to it. A sign-in
  -- alone (the time of it) is told to none of them.
  IF orang IS NOT NULL AND lama - ARRAY['last_login', 'last_used_at'] IS DISTINCT FROM baru - ARRAY['last_login', 'last_used_at'] THEN
    SELECT coalesce(array_agg(DISTINCT t.instansi_id), semua) INTO semua FROM (
      SELECT instansi_id FROM akun_penugasan WHERE pengguna_id = orang UNION SELECT milik) t WHERE t.instansi_id IS NOT NULL;
  END IF;
  INSERT INTO jejak_jejak (waktu, pengguna_id, instansi_id, tahun, tabel, baris, kerja, lama, baru, alasan, transaksi)
  SELECT
    clock_timestamp(),
    CASE WHEN isi ? 'instansi_id' THEN inti_konteks_pengguna() ELSE inti_konteks_bila_ada('pengguna') END,
    satu,
    nullif(current_setting('akuntabel.tahun', true), '')::integer,
    TG_TABLE_NAME, coalesce(orang, (isi ->> 'id')::uuid),
    CASE TG_OP WHEN 'INSERT' THEN 'tambah' WHEN 'UPDATE' THEN 'ubah' ELSE 'hapus' END,
    CASE WHEN lama IS NOT NULL THEN inti_beda(lama, baru, TG_ARGV) END,
    CASE WHEN baru IS NOT NULL THEN inti_beda(baru, lama, TG_ARGV) END,
    coalesce(current_setting('akuntabel.alasan', true), ''),
    pg_current_xact_id()::text::bigint
  FROM unnest(semua) satu;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION inti_jejak() FROM PUBLIC;

-- Which agency an invitation belongs to, told only to who holds its token: the visitor has no context yet.
CREATE OR REPLACE FUNCTION akun_undangan_instansi(cari text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT instansi_id FROM akun_undangan WHERE sidik = cari AND diterima IS NULL AND berlaku_sampai > now()
$$;
REVOKE ALL ON FUNCTION akun_undangan_instansi(text) FROM PUBLIC;

-- Whether a person has a duty in another agency than that of this transaction; not which.
CREATE OR REPLACE FUNCTION akun_bertugas_di_luar(orang uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM akun_penugasan WHERE pengguna_id = orang AND instansi_id <> inti_konteks_instansi())
$$;
REVOKE ALL ON FUNCTION akun_bertugas_di_luar(uuid) FROM PUBLIC;

-- Which agencies have which years open: identifiers only, told to the system alone, whose timers look after every agency.
CREATE OR REPLACE FUNCTION instansi_tempat() RETURNS TABLE (instansi uuid, tahun integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.instansi_id, t.tahun::integer FROM instansi_tahun t WHERE inti_konteks_pengguna() = '00000000-0000-0000-0000-000000000000'
  ORDER BY t.instansi_id, t.tahun
$$;
REVOKE ALL ON FUNCTION instansi_tempat() FROM PUBLIC;
