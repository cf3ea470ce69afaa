"""Front matter: preface, statement of review, lists of contents, executive summary."""

from __future__ import annotations

from akuntabel.doctree.nodes import (
    Block,
    Gaya,
    Heading,
    Inline,
    Inlines,
    ListKind,
    PageBreak,
    Paragraph,
    Text,
    Toc,
    TocKind,
)
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import JenisPejabat, JenisUraian, SubjekRegulasi
from akuntabel.reports.bagian.anggaran import weak, without_share
from akuntabel.reports.bagian.hukum import basis_list
from akuntabel.reports.bagian.kelompok import kelompok_list, satuan_kalimat
from akuntabel.reports.bagian.pengukuran import other_targets, outcome_counts, target_sentence, weak_outcome
from akuntabel.reports.bagian.perbandingan import direction
from akuntabel.reports.bagian.survei import SETAHUN, index_limits
from akuntabel.reports.bagian.tanda_tangan import official_signature
from akuntabel.reports.bagian.versi import sebutan_versi
from akuntabel.reports.bahan import Bahan, counts, kalimat, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.narasi import inline_text, passage


def blocks(bahan: Bahan) -> tuple[Block, ...]:
    """All front matter in its order."""
    lists: list[Block] = []
    for title, label, kind in (
        ("DAFTAR ISI", "daftar-isi", TocKind.ISI),
        ("DAFTAR TABEL", "daftar-tabel", TocKind.TABEL),
        ("DAFTAR GAMBAR", "daftar-gambar", TocKind.GAMBAR),
    ):
        lists.extend((PageBreak(), _head(title, label), Toc(kind)))
    return (
        *_preface(bahan),
        *(() if bahan.laporan.direviu is False else _statement(bahan)),
        *lists,
        PageBreak(),
        _head("IKHTISAR EKSEKUTIF", "ikhtisar"),
        *_summary(bahan),
    )


def _head(title: str, label: str) -> Heading:
    return Heading(1, (Text(title),), label, numbered=False)


def _preface(bahan: Bahan) -> tuple[Block, ...]:
    signer = bahan.pejabat(bahan.laporan.penanda_tangan)
    basis = basis_list(bahan, SubjekRegulasi.PELAPORAN)
    lead = (paragraf("Laporan ini disusun berdasarkan:"),) if basis else ()
    return (
        _head("KATA PENGANTAR", "kata-pengantar"),
        *(passage(bahan, "kata_pengantar") or (kurang("Kata pengantar (narasi kata_pengantar).", "penyusun laporan"),)),
        *lead,
        *basis,
        official_signature(bahan, signer),
    )


def _statement(bahan: Bahan) -> tuple[Block, ...]:
    """The page that waits for APIP: the program neither grants nor refuses the statement."""
    apip = next((p for p in bahan.paket.pejabat if p.jenis is JenisPejabat.APIP), None)
    return (
        PageBreak(),
        _head("PERNYATAAN TELAH DIREVIU", "pernyataan-reviu"),
        Paragraph((Text(f"{bahan.laporan.nama} {bahan.nama} Tahun Anggaran {bahan.tahun}", bold=True),), Gaya.TENGAH),
        paragraf(
            "Halaman ini disediakan untuk pernyataan telah direviu dari aparat pengawasan intern pemerintah (APIP). "
            "Isi, tanggal, dan penandatanganannya merupakan kewenangan APIP."
        ),
        official_signature(bahan, apip, dated=False) if apip else paragraf("Menunggu reviu APIP."),
    )


def _summary(bahan: Bahan) -> tuple[Block, ...]:
    """The year on one page: results, money, survey, problems; every figure computed."""
    made: list[Block] = [_opening(bahan)]
    groups = kelompok_list(bahan)
    results = [_result(bahan, i) for g in groups for i in g.indikator]
    if results:
        made += [paragraf("Hasil pengukuran indikator tujuan dan sasaran:"), butir(ListKind.BUTIR, results)]
    made += [b for g in groups for i in g.indikator for b in other_targets(bahan, i)]
    made += [s for g in groups for i in g.indikator if bahan.has("arah", i.kode) for s in (direction(bahan, i),)]
    made += _money(bahan)
    made += _survey(bahan)
    for jenis, opening in (
        (JenisUraian.PERMASALAHAN, "Permasalahan utama yang dihadapi:"),
        (JenisUraian.REKOMENDASI, "Langkah perbaikan yang direkomendasikan:"),
    ):
        rows = sorted((u for u in bahan.paket.uraian if u.jenis is jenis), key=lambda u: u.urutan)
        if rows:
            lines = (inline_text(bahan, u.teks, f"uraian {u.kunci}") for u in rows)
            made += [paragraf(opening), butir(ListKind.ANGKA, lines)]
    notes = len(bahan.paket.catatan_data)
    if notes:
        made.append(
            paragraf(
                "Sebagian angka dalam laporan ini masih harus dikonfirmasi. Angka itu tercantum dalam lampiran data "
                "yang harus dikonfirmasi, lengkap dengan nilai yang terlihat, pilihan, dan akibatnya."
            )
        )
    return tuple(made)


