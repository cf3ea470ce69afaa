"""Three database roles, so that a hole in the web is not a hole in the database.

`akuntabel_super` starts, saves and restores. `akuntabel_pemilik` owns the tables and migrates.
`akuntabel_aplikasi` serves: it owns nothing, makes nothing, and row-level security binds it.
"""

from __future__ import annotations

from enum import StrEnum

import psycopg
from psycopg import sql

DATABASE = "akuntabel"


class Peran(StrEnum):
    """A role and its name in the database."""

    SUPER = "akuntabel_super"
    PEMILIK = "akuntabel_pemilik"
    APLIKASI = "akuntabel_aplikasi"


ATTRIBUTES = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"


def ensure_roles(server: psycopg.Connection[tuple[object, ...]], passwords: dict[Peran, str]) -> None:
    """Make the roles, or set the attributes and passwords of those that are there. `server`: superuser, autocommit."""
    for peran in (Peran.PEMILIK, Peran.APLIKASI):
        there = server.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [peran.value]).fetchone()
        verb = "ALTER" if there else "CREATE"
        # The password travels as its SCRAM verifier: a failing statement in the log tells nothing.
        verifier = server.pgconn.encrypt_password(passwords[peran].encode(), peran.value.encode(), b"scram-sha-256")
        server.execute(
            sql.SQL("{} ROLE {} {} PASSWORD {}").format(
                sql.SQL(verb), sql.Identifier(peran.value), sql.SQL(ATTRIBUTES), sql.Literal(verifier.decode())
            )
        )


def ensure_database(server: psycopg.Connection[tuple[object, ...]], name: str = DATABASE) -> bool:
    """Make the database of the owner, closed to everybody who is not named. Tells whether it is new."""
    database = sql.Identifier(name)
    there = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    if not there:
        server.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(database, _PEMILIK))
    for closed in (name, "postgres", "template1"):
        server.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(closed)))
    server.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, _APLIKASI))
    return not there


def ensure_grants(database: psycopg.Connection[tuple[object, ...]]) -> None:
    """In the database: the schema is the owner's, and the app role reads and writes rows of what the owner makes."""
    for statement in GRANTS:
        database.execute(sql.SQL(statement).format(pemilik=_PEMILIK, aplikasi=_APLIKASI))


def withdraw_defaults(database: psycopg.Connection[tuple[object, ...]]) -> None:
    """Before a restore: what the owner makes is nobody's but his until the dump says so.

    A dump adds grants to what a table has when it is made; with our defaults in place a table that the app role may not
    change (the audit) would come back changeable. The dump itself brings the defaults back at its end.
    """
    for statement in WITHDRAWN:
        database.execute(sql.SQL(statement).format(pemilik=_PEMILIK, aplikasi=_APLIKASI))


_PEMILIK = sql.Identifier(Peran.PEMILIK.value)
_APLIKASI = sql.Identifier(Peran.APLIKASI.value)
_MADE_BY_OWNER = "ALTER DEFAULT PRIVILEGES FOR ROLE {pemilik} IN SCHEMA public GRANT "
_NOT_MADE_BY_OWNER = "ALTER DEFAULT PRIVILEGES FOR ROLE {pemilik} IN SCHEMA public REVOKE ALL ON "
WITHDRAWN = (_NOT_MADE_BY_OWNER + "TABLES FROM {aplikasi}", _NOT_MADE_BY_OWNER + "SEQUENCES FROM {aplikasi}")
GRANTS = (
    "ALTER SCHEMA public OWNER TO {pemilik}",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO {aplikasi}",
    _MADE_BY_OWNER + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO {aplikasi}",
    _MADE_BY_OWNER + "USAGE, SELECT ON SEQUENCES TO {aplikasi}",
)
