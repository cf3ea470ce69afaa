"""Building documents: the list of versions, their progress, findings, and files."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from akuntabel_web.inti.berkas import TIPE
from akuntabel_web.inti.unduh import kept
from akuntabel_web.laporan import kueri, tindakan
from akuntabel_web.laporan.formulir import RakVersiForm, SusunForm
from akuntabel_web.laporan.models import BerkasVersi, Keadaan, Versi


@require_safe
def laporan(request: HttpRequest) -> HttpResponse:
    """Every version; the form to ask for one more, for who may."""
    boleh = request.wewenang.may("laporan.susun")
    return _list(request, SusunForm(kueri.build_choices(request.wewenang)) if boleh else None)


@require_POST
def susun(request: HttpRequest) -> HttpResponse:
    """Ask for a document of the data as they stand."""
    wewenang = request.wewenang
    form = SusunForm(kueri.build_choices(wewenang), request.POST)
    if form.is_valid():
        try:
            versi, baru = tindakan.order_build(wewenang, form.permintaan)
        except tindakan.TakDapatError as error:
            form.add_error(None, str(error))
        else:
            if not baru:
                messages.success(request, "Dokumen dari data yang sama sudah ada; tidak disusun dua kali.")
            return redirect("versi", wewenang.instansi.alamat, wewenang.tahun, versi.pk)
    return _list(request, form)


def _list(request: HttpRequest, form: SusunForm | None) -> HttpResponse:
    halaman = kueri.version_page(request.wewenang, request.GET.get("halaman"))
    isi = {"form": form, "halaman": halaman, "versi": [(v, kueri.title_of(v), kueri.counted(v)) for v in halaman]}
    return render(request, "laporan/laporan.html", isi, status=422 if form is not None and form.errors else 200)


@require_safe
def versi(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A version: progress while it is built, then its files, its data and its findings."""
    found = _version(request, pk)
    isi = {"v": found, "judul_versi": kueri.title_of(found), "kemajuan": kueri.progress(found)}
    if request.htmx:
        if not isi["kemajuan"].berjalan:
            answer = HttpResponse(status=200)
            answer["HX-Refresh"] = "true"
            return answer
        return render(request, "laporan/_kemajuan.html", isi)
    if found.keadaan == Keadaan.SELESAI:
        isi["temuan"] = kueri.findings(found)
        if request.wewenang.may("rak.kelola"):
            today = timezone.localdate()
            isi["form_rak"] = RakVersiForm(jenis=found.jenis, initial={"tanggal": today, "disampaikan": today})
            isi["bisa_rak"] = bool(isi["form_rak"].fields["jenis"].choices)
    return render(request, "laporan/versi.html", isi)


@require_safe
def unduh(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A file of a version, always as a download: nothing that was built runs in a page of ours."""
    wewenang = request.wewenang
    rows = BerkasVersi.objects.filter(pk=pk, instansi=wewenang.instansi, versi__tahun=wewenang.tahun)
    found = rows.first()
    if found is None:
        raise Http404
    return kept(found.sidik, found.nama, TIPE[found.format])


@require_safe
def unduh_paket(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The exact data that a version came from."""
    found = _version(request, pk)
    return kept(found.paket_sidik, f"paket-{found.tahun}-{found.paket_sidik[:12]}.xlsx", TIPE["xlsx"])


def _version(request: HttpRequest, pk: UUID) -> Versi:
    found = kueri.find_version(request.wewenang, pk)
    if found is None:
        raise Http404
    return found
