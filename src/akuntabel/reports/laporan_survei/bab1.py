"""Bab I: background, legal basis, purpose. The agency's own text where it has one, else what holds for any survey."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Heading, ListKind, Text
from akuntabel.domain.pilihan import SubjekRegulasi
from akuntabel.reports.bagian.hukum import basis_list
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.narasi import passage
from akuntabel.reports.penanggung import perencana

TUJUAN = (
    "mengetahui indeks kepuasan masyarakat dan nilai setiap unsur pelayanan",
    "menemukan unsur pelayanan yang perlu dipertahankan dan yang perlu diperbaiki",
    "menetapkan rencana tindak lanjut menurut prioritas unsur",
    "menyediakan pembanding bagi survei periode berikutnya",
)


def blocks(survei: Survei) -> list[Block]:
    """The chapter."""
    bahan = survei.bahan
    return [
        Heading(2, (Text("Latar Belakang"),), "latar-belakang"),
        *(passage(bahan, "skm_latar_belakang") or _background(survei)),
        Heading(2, (Text("Dasar Hukum"),), "dasar-hukum"),
        *_basis(bahan),
        Heading(2, (Text("Maksud dan Tujuan"),), "maksud-tujuan"),
        *(passage(bahan, "skm_maksud_tujuan") or _purpose(survei)),
    ]


def _background(survei: Survei) -> tuple[Block, ...]:
    return (
        paragraf(
            "Mutu pelayanan publik dinilai oleh masyarakat yang menerimanya. Karena itu, {nama} melaksanakan survei "
            "kepuasan masyarakat agar pengalaman pengguna layanan diketahui, terukur, dan menjadi dasar perbaikan.",
            nama=survei.bahan.nama,
        ),
        paragraf(
            "Laporan ini menyajikan hasil survei {waktu}: cara data dikumpulkan, nilai indeks dan setiap unsur "
            "pelayanan, analisisnya, serta rencana tindak lanjut.",
            waktu=survei.waktu,
        ),
    )


def _basis(bahan: Bahan) -> tuple[Block, ...]:
    listed = basis_list(bahan, SubjekRegulasi.PELAYANAN)
    if not listed:
        return (kurang("Dasar hukum survei (tabel regulasi, subjek pelayanan).", perencana(bahan)),)
    return (paragraf("Survei kepuasan masyarakat dilaksanakan berdasarkan:"), *listed)


def _purpose(survei: Survei) -> tuple[Block, ...]:
    return (
        paragraf(
            "Survei ini dimaksudkan untuk memperoleh gambaran kepuasan masyarakat atas pelayanan {nama}. Tujuannya "
            "ialah:",
            nama=survei.bahan.nama,
        ),
        butir(ListKind.ANGKA, ((Text(t),) for t in TUJUAN)),
    )
