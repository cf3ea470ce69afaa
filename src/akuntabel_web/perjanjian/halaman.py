"""Pages of agreements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from akuntabel.domain.pilihan import SebabPerubahan
from akuntabel.errors import AkuntabelError, BerkasError
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.dokumen import render as render_document
from akuntabel.pipelines.hitungan import material
from akuntabel.provenance import SourceMap
from akuntabel_web.inti.berkas import AKHIRAN, TIPE
from akuntabel_web.inti.formulir import ReasonForm
from akuntabel_web.inti.teks import shown
from akuntabel_web.inti.unduh import attachment, kept
from akuntabel_web.paket.kunci import TerkunciError
from akuntabel_web.paket.petakan import read_paket, rows_of
from akuntabel_web.perjanjian import tindakan
from akuntabel_web.perjanjian.formulir import SEBAB, DrafForm, LangkahForm, RevisiForm
from akuntabel_web.perjanjian.kueri import Naskah, agreements, names_of, read_agreement, replaced_by, steps, writers
from akuntabel_web.perjanjian.langkah import table
from akuntabel_web.perjanjian.models import Keadaan
from akuntabel_web.perjanjian.tangga import ATUR, ladder

View = Callable[..., HttpResponse]
_AKHIRAN = frozenset({"docx", "pdf"})
_BERUBAH = "Perjanjian ini berubah sejak Anda membukanya. Tidak ada yang tersimpan; periksa isinya, lalu ulangi."
_PENULIS = "Anda ikut mengisi perjanjian ini, sehingga tidak dapat menyetujuinya. Mintalah orang lain."


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The agreements of the year with their states."""
    wewenang = request.wewenang
    names = {a.jenjang: a.sebutan for a in reversed(ladder(wewenang.instansi))}
    isi = {
        "daftar": [(r, names.get(r.baris.jenjang, r.baris.jenjang.replace("_", " "))) for r in agreements(wewenang)],
        "boleh_buat": wewenang.may(tindakan.BUAT),
        "boleh_tangga": wewenang.may(ATUR),
    }
    return render(request, "perjanjian/daftar.html", isi)


