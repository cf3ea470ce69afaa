"""The problem map and strategic issues."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Inlines, ListKind, Text
from akuntabel.domain.pilihan import Asal, StatusNilai
from akuntabel.domain.rencana import Permasalahan
from akuntabel.reports.bahan import TANDA_SEMENTARA, Bahan, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KIRI, TENGAH, baris, kepala, sumber, tabel, teks

BELUM_DITETAPKAN = (
    f". Rumusan bertanda {TANDA_SEMENTARA} berasal dari penyusun laporan dan belum ditetapkan dalam dokumen rencana"
)


def issue_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """The agency's own rows of the problem map, then the issues drawn from it."""
    rows = sorted(
        (p for p in bahan.paket.permasalahan if p.asal is Asal.SENDIRI), key=lambda p: (p.urutan or 0, p.kode)
    )
    if not rows:
        return (kurang("Pemetaan permasalahan.", perencana(bahan)),)
    table = tabel(
        f"Pemetaan Permasalahan {bahan.nama}",
        "tabel-permasalahan",
        ((7, TENGAH), (32, KIRI), (32, KIRI), (32, KIRI)),
        kepala("No.", "Pokok masalah", "Masalah", "Akar masalah"),
        [baris(teks(n), *_problem(bahan, p)) for n, p in enumerate(rows, 1)],
        source=sumber(bahan),
    )
    opening = paragraf("Permasalahan dipetakan dari pokok masalah, masalah, sampai akar masalahnya sebagai berikut.")
    return (opening, table, *_issues(bahan))


def _problem(bahan: Bahan, row: Permasalahan) -> list[Inlines]:
    """The three depths of a problem as the agency wrote them."""
    texts = (row.pokok_masalah, row.masalah, row.akar_masalah)
    return [inline_text(bahan, t, f"permasalahan {row.kode}") if t else teks(None) for t in texts]


def _issues(bahan: Bahan) -> tuple[Block, ...]:
    rows = sorted(bahan.paket.isu_strategis, key=lambda i: (i.urutan or 0, i.kode))
    if not rows:
        return (kurang("Rumusan isu strategis.", perencana(bahan)),)
    weak = {i.kode for i in rows if i.status is StatusNilai.SEMENTARA}
    issues = butir(ListKind.ANGKA, ((Text(i.teks + (TANDA_SEMENTARA if i.kode in weak else "")),) for i in rows))
    opening = "Dari pemetaan itu dirumuskan isu strategis berikut{catatan}:"
    return (paragraf(opening, catatan=BELUM_DITETAPKAN if weak else ""), issues)
