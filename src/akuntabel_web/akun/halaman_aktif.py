"""Pages that close and open an account, and show and end the sessions of one's own."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akuntabel_web.akun.aktif import TidakDapatError, end_sessions, person_here, set_active
from akuntabel_web.akun.perangkat import devices, end
from akuntabel_web.inti.formulir import ReasonForm


@require_http_methods(["GET", "POST"])
def nonaktifkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close an account, with a reason."""
    return _change(request, pk, aktif=False)


@require_http_methods(["GET", "POST"])
def aktifkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open an account again, with a reason."""
    return _change(request, pk, aktif=True)


def _change(request: HttpRequest, pk: UUID, *, aktif: bool) -> HttpResponse:
    person = person_here(request.wewenang, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            set_active(request.wewenang, pk, aktif=aktif, alasan=form.cleaned_data["alasan_tindakan"])
        except TidakDapatError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Akun {person.nama} {'diaktifkan' if aktif else 'dinonaktifkan'}.")
            return redirect("orang", request.wewenang.instansi.alamat, request.wewenang.tahun)
    isi = {"form": form, "orang": person, "aktifkan": aktif}
    return render(request, "akun/aktif.html", isi, status=422 if form.errors else 200)


@require_safe
def perangkat(request: HttpRequest) -> HttpResponse:
    """Where the person who asks has signed in."""
    listed = devices(request.user, request.session.session_key)
    return render(request, "akun/perangkat.html", {"daftar": listed})


@require_POST
def akhiri_sesi(request: HttpRequest, pk: int) -> HttpResponse:
    """End one session of the person who asks; the present one is signing out."""
    ended = end(request.user, pk)
    if ended is None:
        raise Http404
    if ended == request.session.session_key:
        logout(request)
        return redirect("account_login")
    messages.success(request, "Sesi itu sudah diakhiri.")
    return redirect("perangkat")


@require_http_methods(["GET", "POST"])
def keluar_semua(request: HttpRequest) -> HttpResponse:
    """End every session of the person who asks, this one too."""
    if request.method == "POST":
        end_sessions(request.user)
        logout(request)
        messages.success(request, "Semua sesi Anda sudah diakhiri. Silakan masuk lagi.")
        return redirect("account_login")
    return render(request, "akun/keluar_semua.html")
