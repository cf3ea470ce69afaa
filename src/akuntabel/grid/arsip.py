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
from pathlib import Path

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
TOO_DEEP = "susunannya bersarang terlalu dalam"


@dataclass(frozen=True, slots=True)
class JenisBerkas:
    """What kind of Office file is expected, in the words of messages."""

    nama: str
    akhiran: str
    lama: str
    program: str
    saran_pdf: str

    @property
    def saran_ulang(self) -> str:
        """What to do with a broken file."""
        return f"buka di {self.program} atau LibreOffice, simpan ulang, lalu coba lagi"

    @property
    def saran_simpan(self) -> str:
        """What to do with a file of another kind."""
        return f"simpan sebagai {self.akhiran}, lalu coba lagi"


EXCEL = JenisBerkas("buku kerja Excel", ".xlsx", ".xls", "Excel", "tulis berkas .xlsx")
WORD = JenisBerkas("dokumen Word", ".docx", ".doc", "Word", "beri nama yang berakhiran .pdf, lalu coba lagi")


@dataclass(frozen=True, slots=True)
class Arsip:
    """An archive within the limits, and the kind of file that it should be."""

    where: str
    isi: zipfile.ZipFile
    jenis: JenisBerkas

    @property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self.isi.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises BerkasError when it is missing or broken."""
        try:
            return self.isi.read(name)
        except _ZIP_ERRORS as error:
            raise self.broken() from error

    def broken(self, came: str = _BROKEN) -> BerkasError:
        """The error for a file that should be opened and saved again."""
        return BerkasError(self.where, came, self.jenis.saran_ulang)

    def other(self, came: str) -> BerkasError:
        """The error for a file of another kind than expected."""
        return BerkasError(self.where, came, self.jenis.saran_simpan)


def open_archive(data: bytes, where: str, jenis: JenisBerkas, batas: Batas = BAKU) -> Arsip:
    """Open an Office file. Raises BerkasError for what is none, is encrypted, or would unpack beyond the limits."""
    if not data.startswith(b"PK"):
        raise BerkasError(where, *_not_zip(data, jenis))
    try:
        archive = Arsip(where, zipfile.ZipFile(io.BytesIO(data)), jenis)
    except _ZIP_ERRORS as error:
        raise BerkasError(where, _BROKEN, jenis.saran_ulang) from error
    members = archive.isi.infolist()
    if len(members) > batas.anggota:
        raise archive.broken(f"berisi lebih dari {batas.anggota} bagian")
    if any(m.flag_bits & 1 for m in members):
        raise BerkasError(where, *_LOCKED)
    total = sum(m.file_size for m in members)
    if total > batas.ukuran_isi or (total > _SMALL and total > batas.rasio * len(data)):
        raise archive.broken("isinya mengembang melebihi batas")
    return archive


_LOCKED = ("dikunci dengan kata sandi", "hapus kata sandinya, lalu coba lagi")


def _not_zip(data: bytes, jenis: JenisBerkas) -> tuple[str, str]:
    """What a file is that is no zip archive, and what to do."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return _LOCKED
        return f"berkas Office lama (misalnya {jenis.lama})", jenis.saran_simpan
    if data.startswith(b"%PDF"):
        return f"isinya PDF, bukan {jenis.nama}", jenis.saran_pdf
    if data.startswith(b"{\\rtf"):
        return f"isinya RTF, bukan {jenis.nama}", jenis.saran_simpan
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        came = f"isinya halaman web atau XML, bukan {jenis.nama}"
        return came, f"buka di {jenis.program}, simpan sebagai {jenis.akhiran}"
    return f"bukan {jenis.nama}", jenis.saran_simpan


def is_workbook(path: Path) -> bool:
    """Whether a file is an Excel workbook, by the parts that it holds."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.startswith("xl/") for name in archive.namelist())
    except _ZIP_ERRORS:
        return False


def parse_part(archive: Arsip, data: bytes) -> etree._Element:
    """The root of a whole part. Raises BerkasError for broken XML, a document type, or nesting without end."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _parse_error(error, archive) from error
    _check_doctype(root, archive)
    return root


def iter_elements(archive: Arsip, part: str, *tags: str) -> Iterator[etree._Element]:
    """Elements of a part with these local names, each complete when it comes and emptied after it was used.

    Raises BerkasError for broken XML and for any document type: Office files have none, attacks do.
    """
    try:
        walk = etree.iterparse(
            io.BytesIO(archive.read(part)),
            events=("end",),
            tag=[f"{{*}}{tag}" for tag in tags],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for number, (_, element) in enumerate(walk):
            if number == 0:
                _check_doctype(element, archive)
            yield element
            element.clear()
        _check_doctype(walk.root, archive)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise _parse_error(error, archive) from error


def _parse_error(error: Exception, archive: Arsip) -> Exception:
    """What a failure of the parser means: no memory, nesting beyond its limit, or broken XML."""
    if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
        return MemoryError()
    return archive.broken(TOO_DEEP if "Excessive depth" in str(error) else _BROKEN)


def _check_doctype(element: etree._Element, archive: Arsip) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise archive.broken("memuat jenis dokumen XML yang tidak diizinkan")


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
    for element in iter_elements(archive, rels, "Relationship"):
        if element.get("TargetMode") == "External":
            continue
        target = element.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], path)
    return found
