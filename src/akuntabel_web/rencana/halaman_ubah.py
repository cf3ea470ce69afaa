"""Pages that change the plan: add below, change, move, order, support, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from akuntabel.domain.paket import TABEL
from akuntabel.paket.teks import cell_text
from akuntabel_web.inti.formulir import ReasonForm
from akuntabel_web.inti.halaman import version_of
from akuntabel_web.inti.pengenal import parse_id
from akuntabel_web.inti.teks import shown, title
from akuntabel_web.jejak.kueri import last_writer
from akuntabel_web.paket.kueri import suggestions
from akuntabel_web.paket.kunci import TerkunciError
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.paket.petakan import columns
from akuntabel_web.paket.tindakan import KonflikError, KunciGandaError, find_row, may_change
from akuntabel_web.rencana import tindakan
from akuntabel_web.rencana.formulir import PindahForm, SimpulForm
from akuntabel_web.rencana.putaran import PutaranError
from akuntabel_web.rencana.simpul import JENIS, SEMUA, TANPA_INDUK, TERUKUR, Jenis
from akuntabel_web.rencana.tindakan import Induk

_GANDA = "Sudah ada baris lain dengan kunci ini: {}. Bedakan kuncinya."
_HILANG = "Simpul ini sudah dihapus orang lain. Tidak ada yang tersimpan."
_DISALIP = "Simpul ini baru saja diubah orang lain. Periksa keadaannya yang sekarang, lalu ulangi."
_BUKAN = "Anda tidak berwenang mengubah tabel {}."
_ATAS, _BAWAH = -1, 1


@require_http_methods(["GET", "POST"])
def tambah(request: HttpRequest, jenis: str) -> HttpResponse:
    """A new node below the one that the address names."""
    kind = _kind(jenis)
    induk = _parent(request, kind)
    tetap = _fixed(kind, induk)
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None:
        data.update(tetap)
    form = SimpulForm(kind, data, tetap=tetap)
    if data is not None and form.is_valid():
        alasan = form.cleaned_data["alasan_tindakan"]
        done = _attempt(form, kind, lambda: tindakan.add_below(request.wewenang, kind, induk, form.values, alasan))
        if done:
            messages.success(request, f"{kind.judul} ditambahkan.")
            return _to_tree(request, kind, done)
    isi = {"judul": f"Tambah {kind.judul.lower()}", "induk": induk}
    return _form_page(request, kind, form, isi)


@require_http_methods(["GET", "POST"])
def ubah(request: HttpRequest, jenis: str, pk: UUID) -> HttpResponse:
    """Change a node; who was overtaken sees both values."""
    kind, baris = _found(request, jenis, pk)
    tetap = {n: cell_text(getattr(baris, n)) for n in _fixed_names(kind, baris)}
    if request.method == "GET":
        form = SimpulForm(kind, baris=baris, beralasan=True, tetap=tetap)
        return _form_page(request, kind, form, {"judul": f"Ubah {kind.judul.lower()}", "baris": baris})
    data = request.POST.copy()
    data.update(tetap)
    form = SimpulForm(kind, data, baris=baris, beralasan=True, tetap=tetap)
    versi = version_of(request)
    if form.is_valid():
        alasan = form.cleaned_data["alasan_tindakan"]
        try:
            if _attempt(form, kind, lambda: tindakan.change(request.wewenang, kind, pk, versi, form.values, alasan)):
                messages.success(request, "Perubahan tersimpan.")
                return _to_tree(request, kind, pk)
        except KonflikError as konflik:
            return _conflict(request, kind, form, konflik.sekarang)
    return _form_page(request, kind, form, {"judul": f"Ubah {kind.judul.lower()}", "baris": baris, "versi": versi})


@require_http_methods(["GET", "POST"])
def pindah(request: HttpRequest, jenis: str, pk: UUID) -> HttpResponse:
    """Hang a node below another."""
    kind, baris = _found(request, jenis, pk)
    if kind.induk is None or kind.kode not in JENIS:
        raise Http404
    return _link_page(
        request, kind, baris, f"Pindahkan {kind.judul.lower()}", "Dipindahkan.",
        lambda induk, alasan: tindakan.move(request.wewenang, kind, pk, version_of(request), induk, alasan),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def dukung(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let a programme support one more sasaran."""
    kind, baris = _found(request, "program", pk)
    return _link_page(
        request, kind, baris, "Tambah sasaran yang didukung", "Tautan ditambahkan.",
        lambda induk, alasan: tindakan.support(request.wewenang, pk, induk, alasan),
    )  # fmt: skip


