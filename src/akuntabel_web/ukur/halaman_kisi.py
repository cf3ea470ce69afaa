"""Pages of fast entry: the grid of a period or month, exports with a mapping, one preview for all of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from akuntabel.domain.paket import TABEL
from akuntabel.errors import AkuntabelError
from akuntabel_web.inti.formulir import ReasonForm
from akuntabel_web.inti.peran import matrix
from akuntabel_web.inti.teks import shown, title
from akuntabel_web.paket.models import MODEL
from akuntabel_web.paket.petakan import columns
from akuntabel_web.ukur import kisi, pemetaan
from akuntabel_web.ukur import tindakan_kisi as tindakan
from akuntabel_web.ukur.jadwal import JUDUL_PERIODE, PERIODE
from akuntabel_web.ukur.models import Pemetaan, Unggahan
from akuntabel_web.ukur.tindakan import BelumDapatError

_NOTHING = "Belum ada yang diubah: isi selnya atau tempelkan bloknya dahulu."


class EksporForm(forms.Form):
    """An export and the table that it fills."""

    tabel = forms.ChoiceField(
        label="Tabel tujuan", choices=pemetaan.table_titles, widget=forms.Select(attrs={"class": "form-select"})
    )
    berkas = forms.FileField(
        label="Berkas ekspor (.xlsx atau .csv)",
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".xlsx,.csv"}),
    )


@require_safe
def tempel_awal(request: HttpRequest) -> HttpResponse:
    """The periods to choose from."""
    listed = [(p, JUDUL_PERIODE[p]) for p in PERIODE]
    return render(request, "ukur/tempel_awal.html", {"daftar": listed})


@require_http_methods(["GET", "POST"])
def tempel(request: HttpRequest, periode: str) -> HttpResponse:
    """The grid of a period; a block goes to its preview."""
    if periode not in PERIODE:
        raise Http404
    grid = kisi.entry_grid(request.wewenang, periode, timezone.localdate())
    about = {"jenis": tindakan.ISIAN, "periode": periode}
    return _grid_page(request, grid, "realisasi", "indikator", about, f"Isian cepat {JUDUL_PERIODE[periode]}")


@require_http_methods(["GET", "POST"])
def bulanan(request: HttpRequest) -> HttpResponse:
    """Money and fisik of a month, as a document states them."""
    wewenang = request.wewenang
    mine = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    documents = list(
        MODEL["dokumen_realisasi"].objects.filter(**mine).order_by("urutan_baris").values_list("kode", "nama")
    )
    asked = request.GET.get("bulan", "")
    month = int(asked) if asked.isascii() and asked.isdigit() and 1 <= int(asked[:3]) <= 12 else 1
    document = request.GET.get("dokumen", "")
    document = document if document in dict(documents) else next((k for k, _ in documents), "")
    grid = kisi.month_grid(wewenang, month, document)
    about = {"jenis": tindakan.BULANAN, "bulan": month, "dokumen": document}
    more = {"bulan": month, "dokumen": document, "daftar_bulan": list(enumerate(kisi.BULAN, 1)),
            "daftar_dokumen": documents, "bulanan": True}  # fmt: skip
    heading = f"Keuangan dan fisik sampai dengan {kisi.BULAN[month - 1]} {wewenang.tahun}"
    return _grid_page(request, grid, "realisasi_anggaran", "kode", about, heading, more)


def _grid_page(
    request: HttpRequest, grid: kisi.Kisi, tabel: str, kunci: str, about: dict[str, Any], judul: str,
    more: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    pesan = ""
    pasted = request.POST.get("tempelan", "")
    if request.method == "POST":
        request.wewenang.require(matrix().change_of(tabel))
        rows = kisi.block_of(grid, pasted, request.POST, kunci)
        if len(rows) > 1:
            made = tindakan.keep_block(request.wewenang, tabel, rows, about)
            return redirect("ukur_pratinjau", request.wewenang.instansi.alamat, request.wewenang.tahun, made.pk)
        pesan = _NOTHING
    names = {k.nama: k for k in columns(tabel)}
    sent = request.POST.get
    cells = [
        (n, kode, nama, [(cell := f"sel-{n}-{k}", title(k), c if c is None else sent(cell, c), names[k].pilihan)
                         for k, c in zip(grid.kolom, values, strict=True)], closed)
        for n, (kode, nama, values, closed) in enumerate(grid.baris)
    ]  # fmt: skip
    isi = {"judul": judul, "kolom": [title(k) for k in grid.kolom], "baris": cells, "pesan": pesan, "tempelan": pasted,
           "urutan": [kunci, *grid.kolom], "boleh": request.wewenang.may(matrix().change_of(tabel)),
           **(more or {})}  # fmt: skip
    return render(request, "ukur/kisi.html", isi, status=422 if pesan else 200)


@require_http_methods(["GET", "POST"])
def ekspor(request: HttpRequest) -> HttpResponse:
    """Upload an export of a budget or planning system."""
    form = EksporForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file, tabel = form.cleaned_data["berkas"], form.cleaned_data["tabel"]
        try:
            made = tindakan.keep_export(request.wewenang, file.name, file.read(), tabel)
        except AkuntabelError as error:
            form.add_error("berkas", str(error))
        else:
            return redirect("ukur_petakan", request.wewenang.instansi.alamat, request.wewenang.tahun, made.pk)
    saved = Pemetaan.objects.filter(instansi=request.wewenang.instansi)
    listed = [(m.nama, TABEL[m.tabel].JUDUL) for m in saved]
    return render(request, "ukur/ekspor.html", {"form": form, "pemetaan": listed}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def petakan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which column of the export is which column of the table; saved under a name, it can be used again."""
    kept = _kept(request, pk)
    if kept.kolom["jenis"] != tindakan.EKSPOR:
        raise Http404
    heads = pemetaan.headings(pemetaan.read_export(kept.nama, bytes(kept.isi)))
    saved = list(Pemetaan.objects.filter(instansi=request.wewenang.instansi, tabel=kept.tabel))
    chosen = next((m for m in saved if str(m.pk) == request.GET.get("pakai")), None)
    names = list(columns(kept.tabel))
    pesan = ""
    kolom = dict(chosen.kolom) if chosen else dict(kept.kolom["kolom"]) or _same_names(names, heads)
    tetap = dict(chosen.tetap) if chosen else dict(kept.tetap)
    if request.method == "POST":
        sent = {k.nama: request.POST.get(f"kolom-{k.nama}", "") for k in names}
        kolom = {n: h for n, h in sent.items() if h in heads}
        typed = {k.nama: request.POST.get(f"tetap-{k.nama}", "")[:500].replace("\x00", "").strip() for k in names}
        tetap = {n: t for n, t in typed.items() if t}
        try:
            name = request.POST.get("nama", "")[:100].replace("\x00", "").strip()
            tindakan.set_mapping(request.wewenang, kept, kolom, tetap, name)
        except BelumDapatError as error:
            pesan = str(error)
        else:
            return redirect("ukur_pratinjau", request.wewenang.instansi.alamat, request.wewenang.tahun, kept.pk)
    rows = [(k, title(k.nama), kolom.get(k.nama, ""), tetap.get(k.nama, "")) for k in names]
    isi = {"unggahan": kept, "judul_tabel": TABEL[kept.tabel].JUDUL, "kepala": heads, "baris": rows, "pesan": pesan,
           "pemetaan": saved, "nama": chosen.nama if chosen else ""}  # fmt: skip
    return render(request, "ukur/petakan.html", isi, status=422 if pesan else 200)


