"""The publication of a survey on one page. It is for citizens, so it is always made from their copy."""

from __future__ import annotations

from dataclasses import replace

from akuntabel.doctree.nodes import Block, Document, Gaya, PageNumber, Paragraph, Row, Section, Text
from akuntabel.reports.bagian.responden import PENGELOLA, SEBUTAN, profile_groups, withheld_groups
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bagian.survei_pilih import survey_of
from akuntabel.reports.bahan import Bahan, kalimat, kurang
from akuntabel.reports.dokumen.rangka import assemble, judul_dokumen, kop
from akuntabel.reports.laporan_survei import is_provisional
from akuntabel.reports.salinan_publik import public_copy
from akuntabel.reports.tabel import KANAN, KIRI, baris, kelompok, kepala, tabel, teks

NAMA = "Publikasi Indeks Kepuasan Masyarakat"
CIRI = ("jenis_kelamin", "pendidikan")
PENUTUP = (
    "Terima kasih atas penilaian yang telah Saudara berikan. Masukan Saudara sangat bermanfaat bagi kami untuk terus "
    "memperbaiki dan meningkatkan mutu pelayanan kepada masyarakat."
)


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The page of the chosen period, else of the last one with data. Raises PanggilanError for an unknown period."""
    public = public_copy(bahan)
    survei = survey_of(public, pilihan, NAMA)
    if survei is None or not survei.has("ikm"):
        when = survei.waktu if survei else f"tahun {bahan.tahun}"
        gap = kurang(f"Indeks kepuasan masyarakat survei {when}.", PENGELOLA)
        return assemble(public, NAMA, (_page((kop(public), judul_dokumen(NAMA, public.nama), gap)),))
    made = assemble(public, NAMA, (_page(_blocks(survei)),), survei.sebutan)
    return replace(made, draft=made.draft or is_provisional(survei))


def _page(blocks: tuple[Block, ...]) -> Section:
    return Section(blocks, page_number=PageNumber.TANPA, header=False)


def _blocks(survei: Survei) -> tuple[Block, ...]:
    grade = kalimat("Mutu pelayanan {mutu} ({kinerja})", mutu=survei.ref("mutu"), kinerja=survei.ref("kinerja_layanan"))
    return (
        kop(survei.bahan),
        judul_dokumen("Indeks Kepuasan Masyarakat", survei.bahan.nama),
        judul_dokumen(f"{survei.sebutan} Tahun {survei.periode.tahun}"),
        Paragraph((Text("Nilai IKM"),), Gaya.SUBJUDUL_SAMPUL),
        Paragraph((survei.ref("ikm"),), Gaya.JUDUL_SAMPUL),
        Paragraph(grade, Gaya.SUBJUDUL_SAMPUL),
        Paragraph((Text(f"Periode survei: {survei.waktu}"),), Gaya.TENGAH),
        *_method(survei),
        _respondents(survei),
        *withheld_groups(survei, CIRI),
        Paragraph((Text(PENUTUP),), Gaya.TENGAH),
    )


def _method(survei: Survei) -> list[Block]:
    """How it was asked, where the data say."""
    told = survei.periode.metode
    return [Paragraph((Text(f"Cara pengumpulan: {told.rstrip('.')}"),), Gaya.TENGAH)] if told else []


def _respondents(survei: Survei) -> Block:
    """How many answered, by sex and by education where the sheets tell; a table without a number."""
    body: list[Row] = [baris((Text("Jumlah responden", bold=True),), survei.cell("skm_responden", bold=True))]
    for ciri in CIRI:
        found = profile_groups(survei, ciri)
        if found:
            body.append(kelompok((Text(f"Menurut {SEBUTAN[ciri].lower()}", bold=True),), 2))
        body += [baris(teks(name), survei.cell("skm_profil", ciri, kode)) for kode, name in found]
    return tabel("", "tabel-responden", ((60, KIRI), (30, KANAN)), kepala("Responden", "Orang"), body)
