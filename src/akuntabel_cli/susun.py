"""One kind of document of one or several packages, as several commands ask for it."""

from __future__ import annotations

from pathlib import Path

import typer


def write_documents(
    paket_list: list[Path],
    keluar: Path,
    jenis: str,
    format_text: str,
    *,
    pilihan: str | None = None,
    proses: int | None = None,
    **options: bool,
) -> None:
    """Write it, say what was written and what is missing, and leave with the exit status that follows."""
    from akuntabel.pipelines.banyak import write_all
    from akuntabel.pipelines.dokumen import Pesanan, parse_formats
    from akuntabel_cli.kemajuan import progress
    from akuntabel_cli.tertulis import show_written

    pesanan = Pesanan(jenis, parse_formats(format_text), pilihan, **options)
    several = len(paket_list) > 1
    status = 0
    with progress(len(paket_list)) as step:
        for path, result in write_all(paket_list, pesanan, keluar, processes=proses):
            step(str(path))
            status = max(status, show_written(path, result, several=several))
    raise typer.Exit(status)
