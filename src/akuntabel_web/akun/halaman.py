"""Pages of people: duties, invitations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akuntabel_web.akun import aktif, faktor_wajib, tindakan, undangan
from akuntabel_web.akun.formulir import TerimaForm, UndangForm
from akuntabel_web.akun.models import Penugasan, Undangan
from akuntabel_web.inti.formulir import ReasonForm
from akuntabel_web.inti.teks import shown


@require_safe
def orang(request: HttpRequest) -> HttpResponse:
    """Who has which duty here, and which invitations wait."""
    instansi = request.wewenang.instansi
    duties = Penugasan.objects.filter(instansi=instansi).select_related("pengguna", "unit", "dari")
    listed = list(duties.order_by("pengguna__nama", "peran", "tahun"))
    waiting = Undangan.objects.filter(instansi=instansi, diterima=None, berlaku_sampai__gt=timezone.now())
    may_act = request.wewenang.may(aktif.IZIN)
    safe = faktor_wajib.holders({d.pengguna_id for d in listed}) if may_act else set()
    isi = {
        "penugasan": [_shown(d, d.pengguna_id in safe) for d in listed],
        "undangan": waiting.exclude(surel=""),
        "boleh_kelola": request.wewenang.may(tindakan.KELOLA),
        "boleh_aktifkan": may_act,
        "boleh_faktor": request.wewenang.may(faktor_wajib.IZIN),
    }
    return render(request, "akun/orang.html", isi)


def _shown(tugas: Penugasan, berfaktor: bool) -> dict[str, Any]:
    """A duty as the list shows it: its cells, and what its actions name."""
    orang, peran = tugas.pengguna, tugas.get_peran_display()
    lent = f", dilimpahkan {tugas.dari} sampai {shown(tugas.sampai)}" if tugas.dari else ""
    cells = (
        ("Nama", orang.nama if orang.is_active else f"{orang.nama} (akun nonaktif)"),
        ("Surel", orang.email),
        ("Peran", f"{peran}{lent}"),
        ("Tahun", str(tugas.tahun or "semua")),
        ("Unit", tugas.unit.nama if tugas.unit else "seluruh instansi"),
    )
    return {"pk": tugas.pk, "sel": cells, "peran": peran, "nama": orang.nama, "orang": orang.pk,
            "aktif": orang.is_active, "berfaktor": berfaktor}  # fmt: skip


@require_http_methods(["GET", "POST"])
def undang(request: HttpRequest) -> HttpResponse:
    """Invite a person by e-mail; without a mail server the link is shown once, to be handed over."""
    form = UndangForm(request.wewenang, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        unit = data["unit"].pk if data["unit"] else None
        link = tindakan.invite_person(request.wewenang, data["surel"], data["peran"], data["tahun"], unit)
        if link:
            return render(request, "akun/tautan.html", {"tautan": link, "surel": data["surel"]})
        messages.success(request, f"Undangan dikirim ke {data['surel']}.")
        return _to_people(request)
    return render(request, "akun/undang.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def cabut(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a duty away, with a reason."""
    duty = get_object_or_404(
        Penugasan.objects.select_related("pengguna", "unit"), pk=pk, instansi=request.wewenang.instansi
    )
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            tindakan.withdraw_duty(request.wewenang, pk, form.cleaned_data["alasan_tindakan"])
        except tindakan.AdministratorTerakhirError:
            form.add_error(None, "Ini administrator terakhir instansi. Undang penggantinya lebih dahulu.")
        else:
            messages.success(request, "Penugasan dicabut.")
            return _to_people(request)
    return render(request, "akun/cabut.html", {"form": form, "tugas": duty}, status=422 if form.errors else 200)


@require_POST
def batal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make an invitation worthless."""
    tindakan.withdraw_invitation(request.wewenang, pk)
    messages.success(request, "Undangan dibatalkan.")
    return _to_people(request)


@sensitive_post_parameters("sandi", "ulang")
@require_http_methods(["GET", "POST"])
def terima(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation: as a new person, or as the person who has signed in."""
    invitation = undangan.find(token)
    if invitation is None:
        return render(request, "akun/undangan_mati.html", status=404)
    if invitation.surel and undangan.account_exists(invitation.surel):
        return _accept_signed_in(request, invitation)
    form = TerimaForm(invitation.surel, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        surel = invitation.surel or data["surel"]
        if undangan.account_exists(surel):
            raise Http404  # the first administrator's link after somebody made an account
        _once(undangan.accept_as_new, invitation, surel, data["nama"], data["sandi"])
        messages.success(request, "Akun siap. Silakan masuk.")
        return redirect("account_login")
    isi = {"form": form, "undangan": invitation}
    return render(request, "akun/terima.html", isi, status=422 if form.errors else 200)


def _accept_signed_in(request: HttpRequest, invitation: Undangan) -> HttpResponse:
    mine = request.user.is_authenticated and request.user.email.lower() == invitation.surel.lower()
    if request.method == "POST" and mine:
        _once(undangan.accept_as, invitation, request.user)
        messages.success(request, "Undangan diterima.")
        return redirect("beranda")
    return render(request, "akun/terima_masuk.html", {"undangan": invitation, "milik_saya": mine})


def _once(accept: Callable[..., Any], *parts: Any) -> None:
    """Accept, or find the invitation used by somebody else: then nothing of this request stays."""
    try:
        accept(*parts)
    except undangan.SudahDipakaiError as error:
        raise Http404 from error


def _to_people(request: HttpRequest) -> HttpResponse:
    return redirect("orang", request.wewenang.instansi.alamat, request.wewenang.tahun)
