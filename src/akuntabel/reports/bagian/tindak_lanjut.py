"""Follow-up of recommendations, and the AKIP score by component."""

from __future__ import annotations

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.nodes import Block
from akuntabel.domain.pilihan import SumberTindakLanjut
from akuntabel.reports.bagian.kelompok import sebutan_unit
from akuntabel.reports.bagian.rtl import KEADAAN
from akuntabel.reports.bahan import Bahan, counts, kurang, paragraf
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, sumber, tabel, teks

SEBUTAN = {
    SumberTindakLanjut.LHE: "LHE AKIP",
    SumberTindakLanjut.REVIU: "Reviu",
    SumberTindakLanjut.BPK: "BPK",
    SumberTindakLanjut.SKM: "SKM",
    SumberTindakLanjut.MONEV: "Monev",
}
DALAM_KALIMAT = {SumberTindakLanjut.REVIU: "reviu", SumberTindakLanjut.MONEV: "monev"}
HASIL = {
    "selesai": "selesai ditindaklanjuti",
    "berjalan": "sedang ditindaklanjuti",
    "belum": "belum ditindaklanjuti",
    "batal": "dibatalkan",
}
TAHUN_AKIP = 3  # years of the score that evaluators want side by side


def akip_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Score by component over the last three years."""
    years = sorted({n.tahun for n in bahan.paket.nilai_akip if n.tahun <= bahan.tahun})[-TAHUN_AKIP:]
    if not years:
        return (kurang("Nilai AKIP per komponen menurut LHE.", perencana(bahan)),)
    codes = list(dict.fromkeys(n.komponen for n in bahan.paket.nilai_akip))
    rows = [
        baris(teks(c.replace("_", " ").capitalize()), *(bahan.cell(bahan.fid("nilai_akip", c, t)) for t in years))
        for c in codes
    ]
    named = list(dict.fromkeys(n.sumber for n in bahan.paket.nilai_akip if n.sumber and n.tahun in years))
    rows.append(baris(teks("Predikat"), *(bahan.cell(bahan.fid("predikat_akip", "total", t)) for t in years)))
    return (
        tabel(
            f"Nilai AKIP {bahan.nama}",
            "tabel-akip",
            ((44, KIRI), *((18, KANAN) for _ in years)),
            kepala("Komponen", *map(str, years)),
            rows,
            source=f"Sumber: {'; '.join(named)}" if named else sumber(bahan),
        ),
    )


def rekomendasi_counts(bahan: Bahan, sumber: SumberTindakLanjut) -> Block:
    """How many recommendations of one source are in which state; a state that none is in is left out."""
    ids = {k: bahan.fid("rekomendasi", f"{sumber.value}:{k}") for k in HASIL}
    return paragraf(
        "Dari {semua} rekomendasi {sumber}, {rincian}.",
        sumber=DALAM_KALIMAT.get(sumber, SEBUTAN[sumber]),
        semua=bahan.ref(bahan.fid("rekomendasi", f"{sumber.value}:semua"), "cacah"),
        rincian=counts(bahan, ((i, HASIL[k]) for k, i in ids.items())),
    )


def recommendation_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """The matrix of recommendations with action, owner, due date, state and evidence."""
    rows = sorted(bahan.paket.rekomendasi, key=lambda r: (r.tahun, r.sumber.value, r.kode))
    if not rows:
        return (kurang("Rekomendasi LHE tahun lalu dan tindak lanjutnya.", perencana(bahan)),)
    counts = [rekomendasi_counts(bahan, s) for s in dict.fromkeys(r.sumber for r in rows)]
    body = [
        baris(
            teks(n),
            teks(f"{SEBUTAN[r.sumber]} {r.tahun}"),
            inline_text(bahan, r.teks, f"rekomendasi {r.kode}"),
            inline_text(bahan, r.tindak_lanjut, f"rekomendasi {r.kode}") if r.tindak_lanjut else teks("belum dicatat"),
            teks(
                "; ".join(
                    t
                    for t in (sebutan_unit(bahan, r.penanggung_jawab), format_tanggal(r.tenggat) if r.tenggat else None)
                    if t
                )
            ),
            teks(KEADAAN[r.status]),
        )
        for n, r in enumerate(rows, 1)
    ]
    table = tabel(
        "Tindak Lanjut Rekomendasi",
        "tabel-rekomendasi",
        ((6, TENGAH), (15, KIRI), (32, KIRI), (32, KIRI), (20, KIRI), (12, TENGAH)),
        kepala("No.", "Sumber", "Rekomendasi", "Tindak lanjut", "Penanggung jawab dan tenggat", "Keadaan"),
        body,
        source=sumber(bahan),
        small=True,
    )
    return (*counts, table)
