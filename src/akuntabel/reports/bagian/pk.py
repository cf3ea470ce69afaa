"""The two parts of a perjanjian kinerja: statement and lampiran (PermenPANRB 53/2014, lampiran I, restated)."""

from __future__ import annotations

from dataclasses import replace

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.nodes import Block, Gaya, Inlines, PageBreak, Paragraph, Signature, SignatureBlock, Text
from akuntabel.domain.perjanjian import PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian, Jenjang, SebabPerubahan
from akuntabel.reports.bagian.perjanjian import PENYUSUN, judul, party
from akuntabel.reports.bagian.perjanjian_anggaran import budget_gap, number_gap
from akuntabel.reports.bagian.pk_lampiran import budget, promises
from akuntabel.reports.bagian.tanda_tangan import TITIK, format_nip, place_date
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.tabel import identitas, teks

SEBAB = {
    SebabPerubahan.PEJABAT: "pergantian atau mutasi pejabat",
    SebabPerubahan.STRATEGI: "perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran, termasuk perubahan "
    "program, kegiatan, dan alokasi anggaran",
    SebabPerubahan.PRIORITAS: "perubahan prioritas atau asumsi yang berakibat signifikan pada pencapaian tujuan dan "
    "sasaran",
}


def statement_blocks(bahan: Bahan, pk: PerjanjianKinerja) -> list[Block]:
    """Statement, then lampiran with promises, budget and signatures, without marks: as the agreement itself."""
    plain = replace(bahan, marks=False)
    return [
        *pernyataan(bahan, pk),
        PageBreak(),
        Paragraph((Text(f"Lampiran {judul(pk)}", bold=True),), Gaya.TENGAH),
        promises(plain, pk, f"tabel-naskah-{pk.kode}"),
        budget(plain, pk, f"tabel-naskah-anggaran-{pk.kode}"),
        *budget_notice(bahan, pk),
        signatures(bahan, pk),
    ]


def budget_notice(bahan: Bahan, pk: PerjanjianKinerja) -> list[Block]:
    """Above the signatures: budget lines that the annex still lacks."""
    gaps = [g for g in (budget_gap(bahan, pk), number_gap(bahan, pk)) if g]
    told = tuple(i for n, gap in enumerate(gaps) for i in ((Text(" "), *gap) if n else gap))
    return [kurang(told, PENYUSUN)] if told else []


def _party_notice(pk: PerjanjianKinerja) -> list[Block]:
    """Above the signatures: what the statement still lacks. A kepala daerah may have nobody above."""
    needed: list[tuple[str, object]] = [
        ("nama pihak pertama", pk.pihak_pertama),
        ("jabatan pihak pertama", pk.jabatan_pertama),
        ("tanggal penandatanganan", pk.tanggal),
    ]
    if pk.jenjang is not Jenjang.KEPALA_DAERAH:
        needed += [("nama pihak kedua", pk.pihak_kedua), ("jabatan pihak kedua", pk.jabatan_kedua)]
    lacking = [name for name, value in needed if not value]
    return [kurang(f"{judul(pk)}, {party(pk)}: {', '.join(lacking)}.", PENYUSUN)] if lacking else []


def pernyataan(bahan: Bahan, pk: PerjanjianKinerja) -> list[Block]:
    """Title, who promises what to whom, what a changed agreement replaces and why, signatures."""
    alone = pk.jenjang is Jenjang.KEPALA_DAERAH and pk.pihak_kedua is None
    return [
        Paragraph((Text(judul(pk).upper(), bold=True),), Gaya.JUDUL_DOKUMEN),
        *(_janji_sendiri(pk) if alone else _janji(pk)),
        *perubahan(bahan, pk),
        *_party_notice(pk),
        signatures(bahan, pk),
    ]


def _janji_sendiri(pk: PerjanjianKinerja) -> list[Block]:
    """The promise of a kepala daerah, who has no superior within the government."""
    return [
        paragraf(
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
            "pada hasil, saya yang bertanda tangan di bawah ini:"
        ),
        identitas((("Nama", teks(pk.pihak_pertama or TITIK)), ("Jabatan", teks(pk.jabatan_pertama or TITIK)))),
        paragraf(
            "berjanji akan mewujudkan target kinerja tahunan sesuai lampiran perjanjian ini dalam rangka mencapai "
            "target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan "
            "kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab saya."
        ),
    ]


def _janji(pk: PerjanjianKinerja) -> list[Block]:
    """The promise to a superior."""
    return [
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
    ]


def perubahan(bahan: Bahan, pk: PerjanjianKinerja) -> list[Block]:
    """What a changed agreement replaces, and its cause; a notice where the data do not say. Empty for a first one."""
    if pk.jenis is not JenisPerjanjian.PERUBAHAN:
        return []
    old = next((p for p in bahan.paket.perjanjian_kinerja if p.kode == pk.menggantikan), None)
    if old is None or pk.sebab_perubahan is None:
        return [kurang(f"Perjanjian yang diubah oleh {judul(pk)} dan sebab perubahannya.", PENYUSUN)]
    when = f" tanggal {format_tanggal(old.tanggal)}" if old.tanggal else ""
    return [
        paragraf(
            "Perjanjian ini menggantikan {lama}{tanggal} karena {sebab}.",
            lama=judul(old),
            tanggal=when,
            sebab=SEBAB[pk.sebab_perubahan],
        )
    ]


def signatures(bahan: Bahan, pk: PerjanjianKinerja) -> SignatureBlock:
    """Pihak kedua on the left, pihak pertama on the right, as they were that day; a kepala daerah signs alone."""
    if pk.jenjang is Jenjang.KEPALA_DAERAH and pk.pihak_kedua is None:
        lines = (place_date(pk.tempat or bahan.laporan.tempat, pk.tanggal), (Text(pk.jabatan_pertama or TITIK),))
        return SignatureBlock(None, Signature(lines, pk.pihak_pertama or TITIK))
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
