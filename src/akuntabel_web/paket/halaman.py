"""Pages of the package: overview, tables, rows, import, export."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from akuntabel.domain.paket import TABEL
from akuntabel.errors import BerkasError
from akuntabel.paket.tulis_buku import workbook_bytes
from akuntabel_web.inti.alamat import address
from akuntabel_web.inti.berkas import TIPE
from akuntabel_web.inti.formulir import ReasonForm
from akuntabel_web.inti.halaman import version_of
from akuntabel_web.inti.peran import matrix
from akuntabel_web.inti.teks import shown, title
from akuntabel_web.inti.unduh import attachment
from akuntabel_web.jejak.kueri import last_writer
from akuntabel_web.paket import tindakan
from akuntabel_web.paket.formulir import BarisForm, UnggahForm
from akuntabel_web.paket.kueri import headings, list_rows, overview, suggestions, table_page
from akuntabel_web.paket.kunci import TerkunciError
from akuntabel_web.paket.models import BarisPaket, Impor
from akuntabel_web.paket.petakan import columns, read_paket

_GANDA = "Sudah ada baris lain dengan kunci ini: {}. Bedakan kuncinya."
_BERUBAH = "Baris ini sudah dihapus orang lain. Tidak ada yang tersimpan."


@require_safe
def ringkasan(request: HttpRequest) -> HttpResponse:
    """The agency's year: every table with the number of its rows, and what this person may do."""
    return render(request, "paket/ringkasan.html", {"kelompok": overview(request.wewenang)})


@require_safe
def daftar(request: HttpRequest, tabel: str) -> HttpResponse:
    """A table."""
    _known(tabel)
    cari = request.GET.get("cari", "")[:200].replace("\x00", "").strip()
    halaman = table_page(request.wewenang, tabel, cari, request.GET.get("halaman"))
    isi = {
        **_about(request, tabel),
        "halaman": halaman,
        "judul_kolom": headings(tabel),
        "baris": list_rows(request.wewenang, tabel, halaman),
        "cari": cari,
    }
    return render(request, "paket/_daftar.html" if request.htmx else "paket/daftar.html", isi)


@require_http_methods(["GET", "POST"])
def tambah(request: HttpRequest, tabel: str) -> HttpResponse:
    """A new row."""
    form = BarisForm(tabel, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            tindakan.add_row(request.wewenang, tabel, form.values, form.cleaned_data["alasan_tindakan"])
        except tindakan.KunciGandaError:
            form.add_error(None, _GANDA.format(form.baris.kunci))
        except PermissionDenied:
            form.add_error(None, "Baris ini bukan milik unit Anda.")
        except TerkunciError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Baris tersimpan.")
            return _to_table(request, tabel)
    return _form_page(request, tabel, form, "Tambah baris", None)


@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, tabel: str, pk: UUID) -> HttpResponse:
    """Change a row; who was overtaken by somebody else sees both values."""
    baris = _row(request, tabel, pk)
    if request.method == "GET":
        return _form_page(request, tabel, BarisForm(tabel, baris=baris, beralasan=True), "Ubah baris", baris)
    form = BarisForm(tabel, request.POST, baris=baris, beralasan=True)
    versi = version_of(request)
    if form.is_valid():
        try:
            tindakan.change_row(request.wewenang, tabel, pk, versi, form.values, form.cleaned_data["alasan_tindakan"])
        except tindakan.KunciGandaError:
            form.add_error(None, _GANDA.format(form.baris.kunci))
        except TerkunciError as error:
            form.add_error(None, str(error))
        except tindakan.KonflikError as konflik:
            return _conflict(request, tabel, form, konflik.sekarang)
        else:
            messages.success(request, "Perubahan tersimpan.")
            return _to_table(request, tabel)
    return _form_page(request, tabel, form, "Ubah baris", baris, versi)


