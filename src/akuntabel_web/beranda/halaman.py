"""The first page, new years and agencies."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from akuntabel_web.akun.models import Penugasan
from akuntabel_web.akun.tindakan import ADMINISTRATOR
from akuntabel_web.akun.wewenang import role_titles
from akuntabel_web.instansi.formulir import InstansiForm, TahunForm
from akuntabel_web.instansi.models import Tahun
from akuntabel_web.instansi.tindakan import add_agency, open_year
from akuntabel_web.inti.konteks import give_reason

PEMDA, OPD = "pemda", "opd"


@require_safe
def sehat(_request: HttpRequest) -> HttpResponse:
    """Whether this process reaches its database: for supervisors, tells nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("sehat\n", content_type="text/plain; charset=utf-8")


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """The agencies and years of a person, and his roles in each."""
    mine = Penugasan.objects.on(timezone.localdate()).filter(pengguna=request.user)
    duties = list(mine.values_list("instansi_id", "tahun", "peran"))
    years = Tahun.objects.select_related("instansi").order_by("instansi__nama", "-tahun")
    listed = []
    for year in years:
        roles = role_titles(p for i, t, p in duties if i == year.instansi_id and t in {None, year.tahun})
        if roles:
            listed.append((year, roles))
    return render(request, "beranda/beranda.html", {"daftar": listed})


@require_http_methods(["GET", "POST"])
def tahun(request: HttpRequest) -> HttpResponse:
    """The years of an agency; open one more."""
    instansi = request.wewenang.instansi
    form = TahunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        year = form.cleaned_data["tahun"]
        give_reason(f"membuka tahun {year}")
        open_year(instansi, year)
        messages.success(request, f"Tahun {year} dibuka.")
        return redirect("tahun", instansi.alamat, request.wewenang.tahun)
    years = Tahun.objects.filter(instansi=instansi).values_list("tahun", flat=True)
    return render(request, "beranda/tahun.html", {"form": form, "daftar": years}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def tambah_instansi(request: HttpRequest) -> HttpResponse:
    """A new agency, from the page of the government itself; who makes it is its first administrator."""
    if request.wewenang.instansi.jenis != PEMDA:
        raise Http404
    form = InstansiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            with transaction.atomic():
                give_reason(f"menambah instansi {data['kode']}")
                pemerintah = request.wewenang.instansi.pemerintah
                made = add_agency(pemerintah, data["kode"], data["nama"], OPD, data["alamat"])
                open_year(made, data["tahun"])
                Penugasan.objects.create(instansi=made, pengguna=request.user, peran=ADMINISTRATOR)
        except IntegrityError:
            form.add_error(None, "Kode atau alamat ini sudah dipakai instansi lain.")
        else:
            messages.success(request, f"{made.nama} ditambahkan.")
            return redirect("ringkasan", made.alamat, data["tahun"])
    return render(request, "beranda/tambah_instansi.html", {"form": form}, status=422 if form.errors else 200)
