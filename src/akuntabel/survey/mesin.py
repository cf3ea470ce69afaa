"""The engines that run the SQL: DuckDB in this process; Sail or Spark behind Spark Connect."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from akuntabel.errors import BerkasError, PanggilanError
from akuntabel.survey.sql import TABEL, JenisKolom, Ringkasan, Sumber, bukan_ringkasan

PARQUET, CSV = "parquet", "csv"
_PORT = 15002  # that of Spark Connect, where none is told
_PATIENCE = 5.0  # seconds
_EXTRA = "pip install 'akuntabel[{}]'"


class TakTerbacaError(BerkasError):
    """What an engine could not read, in its own words. Whoever knows the file may say it better."""


class Mesin(Protocol):
    """An engine: open a table of answers, run a query."""

    def buka(
        self, paths: Sequence[Path], jenis: str, pemisah: str = ",", lewati: int = 0, ringkasan: Ringkasan = ()
    ) -> Sumber:
        """The columns of files of one kind, which from now on are the table of answers. Raises TakTerbacaError.

        `lewati` are the rows of a CSV above its heading, `ringkasan` tells its rows of totals, which are left out.
        """

    def jalankan(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""

    def tutup(self) -> None:
        """Let go of everything."""


_KINDS = (
    (JenisKolom.BULAT, ("tinyint", "smallint", "int", "bigint", "hugeint", "uint", "utiny", "usmall", "ubig", "byte")),
    (JenisKolom.BULAT, ("short", "long")),
    (JenisKolom.PECAHAN, ("double", "float", "decimal", "real")),
    (JenisKolom.TEKS, ("varchar", "string")),
    (JenisKolom.TANGGAL, ("date", "timestamp")),
)


def _kind(name: str) -> JenisKolom:
    low = name.lower()
    return next((kind for kind, starts in _KINDS if low.startswith(starts)), JenisKolom.LAIN)


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


class MesinDuckDB:
    """DuckDB within this process: a few threads, a limit of memory, no extension and no network."""

    def __init__(self, utas: int | None = None, memori_mib: int = 768) -> None:
        try:
            import duckdb  # noqa: PLC0415  of the extra [skm]
        except ImportError as error:
            raise PanggilanError(f"skm: DuckDB belum terpasang; pasang dengan {_EXTRA.format('skm')}.") from error
        self._galat, self._penuh = duckdb.Error, duckdb.OutOfMemoryException
        self._con = duckdb.connect(config={"memory_limit": f"{memori_mib}MiB", "autoload_known_extensions": "false"})
        if utas is not None:
            self._con.execute(f"SET threads = {utas:d}")
        self._con.execute("SET preserve_insertion_order = false")

    def buka(
        self, paths: Sequence[Path], jenis: str, pemisah: str = ",", lewati: int = 0, ringkasan: Ringkasan = ()
    ) -> Sumber:
        """The columns of files of one kind, which from now on are the table of answers. Raises TakTerbacaError.

        `lewati` are the rows of a CSV above its heading, `ringkasan` tells its rows of totals, which are left out.
        """
        listed = f"[{', '.join(_text(str(p)) for p in paths)}]"
        shape = f"header = true, all_varchar = true, delim = {_text(pemisah)}, skip = {lewati:d}"
        options = f", {shape}, quote = '\"', escape = '\"'"
        read = f"read_parquet({listed})" if jenis == PARQUET else f"read_csv({listed}{options})"
        try:
            found = self._con.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()
            names = [str(row[0]) for row in found]
            columns = ", ".join(f'"{name.replace(chr(34), chr(34) * 2)}" AS k{n}' for n, name in enumerate(names))
            kept = f" WHERE {bukan_ringkasan(ringkasan)}" if ringkasan else ""
            source = f"(SELECT {columns} FROM {read}) AS sumber{kept}"
            self._con.execute(f"CREATE OR REPLACE TEMP VIEW {TABEL} AS SELECT * FROM {source}")
        except self._galat as error:
            raise _unreadable(paths, error) from error
        return Sumber(tuple(names), tuple(_kind(str(row[1])) for row in found))

    def jalankan(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        try:
            return self._con.execute(sql).fetchall()
        except self._penuh as error:
            raise BerkasError("skm", "memori tidak cukup untuk kelompok sebanyak ini", "pakai --utas 1") from error
        except self._galat as error:
            raise TakTerbacaError("skm", f"berkas tidak terbaca ({_line(error)})", "periksa berkasnya") from error

    def tutup(self) -> None:
        """Let go of everything."""
        self._con.close()


class MesinSpark:
    """An engine that speaks Spark Connect: Sail or Spark. It reads files where it runs, under the same paths."""

    def __init__(self, alamat: str) -> None:
        try:
            from pyspark.sql.connect.session import SparkSession  # noqa: PLC0415  of the extra [klaster]
        except ImportError as error:
            raise PanggilanError(
                f"skm: Spark Connect belum terpasang; pasang dengan {_EXTRA.format('klaster')}."
            ) from error
        _reach(alamat)
        self._sesi: Any = SparkSession.builder.remote(alamat).getOrCreate()

    def buka(
        self, paths: Sequence[Path], jenis: str, pemisah: str = ",", lewati: int = 0, ringkasan: Ringkasan = ()
    ) -> Sumber:
        """The columns of files of one kind, which from now on are the table of answers. Raises TakTerbacaError.

        `lewati` are the rows of a CSV above its heading, `ringkasan` tells its rows of totals, which are left out.
        """
        if lewati:
            raise BerkasError(
                paths[0].name, "ada baris di atas judul kolom", "hapus baris itu, atau hitung tanpa --mesin"
            )
        listed = [str(p) for p in paths]
        reader = self._sesi.read
        try:
            if jenis == PARQUET:
                frame = reader.parquet(*listed)
            else:
                frame = reader.options(header="true", sep=pemisah, inferSchema="false").csv(listed)
            names = list(frame.columns)
            kinds = tuple(_kind(str(field.dataType.simpleString())) for field in frame.schema.fields)
            named = frame.toDF(*(f"k{n}" for n in range(len(names))))
            kept = named.where(bukan_ringkasan(ringkasan)) if ringkasan else named
            kept.createOrReplaceTempView(TABEL)
        except Exception as error:
            raise _unreadable(paths, error) from error
        return Sumber(tuple(names), kinds)

    def jalankan(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        try:
            return [tuple(row) for row in self._sesi.sql(sql).collect()]
        except Exception as error:
            raise TakTerbacaError(
                "skm", f"mesin menolak kueri ({_line(error)})", "periksa mesin dan berkasnya"
            ) from error

    def tutup(self) -> None:
        """Let go of everything."""
        self._sesi.stop()


def _reach(alamat: str) -> None:
    """Raises PanggilanError where nobody answers: the client itself would try again and again for minutes."""
    told = urlsplit(alamat)
    if told.scheme != "sc" or not told.hostname:
        raise PanggilanError(f"--mesin: '{alamat}' bukan alamat Spark Connect; tulis misalnya sc://localhost:50051.")
    try:
        socket.create_connection((told.hostname, told.port or _PORT), _PATIENCE).close()
    except (OSError, ValueError) as error:
        raise PanggilanError(
            f"--mesin: tidak ada yang menjawab di {alamat}; jalankan mesinnya atau periksa alamatnya."
        ) from error


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _unreadable(paths: Sequence[Path], error: Exception) -> TakTerbacaError:
    name = paths[0].name if paths else "skm"
    return TakTerbacaError(name, f"berkas tidak terbaca ({_line(error)})", "berikan CSV, xlsx, atau Parquet yang utuh")
