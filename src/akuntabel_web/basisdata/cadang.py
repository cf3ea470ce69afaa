"""Saving and restoring: the database and the files in one archive, without Django."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import psycopg

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.akun import choose_account
from akuntabel_web.basisdata.arsip import DUMP, FILES, KEY, Manifes, extract, reading, writing
from akuntabel_web.basisdata.benih import forget_unreadable
from akuntabel_web.basisdata.biner import find_binaries, version_of
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.kunci import locked
from akuntabel_web.basisdata.letak import (
    Letak,
    give,
    make_new_folder,
    open_data_folder,
    owner_of,
    remove_tree,
    write_private,
)
from akuntabel_web.basisdata.peran import Peran
from akuntabel_web.basisdata.pidfile import read_pid_file
from akuntabel_web.basisdata.rahasia import read_passwords
from akuntabel_web.basisdata.saluran import dumping, is_empty, missing_roles, restore
from akuntabel_web.basisdata.yatim import servers_on, stop_orphans
from akuntabel_web.inti.lingkungan import KEY_NAME, known_key, old_keys

STAGE = ".pemulihan-"
MOVED = ("basisdata", FILES, "rahasia")  # in this order: a cluster without its passwords is told, not replaced


@dataclass(frozen=True, slots=True)
class Pemulihan:
    """What came back: the archive's own words, whether the secret key came too, how many people lost a factor."""

    manifes: Manifes
    dengan_kunci: bool
    tanpa_faktor: int


def cadangkan(folder: Path, target: Path, url: str | None = None, *, key: str | None = None) -> Manifes:
    """Save the database and the files below `folder` into the archive `target`; also while the server runs.

    Without `url` the embedded database of the folder is saved, started for that where it does not run. The dump comes
    first: a file is written before the row that names it, so each row finds its file in the archive. `key` is the
    secret key, where the archive shall hold that too.
    """
    letak = Letak(Path(os.path.abspath(folder)))  # noqa: PTH100 (as in open_data_folder)
    if url is None and not letak.basisdata.exists():
        raise BerkasError(str(folder), "tidak memuat basis data", "diharapkan folder data dari akuntabel serve")
    if letak.berkas.resolve() in target.resolve().parents:  # it would hold itself
        raise BerkasError(str(target), "terletak di antara berkas yang dicadangkan", "diharapkan di luar folder itu")
    binaries = find_binaries()
    with _reached(letak, url) as source, writing(target) as archive:
        description = _description(source, binaries)
        with dumping(binaries, source) as stream:
            archive.add(DUMP, stream)
        archive.add_files(letak.berkas)
        if key is not None:
            archive.add(KEY, BytesIO(key.encode("ascii")))
        archive.close(description)
    return Manifes(description, archive.isi)


@contextmanager
def _reached(letak: Letak, url: str | None) -> Iterator[str]:
    """The address of the database as one who sees all rows."""
    if url is not None:
        yield url
        return
    told = read_pid_file(letak.basisdata)
    if told is not None and told.siap and servers_on(letak.basisdata.resolve()):
        yield told.alamat.url(Peran.SUPER, read_passwords(letak)[Peran.SUPER])
        return
    with Gugus(letak.data) as gugus:
        yield gugus.url(Peran.SUPER)


def _description(url: str, binaries: Path) -> dict[str, Any]:
    """Versions and moment, and which migrations the data have seen."""
    try:
        with psycopg.connect(url) as server:
            server_version = server.info.parameter_status("server_version")
            known = server.execute("SELECT to_regclass('public.django_migrations')").fetchone()
            applied = (
                server.execute("SELECT app, name FROM django_migrations ORDER BY app, name").fetchall()
                if known and known[0]
                else []
            )
    except psycopg.Error as error:
        told = " ".join(str(error).split())
        raise BerkasError("basis data", f"tidak dapat dibaca ({told})", "diharapkan basis data yang berjalan") from None
    return {
        "akuntabel": version("akuntabel"),
        "dibuat": datetime.now(UTC).isoformat(timespec="seconds"),
        "postgresql": server_version,
        "pg_dump": version_of(binaries, "pg_dump"),
        "migrasi": [f"{app}.{name}" for app, name in applied],
    }


