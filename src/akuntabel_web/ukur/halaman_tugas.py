"""Pages of tasks: a person's own, across agencies and years; reminders to others."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from akuntabel_web.inti.alamat import address
from akuntabel_web.inti.teks import shown
from akuntabel_web.ukur import tugas
from akuntabel_web.ukur.pengingat import send_reminders, short_text

_GROUPS = (
    (tugas.ISI, "Yang harus saya isi"),
    (tugas.SAHKAN, "Menunggu pengesahan saya"),
    (tugas.RAPAT, "Keputusan rapat yang menjadi tugas saya"),
    (tugas.TUNGGU, "Sudah diajukan, menunggu orang lain"),
)

_MOST = 50  # tasks of a kind that are shown at once, the most urgent first


@require_safe
def halaman_tugas(request: HttpRequest) -> HttpResponse:
    """What this person must do, everywhere."""
    today, most = timezone.localdate(), None if "semua" in request.GET else _MOST
    places = []
    for wewenang, todo, unowned in tugas.own_tasks(request.user, today):
        by_kind = [(judul, [t for t in todo if t.jenis == jenis]) for jenis, judul in _GROUPS]
        groups = [(judul, len(tasks), [_shown(t, today) for t in tasks[:most]]) for judul, tasks in by_kind if tasks]
        if groups or unowned:
            places.append({"wewenang": wewenang, "kelompok": groups, "tanpa_pemilik": unowned})
    return render(request, "ukur/tugas.html", {"tempat": places, "hari": today})


@require_safe
def jumlah(request: HttpRequest) -> HttpResponse:
    """The number beside the link to one's tasks; nothing where there are none. Asked by the page when it is there."""
    return render(request, "ukur/_jumlah.html", {"jumlah": tugas.count_of(request.user, timezone.localdate())})


def _shown(task: tugas.Pekerjaan, today: date) -> dict[str, Any]:
    name, *parts = task.rute
    return {
        "judul": task.judul,
        "url": address(name, task.instansi.alamat, task.tahun, *parts),
        "tenggat": f"Paling lambat {shown(task.tenggat)}" if task.tenggat else "Tanpa tenggat",
        "terlambat": task.late(today),
        "halangan": task.halangan,
    }


@require_safe
def pengingat(request: HttpRequest) -> HttpResponse:
    """A short text for each person with tasks, to copy into a message."""
    today = timezone.localdate()
    people = [
        {"orang": person, "jumlah": len(todo), "terlambat": sum(t.late(today) for t in todo),
         "teks": short_text(person.nama, todo, today)}
        for person, todo in tugas.tasks_of_everybody(request.wewenang, today)
    ]  # fmt: skip
    return render(request, "ukur/pengingat.html", {"daftar": people})


@require_POST
def kirim_pengingat(request: HttpRequest) -> HttpResponse:
    """Send the reminders of this agency by e-mail."""
    sent, failed = send_reminders(request.wewenang, timezone.localdate())
    if failed:
        messages.error(request, f"{failed} surel tidak dapat dikirim; coba lagi nanti.")
    messages.success(request, f"{sent} surel pengingat terkirim. Setiap orang mendapat paling banyak satu sehari.")
    return redirect("ukur_pengingat", request.wewenang.instansi.alamat, request.wewenang.tahun)