@require_POST
def geser(request: HttpRequest, jenis: str, pk: UUID) -> HttpResponse:
    """One place up or down."""
    kind, _ = _found(request, jenis, pk)
    arah = _ATAS if request.POST.get("arah") == "atas" else _BAWAH
    alasan = "mengurutkan"
    try:
        if not tindakan.shift(request.wewenang, kind, pk, version_of(request), arah, alasan):
            messages.info(request, "Simpul ini sudah yang paling " + ("atas." if arah == _ATAS else "bawah."))
    except KonflikError:
        messages.error(request, _DISALIP)
    # Back into the tree, not beside it: who orders by keyboard goes on from the same node.
    return redirect(_home(request, kind, pk).replace("#rincian", f"#s-{kind.kode}-{pk}"))


@require_http_methods(["GET", "POST"])
def hapus(request: HttpRequest, jenis: str, pk: UUID) -> HttpResponse:
    """Delete a node, after its values and what hangs on it were shown."""
    kind, baris = _found(request, jenis, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        alasan = form.cleaned_data["alasan_tindakan"]
        try:
            if _attempt(form, kind, lambda: tindakan.delete(request.wewenang, kind, pk, version_of(request), alasan)):
                messages.success(request, f"{kind.judul} dihapus.")
                return redirect(_home(request, kind))
        except KonflikError:
            form.add_error(None, _DISALIP)
    isi = {
        "jenis": kind,
        "baris": baris,
        "form": form,
        "nilai": [(title(k.nama), shown(getattr(baris, k.nama))) for k in columns(kind.tabel)],
        "bergantung": list(tindakan.dependents(request.wewenang, kind, baris)),
        "batal": _home(request, kind),
    }
    return render(request, "rencana/hapus.html", isi, status=422 if form.errors else 200)


def _attempt(form: Any, kind: Jenis, action: Callable[[], UUID | None]) -> UUID | bool:
    """Run an action; what people can mend becomes an error of the form. Lets KonflikError through."""
    try:
        return action() or True
    except KunciGandaError:
        form.add_error(None, _GANDA.format(form.baris.kunci))
    except tindakan.TergantungError as error:
        form.add_error(None, f"Masih ada yang bergantung pada {kind.judul.lower()} ini: {error}. Pindahkan dahulu.")
    except (PutaranError, TerkunciError, tindakan.BelumDapatError) as error:
        form.add_error(None, str(error))
    except PermissionDenied:
        form.add_error(None, _BUKAN.format(TABEL[kind.tabel].JUDUL))
    return False


def _link_page(
    request: HttpRequest,
    kind: Jenis,
    baris: BarisPaket,
    judul: str,
    selesai: str,
    action: Callable[[str, str], None],
) -> HttpResponse:
    """A page that asks under which node, and why."""
    upper = JENIS[str(kind.induk)]
    form = PindahForm(_choices(request, upper), f"Di bawah {upper.judul.lower()}", request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            if _attempt(form, kind, lambda: action(data["induk"], data["alasan_tindakan"])):
                messages.success(request, selesai)
                return _to_tree(request, kind, baris.pk)
        except KonflikError as konflik:
            form.add_error(None, _HILANG if konflik.sekarang is None else _DISALIP)
    isi = {
        "judul": judul,
        "jenis": kind,
        "form": form,
        "baris": baris,
        "bunyi": getattr(baris, kind.bunyi),
        "batal": _home(request, kind, baris.pk),
    }
    return render(request, "rencana/pindah.html", isi, status=422 if form.errors else 200)


def _choices(request: HttpRequest, upper: Jenis) -> list[tuple[str, str]]:
    wewenang = request.wewenang
    rows = MODEL[upper.tabel].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
    if upper.tabel == "visi_misi":
        rows = rows.filter(jenis=upper.kode)
    return [(r.kode, f"{r.kode} {getattr(r, upper.bunyi)}"[:120]) for r in rows.order_by("urutan_baris", "id")]


def _kind(kode: str) -> Jenis:
    if kode not in SEMUA:
        raise Http404
    return SEMUA[kode]


def _found(request: HttpRequest, jenis: str, pk: UUID) -> tuple[Jenis, BarisPaket]:
    kind = _kind(jenis)
    row = find_row(request.wewenang, kind.tabel, pk)
    if row is None or (kind.tabel == "visi_misi" and row.jenis != kind.kode):
        raise Http404
    if not may_change(request.wewenang, kind.tabel, {k.nama: getattr(row, k.nama) for k in columns(kind.tabel)}):
        raise PermissionDenied(kind.tabel)
    return kind, row


def _parent(request: HttpRequest, kind: Jenis) -> Induk | None:
    """The row that the address names as the one above: `?induk=sasaran-<id>`. 404 for one that cannot be above."""
    text = request.GET.get("induk", "")
    if not text:
        if kind.kode in TANPA_INDUK:
            return None
        raise Http404
    name, _, rest = text.partition("-")
    fitting = TERUKUR if kind.kode == "indikator" else (kind.induk,)
    identity = parse_id(rest)
    if name not in fitting or name not in SEMUA or identity is None:
        raise Http404
    upper = SEMUA[name]
    row = find_row(request.wewenang, upper.tabel, identity)
    if row is None or (upper.tabel == "visi_misi" and row.jenis != upper.kode):
        raise Http404
    return Induk(upper, row)


def _fixed(kind: Jenis, induk: Induk | None) -> dict[str, str]:
    """Columns of a new row that its place decides, as texts of the form."""
    return {name: cell_text(value) for name, value in tindakan.link_columns(kind, induk).items()}


def _fixed_names(kind: Jenis, baris: BarisPaket) -> tuple[str, ...]:
    """Columns that a change leaves alone: moving is an action of its own."""
    match kind.kode:
        case "visi" | "misi":
            return ("jenis", "dokumen") if kind.kode == "misi" else ("jenis",)
        case "indikator":
            return ("tingkat", "induk")
        case _ if kind.kolom and getattr(baris, kind.kolom) is not None:
            return (kind.kolom,)
        case _:
            return ()


def _form_page(request: HttpRequest, kind: Jenis, form: SimpulForm, isi: dict[str, Any]) -> HttpResponse:
    baris = isi.get("baris")
    induk = isi.get("induk")
    isi = {
        "jenis": kind,
        "form": form,
        "versi": isi.get("versi") or (baris.versi_baris if baris else None),
        "saran": list(suggestions(request.wewenang, kind.tabel)),
        "bunyi_induk": getattr(induk.baris, induk.jenis.bunyi) if induk else "",
        "batal": _home(request, kind, baris.pk if baris else None),
        **isi,
    }
    return render(request, "rencana/simpul.html", isi, status=422 if form.errors else 200)


def _conflict(request: HttpRequest, kind: Jenis, form: SimpulForm, sekarang: BarisPaket | None) -> HttpResponse:
    if sekarang is None:
        messages.error(request, _HILANG)
        return redirect(_home(request, kind))
    pairs = [
        (title(n), shown(getattr(sekarang, n)), shown(v)) for n, v in form.values.items() if getattr(sekarang, n) != v
    ]
    isi = {
        "apa": kind.judul,
        "form": form,
        "versi": sekarang.versi_baris,
        "beda": pairs,
        "penulis": last_writer(sekarang.pk),
        "saran": list(suggestions(request.wewenang, kind.tabel)),
        "batal": _home(request, kind, sekarang.pk),
    }
    return render(request, "paket/konflik.html", isi, status=409)


def _home(request: HttpRequest, kind: Jenis, pk: UUID | None = None) -> str:
    """The page to come back to: the documents, or the tree with the node opened."""
    wewenang = request.wewenang
    if kind.kode == "dokumen":
        return reverse("dokumen_rencana", args=[wewenang.instansi.alamat, wewenang.tahun])
    home = reverse("pohon", args=[wewenang.instansi.alamat, wewenang.tahun])
    if pk is None:
        return home
    if kind.kode not in JENIS:
        opened = _measured(request, kind, pk)
        return f"{home}?{urlencode({'simpul': opened})}#rincian" if opened else home
    return f"{home}?{urlencode({'simpul': f'{kind.kode}-{pk}'})}#rincian"


def _measured(request: HttpRequest, kind: Jenis, pk: UUID) -> str:
    """The node that an indicator or its target is about, as pages name it."""
    wewenang = request.wewenang
    row = find_row(wewenang, kind.tabel, pk)
    rows = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    if row is not None and kind.kode == "target":
        row = MODEL["indikator"].objects.filter(**rows, kode=row.indikator).first()
    if row is None or row.tingkat not in JENIS:
        return ""
    above = MODEL[JENIS[row.tingkat].tabel].objects.filter(**rows, kode=row.induk).first()
    return f"{row.tingkat}-{above.pk}" if above else ""


def _to_tree(request: HttpRequest, kind: Jenis, pk: UUID | bool) -> HttpResponse:
    return redirect(_home(request, kind, pk if isinstance(pk, UUID) else None))
