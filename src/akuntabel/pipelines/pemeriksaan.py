"""From a package on disk to the outcome of every data check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from akuntabel.domain.paket import Paket
from akuntabel.findings import HasilPemeriksaan
from akuntabel.ingest.periksa import check_paket
from akuntabel.pipelines.paket import read_paket
from akuntabel.provenance import SourceMap
from akuntabel.regulations import load


def check(path: Path) -> HasilPemeriksaan:
    """Read a package and run all data checks; findings of reading come first.

    Raises BerkasError when the path is no usable package.
    """
    read = read_paket(path)
    result = check_paket(read.paket, read.sumber, load())
    instansi = next(iter(read.paket.instansi), None)
    laporan = next(iter(read.paket.laporan), None)
    about = {
        "berkas": str(path),
        "format": "paket",
        "jenis": "data",
        "instansi": f"{instansi.nama} {instansi.daerah}" if instansi else None,
        "tahun": laporan.tahun if laporan else None,
        "tabel": sum(1 for _, rows in read.paket.tables() if rows),
        "baris": sum(len(rows) for _, rows in read.paket.tables()),
    }
    return replace(result, temuan=(*read.temuan, *result.temuan), dokumen=about)


def check_rows(paket: Paket, sumber: SourceMap) -> HasilPemeriksaan:
    """Run all data checks on a package that is in memory already, such as the rows of a database."""
    return check_paket(paket, sumber, load())
