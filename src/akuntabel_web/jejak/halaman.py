"""Pages of the audit trail."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from akuntabel_web.inti.csv import csv_bytes
from akuntabel_web.jejak.kueri import entries, tables, trail_page, whole_trail

_HEADING = ("waktu", "pelaku", "tabel", "tindakan", "baris", "kolom", "nilai lama", "nilai baru", "alasan")


@require_safe
def jejak(request: HttpRequest) -> HttpResponse:
    """Who wrote what, newest first."""
    known = list(tables())
    tabel = request.GET.get("tabel", "")
    tabel = tabel if tabel in dict(known) else ""
    halaman = trail_page(tabel, request.GET.get("halaman"))
    isi = {"halaman": halaman, "catatan": entries(halaman), "tabel": tabel, "pilihan": known}
    return render(request, "jejak/jejak.html", isi)


@require_safe
def jejak_csv(request: HttpRequest) -> HttpResponse:
    """The trail for a spreadsheet: a line for each value."""
    rows = (
        (localtime(e.waktu).isoformat(" ", "seconds"), e.pelaku, e.tabel, e.kerja, e.baris, *value, e.alasan)
        for e in whole_trail()
        for value in e.nilai or (("", "", ""),)
    )
    response = HttpResponse(csv_bytes(_HEADING, rows), content_type="text/csv; charset=utf-8")
    nama = f"jejak-{request.wewenang.instansi.alamat}-{request.wewenang.tahun}.csv"
    response["Content-Disposition"] = f'attachment; filename="{nama}"'
    return response
