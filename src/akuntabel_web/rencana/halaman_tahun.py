"""The page that opens the next year."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from akuntabel_web.inti.formulir import ReasonForm
from akuntabel_web.inti.teks import shown, title
from akuntabel_web.rencana.bawaan import Bawaan
from akuntabel_web.rencana.buka_tahun import BelumDapatError, has_duty, obstacle, open_next_year, preview

_MOST = 40  # keys of a table that the page lists by name


@require_http_methods(["GET", "POST"])
def buka(request: HttpRequest) -> HttpResponse:
    """What the next year takes over; its opening, all or nothing."""
    wewenang = request.wewenang
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = open_next_year(wewenang, request.POST.get("dasar", ""), form.cleaned_data["alasan_tindakan"])
        except BelumDapatError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Tahun {made.tahun} dibuka dengan {made.jumlah} baris bawaan.")
            if not has_duty(wewenang, made.tahun):
                return redirect("beranda")
            return redirect("ringkasan", wewenang.instansi.alamat, made.tahun)
    halangan = obstacle(wewenang, timezone.localdate())
    isi = {"form": form, "halangan": halangan, "tahun_baru": wewenang.tahun + 1}
    if halangan is None:
        view = preview(wewenang)
        isi |= {
            "dasar": view.dasar,
            "jumlah": view.jumlah,
            "penugasan": view.penugasan,
            "gambar": [nama for nama, _ in view.gambar],
            "dibawa": [p for p in view.bagian if p.dibawa],
            "berubah": [(p.judul, _changes(p)) for p in view.bagian if p.berubah],
            "ditinggal": [
                (p, p.ditinggal[:_MOST], max(0, len(p.ditinggal) - _MOST)) for p in view.bagian if p.ditinggal
            ],
        }
    return render(request, "rencana/buka_tahun.html", isi, status=422 if form.errors else 200)


def _changes(part: Bawaan) -> list[tuple[str, str, str, str]]:
    return [(key, title(name), shown(old), shown(new)) for key, name, old, new in part.berubah]
