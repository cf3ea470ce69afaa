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
    sertakan_kunci: Annotated[
        bool, typer.Option("--sertakan-kunci", help="Sertakan kunci-rahasia; arsip itu sendiri lalu menjadi rahasia")
    ] = False,
) -> None:
    """Cadangkan basis data dan berkas menjadi satu arsip, juga selagi peladen berjalan."""
    _need_extra()
    from akuntabel_web.basisdata.cadang import cadangkan
    from akuntabel_web.peladen.basis import backup_url

    if keluar.exists() and not timpa:
        raise PanggilanError(f"{keluar}: sudah ada; pakai nama lain, atau --timpa untuk menggantinya.")
    folder = _folder(data)
    manifest = cadangkan(folder, keluar, backup_url(os.environ), key=_key(folder) if sertakan_kunci else None)
    _say(f"Cadangan ditulis ke {keluar}: basis data dan {len(manifest.isi) - 1 - sertakan_kunci} berkas.")
    if sertakan_kunci:
        _say(
            "Perhatian: arsip ini memuat kunci-rahasia. Siapa yang membacanya dapat membuka faktor kedua semua orang; "
            "simpan di tempat terkunci, jangan dikirim."
        )


def pulihkan(
    arsip: Annotated[Path, typer.Argument(help="Arsip dari akuntabel cadangkan", show_default=False)],
    data: DataOpt = None,
    timpa: Annotated[
        bool, typer.Option("--timpa", help="Walau folder berisi; isinya yang lama dipindahkan ke subfolder")
    ] = False,
) -> None:
    """Pulihkan cadangan ke folder data yang kosong, atau ke basis data kosong yang disebut DATABASE_URL."""
    _need_extra()
    from akuntabel_web.basisdata.arsip import FILES
    from akuntabel_web.basisdata.cadang import pulihkan
    from akuntabel_web.peladen.basis import restore_url

    folder = _folder(data)
    back = pulihkan(arsip, folder, url=restore_url(os.environ), overwrite=timpa, environment=os.environ)
    made = back.manifes.keterangan.get("dibuat", "?")
    count = sum(name.startswith(f"{FILES}/") for name in back.manifes.isi)
    _say(f"Cadangan {made} dipulihkan ke {folder}: basis data dan {count} berkas.")
    if back.dengan_kunci:
        _say("kunci-rahasia ikut dipulihkan; sesi dan tautan yang belum habis waktunya tetap berlaku.")
    if back.tanpa_faktor:
        _say(
            f"Perhatian: kunci-rahasia yang lama tidak ada, sehingga aplikasi autentikator dan kode pemulihan "
            f"{back.tanpa_faktor} orang tidak terbaca dan dihapus. Mereka masuk dengan kata sandi, lalu memasangnya "
            f"lagi. Bila kunci itu masih tersimpan, salin ke {folder / 'kunci-rahasia'}, lalu ulangi dengan --timpa."
        )


def _key(folder: Path) -> str:
    from akuntabel_web.inti.lingkungan import known_key

    key = known_key(os.environ, folder)
    if key is None:
        raise PanggilanError(f"{folder}: tidak memuat kunci-rahasia, dan AKUNTABEL_KUNCI_RAHASIA tidak disetel.")
    return key


def _need_extra() -> None:
    if any(find_spec(name) is None for name in NEEDED):
        raise PanggilanError('Aplikasi web belum terpasang; jalankan: pip install "akuntabel[web]"')


def _folder(data: Path | None) -> Path:
    from akuntabel_web.peladen.folder import default_folder

    return data or default_folder(os.environ, root=hasattr(os, "geteuid") and os.geteuid() == 0)


def _say(line: str) -> None:
    typer.echo(line)
