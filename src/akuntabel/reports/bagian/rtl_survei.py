"""The follow-up plan of one survey period by priority, and what became of the plan before it."""

from __future__ import annotations

from collections.abc import Mapping

from akuntabel.bahasa.kalimat import join_list
from akuntabel.bahasa.tanggal import romawi
from akuntabel.calculation.skm_rinci import period_before
from akuntabel.calculation.tindak_lanjut import KINI, SEBELUMNYA, plans_at
from akuntabel.doctree.nodes import Block, Cell, Inlines, Row
from akuntabel.domain.pilihan import Periode, StatusTindak
from akuntabel.domain.skm import SkmPeriode
from akuntabel.domain.tindak_lanjut import Rtl
from akuntabel.reports.bagian.kelompok import sebutan_unit
from akuntabel.reports.bagian.responden import PENGELOLA
from akuntabel.reports.bagian.rtl import KEADAAN, count_line
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import kurang, paragraf
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, kepala_bertingkat, sumber, tabel, teks

TRIWULAN = len([p for p in Periode if p is not Periode.TAHUN])
TANDA = "√"
TANPA_UNSUR = "Tanda – pada kolom unsur: kegiatan yang tidak dikaitkan dengan satu unsur."


def plan_blocks(survei: Survei) -> list[Block]:
    """The plan that follows from the period, from the lowest unsur upward, with its quarters."""
    rows = plans_at(survei.bahan.paket, survei.periode)[KINI]
    if not rows:
        return [kurang(f"Rencana tindak lanjut survei {survei.waktu} (tabel rtl).", PENGELOLA)]
    ordered = sorted(rows, key=lambda r: _priority(survei, r))
    count = count_line(survei.bahan, survei.waktu, f"{survei.periode.kode}:{KINI}", rows)
    return [count, _plan_table(survei, ordered), *_weakest_unplanned(survei, rows), *_plan_gaps(ordered)]


def _weakest_unplanned(survei: Survei, rows: list[Rtl]) -> list[Block]:
    """That the lowest unsur has no line, where it has none: the plan is to start from there."""
    planned = {r.unsur for r in rows if r.status is not StatusTindak.BATAL}
    values = {u: survei.bahan.figures.get(survei.fid("nilai_unsur", u)) for u in _names(survei)}
    known = {u: f.number for u, f in values.items() if f is not None and f.number is not None}
    weak = [u for u, v in known.items() if v == min(known.values()) and u not in planned]
    if not weak or not any(planned):
        return []
    named = join_list(_names(survei)[u] for u in weak)
    return [kurang(f"Rencana tindak lanjut untuk unsur dengan nilai terendah: {named} (tabel rtl).", PENGELOLA)]


def _names(survei: Survei) -> Mapping[str, str]:
    return survei.bahan.regulations.unsur_skm(survei.periode.tahun)


def _priority(survei: Survei, row: Rtl) -> tuple[object, ...]:
    """Lowest unsur first, those without an unsur last; within one the order of the data."""
    figure = survei.bahan.figures.get(survei.fid("nilai_unsur", row.unsur)) if row.unsur else None
    value = figure.number if figure is not None else None
    return (row.unsur is None, value is None, value or 0, row.unsur or "", row.urutan or 0, row.kode)


def _plan_table(survei: Survei, rows: list[Rtl]) -> Block:
    lead = [("No.", 1, 2), ("Prioritas unsur", 1, 2), ("Program/kegiatan", 1, 2), ("Tahun", 1, 2)]
    head = kepala_bertingkat(
        [*lead, ("Waktu (triwulan)", TRIWULAN, 1), ("Penanggung jawab", 1, 2)],
        [(romawi(n), 1, 1) for n in range(1, TRIWULAN + 1)],
    )
    notes = [f"Urutan dari unsur dengan nilai terendah. Tanda {TANDA}: triwulan pelaksanaan."]
    return tabel(
        f"Rencana Tindak Lanjut Survei {survei.waktu}",
        "tabel-rtl",
        ((7, TENGAH), (24, KIRI), (46, KIRI), (11, TENGAH), *((7, TENGAH),) * TRIWULAN, (28, KIRI)),
        head,
        [_plan_row(survei, n, r) for n, r in enumerate(rows, 1)],
        source=sumber(survei.bahan),
        notes=[*notes, *([TANPA_UNSUR] if any(r.unsur is None for r in rows) else [])],
        small=True,
    )


def _plan_row(survei: Survei, n: int, row: Rtl) -> Row:
    what = inline_text(survei.bahan, row.uraian, f"rtl {row.kode}")
    owner = sebutan_unit(survei.bahan, row.penanggung_jawab)
    quarters = ((teks(TANDA) if row.triwulan == q else ()) for q in range(1, TRIWULAN + 1))
    cells: tuple[Inlines, ...] = (
        teks(n), teks(_unsur(survei, row)), what, teks(row.tahun), *quarters, teks(owner)
    )  # fmt: skip
    return Row(tuple(Cell(c) for c in cells))


def _unsur(survei: Survei, row: Rtl) -> str | None:
    return _names(survei).get(row.unsur or "", row.unsur or "") or None