def _opening(bahan: Bahan) -> Block:
    plan, work = (
        counts(bahan, ((bahan.fid("jumlah", k), k) for k in kinds))
        for kinds in (("tujuan", "sasaran"), ("program", "kegiatan"))
    )
    outcome = outcome_counts(bahan, ("tercapai", "tidak_tercapai", "tanpa_nilai"))
    measured = kalimat(
        " Dari {semua} indikator yang diukur, {rincian}{lemah}.",
        semua=bahan.ref(bahan.fid("jumlah_indikator", "semua"), "cacah"),
        rincian=outcome,
        lemah=weak_outcome(bahan),
    )
    return paragraf(
        "Pada tahun {tahun} {nama} mempunyai {rencana}{kerja}.{hasil}",
        tahun=str(bahan.tahun),
        nama=bahan.nama,
        rencana=plan or "rencana yang belum tercatat pada data",
        kerja=kalimat(", serta melaksanakan {isi}", isi=work) if work else (),
        hasil=measured if outcome else (),
    )


def _result(bahan: Bahan, ind: Indikator) -> tuple[Inline, ...]:
    figure = bahan.figure("capaian", ind.kode)
    if not bahan.has("status", ind.kode):
        why = figure.trace.catatan if figure is not None else None
        return kalimat(
            "{nama}: belum dapat dinilai karena {alasan}.", nama=ind.nama, alasan=why or "realisasi belum ada"
        )
    grade: Inlines = ()
    if bahan.has("predikat", ind.kode):
        grade = kalimat(" ({predikat})", predikat=bahan.ref(bahan.fid("predikat", ind.kode)))
    return kalimat(
        "{nama}: target {target}{satuan}, realisasi {realisasi}{satuan}, capaian {capaian}{predikat}, {status}{lemah}.",
        nama=ind.nama,
        target=target_sentence(bahan, ind),
        satuan=satuan_kalimat(ind),
        predikat=grade,
        **{b: bahan.ref(bahan.fid(b, ind.kode)) for b in ("realisasi", "capaian", "status")},
        lemah=" menurut data sementara" if figure is not None and figure.sementara else "",
    )


def _money(bahan: Bahan) -> list[Block]:
    if not bahan.has("serapan", "total"):
        return without_share(bahan)
    return [
        paragraf(
            "Pagu anggaran tahun {tahun} menurut {versi} sebesar {pagu} direalisasikan sebesar {realisasi} atau "
            "{serapan}{lemah}, dengan sisa anggaran {sisa}.",
            tahun=str(bahan.tahun),
            versi=sebutan_versi(bahan, bahan.tahun),
            pagu=bahan.ref(bahan.fid("pagu", "total")),
            realisasi=bahan.ref(bahan.fid("realisasi_anggaran", "total")),
            serapan=bahan.ref(bahan.fid("serapan", "total")),
            sisa=bahan.ref(bahan.fid("sisa", "total")),
            lemah=weak(bahan, bahan.fid("realisasi_anggaran", "total")),
        )
    ]


def _survey(bahan: Bahan) -> list[Block]:
    if not bahan.has("ikm", SETAHUN):
        return []
    return [
        paragraf(
            "Indeks kepuasan masyarakat tahun {tahun} sebesar {ikm}{lemah}, mutu pelayanan {mutu} ({kinerja}).",
            tahun=str(bahan.tahun),
            ikm=bahan.ref(bahan.fid("ikm", SETAHUN)),
            lemah=index_limits(bahan),
            mutu=bahan.ref(bahan.fid("mutu", SETAHUN)),
            kinerja=bahan.ref(bahan.fid("kinerja_layanan", SETAHUN)),
        )
    ]
