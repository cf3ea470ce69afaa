"""Two engines, one SQL text: DuckDB and an engine behind Spark Connect count the same, digit for digit."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from akuntabel.errors import PanggilanError
from akuntabel.pipelines.skm import PermintaanSkm, hitung_berkas

CODES = [f"U{n}" for n in range(1, 10)]


@pytest.fixture(scope="module")
def alamat() -> Iterator[str]:
    from pysail import spark  # noqa: PLC0415

    sys.ps1 = ">"  # a worker of the test runner has no main module: PySpark would take it for a run of its doctests
    server = spark.SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    _, port = server.listening_address
    yield f"sc://127.0.0.1:{port}"
    server.stop()
    del sys.ps1


def rows(seed: int, count: int, values: list[Any]) -> list[list[Any]]:
    draw = random.Random(seed)
    return [[f"L{draw.randrange(7)}", *(draw.choice(values) for _ in CODES)] for _ in range(count)]


def as_csv(path: Path, table: list[list[Any]]) -> Path:
    lines = [",".join(["layanan", *CODES]), *(",".join(f'"{c}"' for c in r) for r in table)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def as_parquet(path: Path, table: list[list[Any]], kind: str) -> Path:
    import duckdb  # noqa: PLC0415

    con = duckdb.connect()
    columns = ", ".join(f"{c} {kind}" for c in CODES)
    con.execute(f"CREATE TABLE t (layanan VARCHAR, {columns})")
    con.executemany(f"INSERT INTO t VALUES ({', '.join('?' * (len(CODES) + 1))})", table)
    con.execute(f"COPY t TO '{path}' (FORMAT parquet)")
    return path


@pytest.mark.lambat
@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("kind", ["csv", "TINYINT", "DOUBLE", "VARCHAR"])
def test_both_engines_count_the_same(kind: str, whole: bool, alamat: str, tmp_path: Path) -> None:
    text: list[Any] = [
        "1", "2", "3", "4", "", "0", "5", "2,5", "3,4", "puas", "Sangat sesuai", " 4 ", "\u00a04\u200e", "-", "1_0",
        "nan", "1e0", "4d", "0x1", "+", "1 dan 2", "1   ;  2", "\u2003", "4.", "é",
    ]  # fmt: skip
    plain: list[Any] = [1, 2, 3, 4, None, 0, 5]
    if kind == "csv":
        path = as_csv(tmp_path / "a.csv", rows(1, 400, text))
    else:
        path = as_parquet(tmp_path / "a.parquet", rows(2, 400, text if kind == "VARCHAR" else plain), kind)
    order = {"lembar_utuh": whole, "sebaran": True}
    here = hitung_berkas([path], PermintaanSkm(**order))  # type: ignore[arg-type]
    there = hitung_berkas([path], PermintaanSkm(mesin=alamat, **order))  # type: ignore[arg-type]
    assert there.rekap == here.rekap
    assert here.rekap.seluruhnya.lembar == 400


@pytest.mark.parametrize(("module", "told"), [("duckdb", "skm"), ("pyspark.sql.connect.session", "klaster")])
def test_without_its_engine_one_line_says_what_to_install(
    module: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = as_csv(tmp_path / "a.csv", rows(1, 3, ["4"]))
    order = PermintaanSkm(mesin="sc://127.0.0.1:1" if told == "klaster" else None)
    with pytest.raises(PanggilanError, match=rf"akuntabel\[{told}\]"):
        hitung_berkas([path], order)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("localhost:50051", "bukan alamat Spark Connect"), ("sc://", "bukan alamat Spark Connect"),
        ("sc://127.0.0.1:1", "tidak ada yang menjawab"), ("sc://127.0.0.1:99999", "tidak ada yang menjawab"),
    ],
)  # fmt: skip
def test_an_engine_that_is_not_there_is_one_line_at_once(address: str, told: str, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", rows(1, 3, ["4"]))
    with pytest.raises(PanggilanError, match=told):
        hitung_berkas([path], PermintaanSkm(mesin=address))
