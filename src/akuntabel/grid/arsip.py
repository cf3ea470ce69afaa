"""Office files are zip archives: what may be inside, and XML without entities, so that no reader can be harmed."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from akuntabel.errors import BerkasError
from akuntabel.grid.batas import BAKU, Batas

_SMALL = 10 * 1024 * 1024  # below this a high ratio is no bomb
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# All that zipfile raises on broken archives: it trusts the positions and kinds that a directory names.
_ZIP_ERRORS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, LookupError, ValueError,
    OverflowError, EOFError, OSError, RuntimeError,
)  # fmt: skip
_BROKEN = "berkas rusak atau tidak lengkap"
_AGAIN = "buka di Excel atau LibreOffice, simpan ulang, lalu coba lagi"


@dataclass(frozen=True, slots=True)
class Arsip:
    """An archive within the limits."""

    where: str
    isi: zipfile.ZipFile

    @property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self.isi.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises BerkasError when it is missing or broken."""
        try:
            return self.isi.read(name)
        except _ZIP_ERRORS as error:
            raise BerkasError(self.where, _BROKEN, _AGAIN) from error


def open_archive(data: bytes, where: str, batas: Batas = BAKU) -> Arsip:
    """Open an Office file. Raises BerkasError for what is none, is encrypted, or would unpack beyond the limits."""
    if not data.startswith(b"PK"):
        raise BerkasError(where, *_not_zip(data))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_ERRORS as error:
        raise BerkasError(where, _BROKEN, _AGAIN) from error
    members = archive.infolist()
    if len(members) > batas.anggota:
        raise BerkasError(where, f"berisi lebih dari {batas.anggota} bagian", _AGAIN)
    if any(m.flag_bits & 1 for m in members):
        raise BerkasError(where, "dikunci dengan kata sandi", "hapus kata sandinya, lalu coba lagi")
    total = sum(m.file_size for m in members)
    if total > batas.ukuran_isi or (total > _SMALL and total > batas.rasio * len(data)):
        raise BerkasError(where, "isinya mengembang melebihi batas", _AGAIN)
    return Arsip(where, archive)


def _not_zip(data: bytes) -> tuple[str, str]:
    """What a file is that is no zip archive, and what to do."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "dikunci dengan kata sandi", "hapus kata sandinya, lalu coba lagi"
        return "berkas Office lama (misalnya .xls)", "simpan sebagai .xlsx, lalu coba lagi"
    if data.startswith(b"%PDF"):
        return "isinya PDF, bukan buku kerja Excel", "tulis berkas .xlsx"
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        return "isinya halaman web atau XML, bukan buku kerja Excel", "buka di Excel, simpan sebagai .xlsx"
    return "bukan buku kerja Excel", "simpan sebagai .xlsx, lalu coba lagi"


def iter_elements(data: bytes, where: str, *tags: str) -> Iterator[etree._Element]:
    """Elements with these local names, each complete when it comes and emptied after it was used.

    Raises BerkasError for broken XML and for any document type: Office files have none, attacks do.
    """
    try:
        walk = etree.iterparse(
            io.BytesIO(data),
            events=("end",),
            tag=[f"{{*}}{tag}" for tag in tags],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for number, (_, element) in enumerate(walk):
            if number == 0:
                _check_doctype(element, where)
            yield element
            element.clear()
        _check_doctype(walk.root, where)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise BerkasError(where, _BROKEN, _AGAIN) from error


def _check_doctype(element: etree._Element, where: str) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise BerkasError(where, "memuat jenis dokumen XML yang tidak diizinkan", _AGAIN)


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def relations(archive: Arsip, part: str) -> dict[str, tuple[str, str]]:
    """The relations of a part: id -> (last word of the type, name of the target inside the archive)."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive.names:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for element in iter_elements(archive.read(rels), archive.where, "Relationship"):
        if element.get("TargetMode") == "External":
            continue
        target = element.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], path)
    return found
