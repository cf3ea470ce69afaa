"""The commands of the web: `serve`, `cadangkan`, `pulihkan`. What they need stands in the extra `[web]`."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from akuntabel.errors import PanggilanError

NEEDED = ("django", "granian", "psycopg", "psutil")
LOCAL = "127.0.0.1"

DataOpt = Annotated[
    Path | None,
    typer.Option("--data", help="Folder data; baku: AKUNTABEL_DATA, atau folder data pengguna ini", show_default=False),
]


def serve(
    data: DataOpt = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Porta")] = 8000,
    alamat: Annotated[
        str, typer.Option("--alamat", help="Alamat yang didengarkan; 0.0.0.0 membuka ke jaringan")
    ] = LOCAL,
    proses: Annotated[int, typer.Option("--proses", min=1, max=64, help="Banyak proses web")] = 2,
    pekerja: Annotated[int, typer.Option("--pekerja", min=0, max=64, help="Banyak pekerja latar")] = 1,
    contoh: Annotated[bool, typer.Option("--contoh", help="Isi juga instansi contoh")] = False,
) -> None:
    """Jalankan aplikasi web beserta basis datanya, sampai dihentikan dengan Ctrl-C.

    Tanpa DATABASE_URL basis data berjalan di dalam folder data; dengan DATABASE_URL dipakai PostgreSQL 15 sampai 18.
    """
    _need_extra()
    from akuntabel_web.peladen.induk import Pesanan, serve

    serve(Pesanan(_folder(data), alamat, port, proses, pekerja, contoh), _say)


def cadangkan(
    keluar: Annotated[Path, typer.Option("--keluar", help="Nama arsip cadangan", show_default=False)],
    data: DataOpt = None,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti arsip yang sudah ada")] = False,
) -> None:
    """Cadangkan basis data dan berkas menjadi satu arsip, juga selagi peladen berjalan."""
    _need_extra()
    from akuntabel_web.basisdata.cadang import cadangkan
    from akuntabel_web.peladen.basis import backup_url

    if keluar.exists() and not timpa:
        raise PanggilanError(f"{keluar}: sudah ada; pakai nama lain, atau --timpa untuk menggantinya.")
    manifest = cadangkan(_folder(data), keluar, backup_url(os.environ))
    _say(f"Cadangan ditulis ke {keluar}: basis data dan {len(manifest.isi) - 1} berkas.")


def pulihkan(
    arsip: Annotated[Path, typer.Argument(help="Arsip dari akuntabel cadangkan", show_default=False)],
    data: DataOpt = None,
    timpa: Annotated[
        bool, typer.Option("--timpa", help="Walau folder berisi; isinya yang lama dipindahkan ke subfolder")
    ] = False,
) -> None:
    """Pulihkan cadangan ke folder data yang kosong, atau ke basis data kosong yang disebut DATABASE_URL."""
    _need_extra()
    from akuntabel_web.basisdata.cadang import pulihkan
    from akuntabel_web.peladen.basis import restore_url

    folder = _folder(data)
    manifest = pulihkan(arsip, folder, url=restore_url(os.environ), overwrite=timpa)
    count, made = len(manifest.isi) - 1, manifest.keterangan.get("dibuat", "?")
    _say(f"Cadangan {made} dipulihkan ke {folder}: basis data dan {count} berkas.")


def _need_extra() -> None:
    if any(find_spec(name) is None for name in NEEDED):
        raise PanggilanError('Aplikasi web belum terpasang; jalankan: pip install "akuntabel[web]"')


def _folder(data: Path | None) -> Path:
    from akuntabel_web.peladen.folder import default_folder

    return data or default_folder(os.environ, root=hasattr(os, "geteuid") and os.geteuid() == 0)


def _say(line: str) -> None:
    typer.echo(line)
