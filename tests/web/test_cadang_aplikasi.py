"""A backup of the application comes back with its walls: policies, grants, triggers and the audit, row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest
from dunia import Dunia
from ruang import made_room

from akuntabel_web.basisdata.cadang import cadangkan, pulihkan
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.peran import Peran

pytestmark = pytest.mark.lambat
_PUBLIC = "relnamespace = 'public'::regnamespace AND relkind = 'r'"
WALLS = (
    # MAINTAIN (m) is a privilege of 17 and later.
    "SELECT relname, relrowsecurity, relforcerowsecurity, replace(relacl::text, 'Dxtm', 'Dxt')"
    f" FROM pg_class WHERE {_PUBLIC} ORDER BY 1",
    "SELECT polrelid::regclass::text, polname, polcmd::text, pg_get_expr(polqual, polrelid),"
    " pg_get_expr(polwithcheck, polrelid), polroles::regrole[]::text FROM pg_policy ORDER BY 1, 2",
    "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2",
    "SELECT proname, prosrc, proacl::text, proowner::regrole::text, prosecdef, proconfig FROM pg_proc"
    " WHERE pronamespace = 'public'::regnamespace ORDER BY 1",
)


def state(gugus: Gugus) -> dict[str, Any]:
    with psycopg.connect(gugus.url(Peran.SUPER)) as server:
        found: dict[str, Any] = {query: server.execute(query).fetchall() for query in WALLS}
        tables = [row[0] for row in found[WALLS[0]]]
        rows = "SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {} t"
        return found | {t: server.execute(rows.format(t)).fetchone() for t in tables}


def test_the_walls_and_the_audit_come_back(gugus: Gugus, dunia: Dunia, tmp_path: Path) -> None:
    before = state(gugus)
    assert before["jejak_jejak"][0] > 800
    assert len(before[WALLS[1]]) > 300
    archive = tmp_path / "cadangan.zip"
    cadangkan(gugus.letak.data, archive)
    with made_room() as room:
        pulihkan(archive, room / "data")
        with Gugus(room / "data") as back:
            assert state(back) == before