def _plan_gaps(rows: list[Rtl]) -> list[Block]:
    """Lines of the plan without an owner or a time, by their numbers."""
    made: list[Block] = []
    for what, bare in (
        ("Penanggung jawab", [n for n, r in enumerate(rows, 1) if not r.penanggung_jawab]),
        ("Tahun atau triwulan pelaksanaan", [n for n, r in enumerate(rows, 1) if not (r.tahun and r.triwulan)]),
    ):
        if bare:
            made.append(kurang(f"{what} rencana tindak lanjut nomor {_numbers(bare)}.", PENGELOLA))
    return made


def _numbers(numbers: list[int]) -> str:
    """'1–3, 5, 7–9'."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def earlier_blocks(survei: Survei) -> list[Block]:
    """What was done of the plan before, beside the change of the values that it was to raise."""
    rows = plans_at(survei.bahan.paket, survei.periode)[SEBELUMNYA]
    before = period_before(survei.bahan.paket, survei.periode)
    if not rows:
        return [kurang("Rencana tindak lanjut periode sebelumnya dan pelaksanaannya (tabel rtl).", PENGELOLA)]
    ordered = sorted(rows, key=lambda r: (r.urutan or 0, r.kode))
    count = count_line(survei.bahan, "dari periode sebelumnya", f"{survei.periode.kode}:{SEBELUMNYA}", rows)
    return [count, _earlier_table(survei, ordered, before), *_outcome(survei, ordered, before)]


def _earlier_table(survei: Survei, rows: list[Rtl], before: SkmPeriode | None) -> Block:
    known = before is not None and any(r.unsur for r in rows)
    wide = ((15, KANAN), (15, KANAN), (16, KANAN)) if known else ()
    titles = ("Nilai semula", "Nilai kini", "Perubahan") if known else ()
    body = []
    for n, r in enumerate(rows, 1):
        values = _values(survei, r, before) if known and before is not None else ()
        what = inline_text(survei.bahan, r.uraian, f"rtl {r.kode}")
        owner = sebutan_unit(survei.bahan, r.penanggung_jawab)
        cells = (teks(n), teks(_unsur(survei, r)), what, teks(owner), teks(KEADAAN[r.status]), *values)
        body.append(baris(*cells))
    return tabel(
        "Pelaksanaan Rencana Tindak Lanjut Periode Sebelumnya",
        "tabel-rtl-sebelumnya",
        ((7, TENGAH), (26, KIRI), (42, KIRI), (24, KIRI), (16, TENGAH), *wide),
        kepala("No.", "Prioritas unsur", "Program/kegiatan", "Penanggung jawab", "Keadaan", *titles),
        body,
        source=sumber(survei.bahan),
        small=True,
    )


def _values(survei: Survei, row: Rtl, before: SkmPeriode) -> tuple[Inlines, ...]:
    if not row.unsur:
        return (teks(None),) * 3
    old = survei.bahan.cell(survei.bahan.fid("nilai_unsur", f"{before.kode}:{row.unsur}", before.tahun))
    return (old, survei.cell("nilai_unsur", row.unsur), survei.cell("perubahan_unsur", row.unsur))


def _outcome(survei: Survei, rows: list[Rtl], before: SkmPeriode | None) -> list[Block]:
    """The way each unsur of the plan went, or why nobody can say."""
    if before is None:
        text = (
            "Perubahan nilai unsur setelah tindak lanjut tidak dapat dinilai karena nilai unsur periode sebelumnya "
            "tidak tercatat."
        )
        return [paragraf(text)]
    unsur = sorted({r.unsur for r in rows if r.unsur and survei.has("arah_unsur", r.unsur)})
    made = [_way(survei, u, before, _opening([r for r in rows if r.unsur == u])) for u in unsur]
    if made:
        made.append(paragraf("Perubahan nilai tidak dengan sendirinya disebabkan oleh tindak lanjut."))
    return made


def _opening(rows: list[Rtl]) -> str:
    """How the sentence about an unsur begins: what came of the lines that were to raise its value."""
    states = {r.status for r in rows}
    kept = states - {StatusTindak.BATAL}
    if kept == {StatusTindak.SELESAI}:
        return "Setelah tindak lanjut itu, nilai unsur {unsur}"
    if not kept:
        return "Tindak lanjut atas unsur {unsur} dibatalkan; nilainya"
    if kept == {None}:
        return "Pelaksanaan tindak lanjut atas unsur {unsur} belum dicatat; nilainya"
    begun = kept & {StatusTindak.SELESAI, StatusTindak.BERJALAN}
    return f"Tindak lanjut atas unsur {{unsur}} belum {'selesai' if begun else 'dilaksanakan'}; nilainya"


def _way(survei: Survei, unsur: str, before: SkmPeriode, opening: str) -> Block:
    """The way of one unsur, which is that of a follow-up only where the follow-up was done."""
    name = _names(survei).get(unsur, unsur)
    if survei.text("arah_unsur", unsur) == "tetap":
        return paragraf(f"{opening} tetap {{kini}}.", unsur=name, kini=survei.ref("nilai_unsur", unsur))
    return paragraf(
        f"{opening} {{arah}} {{selisih}} poin dari {{semula}} menjadi {{kini}}.",
        unsur=name,
        arah=survei.ref("arah_unsur", unsur),
        selisih=survei.ref("perubahan_unsur", unsur, format_name="mutlak"),
        semula=survei.bahan.ref(survei.bahan.fid("nilai_unsur", f"{before.kode}:{unsur}", before.tahun)),
        kini=survei.ref("nilai_unsur", unsur),
    )
