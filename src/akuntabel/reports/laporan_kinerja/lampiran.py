"""Annexes: agreement, measurement, follow-up of the survey, data to confirm."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Break, Heading, Inline, Inlines, Orientation, PageBreak, Row, Text
from akuntabel.domain.catatan import CatatanData
from akuntabel.reports.bagian.catatan import LAMPIRAN, numbered_notes
from akuntabel.reports.bagian.kelompok import kelompok_list
from akuntabel.reports.bagian.pengukuran import contrary_targets, pengukuran_table
from akuntabel.reports.bagian.perjanjian import judul
from akuntabel.reports.bagian.pk import statement_blocks
from akuntabel.reports.bagian.rencana import agreements
from akuntabel.reports.bahan import DISAMARKAN, Bahan, kurang, merge, paragraf
from akuntabel.reports.narasi import inline_text, verbatim
from akuntabel.reports.tabel import KIRI, baris, kelompok, kepala, tabel, teks


def sections(bahan: Bahan) -> list[tuple[tuple[Block, ...], Orientation]]:
    """Annexes in their order: upright ones, then the list of data to confirm."""
    upright: list[Block] = []
    for pk in agreements(bahan):
        title = judul(pk).upper()
        upright += [_head(title, f"lampiran-{pk.kode}"), *statement_blocks(bahan, pk), PageBreak()]
    upright += [_head("PENGUKURAN KINERJA", "lampiran-pengukuran"), *_measurement(bahan)]
    made: list[tuple[tuple[Block, ...], Orientation]] = [(tuple(upright), Orientation.TEGAK)]
    if bahan.paket.catatan_data:
        made.append(((_head("DATA YANG HARUS DIKONFIRMASI", LAMPIRAN), *confirm_blocks(bahan)), Orientation.TEGAK))
    return made


def _head(title: str, label: str) -> Heading:
    return Heading(1, (Text(title),), label, appendix=True)


def _measurement(bahan: Bahan) -> list[Block]:
    groups = kelompok_list(bahan)
    if not groups:
        return [kurang("Pengukuran kinerja.", "penyusun laporan")]
    table = pengukuran_table(bahan, groups, "tabel-lampiran-pengukuran", f"Pengukuran Kinerja Tahun {bahan.tahun}")
    return [table, *contrary_targets(bahan, groups)]


def confirm_blocks(bahan: Bahan) -> list[Block]:
    """Every doubtful figure: what was seen and where, the choice and why, the consequence, who confirms."""
    body = [row for n, c in numbered_notes(bahan) for row in _note(bahan, n, c)]
    return [
        paragraf(
            "Angka berikut berbeda atau tidak pasti pada dokumen sumber. Tabel ini menampilkan semua nilai "
            "yang terlihat serta nilai yang dipakai beserta alasannya; dokumen yang telah ditandatangani tidak diubah."
        ),
        tabel(
            "Data yang Harus Dikonfirmasi",
            "tabel-konfirmasi",
            ((70, KIRI), (52, KIRI), (40, KIRI)),
            kepala("Nilai yang terlihat", "Yang dipakai dan alasannya", "Akibat bila nilai lain yang benar"),
            body,
            small=True,
        ),
    ]


def _note(bahan: Bahan, n: int, c: CatatanData) -> tuple[Row, Row]:
    """A doubt as two rows: what it is about and who confirms; then values, choice and consequence."""
    where = f"catatan_data {c.kode}"
    who = (Text(f" (yang memastikan: {c.konfirmasi})"),) if c.konfirmasi else ()
    value, reason = inline_text(bahan, c.dipilih, where), inline_text(bahan, c.alasan, where)
    chosen = (Text("Dipakai: ", bold=True), *value, Break(), Text("Alasan: ", bold=True), *reason)
    effect = inline_text(bahan, c.akibat, where) if c.akibat else teks(None)
    title = (Text(f"{n}. {c.perihal}", bold=True), *who)
    return kelompok(title, 3), baris(_seen(bahan, c), chosen, effect)


def _seen(bahan: Bahan, catatan: CatatanData) -> Inlines:
    """The values that were seen; none where a public copy withholds the figure in doubt."""
    if {catatan.besaran, f"{catatan.besaran}/{bahan.tahun}"} & {str(i) for i in bahan.withheld}:
        return teks(DISAMARKAN)
    values = sorted((v for v in bahan.paket.catatan_nilai if v.catatan == catatan.kode), key=lambda v: v.urutan)
    lines: list[Inline] = []
    for n, v in enumerate(values, 1):
        mark = (Text(f"{n}) "),) if len(values) > 1 else ()
        shown = (*mark, *verbatim(bahan, f"{v.nilai} ({v.tempat})", f"catatan_nilai {v.kunci}"))
        lines.extend((Break(), *shown) if lines else shown)
    return merge(tuple(lines)) or teks(None)
