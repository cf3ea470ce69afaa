"""Protection of tables: row-level security, audit and grants, put on by the owner after each migration.

Every table with a column `instansi_id` is protected without anybody naming it; the tables
named here differ from the rule.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction
from psycopg import sql

JEJAK = "jejak_jejak"
_LONGEST_WAIT = "60s"  # for tables that others use
_STRICT = "instansi_id = (SELECT inti_konteks_instansi())"
_MINE = "(SELECT instansi_id FROM akun_penugasan WHERE pengguna_id = (SELECT inti_konteks_pengguna()))"
_HERE = "(SELECT inti_konteks_bila_ada('instansi'))"
# Table -> who sees a row, where that is more than its agency: own duties, and the agencies and years of these.
_READ = {
    "akun_penugasan": f"instansi_id = {_HERE} OR pengguna_id = (SELECT inti_konteks_pengguna())",
    "akun_faktorwajib": f"instansi_id = ANY (ARRAY(SELECT {_HERE} UNION {_MINE}))",  # asked above agencies
    "instansi_tahun": f"instansi_id = {_HERE} OR instansi_id IN {_MINE}",
    "instansi_instansi": f"id = {_HERE} OR id IN {_MINE}",
    "laporan_dokumen": f"instansi_id = ANY (ARRAY(SELECT {_HERE} UNION {_MINE}))",  # the board over several agencies
}
# Table -> which rows may be written, where that is not its agency's: a new agency has no context yet.
_WRITE = {"instansi_instansi": f"id = {_HERE}"}
_INSERT = {"instansi_instansi": "(SELECT inti_konteks_pengguna()) IS NOT NULL"}
# Tables of nobody's agency that are audited as well.
_ACCOUNT = ("akun_pengguna", "account_emailaddress", "mfa_authenticator", "socialaccount_socialaccount")
_AUDITED = (*_ACCOUNT, "instansi_pemerintah", "laporan_tenggat")
_READ_ONLY = (JEJAK, "django_migrations")


def protected_tables() -> tuple[str, ...]:
    """Every table of an agency, the audit apart."""
    tables = {
        m._meta.db_table for m in apps.get_models() if any(f.column == "instansi_id" for f in m._meta.local_fields)
    }
    return tuple(sorted((tables | {"instansi_instansi"}) - {JEJAK}))


def protect(using: str = "pemilik") -> bool:
    """Put protection on every table, in one transaction; tells whether there was anything to do.

    It locks all tables, so where everything stands as it should nothing is touched: one more server may start while
    others serve. Raises RuntimeError when one role would both own and serve.
    """
    role, owner = settings.DATABASES["default"]["USER"], connections[using].settings_dict["USER"]
    if role == owner:
        raise RuntimeError("DATABASE_URL dan DATABASE_URL_PEMILIK harus menyebut dua peran yang berbeda")
    functions = files(__package__).joinpath("pengaman.sql").read_text(encoding="utf-8")
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        statements = [sql.SQL(functions.replace("%", "%%")), *_walls(role)]
        mark = _fingerprint(statements, connections[using].connection)
        if _intact(cursor, mark):
            return False
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [_LONGEST_WAIT])
        for statement in statements:
            cursor.execute(statement, ())
        cursor.execute(sql.SQL("COMMENT ON TABLE {} IS {}").format(sql.Identifier(JEJAK), sql.Literal(mark)))
    return True


def _walls(role: str) -> list[sql.Composable]:
    tables = protected_tables()
    walls = [statement for table in tables for statement in (*_isolation(table), *_audit(table))]
    return [*walls, *(s for table in _AUDITED for s in _audit(table)), *_trail(), *_grants(role)]


def _fingerprint(statements: list[sql.Composable], connection: Any) -> str:
    text = "\n".join(statement.as_string(connection) for statement in statements)
    return hashlib.sha256(text.encode()).hexdigest()


def _intact(cursor: Any, mark: str) -> bool:
    """Whether the walls are those of this program, and none was taken down since."""
    cursor.execute(
        """SELECT obj_description(%s::regclass) = %s AND count(*) = %s
           FROM pg_class c WHERE relname = ANY (%s) AND relnamespace = 'public'::regnamespace
             AND relrowsecurity AND relforcerowsecurity
             AND (SELECT count(*) FROM pg_policy WHERE polrelid = c.oid) = CASE relname WHEN %s THEN 2 ELSE 5 END
             AND (relname = %s OR EXISTS (
               SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'jejak' AND tgenabled = 'O'))""",
        [JEJAK, mark, len(protected_tables()) + 1, [*protected_tables(), JEJAK], JEJAK, JEJAK],
    )
    return bool(cursor.fetchone()[0])


def _isolation(table: str) -> list[sql.Composable]:
    write = _WRITE.get(table, _STRICT)
    read = _READ.get(table, _STRICT)
    insert = _INSERT.get(table, write)
    return [
        *_policies(table),
        _policy(table, "baca", f"FOR SELECT USING ({read})"),
        _policy(table, "tambah", f"FOR INSERT WITH CHECK ({insert})"),
        _policy(table, "ubah", f"FOR UPDATE USING ({write}) WITH CHECK ({write})"),
        _policy(table, "hapus", f"FOR DELETE USING ({write})"),
    ]


def _policies(table: str) -> list[sql.Composable]:
    """Row-level security for everybody, the owner too, who is let through by name: he migrates and saves."""
    name = sql.Identifier(table)
    return [
        sql.SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY").format(name),
        _policy(table, "pemilik", "FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true)"),
    ]


def _policy(table: str, name: str, rest: str) -> sql.Composable:
    parts = {"nama": sql.Identifier(name), "tabel": sql.Identifier(table)}
    drop = sql.SQL("DROP POLICY IF EXISTS {nama} ON {tabel};").format(**parts)
    return drop + sql.SQL("CREATE POLICY {nama} ON {tabel} ").format(**parts) + sql.SQL(rest)


def _audit(table: str) -> list[sql.Composable]:
    masked = sql.SQL(", ").join(sql.Literal(c) for c in settings.AKUNTABEL_MASKED.get(table, ()))
    text = """CREATE OR REPLACE TRIGGER jejak AFTER INSERT OR UPDATE OR DELETE ON {}
        FOR EACH ROW EXECUTE FUNCTION inti_jejak({})"""
    return [sql.SQL(text).format(sql.Identifier(table), masked)]


def _trail() -> list[sql.Composable]:
    """The trail is read by its agency; only the trigger, which runs as the owner, adds to it."""
    return [*_policies(JEJAK), _policy(JEJAK, "baca", f"FOR SELECT USING ({_STRICT})")]


def _grants(role: str) -> list[sql.Composable]:
    who = sql.Identifier(role)
    statements = [
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {}",
        "GRANT USAGE ON SCHEMA public TO {}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}",
        "GRANT EXECUTE ON FUNCTION akun_undangan_instansi(text) TO {}",
        "GRANT EXECUTE ON FUNCTION akun_bertugas_di_luar(uuid) TO {}",
        "GRANT EXECUTE ON FUNCTION instansi_tempat() TO {}",
        *(f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {table} FROM {{}}" for table in _READ_ONLY),
    ]
    return [sql.SQL(text).format(who) for text in statements]


def role_is_harmless(using: str = "default") -> bool:
    """Whether the role that serves is bound by row-level security and owns no table."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            """SELECT NOT rolsuper AND NOT rolbypassrls AND NOT EXISTS (
                 SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relnamespace = 'public'::regnamespace)
               FROM pg_roles WHERE rolname = current_user"""
        )
        return bool(cursor.fetchone()[0])