@require_http_methods(["GET", "POST"])
def buat(request: HttpRequest) -> HttpResponse:
    """Draft an agreement from the plan."""
    wewenang = request.wewenang
    paket = read_paket(wewenang.instansi, wewenang.tahun)
    form = DrafForm(ladder(wewenang.instansi), paket, wewenang.tahun, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = tindakan.make_draft(wewenang, form.wish, form.cleaned_data["alasan_tindakan"])
        except (tindakan.BelumDapatError, AkuntabelError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Draf perjanjian dibuat dari rencana. Periksa isinya.")
            return redirect("perjanjian_lihat", wewenang.instansi.alamat, wewenang.tahun, made)
    return render(request, "perjanjian/buat.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def lihat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """An agreement: parties, lines, budget, state and steps."""
    wewenang = request.wewenang
    naskah = _found(request, pk)
    wording = _wordings(request)
    penulis = writers(naskah)
    isi = {
        "naskah": naskah,
        "keadaan": table().judul[naskah.keadaan],
        "terkunci": table().terkunci.get(naskah.keadaan),
        "sebab": SEBAB.get(naskah.kepala.sebab_perubahan or "", ""),
        "baris": [
            (r, wording.get(r.indikator, ""), wording.get(r.sasaran, ""), _target(naskah, r.indikator))
            for r in naskah.indikator
        ],
        "anggaran": [(r, wording.get(r.kode, ""), shown(r.anggaran)) for r in naskah.anggaran],
        "riwayat": [(k, table().judul[k.keadaan]) for k in naskah.riwayat],
        "langkah": steps(wewenang, naskah),
        "ikut_mengisi": wewenang.pengguna.pk in penulis,
        "penulis": names_of(penulis),
        "digantikan": replaced_by(wewenang, naskah),
        "boleh_buat": wewenang.may(tindakan.BUAT),
    }
    return render(request, "perjanjian/lihat.html", isi)


def langkah(kode: str) -> View:
    """The page of a step: what is agreed to, a note, and the proof where the step asks for one."""
    one = table().langkah[kode]

    @require_http_methods(["GET", "POST"])
    def page(request: HttpRequest, pk: UUID) -> HttpResponse:
        naskah = _found(request, pk)
        form = LangkahForm(request.POST or None, request.FILES or None, bukti=one.bukti)
        if request.method == "POST" and form.is_valid():
            bukti = _proof(form.cleaned_data) if one.bukti else None
            catatan, sidik = form.cleaned_data["alasan_tindakan"], request.POST.get("sidik", "")
            try:
                ke = tindakan.step(request.wewenang, pk, kode, sidik, catatan, bukti)
            except tindakan.PenulisError:
                form.add_error(None, _PENULIS)
            except tindakan.BerubahError:
                form.add_error(None, _BERUBAH)
            except (tindakan.BelumDapatError, BerkasError) as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, f"Perjanjian {naskah.kepala.kode}: {table().judul[ke]}.")
                return _to_agreement(request, pk)
        halangan = None
        if naskah.keadaan not in one.dari:
            halangan = f"Perjanjian ini berkeadaan {table().judul[naskah.keadaan]}; langkah ini belum dapat diambil."
        isi = {"form": form, "naskah": naskah, "langkah": one, "halangan": halangan}
        return render(request, "perjanjian/langkah.html", isi, status=422 if form.errors else 200)

    return page


def _proof(data: dict[str, Any]) -> tindakan.Bukti:
    upload = data.get("pindaian")
    return tindakan.Bukti(data.get("tanggal"), upload.name if upload else "", upload.read() if upload else None)


@require_http_methods(["GET", "POST"])
def revisi(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A changed agreement from a signed one."""
    naskah = _found(request, pk)
    form = RevisiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = tindakan.revise(request.wewenang, pk, SebabPerubahan(data["sebab"]), data["alasan_tindakan"])
        except tindakan.BelumDapatError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Draf perjanjian perubahan dibuat. Perjanjian semula tetap tersimpan.")
            return _to_agreement(request, made)
    isi = {"form": form, "naskah": naskah}
    return render(request, "perjanjian/revisi.html", isi, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def hapus(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Discard a draft."""
    naskah = _found(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        alasan = form.cleaned_data["alasan_tindakan"]
        try:
            tindakan.discard(request.wewenang, pk, request.POST.get("sidik", ""), alasan)
        except tindakan.BerubahError:
            form.add_error(None, _BERUBAH)
        except (TerkunciError, tindakan.BelumDapatError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Draf perjanjian dihapus.")
            return redirect("perjanjian", request.wewenang.instansi.alamat, request.wewenang.tahun)
    terkunci = table().terkunci.get(naskah.keadaan)
    isi = {"form": form, "naskah": naskah, "terkunci": terkunci}
    return render(request, "perjanjian/hapus.html", isi, status=422 if form.errors else 200)


@require_safe
def naskah(request: HttpRequest, pk: UUID, akhiran: str) -> HttpResponse:
    """The agreement as a document, made by the library from the package."""
    if akhiran not in _AKHIRAN:
        raise Http404
    wewenang = request.wewenang
    found = _found(request, pk)
    try:
        bahan = material(read_paket(wewenang.instansi, wewenang.tahun), SourceMap())
        (isi,) = render_document(build(bahan, "pk", found.kepala.kode), (akhiran,))
    except AkuntabelError as error:
        messages.error(request, f"Naskah belum dapat dibuat: {error}")
        return _to_agreement(request, pk)
    nama = f"{found.kepala.kode}-{wewenang.instansi.alamat}-{wewenang.tahun}.{akhiran}"
    return attachment(isi, nama, TIPE[akhiran])


@require_safe
def pindaian(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The scan of a signed agreement, always as a download and under a name of ours."""
    found = _found(request, pk)
    steps_taken = Keadaan.objects.filter(perjanjian=pk, pindaian__isnull=False).select_related("pindaian")
    last = steps_taken.order_by("-nomor").first()
    if last is None:
        raise Http404
    nama = f"{found.kepala.kode}-bertanda-tangan.{AKHIRAN[last.pindaian.jenis]}"
    return kept(last.pindaian.sidik, nama, last.pindaian.jenis)


def _found(request: HttpRequest, pk: UUID) -> Naskah:
    found = read_agreement(request.wewenang, pk)
    if found is None:
        raise Http404
    return found


def _target(naskah: Naskah, indikator: str) -> str:
    row = naskah.target.get(indikator)
    if row is None:
        return "belum ada"
    return shown(row.nilai) + (f" sampai {shown(row.nilai_atas)}" if row.nilai_atas is not None else "")


def _wordings(request: HttpRequest) -> dict[str, str]:
    """Codes of the plan -> their wording."""
    wewenang = request.wewenang
    found: dict[str, str] = {}
    for tabel, column in (
        ("tujuan", "teks"), ("sasaran", "teks"), ("program", "nama"), ("kegiatan", "nama"), ("subkegiatan", "nama"),
        ("indikator", "nama"),
    ):  # fmt: skip
        found |= {r.kode: getattr(r, column) for r in rows_of(tabel, wewenang.instansi, wewenang.tahun)}
    return found


def _to_agreement(request: HttpRequest, pk: UUID) -> HttpResponse:
    return redirect("perjanjian_lihat", request.wewenang.instansi.alamat, request.wewenang.tahun, pk)
