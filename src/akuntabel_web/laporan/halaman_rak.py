"""The shelf of documents, the board of who has not handed in yet, and deadlines."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akuntabel.errors import BerkasError
from akuntabel_web.inti.berkas import TIPE
from akuntabel_web.inti.formulir import ReasonForm
from akuntabel_web.inti.halaman import version_of
from akuntabel_web.inti.unduh import kept
from akuntabel_web.laporan import kueri, tindakan
from akuntabel_web.laporan.formulir import KoreksiForm, RakForm, RakVersiForm, TenggatForm
from akuntabel_web.laporan.jenis import shelf_kinds
from akuntabel_web.laporan.models import Dokumen

PEMDA = "pemda"
_BERUBAH = "Data ini baru saja diubah orang lain. Periksa isinya, lalu ulangi."


@require_safe
def rak(request: HttpRequest) -> HttpResponse:
    """Documents by kind and version."""
    wewenang = request.wewenang
    isi = {
        "rak": kueri.shelf(wewenang),
        "boleh": wewenang.may("rak.kelola"),
        "lihat_laporan": wewenang.may("laporan.lihat"),
    }
    return render(request, "laporan/rak.html", isi)


@require_http_methods(["GET", "POST"])
def tambah_dokumen(request: HttpRequest) -> HttpResponse:
    """A document made elsewhere: upload or link."""
    today = timezone.localdate()
    start = {"tanggal": today, "disampaikan": today, "jenis": request.GET.get("jenis", "")}
    form = RakForm(request.POST or None, request.FILES or None, initial=start)
    if request.method == "POST" and form.is_valid():
        data, isian = form.cleaned_data, _stated(form.cleaned_data)
        try:
            if data["berkas"]:
                tindakan.shelve_upload(request.wewenang, isian, data["berkas"].name, data["berkas"].read())
            else:
                tindakan.shelve_link(request.wewenang, isian, data["tautan"])
        except BerkasError as error:
            form.add_error("berkas", str(error))
        except tindakan.TakDapatError as error:
            form.add_error("tautan", str(error))
        else:
            messages.success(request, "Dokumen tersimpan di rak.")
            return _to_shelf(request)
    return render(request, "laporan/tambah_dokumen.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def taruh(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A version that was built here goes on the shelf."""
    versi = kueri.find_version(request.wewenang, pk)
    if versi is None:
        raise Http404
    form = RakVersiForm(request.POST, jenis=versi.jenis)
    if form.is_valid():
        try:
            tindakan.shelve_version(request.wewenang, _stated(form.cleaned_data), versi)
        except tindakan.TakDapatError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Dokumen tersimpan di rak.")
            return _to_shelf(request)
    return render(request, "laporan/tambah_dokumen.html", {"form": form}, status=422)


@require_http_methods(["GET", "POST"])
def ubah_dokumen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct the number, the dates or the link of a document on the shelf."""
    found = _document(request, pk)
    start = {name: getattr(found, name) for name in ("nomor", "tanggal", "disampaikan", "tautan")}
    form = KoreksiForm(request.POST or None, initial=start, bertautan=bool(found.tautan))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        isian = _stated(data | {"jenis": found.jenis})
        try:
            tindakan.correct(request.wewenang, found, version_of(request), isian, data.get("tautan", ""))
        except tindakan.BerubahError:
            form.add_error(None, _BERUBAH)
        except tindakan.TakDapatError as error:
            form.add_error("tautan", str(error))
        else:
            messages.success(request, "Keterangan dokumen tersimpan.")
            return _to_shelf(request)
    isi = {"form": form, "d": found, "judul_jenis": shelf_kinds()[found.jenis].judul}
    isi["versi"] = version_of(request) or found.versi_baris
    return render(request, "laporan/ubah_dokumen.html", isi, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def turunkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a document off the shelf, after it was shown."""
    found = _document(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            tindakan.unshelve(request.wewenang, pk, version_of(request), form.cleaned_data["alasan_tindakan"])
        except tindakan.BerubahError:
            form.add_error(None, _BERUBAH)
        else:
            messages.success(request, "Dokumen diturunkan dari rak.")
            return _to_shelf(request)
    isi = {"form": form, "d": found, "judul_jenis": shelf_kinds()[found.jenis].judul}
    return render(request, "laporan/turunkan.html", isi, status=422 if form.errors else 200)


@require_safe
def unduh_dokumen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The uploaded file of a document, as a download."""
    found = _document(request, pk)
    if not found.sidik:
        raise Http404
    kind = found.nama_berkas.rpartition(".")[2]
    nama = f"{found.jenis}-{found.tahun}-v{found.versi}.{kind}"
    return kept(found.sidik, nama, TIPE[kind])


@require_safe
def papan(request: HttpRequest) -> HttpResponse:
    """The row of this agency: which documents are there, late, missing."""
    return _board(request, semua=False)


@require_safe
def papan_semua(request: HttpRequest) -> HttpResponse:
    """The board of every agency that this person may see."""
    return _board(request, semua=True)


def _board(request: HttpRequest, *, semua: bool) -> HttpResponse:
    wewenang = request.wewenang
    isi = {
        "papan": kueri.board(wewenang, timezone.localdate(), semua=semua),
        "semua": semua,
        "lihat_semua": wewenang.may(kueri.SEMUA),
        "atur_tenggat": wewenang.may("tenggat.kelola") and wewenang.instansi.jenis == PEMDA,
    }
    return render(request, "laporan/papan.html", isi)


@require_http_methods(["GET", "POST"])
def tenggat(request: HttpRequest) -> HttpResponse:
    """Deadlines of all agencies, set from the page of the government itself."""
    if request.wewenang.instansi.jenis != PEMDA:
        raise Http404
    days = kueri.deadlines(request.wewenang.tahun)
    jenis = request.POST.get("jenis", "")
    form = TenggatForm(request.POST, prefix=jenis) if jenis in days else None
    if form is not None and form.is_valid():
        data = form.cleaned_data
        try:
            tindakan.set_deadline(request.wewenang, jenis, data["tanggal"], data["dasar"], version_of(request))
        except tindakan.BerubahError:
            form.add_error(None, _BERUBAH)
        else:
            messages.success(request, f"Tenggat {shelf_kinds()[jenis].judul} tersimpan.")
            return redirect("tenggat", request.wewenang.instansi.alamat, request.wewenang.tahun)
    baris = [
        {
            "kode": kode,
            "judul": shelf_kinds()[kode].judul,
            "tanggal": day,
            "tenggat": row,
            "form": form
            if form is not None and kode == jenis
            else TenggatForm(prefix=kode, initial={"tanggal": day, "dasar": row.dasar if row else ""}),
        }
        for kode, (day, row) in days.items()
    ]
    return render(request, "laporan/tenggat.html", {"baris": baris}, status=422 if form and form.errors else 200)


def _stated(data: dict[str, object]) -> tindakan.IsianDokumen:
    why = data.get("alasan_tindakan", "")
    return tindakan.IsianDokumen(data["jenis"], data["nomor"], data["tanggal"], data["disampaikan"], why)


def _document(request: HttpRequest, pk: UUID) -> Dokumen:
    rows = Dokumen.objects.filter(pk=pk, instansi=request.wewenang.instansi, tahun=request.wewenang.tahun)
    found = rows.first()
    if found is None:
        raise Http404
    return found


def _to_shelf(request: HttpRequest) -> HttpResponse:
    return redirect("rak", request.wewenang.instansi.alamat, request.wewenang.tahun)
