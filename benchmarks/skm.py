"""The survey from answers to index: ten million and a hundred million rows, Parquet and CSV.

A run of ours is everything from opening the file to the index and mutu of every service, agency, period and year. Its
peers run in the same process: a query of the same engine written by hand, which gives for each group the sum of scores,
the valid, the blank and the rejected answers to each question (and no index); pandas, which gives the same; and reading
the bytes. Memory is the most that a process of its own held. The columns: agency, service, period, U1 to U9.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import duckdb
import psutil
from _ukur import fastest
from banyak import held

from akuntabel.pipelines.skm import PermintaanSkm, hasil_of, hitung_berkas
from akuntabel.survey.bahan import AturanIndeks

MILLION = 10**6
SIZES = (1, 10, 100)
MOST_QUERY, LEAST_PANDAS, MOST_OF_PANDAS, MOST_MIB = 1.3, 2.5, 0.2, 1024
AGENCIES, SERVICES = 40, 20  # of each agency; four periods: 3,200 groups
CODES = [f"U{n}" for n in range(1, 10)]
CHUNK = 1 << 20
STRAIGHT = 1.25
SELF = Path(__file__).resolve()
SAIL_SECONDS = 60.0


def make(con: duckdb.DuckDBPyConnection, path: Path, millions: int) -> None:
    """Answers as a survey gives them: 0.4 % blank, 0.4 % outside the scale, mostly 3 and 4."""

    def answer(code: str) -> str:
        draw = f"(hash(i * 31 + {code[1:]}) % 1000)"
        steps = ((4, "NULL"), (6, "0"), (8, "5"), (20, "1"), (100, "2"), (600, "3"))
        cases = " ".join(f"WHEN {draw} < {below} THEN {value}" for below, value in steps)
        return f"CAST(CASE {cases} ELSE 4 END AS TINYINT) AS {code}"

    agency, service = f"hash(i * 7) % {AGENCIES}", f"hash(i * 11) % {SERVICES}"
    names = f"'Dinas ' || {agency} AS instansi, 'Layanan ' || {agency} || '.' || {service} AS layanan"
    columns = ", ".join((names, "'2025-tw' || (1 + hash(i * 13) % 4) AS periode", *map(answer, CODES)))
    kind = "FORMAT csv, HEADER" if path.suffix == ".csv" else "FORMAT parquet"
    con.execute(f"COPY (SELECT {columns} FROM range({millions * MILLION}) AS t(i)) TO '{path}' ({kind})")


def ours(path: Path, engine: str | None = None) -> int:
    counted = hitung_berkas([path], PermintaanSkm(mesin=engine))
    results, _ = hasil_of(counted.rekap, AturanIndeks(), {}, 2025)
    return len(results)


def query(path: Path) -> str:
    """What an analyst writes who wants it quick: one pass, plain aggregates. Text of a CSV must not stop it."""
    plain = path.suffix != ".csv"
    source = f"'{path}'" if plain else f"read_csv('{path}', header = true, all_varchar = true)"
    number = {q: f"n{q}" for q in CODES}
    cast = ", ".join(f"{q if plain else f'TRY_CAST({q} AS DOUBLE)'} AS {n}" for q, n in number.items())
    told = ", ".join(
        f"SUM(CASE WHEN {n} IN (1, 2, 3, 4) THEN {n} END), COUNT(CASE WHEN {n} IN (1, 2, 3, 4) THEN 1 END), "
        f"COUNT(*) - COUNT({q}), COUNT({q}) - COUNT(CASE WHEN {n} IN (1, 2, 3, 4) THEN 1 END)"
        for q, n in number.items()
    )
    inner = f"SELECT instansi, layanan, periode, {', '.join(CODES)}, {cast} FROM {source}"
    return f"SELECT instansi, layanan, periode, COUNT(*), {told} FROM ({inner}) GROUP BY ALL"


def by_query(path: Path) -> int:
    con = duckdb.connect()
    found = con.execute(query(path)).fetchall()
    con.close()
    return len(found)


def by_pandas(path: Path) -> int:
    import pandas as pd  # noqa: PLC0415

    frame = pd.read_csv(path) if path.suffix == ".csv" else pd.read_parquet(path)
    keys = ["instansi", "layanan", "periode"]
    answers = frame[CODES]
    valid = answers.where(answers.ge(1) & answers.le(4))
    grouped = [frame[k] for k in keys]
    sums = valid.groupby(grouped).sum()
    counts = valid.notna().groupby(grouped).sum()
    blank = answers.isna().groupby(grouped).sum()
    rejected = (answers.notna() & valid.isna()).groupby(grouped).sum()
    return len(pd.concat([sums, counts, blank, rejected], axis=1))


def by_reading(path: Path) -> int:
    size = 0
    with path.open("rb", buffering=0) as stream:
        while block := stream.read(CHUNK):
            size += len(block)
    return size


def timed(run: Callable[[Path], int], path: Path) -> float:
    begin = time.perf_counter()
    if not run(path):
        sys.exit(f"{run.__name__}: tidak ada hasil")
    return time.perf_counter() - begin


def memory(name: str, path: Path) -> int:
    """The most MiB that a process held which ran one of the functions above on a file."""
    running = subprocess.Popen([sys.executable, str(SELF), name, str(path)])
    watched, most = psutil.Process(running.pid), 0
    while running.poll() is None:
        most = max(most, held(watched))
        time.sleep(0.02)
    if running.returncode:
        sys.exit(f"{name}: status {running.returncode}")
    return most >> 20


def line(told: str, seconds: float, note: str = "") -> None:
    print(f"{told:<52}{seconds:8.2f} s   {note}".rstrip(), flush=True)


@contextmanager
def sail(workers: int) -> Iterator[str]:
    """A Sail server whose work is done by so many workers, one task at a time each."""
    count = str(workers)
    told = {
        "SAIL_MODE": "local-cluster", "SAIL_CLUSTER__WORKER_INITIAL_COUNT": count,
        "SAIL_CLUSTER__WORKER_MAX_COUNT": count, "SAIL_CLUSTER__WORKER_TASK_SLOTS": "1",
        "SAIL_EXECUTION__DEFAULT_PARALLELISM": count,
    }  # fmt: skip
    program = Path(sys.executable).parent / "sail"
    command = [str(program), "spark", "server", "--ip", "127.0.0.1", "--port", "50737"]
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(command, env={**os.environ, **told}, stdout=quiet, stderr=quiet)
    try:
        yield "sc://127.0.0.1:50737"
    finally:
        running.terminate()
        running.wait(SAIL_SECONDS)


def cluster(path: Path) -> None:
    for workers in (1, 2):
        with sail(workers) as address:
            time.sleep(3)
            ours(path, address)  # sessions and workers start with the first query
            begin = time.perf_counter()
            ours(path, address)
            line(f"Sail, {workers} pekerja, 10 juta baris Parquet", time.perf_counter() - begin)


def compared(path: Path, times: int, told: str) -> int:
    mine, peer = fastest(times, lambda: timed(ours, path), lambda: timed(by_query, path))
    line(f"akuntabel, {told}", mine)
    ratio = mine / peer
    line("kueri tangan, mesin yang sama", peer, f"rasio {ratio:.2f} (paling banyak {MOST_QUERY})")
    return int(ratio > MOST_QUERY)


def main() -> int:
    failed = 0
    with tempfile.TemporaryDirectory(prefix="akuntabel-") as name:
        con = duckdb.connect()
        files = {n: Path(name) / f"{n}.parquet" for n in SIZES}
        for millions, path in files.items():
            make(con, path, millions)
        table = Path(name) / "10.csv"
        make(con, table, 10)
        con.close()
        parquet = files[10]
        failed += compared(parquet, 5, "10 juta baris Parquet")
        mine = min(timed(ours, parquet) for _ in range(2))
        peer = timed(by_pandas, parquet)
        line("pandas", peer, f"akuntabel {peer / mine:.1f} kali lebih cepat (sedikitnya {LEAST_PANDAS})")
        failed += int(peer / mine < LEAST_PANDAS)
        reading = min(timed(by_reading, parquet) for _ in range(2))
        line("membaca bita saja", reading, f"akuntabel {mine / reading:.0f} kali selama itu")
        own, other = memory("ours", parquet), memory("by_pandas", parquet)
        print(f"memori {own} MiB, pandas {other} MiB, rasio {own / other:.2f} (paling banyak {MOST_OF_PANDAS})")
        failed += int(own / other > MOST_OF_PANDAS)
        failed += compared(table, 5, "10 juta baris CSV")
        reading = min(timed(by_reading, table) for _ in range(2))
        line("membaca bita saja", reading)
        failed += compared(files[100], 3, "100 juta baris Parquet")
        turns = [{n: timed(ours, path) for n, path in files.items()} for _ in range(5)]
        spent = {n: min(turn[n] for turn in turns) for n in files}
        slopes = {}
        for small, big in pairwise(SIZES):
            slopes[big] = (spent[big] - spent[small]) / (big - small)
            print(f"dari {small} ke {big} juta baris: {slopes[big] * 1000:.0f} ms untuk setiap juta baris tambahan")
        print(f"garis lurus: rasio {slopes[100] / slopes[10]:.2f} (paling banyak {STRAIGHT})")
        failed += int(slopes[100] / slopes[10] > STRAIGHT)
        large = memory("ours", files[100])
        print(f"memori 100 juta baris {large} MiB (paling banyak {MOST_MIB})")
        failed += int(large > MOST_MIB)
        cluster(parquet)
    return failed


if __name__ == "__main__":
    if sys.argv[1:]:
        {"ours": ours, "by_pandas": by_pandas}[sys.argv[1]](Path(sys.argv[2]))
    else:
        sys.exit(main())
