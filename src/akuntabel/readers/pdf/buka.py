"""Open a PDF within the limits; what cannot be opened is one clear line."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from akuntabel.errors import BerkasError

_NAMES = {
    pdfium.FPDF_ERR_PASSWORD: ("terkunci dengan sandi", "buka dengan sandinya, simpan tanpa sandi, lalu coba lagi"),
    pdfium.FPDF_ERR_SECURITY: ("terkunci dengan cara yang tidak dikenal", "simpan tanpa kunci, lalu coba lagi"),
}
_BROKEN = ("berkas PDF rusak atau tidak lengkap", "unduh atau simpan ulang berkasnya, lalu coba lagi")
_MARK = b"%PDF-"
_MARK_WITHIN = 1024


def open_pdf(data: bytes, where: str) -> Any:
    """The document of pypdfium2. Raises BerkasError."""
    if _MARK not in data[:_MARK_WITHIN]:
        raise BerkasError(where, "bukan berkas PDF", "simpan sebagai PDF, lalu coba lagi")
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise BerkasError(where, *_NAMES.get(code, _BROKEN)) from error
    if pages == 0:
        raise BerkasError(where, *_BROKEN)
    return document
