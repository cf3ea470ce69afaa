"""The two parts of a perjanjian kinerja: statement and lampiran (PermenPANRB 53/2014, lampiran I, restated)."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Gaya, Inlines, Paragraph, Signature, SignatureBlock, Text
from akuntabel.domain.perjanjian import PerjanjianKinerja
from akuntabel.reports.bagian.perjanjian import budget_table, judul, lines_table
from akuntabel.reports.bagian.tanda_tangan import TITIK, format_nip, place_date
from akuntabel.reports.bahan import Bahan, paragraf
from akuntabel.reports.tabel import identitas, teks


def statement_blocks(bahan: Bahan, pk: PerjanjianKinerja) -> list[Block]:
    """Statement, then lampiran with lines, budget and signatures."""
    return [
        *pernyataan(bahan, pk),
        Paragraph((Text(f"Lampiran {judul(pk)}", bold=True),), Gaya.TENGAH),
        lines_table(bahan, pk, f"tabel-naskah-{pk.kode}"),
        budget_table(bahan, pk, f"tabel-naskah-anggaran-{pk.kode}"),
        signatures(bahan, pk),
    ]


def pernyataan(bahan: Bahan, pk: PerjanjianKinerja) -> list[Block]:
    """Who promises what to whom."""
    return [
        Paragraph((Text(judul(pk).upper(), bold=True),), Gaya.JUDUL_DOKUMEN),
        paragraf(
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
            "pada hasil, kami yang bertanda tangan di bawah ini:"
        ),
        identitas((("Nama", teks(pk.pihak_pertama or TITIK)), ("Jabatan", teks(pk.jabatan_pertama or TITIK)))),
        paragraf("selanjutnya disebut pihak pertama;"),
        identitas((("Nama", teks(pk.pihak_kedua or TITIK)), ("Jabatan", teks(pk.jabatan_kedua or TITIK)))),
        paragraf("selaku atasan pihak pertama, selanjutnya disebut pihak kedua."),
        paragraf(
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, "
            "dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen "
            "perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab "
            "pihak pertama."
        ),
        paragraf(
            "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
            "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian "
            "penghargaan dan sanksi."
        ),
        signatures(bahan, pk),
    ]


def signatures(bahan: Bahan, pk: PerjanjianKinerja) -> SignatureBlock:
    """Pihak kedua on the left, pihak pertama on the right, as they were that day."""
    second: tuple[Inlines, ...] = ((Text("\u00a0"),), (Text("Pihak Kedua,"),), (Text(pk.jabatan_kedua or TITIK),))
    first: tuple[Inlines, ...] = (
        place_date(pk.tempat or bahan.laporan.tempat, pk.tanggal),
        (Text("Pihak Pertama,"),),
        (Text(pk.jabatan_pertama or TITIK),),
    )
    return SignatureBlock(
        Signature(second, pk.pihak_kedua or TITIK, _below(bahan, pk.pangkat_kedua, pk.nip_kedua)),
        Signature(first, pk.pihak_pertama or TITIK, _below(bahan, pk.pangkat_pertama, pk.nip_pertama)),
    )


def _below(bahan: Bahan, pangkat: str | None, nip: str | None) -> tuple[str, ...]:
    return tuple(t for t in (pangkat, format_nip(bahan, nip)) if t)
