-- Peran dan basis data untuk Akuntabel pada PostgreSQL 15 sampai 18 milik sendiri. Jalankan sekali sebagai superuser:
--
--     SANDI_PEMILIK=... SANDI_APLIKASI=... SANDI_CADANGAN=... psql -d postgres -f peran.sql
--
-- Peladen bawaan (tanpa DATABASE_URL) tidak memerlukan berkas ini.
\set ON_ERROR_STOP on
\getenv sandi_pemilik SANDI_PEMILIK
\getenv sandi_aplikasi SANDI_APLIKASI
\getenv sandi_cadangan SANDI_CADANGAN

CREATE ROLE akuntabel_pemilik LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    PASSWORD :'sandi_pemilik';
CREATE ROLE akuntabel_aplikasi LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
    PASSWORD :'sandi_aplikasi';
-- Pencadangan membaca semua baris; selain membaca ia tidak dapat berbuat apa pun.
CREATE ROLE akuntabel_cadangan LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS
    PASSWORD :'sandi_cadangan';
GRANT pg_read_all_data TO akuntabel_cadangan;

CREATE DATABASE akuntabel OWNER akuntabel_pemilik TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE akuntabel FROM PUBLIC;
GRANT CONNECT ON DATABASE akuntabel TO akuntabel_aplikasi, akuntabel_cadangan;

\connect akuntabel
ALTER SCHEMA public OWNER TO akuntabel_pemilik;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO akuntabel_aplikasi;
ALTER DEFAULT PRIVILEGES FOR ROLE akuntabel_pemilik IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO akuntabel_aplikasi;
ALTER DEFAULT PRIVILEGES FOR ROLE akuntabel_pemilik IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO akuntabel_aplikasi;
