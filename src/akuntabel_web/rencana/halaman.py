"""Pages of the plan: tree, pohon kinerja, versions of documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from akuntabel_web.inti.teks import shown, title
from akuntabel_web.paket.petakan import columns, rows_of
from akuntabel_web.rencana.graf import make_graph, svg
from akuntabel_web.rencana.kueri import DokumenTampil, document_names, document_versions
from akuntabel_web.rencana.periksa import check_plan
from akuntabel_web.rencana.pohon import Rencana, Simpul, read_plan
from akuntabel_web.rencana.simpul import JENIS, TANPA_INDUK, below
from akuntabel_web.rencana.tindakan import SUSUN

_DALAM = ("sasaran", "program", "kegiatan", "subkegiatan")
_SUDAH = frozenset({"kode", "teks", "nama", "urutan"})


@require_safe
def pohon(request: HttpRequest) -> HttpResponse:
    """The tree, with one node opened beside it."""
    wewenang = request.wewenang
    dokumen = request.GET.get("dokumen", "")
    rencana = read_plan(wewenang.instansi, wewenang.tahun, dokumen)
    hasil = check_plan(wewenang.instansi, wewenang.tahun, rencana)
    dipilih = rencana.find(request.GET.get("simpul", ""))
    isi: dict[str, Any] = {
        "rencana": rencana,
        "hasil": hasil,
        "catatan": {n.alamat: len(hasil.simpul.get(n.baris.pk, ())) for n in rencana.walk()},
        "boleh_susun": wewenang.may(SUSUN),
        "dipilih": dipilih,
        "dokumen": dokumen,
        "saringan": urlencode({"dokumen": dokumen}) if dokumen else "",
        "puncak": [JENIS[k] for k in JENIS if k in TANPA_INDUK],
    }
    if dipilih:
        agreements = rows_of("perjanjian_kinerja", wewenang.instansi, wewenang.tahun)
        names = document_names(rencana.baris["dokumen_rencana"], agreements)
        isi |= _details(rencana, dipilih, names) | {"catatan_simpul": hasil.simpul.get(dipilih.baris.pk, ())}
    return render(request, "rencana/_rincian.html" if request.htmx else "rencana/pohon.html", isi)


def _details(rencana: Rencana, simpul: Simpul, names: Mapping[str, str]) -> dict[str, Any]:
    """What the panel shows of a node: its other columns, its indicators with their targets."""
    values = [
        (title(k.nama), shown(getattr(simpul.baris, k.nama)))
        for k in columns(simpul.jenis.tabel)
        if k.nama not in {*_SUDAH, simpul.jenis.kolom} and getattr(simpul.baris, k.nama) is not None
    ]
    return {
        "nilai": values,
        "bawah": below(simpul.jenis.kode),
        "indikator": [(row, _targets(rencana, row.kode, names)) for row in simpul.indikator],
    }


def _targets(rencana: Rencana, indikator: str, names: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "baris": t,
            "dokumen": names.get(t.dokumen, t.dokumen),
            "nilai": shown(t.nilai) + (f" sampai {shown(t.nilai_atas)}" if t.nilai_atas is not None else ""),
        }
        for t in rencana.targets_of(indikator)
    ]


@require_safe
def pohon_kinerja(request: HttpRequest) -> HttpResponse:
    """Pohon kinerja: the graph, and the table behind it."""
    wewenang = request.wewenang
    rencana = read_plan(wewenang.instansi, wewenang.tahun)
    hasil = check_plan(wewenang.instansi, wewenang.tahun, rencana)
    sampai = request.GET.get("sampai", "")
    sampai = sampai if sampai in _DALAM else "kegiatan"
    graf = make_graph(rencana, {pk: len(notes) for pk, notes in hasil.simpul.items()}, sampai)
    tempat = reverse("pohon", args=[wewenang.instansi.alamat, wewenang.tahun])
    gambar = svg(graf, f"{tempat}?{urlencode({'simpul': ''})}")
    isi = {
        "graf": graf,
        "gambar": mark_safe(gambar),
        "tabel": [(k, graf.below(k)) for k in graf.kotak],
        "hasil": hasil,
        "temuan": [(n, hasil.simpul[n.baris.pk]) for n in rencana.walk() if n.baris.pk in hasil.simpul],
        "sampai": sampai,
        "dalam": [(k, JENIS[k].judul) for k in _DALAM],
    }
    return render(request, "rencana/pohon_kinerja.html", isi)


@require_safe
def dokumen(request: HttpRequest) -> HttpResponse:
    """The plan documents: which is in force, which replaces which."""
    wewenang = request.wewenang
    rows: list[DokumenTampil] = document_versions(
        rows_of("dokumen_rencana", wewenang.instansi, wewenang.tahun), wewenang.tahun
    )
    return render(request, "rencana/dokumen.html", {"daftar": rows, "boleh_susun": wewenang.may(SUSUN)})
