"""Seeds of second factors in a database that was just restored: those that nobody can open any more are taken away."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg

from akuntabel_web.inti.segel import opens

_SEEDS = """SELECT id, user_id::text, coalesce(data ->> 'secret', data ->> 'seed') FROM mfa_authenticator
    WHERE type IN ('totp', 'recovery_codes')"""
_REASON = "SELECT set_config('akuntabel.alasan', 'dipulihkan tanpa kunci-rahasia yang lama', true)"


def forget_unreadable(url: str, keys: Sequence[str]) -> int:
    """Delete the factors whose seed no key opens, with the audit watching; tells of how many people."""
    with psycopg.connect(url) as server:
        there = server.execute("SELECT to_regclass('public.mfa_authenticator')").fetchone()
        if there is None or there[0] is None:
            return 0
        rows = server.execute(_SEEDS).fetchall()
        lost = [(pk, person) for pk, person, seed in rows if not opens(str(seed), keys)]
        if lost:
            server.execute(_REASON)
            server.execute("DELETE FROM mfa_authenticator WHERE id = ANY (%s)", [[pk for pk, _ in lost]])
    return len({person for _, person in lost})
