"""Matrix of the follow-up of the evaluation's recommendations (LHE AKIP), with the score by component."""

from __future__ import annotations

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.nodes import Block, Document, Orientation, Row, Section
from akuntabel.domain.pilihan import SumberTindakLanjut
from akuntabel.domain.tindak_lanjut import Rekomendasi
from akuntabel.reports.bagian.kelompok import sebutan_unit
from akuntabel.reports.bagian.rtl import KEADAAN
from akuntabel.reports.bagian.tindak_lanjut import akip_blocks, rekomendasi_counts
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.dokumen.rangka import (
    assemble,
    bagian,
    judul_laporan,
    refuse_choice,
    signed_by_head,
)
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KIRI, TENGAH, baris, kepala, sumber, tabel, teks

NAMA = "Matriks Tindak Lanjut Hasil Evaluasi AKIP"


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """Scores of three years, then the matrix. Raises PanggilanError for any choice."""
    refuse_choice(pilihan, NAMA)
    blocks: tuple[Block, ...] = (
        *judul_laporan(NAMA, "tindak-lanjut-lhe", bahan.nama, f"Tahun {bahan.tahun}"),
        bagian("Nilai Akuntabilitas Kinerja", "nilai-akip"),
        *akip_blocks(bahan),
        bagian("Tindak Lanjut Rekomendasi", "rekomendasi"),
        *_matrix(bahan),
        signed_by_head(bahan),
    )
    return assemble(bahan, NAMA, (Section(blocks, Orientation.LEBAR),))


def _matrix(bahan: Bahan) -> list[Block]:
    own = [r for r in bahan.paket.rekomendasi if r.sumber is SumberTindakLanjut.LHE]
    if not own:
        return [kurang("Rekomendasi LHE AKIP dan tindak lanjutnya.", perencana(bahan))]
    own.sort(key=lambda r: (r.tahun, r.kode))
    table = tabel(
        "Tindak Lanjut Rekomendasi LHE AKIP",
        "tabel-tl-lhe",
        ((6, TENGAH), (13, TENGAH), (40, KIRI), (40, KIRI), (24, KIRI), (20, KIRI), (14, TENGAH), (26, KIRI)),
        kepala(
            "No.", "LHE tahun", "Rekomendasi", "Tindak lanjut", "Penanggung jawab", "Tenggat", "Keadaan", "Bukti dukung"
        ),
        [_row(bahan, n, r) for n, r in enumerate(own, 1)],
        source=sumber(bahan),
        small=True,
    )
    return [rekomendasi_counts(bahan, SumberTindakLanjut.LHE), table, *_gaps(bahan, own)]


def _row(bahan: Bahan, n: int, r: Rekomendasi) -> Row:
    where = f"rekomendasi {r.kode}"
    done = inline_text(bahan, r.tindak_lanjut, where) if r.tindak_lanjut else teks(None)
    due = format_tanggal(r.tenggat) if r.tenggat else None
    return baris(
        teks(n), teks(r.tahun), inline_text(bahan, r.teks, where), done,
        teks(sebutan_unit(bahan, r.penanggung_jawab)), teks(due),
        teks(KEADAAN[r.status]), teks(r.bukti),
    )  # fmt: skip


def _gaps(bahan: Bahan, rows: list[Rekomendasi]) -> list[Block]:
    """Recommendations without an action, an owner or evidence of completion: who must bring what."""
    made: list[Block] = []
    for n, r in enumerate(rows, 1):
        needed = [("tindak lanjut", r.tindak_lanjut), ("penanggung jawab", r.penanggung_jawab), ("tenggat", r.tenggat)]
        if r.status is not None and r.status.value == "selesai":
            needed.append(("bukti dukung", r.bukti))
        lacking = [name for name, value in needed if not value]
        if lacking:
            made.append(
                kurang(
                    f"Rekomendasi nomor {n}: {', '.join(lacking)}.",
                    sebutan_unit(bahan, r.penanggung_jawab) or perencana(bahan),
                )
            )
    return made