def _same_names(names: list[Any], heads: list[str]) -> dict[str, str]:
    """Headings that are named as a column of the table already."""
    by_word = {h.casefold().replace(" ", "_"): h for h in heads}
    return {k.nama: by_word[k.nama] for k in names if k.nama in by_word}


@require_http_methods(["GET", "POST"])
def pratinjau(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Each change and each error before anything is written; then all of it or nothing."""
    wewenang, today = request.wewenang, timezone.localdate()
    kept = _kept(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            seen, why = request.POST.get("dasar", ""), form.cleaned_data["alasan_tindakan"]
            count = tindakan.apply_block(wewenang, kept, seen, why, today)
        except BelumDapatError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{count} perubahan diterapkan.")
            return redirect("ukur", wewenang.instansi.alamat, wewenang.tahun)
    found = tindakan.preview(wewenang, kept, today)
    changes = [_shown(p) for p in found.rencana.perubahan]
    isi = {"form": form, "unggahan": kept, "galat": found.galat, "perubahan": changes, "jumlah": found.jumlah,
           "dasar": found.rencana.dasar, "judul_tabel": TABEL[kept.tabel].JUDUL}  # fmt: skip
    return render(request, "ukur/pratinjau.html", isi, status=422 if form.errors else 200)


def _shown(change: Any) -> dict[str, Any]:
    names = change.kolom or [k.nama for k in columns(change.tabel)]
    old, new = change.lama, change.baru
    pairs = [(title(n), shown(getattr(old, n)) if old else "", shown(getattr(new, n)) if new else "") for n in names]
    return {"kerja": change.kerja, "kunci": change.kunci, "nilai": [p for p in pairs if old or p[2] != "–"]}


def _kept(request: HttpRequest, pk: UUID) -> Unggahan:
    wewenang = request.wewenang
    mine = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun, "oleh": wewenang.pengguna}
    return get_object_or_404(Unggahan, pk=pk, diterapkan=None, **mine)
