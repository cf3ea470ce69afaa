"""One document of several packages: side by side on every core, answers in the order of the packages."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from pathlib import Path

from akuntabel.errors import AkuntabelError, PanggilanError
from akuntabel.pipelines.dokumen import Hasil, Pesanan, require_kind, write
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.pipelines.start import begin_charts, collect_seldom


@dataclass(frozen=True, slots=True)
class Gagal:
    """A package that could not be used, and why: one clear line. The other packages go on."""

    pesan: str


@dataclass(frozen=True, slots=True)
class Tugas:
    """What is written of one package. It travels to another process."""

    paket: Path
    pesanan: Pesanan
    keluar: Path


def write_all(
    paths: Iterable[Path], pesanan: Pesanan, keluar: Path, *, processes: int | None = None
) -> Iterator[tuple[Path, Hasil | Gagal]]:
    """Write one document of several packages, each into its own subfolder when there are several.

    `processes`: how many at a time; None is one for each core. The bytes do not depend on it.
    Raises PanggilanError for two packages of one name and for an unknown kind, before anything is written.
    """
    packages = list(paths)
    require_kind(pesanan.jenis)
    several = len(packages) > 1
    targets = [keluar / name if several else keluar for name in _names(packages)]
    tasks = [Tugas(path, pesanan, target) for path, target in zip(packages, targets, strict=True)]
    workers = min(processes or cores(), len(tasks))
    results = map(attempt, tasks) if workers < 2 else _side_by_side(tasks, workers)
    return zip(packages, results, strict=True)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def attempt(task: Tugas) -> Hasil | Gagal:
    """Write one package. What a user can mend is an answer, not an exception: it must not stop the others."""
    try:
        return write(compute_paket(task.paket), task.pesanan, task.keluar)
    except AkuntabelError as error:
        return Gagal(str(error))
    except OSError as error:
        return Gagal(unusable(error))


_REASONS = {
    errno.ENOENT: "folder atau berkasnya tidak ada",
    errno.EACCES: "tidak diizinkan oleh sistem",
    errno.EPERM: "tidak diizinkan oleh sistem",
    errno.EEXIST: "sudah ada berkas dengan nama itu",
    errno.ENOTDIR: "bagian dari namanya berkas, bukan folder",
    errno.EISDIR: "ini folder, bukan berkas",
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EROFS: "penyimpanannya hanya dapat dibaca",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EBUSY: "sedang dipakai program lain",
}


def unusable(error: OSError) -> str:
    """A problem of the file system in one line."""
    name = f"{error.filename}: " if error.filename else ""
    return f"{name}tidak dapat dibaca atau ditulis ({_REASONS.get(error.errno or 0, 'ditolak oleh sistem')})."


def _names(packages: Sequence[Path]) -> list[str]:
    names = [p.stem if p.suffix else p.name for p in packages]
    if len(set(names)) < len(names):
        raise PanggilanError("Dua paket bernama sama akan saling menimpa; ubah nama salah satunya.")
    return names


def _side_by_side(tasks: Sequence[Tugas], workers: int) -> Iterator[Hasil | Gagal]:
    """Answers in the order of the tasks. New processes are spawned, because fork copies locks of other threads."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  one package needs none of this
    from multiprocessing import get_context  # noqa: PLC0415

    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start)
    try:
        for task, running in _submitted(pool, tasks):
            yield _answer(task, running)
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: Executor, tasks: Sequence[Tugas]) -> list[tuple[Tugas, Future[Hasil | Gagal]]]:
    return [(task, pool.submit(attempt, task)) for task in tasks]


def _answer(task: Tugas, running: Future[Hasil | Gagal]) -> Hasil | Gagal:
    try:
        return running.result()
    except BrokenExecutor:
        return Gagal(f"{task.paket}: proses penyusun terhenti, mungkin memori tidak cukup; jalankan dengan --proses 1.")


def _start() -> None:
    """In a new process: the first process answers Ctrl+C for all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    begin_charts()
