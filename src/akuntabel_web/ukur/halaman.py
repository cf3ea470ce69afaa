"""Pages of entries: the overview, one entry, its steps, its evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from akuntabel.errors import BerkasError
from akuntabel.paket.teks import cell_text
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.teks import shown
from akuntabel_web.inti.unduh import kept
from akuntabel_web.jejak.kueri import entries, last_writer
from akuntabel_web.jejak.models import Jejak
from akuntabel_web.ukur import kueri, tindakan
from akuntabel_web.ukur.alur import AJUKAN, KEMBALIKAN, alur, transitions
from akuntabel_web.ukur.angka import figures, shown_figures
from akuntabel_web.ukur.formulir import BuktiForm, CatatanForm, IsianForm, initial
from akuntabel_web.ukur.isian import Butir, Unit, duties, find_item
from akuntabel_web.ukur.jadwal import JUDUL_PERIODE, PERIODE, Jadwal
from akuntabel_web.ukur.models import Bukti, Riwayat
from akuntabel_web.ukur.tindakan_bukti import add_file, withdraw_file

_CHANGED = "Isian ini baru saja diubah orang lain. Tidak ada yang tersimpan; periksa isinya di bawah, lalu ulangi."
_HISTORY = 100


@require_safe
def ikhtisar(request: HttpRequest) -> HttpResponse:
    """All indicators by period with the state of each entry; indicators without an owner are a finding."""
    isi = kueri.board(request.wewenang, timezone.localdate(), request.GET.get("halaman"))
    return render(request, "ukur/ikhtisar.html", isi)


@require_safe
def isian(request: HttpRequest, periode: str, kode: str) -> HttpResponse:
    """The entry of an indicator in a period."""
    butir = find_item(request.wewenang, kode, periode)
    return _page(request, butir, IsianForm(butir))


@require_POST
def simpan(request: HttpRequest, periode: str, kode: str) -> HttpResponse:
    """Save the values of an entry; who was overtaken sees both values."""
    butir = find_item(request.wewenang, kode, periode)
    form = IsianForm(butir, request.POST)
    if not form.is_valid():
        return _page(request, butir, form, status=422)
    try:
        seen = request.POST.get("dasar", "")
        tindakan.fill(request.wewenang, kode, periode, seen, form.nilai, timezone.localdate())
    except tindakan.BelumDapatError as error:
        form.add_error(None, str(error))
        return _page(request, butir, form, status=422)
    except tindakan.BerubahError as error:
        return _conflict(request, error.sekarang)
    messages.success(request, "Isian tersimpan.")
    return _back(request, periode, kode)


def langkah(nama: str) -> Callable[..., HttpResponse]:
    """The page that takes a step of this name."""

    @require_POST
    def take(request: HttpRequest, periode: str, kode: str) -> HttpResponse:
        seen, note = request.POST.get("dasar", ""), request.POST.get("catatan", "")[:1000].replace("\x00", "")
        try:
            tindakan.move(request.wewenang, kode, periode, nama, seen, timezone.localdate(), note)
        except tindakan.BelumDapatError as error:
            return _refused(request, periode, kode, str(error), 422)
        except tindakan.BerubahError:
            return _refused(request, periode, kode, _CHANGED, 409)
        butir = find_item(request.wewenang, kode, periode)
        messages.success(request, f"{butir.indikator.nama}: {alur().judul_keadaan[butir.keadaan].lower()}.")
        return _back(request, periode, kode)

    return take


@require_POST
def unggah(request: HttpRequest, periode: str, kode: str) -> HttpResponse:
    """Add a file of evidence."""
    form = BuktiForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, periode, kode, "Pilih berkas buktinya.", 422)
    file = form.cleaned_data["berkas"]
    try:
        add_file(request.wewenang, kode, periode, file.name, file.read(), timezone.localdate())
    except (tindakan.BelumDapatError, BerkasError) as error:
        return _refused(request, periode, kode, str(error), 422)
    messages.success(request, "Bukti tersimpan.")
    return _back(request, periode, kode)


@require_POST
def cabut_bukti(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw a file of evidence; its row and bytes stay for the history."""
    bukti = _file(request, pk)
    kode, periode = bukti.isian.indikator, bukti.isian.periode
    try:
        withdraw_file(request.wewenang, bukti, timezone.localdate())
    except tindakan.BelumDapatError as error:
        return _refused(request, periode, kode, str(error), 422)
    messages.success(request, "Bukti dicabut.")
    return _back(request, periode, kode)


