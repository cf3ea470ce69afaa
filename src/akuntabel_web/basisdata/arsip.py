"""The archive of a backup: one zip of a dump, the files and a manifest with the sha256 of each.

Nothing in an archive is believed: only names that the manifest lists and that lie below its folder are read, no more
bytes than it states, and each is compared with its hash before anything of the target is touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from akuntabel.errors import BerkasError
from akuntabel_web.inti.lingkungan import KEY_FILE

MANIFEST = "manifes.json"
DUMP = "basisdata.dump"
FILES = "berkas"
KEY = KEY_FILE  # only where its owner asked for it
FORMAT = 2  # an archive with the key; without it 1, which programs of before read too
CHUNK = 1 << 20
LARGEST_MANIFEST = 256 << 20
MOST_ENTRIES = 5_000_000
EXPECTED = "diharapkan cadangan utuh buatan akuntabel cadangkan"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FORBIDDEN = re.compile(r'[\\:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Isi:
    """One file in an archive: how large, and its hash."""

    ukuran: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifes:
    """What an archive says of itself: versions and moment (`keterangan`), and each of its files."""

    keterangan: Mapping[str, Any]
    isi: Mapping[str, Isi]


@dataclass(slots=True)
class Penulis:
    """An archive that is being written; the manifest comes last, when all hashes are known."""

    berkas: zipfile.ZipFile
    isi: dict[str, Isi] = field(default_factory=dict)

    def add(self, name: str, stream: IO[bytes]) -> None:
        """Copy a stream in, counting and hashing what was really written."""
        if not is_safe(name):
            raise BerkasError(name, "namanya tidak dapat dicadangkan", "diharapkan nama yang sah di semua sistem")
        digest, size = hashlib.sha256(), 0
        kind = zipfile.ZIP_STORED if name == DUMP else zipfile.ZIP_DEFLATED  # a dump is compressed already
        entry = zipfile.ZipInfo(name)
        entry.compress_type = kind
        entry.external_attr = 0o600 << 16
        with self.berkas.open(entry, "w", force_zip64=True) as target:
            while block := stream.read(CHUNK):
                digest.update(block)
                size += len(block)
                target.write(block)
        self.isi[name] = Isi(size, digest.hexdigest())

    def add_files(self, folder: Path) -> None:
        """All files below the folder, in the order of their names; links are not followed."""
        for path in sorted(_walk(folder)):
            try:
                stream = path.open("rb")
            except FileNotFoundError:  # a half-written upload that was given up meanwhile; no row knows it
                continue
            with stream:
                self.add(f"{FILES}/{path.relative_to(folder).as_posix()}", stream)

    def close(self, description: Mapping[str, Any]) -> None:
        """Write the manifest."""
        entries = {name: {"ukuran": one.ukuran, "sha256": one.sha256} for name, one in self.isi.items()}
        text = json.dumps(
            {"format": FORMAT if KEY in self.isi else 1, **description, "isi": entries}, ensure_ascii=False, indent=1
        )
        self.berkas.writestr(MANIFEST, text, compress_type=zipfile.ZIP_DEFLATED)


def _walk(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place) / name
            if path.is_file() and not path.is_symlink():
                yield path


@contextmanager
def writing(target: Path) -> Iterator[Penulis]:
    """An archive beside its name, only for the owner's eyes, renamed when it is whole and on the disk."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.baru")
    handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "w+b") as stream:
            with zipfile.ZipFile(stream, "w") as archive:
                yield Penulis(archive)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def reading(source: Path) -> Iterator[tuple[zipfile.ZipFile, Manifes]]:
    """An archive and its manifest, whose names have all been judged."""
    try:
        with zipfile.ZipFile(source) as archive:
            yield archive, _manifest(source, archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise BerkasError(str(source), f"rusak atau bukan cadangan ({error})", EXPECTED) from None
    except OSError as error:
        if error.filename is not None:
            raise
        raise BerkasError(str(source), f"rusak ({error})", EXPECTED) from None


def _manifest(source: Path, archive: zipfile.ZipFile) -> Manifes:
    names = archive.namelist()
    if len(names) > MOST_ENTRIES or len(set(names)) != len(names) or MANIFEST not in names:
        raise BerkasError(str(source), "daftar isinya tidak ada atau tidak wajar", EXPECTED)
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise BerkasError(str(source), "daftar isinya terlalu besar", EXPECTED)
    try:
        told = json.loads(archive.read(MANIFEST))
        version = int(told["format"])
        entries = {name: Isi(int(one["ukuran"]), str(one["sha256"])) for name, one in told.pop("isi").items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BerkasError(str(source), f"daftar isinya tidak dapat dibaca ({error})", EXPECTED) from None
    if version > FORMAT:
        raise BerkasError(
            str(source), f"berformat {version}", f"diharapkan paling tinggi {FORMAT}; perbarui program ini"
        )
    _judge(source, archive, entries)
    return Manifes(told, entries)


def _judge(source: Path, archive: zipfile.ZipFile, entries: Mapping[str, Isi]) -> None:
    """Names, sizes and kinds, before one byte is unpacked."""
    if set(archive.namelist()) - {MANIFEST} != set(entries) or DUMP not in entries:
        raise BerkasError(str(source), "isinya tidak sama dengan daftarnya", EXPECTED)
    for name, one in entries.items():
        info = archive.getinfo(name)
        if not is_safe(name) or (info.external_attr >> 16) & 0o170000 not in {0, 0o100000}:
            raise BerkasError(str(source), f"memuat nama yang tidak diizinkan: {name!r}", EXPECTED)
        if info.file_size != one.ukuran or one.ukuran < 0 or not _SHA256.fullmatch(one.sha256):
            raise BerkasError(str(source), f"ukuran {name} tidak sama dengan daftarnya", EXPECTED)


def is_safe(name: str) -> bool:
    """The dump, the key, or a file below `berkas/` on any system: no `..`, no root, no drive, no backslash."""
    if name in {DUMP, KEY}:
        return True
    parts = name.split("/")
    usual = all(
        part and part not in {".", ".."} and part == part.strip(" ") and not part.endswith(".") for part in parts
    )
    return (
        usual
        and len(parts) > 1
        and parts[0] == FILES
        and not _FORBIDDEN.search(name)
        and not PurePosixPath(name).is_absolute()
        and len(name) < 1000
    )


def extract(source: Path, archive: zipfile.ZipFile, manifest: Manifes, folder: Path) -> None:
    """Write everything below an empty folder, comparing size and hash while it is written."""
    for name, one in manifest.isi.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        digest, left = hashlib.sha256(), one.ukuran
        with archive.open(name) as stream, target.open("xb") as out:
            while block := stream.read(CHUNK):
                left -= len(block)
                if left < 0:
                    break
                digest.update(block)
                out.write(block)
        if left != 0 or digest.hexdigest() != one.sha256:
            raise BerkasError(str(source), f"{name} tidak sama dengan sha256-nya", EXPECTED)
