-- The lock of entries: while an entry is not open, its values and evidence cannot be written, through whichever page or program.
-- `FOR SHARE` waits for whoever is moving the entry, and makes him wait for whoever is writing.
CREATE FUNCTION ukur_kunci() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  lama jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  baru jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  isi jsonb;
  buka boolean;
BEGIN
  IF lama - 'urutan_baris' IS NOT DISTINCT FROM baru - 'urutan_baris' THEN RETURN coalesce(NEW, OLD); END IF;
  FOREACH isi IN ARRAY ARRAY[lama, baru] LOOP
    CONTINUE WHEN isi IS NULL;
    IF TG_TABLE_NAME = 'ukur_bukti' THEN
      SELECT terbuka INTO buka FROM ukur_isian WHERE id = (isi ->> 'isian_id')::uuid FOR SHARE;
    ELSIF (isi ->> 'tahun')::integer = (isi ->> 'tahun_paket')::integer THEN
      SELECT terbuka INTO buka FROM ukur_isian
      WHERE instansi_id = (isi ->> 'instansi_id')::uuid AND tahun_paket = (isi ->> 'tahun_paket')::integer
        AND indikator = isi ->> 'indikator' AND periode = isi ->> 'periode' FOR SHARE;
    ELSE
      buka := true;
    END IF;
    IF NOT coalesce(buka, true) THEN
      RAISE EXCEPTION 'isian sudah diajukan atau dikunci' USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER ukur_kunci BEFORE INSERT OR UPDATE OR DELETE ON paket_realisasi FOR EACH ROW EXECUTE FUNCTION ukur_kunci();
CREATE TRIGGER ukur_kunci BEFORE INSERT OR UPDATE OR DELETE ON paket_nilai_komponen FOR EACH ROW EXECUTE FUNCTION ukur_kunci();
CREATE TRIGGER ukur_kunci BEFORE INSERT OR UPDATE OR DELETE ON ukur_bukti FOR EACH ROW EXECUTE FUNCTION ukur_kunci();