@require_http_methods(["GET", "POST"])
def hapus(request: HttpRequest, tabel: str, pk: UUID) -> HttpResponse:
    """Delete a row, after its values were shown."""
    baris = _row(request, tabel, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            alasan = form.cleaned_data["alasan_tindakan"]
            tindakan.delete_row(request.wewenang, tabel, pk, version_of(request), alasan)
        except tindakan.KonflikError:
            form.add_error(None, "Baris ini baru saja diubah orang lain. Periksa nilainya di bawah, lalu ulangi.")
        except TerkunciError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Baris terhapus.")
            return _to_table(request, tabel)
    values = [(title(k.nama), shown(getattr(baris, k.nama))) for k in columns(tabel)]
    return render(
        request, "paket/hapus.html", {**_about(request, tabel), "form": form, "baris": baris, "nilai": values}
    )


@require_http_methods(["GET", "POST"])
def impor(request: HttpRequest) -> HttpResponse:
    """Upload a workbook."""
    form = UnggahForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        berkas = form.cleaned_data["berkas"]
        try:
            made = tindakan.upload(request.wewenang, berkas.name, berkas.read())
        except BerkasError as error:
            form.add_error("berkas", str(error))
        else:
            return redirect("pratinjau", request.wewenang.instansi.alamat, request.wewenang.tahun, made.pk)
    return render(request, "paket/impor.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def pratinjau(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the import would change; its application, all or nothing."""
    wewenang = request.wewenang
    unggahan = get_object_or_404(
        Impor, pk=pk, instansi=wewenang.instansi, tahun_paket=wewenang.tahun, oleh=wewenang.pengguna, diterapkan=None
    )
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            alasan = form.cleaned_data["alasan_tindakan"]
            rencana = tindakan.apply_import(wewenang, unggahan, request.POST.get("dasar", ""), alasan)
        except tindakan.BelumDapatError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"Impor diterapkan: {len(rencana.perubahan)} perubahan.")
            return redirect("ringkasan", wewenang.instansi.alamat, wewenang.tahun)
    view = tindakan.preview(wewenang, unggahan)
    return render(request, "paket/pratinjau.html", {"form": form, "unggahan": unggahan, **_preview(view)})


@require_safe
def ekspor(request: HttpRequest) -> HttpResponse:
    """The package as a workbook. Texts are cells of text: what looks like a formula is none."""
    wewenang = request.wewenang
    isi = workbook_bytes(read_paket(wewenang.instansi, wewenang.tahun))
    return attachment(isi, f"paket-{wewenang.instansi.alamat}-{wewenang.tahun}.xlsx", TIPE["xlsx"])


def _preview(view: tindakan.Pratinjau) -> dict[str, Any]:
    kinds = ("tambah", "ubah", "hapus", "geser")
    rencana = view.rencana
    return {
        "halangan": view.bacaan.halangan,
        "temuan": view.bacaan.temuan,
        "dasar": rencana.dasar,
        "dilewati": [TABEL[t].JUDUL for t in view.dilewati],
        "jumlah": [(TABEL[t].JUDUL, [rencana.count(t, kind) for kind in kinds]) for t in rencana.tabel],
        "rincian": [
            (TABEL[t].JUDUL, [_shown_change(p) for p in rencana.perubahan if p.tabel == t and p.kerja != "geser"])
            for t in rencana.tabel
        ],
    }


def _shown_change(change: Any) -> dict[str, Any]:
    """A change as the preview shows it: all columns of a new or deleted row, the differing ones of a changed row."""
    names = change.kolom or [k.nama for k in columns(change.tabel)]
    pairs = [
        (
            title(n),
            shown(getattr(change.lama, n)) if change.lama else "",
            shown(getattr(change.baru, n)) if change.baru else "",
        )
        for n in names
    ]
    return {
        "kerja": change.kerja,
        "kunci": change.kunci,
        "nilai": [p for p in pairs if p[1:] not in {("", "–"), ("–", "")}],
    }


def _form_page(
    request: HttpRequest, tabel: str, form: BarisForm, judul: str, baris: BarisPaket | None, versi: int | None = None
) -> HttpResponse:
    isi = {
        **_about(request, tabel),
        "form": form,
        "judul": judul,
        "baris": baris,
        "versi": versi or (baris.versi_baris if baris else None),
        "saran": list(suggestions(request.wewenang, tabel)),
    }
    return render(request, "paket/baris.html", isi, status=422 if form.errors else 200)


def _conflict(request: HttpRequest, tabel: str, form: BarisForm, sekarang: BarisPaket | None) -> HttpResponse:
    if sekarang is None:
        messages.error(request, _BERUBAH)
        return _to_table(request, tabel)
    pairs = [
        (title(n), shown(getattr(sekarang, n)), shown(v)) for n, v in form.values.items() if getattr(sekarang, n) != v
    ]
    isi = {
        "apa": "Baris",
        "form": form,
        "versi": sekarang.versi_baris,
        "beda": pairs,
        "penulis": last_writer(sekarang.pk),
        "saran": list(suggestions(request.wewenang, tabel)),
        "batal": address("daftar", request.wewenang.instansi.alamat, request.wewenang.tahun, tabel),
    }
    return render(request, "paket/konflik.html", isi, status=409)


def _about(request: HttpRequest, tabel: str) -> dict[str, Any]:
    return {
        "tabel": tabel,
        "judul_tabel": TABEL[tabel].JUDUL,
        "boleh_ubah": request.wewenang.may(matrix().change_of(tabel)),
    }


def _row(request: HttpRequest, tabel: str, pk: UUID) -> BarisPaket:
    baris = tindakan.find_row(request.wewenang, tabel, pk)
    if baris is None:
        raise Http404
    if not tindakan.may_change(request.wewenang, tabel, {k.nama: getattr(baris, k.nama) for k in columns(tabel)}):
        raise PermissionDenied(tabel)
    return baris


def _known(tabel: str) -> None:
    if tabel not in TABEL:
        raise Http404


def _to_table(request: HttpRequest, tabel: str) -> HttpResponse:
    return redirect("daftar", request.wewenang.instansi.alamat, request.wewenang.tahun, tabel)
