"""The follow-up plan of the survey: what was done of earlier plans, then the current one."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.bahasa.tanggal import romawi
from akuntabel.calculation.tindak_lanjut import KINI, SEBELUMNYA, split_plans
from akuntabel.doctree.nodes import Block, Inlines, Row, Table, Text
from akuntabel.domain.pilihan import JangkaWaktu, StatusTindak, SumberTindakLanjut
from akuntabel.domain.tindak_lanjut import Rtl
from akuntabel.reports.bagian.kelompok import sebutan_unit
from akuntabel.reports.bagian.survei import waktu
from akuntabel.reports.bahan import Bahan, kalimat, kurang, paragraf
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.tabel import KIRI, TENGAH, baris, kelompok, kepala, sumber, tabel, teks

JANGKA = {
    JangkaWaktu.PENDEK: "Jangka pendek",
    JangkaWaktu.MENENGAH: "Jangka menengah",
    JangkaWaktu.PANJANG: "Jangka panjang",
    None: "Jangka waktu tidak dinyatakan",
}
KEADAAN = {
    StatusTindak.BELUM: "belum",
    StatusTindak.BERJALAN: "berjalan",
    StatusTindak.SELESAI: "selesai",
    StatusTindak.BATAL: "batal",
    None: "belum dicatat",
}
KOLOM = ((6, TENGAH), (22, KIRI), (40, KIRI), (16, KIRI), (20, KIRI), (12, TENGAH))


def follow_up_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Earlier plans with what was done, then the current plan; each is counted by itself."""
    plans = split_plans(bahan.paket, SumberTindakLanjut.SKM)
    if not any(plans.values()):
        return (kurang("Rencana tindak lanjut survei.", "pengelola survei"),)
    made: list[Block] = []
    if plans[SEBELUMNYA]:
        groups = [(_origin(bahan, kode), own) for kode, own in _by_period(bahan, plans[SEBELUMNYA])]
        title = "Pelaksanaan Rencana Tindak Lanjut Periode Sebelumnya"
        made += [
            count_line(bahan, "dari periode sebelumnya", SEBELUMNYA, plans[SEBELUMNYA]),
            _table(bahan, title, SEBELUMNYA, groups),
        ]
    if plans[KINI]:
        groups = [(title, [r for r in plans[KINI] if r.jangka is jangka]) for jangka, title in JANGKA.items()]
        title = "Rencana Tindak Lanjut Survei Kepuasan Masyarakat"
        made += [
            count_line(bahan, _of_current(bahan, plans[KINI]), KINI, plans[KINI]),
            _table(bahan, title, KINI, groups),
        ]
    return tuple(made)


def count_line(bahan: Bahan, which: str, plan: str, rows: Iterable[Rtl]) -> Block:
    """How many lines a plan has and how many of them are done; `plan` is its code among the figures."""
    kode = f"{SumberTindakLanjut.SKM.value}:{plan}"
    whole, done = (bahan.fid("rtl", f"{kode}:{s}") for s in ("semua", StatusTindak.SELESAI.value))
    finished = bahan.figures[done].number
    outcome = kalimat("{selesai} di antaranya tercatat selesai", selesai=bahan.ref(done))
    if not finished:
        outcome = kalimat("belum ada yang selesai")
    elif finished == bahan.figures[whole].number:
        outcome = kalimat("seluruhnya tercatat selesai")
    text = "Rencana tindak lanjut survei {mana} memuat {semua} butir; {hasil}{bukti}{batal}."
    proof = _without_proof(rows)
    gone = bahan.fid("rtl", f"{kode}:{StatusTindak.BATAL.value}")
    cancelled = kalimat("; {n} dibatalkan", n=bahan.ref(gone)) if bahan.figures[gone].number else ""
    return paragraf(
        text, mana=which, semua=bahan.ref(whole), hasil=outcome, bukti=f", {proof}" if proof else "", batal=cancelled
    )


def _without_proof(rows: Iterable[Rtl]) -> str:
    """'tanpa bukti yang tercatat' of finished lines that name no evidence; empty where all do or none is finished."""
    named = [bool(r.bukti) for r in rows if r.status is StatusTindak.SELESAI]
    if all(named):
        return ""
    return "sebagian tanpa bukti yang tercatat" if any(named) else "tanpa bukti yang tercatat"


def _of_current(bahan: Bahan, rows: list[Rtl]) -> str:
    """The survey that the current plan follows from, where the data name one."""
    known = {p.kode: waktu(p) for p in bahan.paket.skm_periode}
    named = next((known[r.periode] for r in rows if r.periode in known), None)
    return named or "yang berjalan"


def _by_period(bahan: Bahan, rows: list[Rtl]) -> list[tuple[str | None, list[Rtl]]]:
    """Lines by survey period, oldest first, those without one last."""
    order = [p.kode for p in sorted(bahan.paket.skm_periode, key=lambda p: (p.tahun, p.bulan_akhir, p.kode))]
    codes = [*order, *sorted({r.periode for r in rows if r.periode} - set(order)), None]
    groups = [(kode, [r for r in rows if r.periode == kode]) for kode in codes]
    return [(kode, own) for kode, own in groups if own]


def _origin(bahan: Bahan, kode: str | None) -> str:
    known = {p.kode: f"Survei {waktu(p)}" for p in bahan.paket.skm_periode}
    return "Periode survei tidak tercatat" if kode is None else known.get(kode, kode)


def _table(bahan: Bahan, title: str, plan: str, groups: Iterable[tuple[str, list[Rtl]]]) -> Table:
    body: list[Row] = []
    for heading, rows in groups:
        ordered = sorted(rows, key=lambda r: (r.urutan or 0, r.kode))
        if ordered:
            body.append(kelompok((Text(heading, bold=True),), len(KOLOM)))
        body += [_row(bahan, n, r) for n, r in enumerate(ordered, 1)]
    head = kepala("No.", "Prioritas unsur", "Program/kegiatan", "Waktu", "Penanggung jawab", "Keadaan")
    label = "tabel-rtl" if plan == KINI else f"tabel-rtl-{plan}"
    return tabel(title, label, KOLOM, head, body, source=sumber(bahan), small=True)


def _row(bahan: Bahan, number: int, row: Rtl) -> Row:
    names = bahan.regulations.unsur_skm(bahan.tahun)
    what: Inlines = inline_text(bahan, row.uraian, f"rtl {row.kode}")
    unsur = names.get(row.unsur or "", row.unsur)
    return baris(
        teks(number),
        teks(unsur),
        what,
        teks(_when(row)),
        teks(sebutan_unit(bahan, row.penanggung_jawab)),
        teks(KEADAAN[row.status]),
    )


def _when(row: Rtl) -> str | None:
    if row.triwulan:
        return f"Triwulan {romawi(row.triwulan)} {row.tahun or ''}".strip()
    return str(row.tahun) if row.tahun else None