def pulihkan(
    source: Path,
    folder: Path,
    *,
    url: str | None = None,
    overwrite: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Pemulihan:
    """Restore an archive into a data folder, or its database into the server at `url` and its files into the folder.

    Everything is unpacked and compared in a stage first; until it is complete the target stays as it was. With
    `overwrite` what was there is moved aside within the folder, never deleted. Seeds of second factors that the key of
    the restored installation does not open are taken away: their owners could never sign in again.
    """
    environment = environment or {}
    with reading(source) as (archive, manifest), _held(folder) as letak:
        _refuse_full(letak, url, overwrite=overwrite)
        _refuse_too_large(source, letak, manifest)
        with _stage(letak) as stage:
            content = stage.data / "isi"
            content.mkdir(mode=0o700)
            extract(source, archive, manifest, content)
            (content / FILES).mkdir(mode=0o700, exist_ok=True)
            (content / FILES).rename(stage.berkas)
            _hand_over(stage.berkas, owner_of(letak.data))
            brought = _bring_key(content, stage, letak, environment)
            keys = _keys(stage if brought else letak, environment)
            if url is None:
                with Gugus(stage.data) as gugus:
                    restore(gugus.biner, gugus.url(Peran.SUPER), content / DUMP)
                    lost = forget_unreadable(gugus.url(Peran.SUPER), keys)
                stop_orphans(letak)
            else:
                restore(find_binaries(), url, content / DUMP)
                lost = forget_unreadable(url, keys)
            _move_in(stage, letak, (*((KEY,) if brought else ()), *(MOVED if url is None else (FILES,))))
    return Pemulihan(manifest, brought, lost)


def _bring_key(content: Path, stage: Letak, letak: Letak, environment: Mapping[str, str]) -> bool:
    """Take the key of the archive, where it holds one and the environment names none, which would win over it."""
    if not (content / KEY).exists() or environment.get(KEY_NAME):
        return False
    write_private(stage.data / KEY, (content / KEY).read_text(encoding="ascii"), owner_of(letak.data))
    return True


def _keys(letak: Letak, environment: Mapping[str, str]) -> list[str]:
    """The keys that the restored installation will have."""
    present = known_key(environment, letak.data)
    return [*([present] if present else []), *old_keys(environment)]


@contextmanager
def _held(folder: Path) -> Iterator[Letak]:
    """The target, made where it is missing, and ours alone for as long as the block runs."""
    account = choose_account(folder)
    letak = open_data_folder(folder, account.pemilik if account else None)
    with locked(letak):
        yield letak


def _refuse_full(letak: Letak, url: str | None, *, overwrite: bool) -> None:
    if url is not None:
        absent = missing_roles(url)
        if absent:
            raise BerkasError(
                "DATABASE_URL", f"peran {', '.join(absent)} belum ada", "diharapkan dibuat dahulu; lihat panduannya"
            )
        if not is_empty(url):
            raise BerkasError("DATABASE_URL", "basis data tujuan tidak kosong", "diharapkan basis data baru")
    full = [name for name in MOVED if (letak.data / name).exists()]
    if full and not overwrite:
        raise BerkasError(
            str(letak.data),
            f"sudah berisi {', '.join(full)}",
            "diharapkan folder kosong, atau --timpa; isi lama dipindahkan ke subfolder, tidak dihapus",
        )


def _refuse_too_large(source: Path, letak: Letak, manifest: Manifes) -> None:
    """An archive may state any size; what the disk cannot hold is refused before it is full."""
    needed = sum(one.ukuran for one in manifest.isi.values())
    free = shutil.disk_usage(letak.data).free
    if needed > free:
        raise BerkasError(str(source), f"memerlukan {needed} bita, tersisa {free}", f"diharapkan ruang di {letak.data}")


@contextmanager
def _stage(letak: Letak) -> Iterator[Letak]:
    """A data folder within the data folder, on the same disk, so that a rename brings its parts in at once."""
    for left in letak.data.glob(f"{STAGE}*"):  # by a killed restore
        stop_orphans(Letak(left))
        remove_tree(left)
    folder = make_new_folder(letak.data, STAGE)
    folder.chmod(letak.data.stat().st_mode & 0o7777)
    give(folder, owner_of(letak.data))
    try:
        yield Letak(folder)
    finally:
        remove_tree(folder)


def _hand_over(folder: Path, owner: tuple[int, int] | None) -> None:
    for path in (folder, *folder.rglob("*")):
        give(path, owner)


def _move_in(stage: Letak, letak: Letak, names: tuple[str, ...]) -> None:
    """A few renames. Killed between two of them nothing is lost: the old is aside, and the restore can be repeated."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    old = [name for name in names if (letak.data / name).exists()]
    if old:
        aside = letak.data / f"sebelum-{moment}"
        aside.mkdir(mode=0o700)
        give(aside, owner_of(letak.data))
        for name in old:
            (letak.data / name).rename(aside / name)
    for name in names:
        (stage.data / name).rename(letak.data / name)
