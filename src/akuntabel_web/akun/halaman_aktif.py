"""Pages that close and open an account, free it of a lost second factor, and show and end the sessions of one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akuntabel_web.akun.aktif import TidakDapatError, end_sessions, person_here, release_factors, set_active
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


@require_http_methods(["GET", "POST"])
def lepas_faktor(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a lost second factor away, with a reason."""
    act = partial(release_factors, request.wewenang, pk)
    return _with_reason(request, pk, act, ("Faktor kedua", "dilepas"), "akun/lepas_faktor.html")


def _change(request: HttpRequest, pk: UUID, *, aktif: bool) -> HttpResponse:
    act = partial(set_active, request.wewenang, pk, aktif=aktif)
    said = ("Akun", "diaktifkan" if aktif else "dinonaktifkan")
    return _with_reason(request, pk, act, said, "akun/aktif.html", aktifkan=aktif)


def _with_reason(
    request: HttpRequest, pk: UUID, act: Callable[..., None], said: tuple[str, str], template: str, **isi: object
) -> HttpResponse:
    """A page that asks for the reason and acts on an account; `said`: what stands around the name of its owner."""
    person = person_here(request.wewenang, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(alasan=form.cleaned_data["alasan_tindakan"])
        except TidakDapatError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{said[0]} {person.nama} {said[1]}.")
            return redirect("orang", request.wewenang.instansi.alamat, request.wewenang.tahun)
    return render(request, template, {"form": form, "orang": person, **isi}, status=422 if form.errors else 200)


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