@require_safe
def unduh(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A file of evidence: always as an attachment, its kind as its content says."""
    bukti = _file(request, pk)
    return kept(bukti.sha256, bukti.nama, bukti.jenis)


def _file(request: HttpRequest, pk: UUID) -> Bukti:
    wewenang = request.wewenang
    rows = Bukti.objects.select_related("isian")
    return get_object_or_404(rows, pk=pk, instansi=wewenang.instansi, isian__tahun_paket=wewenang.tahun, dicabut=None)


def _page(
    request: HttpRequest, butir: Butir, form: IsianForm, status: int = 200, pesan: str = "", **more: Any
) -> HttpResponse:
    wewenang, periode = request.wewenang, butir.periode
    pohon = Unit(wewenang)
    limit = Jadwal(wewenang.instansi, wewenang.tahun).of(periode, butir.unit)
    may_write = bool(duties(wewenang, tindakan.IZIN_ISI, butir.unit, pohon))
    is_open = butir.keadaan in alur().terbuka
    found = figures(wewenang, butir.indikator.kode)
    isi = {
        "butir": butir,
        "form": form,
        "pesan": pesan,
        "terbaca": _readable(butir, form),
        "judul_periode": JUDUL_PERIODE[periode],
        "judul_keadaan": kueri.state_title(butir),
        "nama_unit": pohon.nama.get(butir.unit or ""),
        "batas": limit,
        "halangan": None if butir.keadaan in tindakan.OPEN_AGAIN else limit.obstacle(timezone.localdate()),
        "angka": shown_figures(found, butir.indikator.kode, wewenang.tahun, periode) if found else None,
        "boleh_isi": may_write and is_open,
        "langkah": _steps(wewenang, butir, pohon),
        "catatan_form": CatatanForm(auto_id="catatan_%s"),
        "bukti_form": BuktiForm(),
        "boleh_bukti": wewenang.may("ukur.bukti"),
        "riwayat": _history(butir),
        "perubahan": entries(Jejak.objects.filter(baris__in=butir.baris).order_by("-id")[:_HISTORY]),
        "catatan_terakhir": _last_note(butir),
        "rencana": kueri.action_plan(wewenang, butir.indikator.kode),
        "periode_lain": [(p, JUDUL_PERIODE[p]) for p in PERIODE],
        **more,
    }
    return render(request, "ukur/isian.html", isi, status=status)


def _readable(butir: Butir, form: IsianForm) -> list[tuple[str, str]]:
    """What is saved, for who reads it only."""
    saved = initial(butir)
    choices = dict(form.fields["status"].choices)
    values = {n: saved.get(n, "") for n in form.fields} | {"status": choices.get(saved.get("status", ""), "")}
    return [(form.fields[n].label, shown(v)) for n, v in values.items()]


def _steps(wewenang: Wewenang, butir: Butir, pohon: Unit) -> list[dict[str, Any]]:
    """The steps that this person may take now, and what stands in the way of each."""
    listed = []
    for step in transitions(wewenang.instansi, wewenang.tahun):
        if step.dari != butir.keadaan or not duties(wewenang, step.izin, butir.unit, pohon):
            continue
        try:
            tindakan.responsible(wewenang, butir, step)
            obstacle = None
        except tindakan.BelumDapatError as error:
            obstacle = str(error)
        noted = step.nama in tindakan.NOTED
        listed.append({"nama": step.nama, "rute": f"ukur_{step.nama}", "judul": alur().judul_langkah[step.nama],
                       "bercatatan": noted, "halangan": obstacle, "utama": step.nama != KEMBALIKAN})  # fmt: skip
    return sorted(listed, key=lambda s: (not s["utama"], s["nama"] != AJUKAN))


def _history(butir: Butir) -> list[dict[str, Any]]:
    if butir.isian is None:
        return []
    rows = Riwayat.objects.filter(isian=butir.isian).select_related("oleh", "atas_nama").order_by("-waktu", "-id")
    names = alur().judul_langkah | {"isi": "Mengisi", "bukti": "Menambah bukti", "cabut_bukti": "Mencabut bukti"}
    return [{"baris": r, "judul": names.get(r.langkah, r.langkah), "ke": alur().judul_keadaan[r.ke]} for r in rows]


def _last_note(butir: Butir) -> Riwayat | None:
    """The note with which the entry came back."""
    if butir.keadaan not in tindakan.OPEN_AGAIN:
        return None
    rows = Riwayat.objects.filter(isian=butir.isian, ke=butir.keadaan).exclude(catatan="")
    return rows.select_related("oleh").order_by("-waktu", "-id").first()


def _conflict(request: HttpRequest, sekarang: Butir) -> HttpResponse:
    """Both values side by side, in a form that starts from what is saved now."""
    form = IsianForm(sekarang, request.POST)
    form.is_valid()
    saved = initial(sekarang)
    pairs = []
    for name, field in form.fields.items():
        mine = form.cleaned_data.get(name)
        text = cell_text(mine) if mine is not None else ""
        if text != saved.get(name, ""):
            pairs.append((field.label, shown(saved.get(name)), shown(text)))
    row = sekarang.realisasi
    who = last_writer(row.pk) if row else ""
    return _page(request, sekarang, form, status=409, beda=pairs, penulis=who, bertabrakan=True)


def _refused(request: HttpRequest, periode: str, kode: str, pesan: str, status: int) -> HttpResponse:
    butir = find_item(request.wewenang, kode, periode)
    return _page(request, butir, IsianForm(butir), status=status, pesan=pesan)


def _back(request: HttpRequest, periode: str, kode: str) -> HttpResponse:
    return redirect("ukur_isian", request.wewenang.instansi.alamat, request.wewenang.tahun, periode, kode)
