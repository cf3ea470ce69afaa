"""Downloads: always an attachment, never a page of ours."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from akuntabel_web.inti.gudang import fetch


def attachment(isi: bytes, nama: str, tipe: str) -> HttpResponse:
    """A content as a download."""
    answer = HttpResponse(isi, content_type=tipe)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=nama)
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def kept(sidik: str, nama: str, tipe: str) -> HttpResponse:
    """A kept content as a download. Raises Http404 for one whose file is gone."""
    try:
        return attachment(fetch(sidik), nama, tipe)
    except FileNotFoundError:
        raise Http404 from None
