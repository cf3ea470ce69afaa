"""A document with every kind of block, as an agency would write it; every name and value is invented."""

from __future__ import annotations

import struct
import zlib
from datetime import date

import pytest

from akuntabel.doctree.nodes import (
    Align,
    Block,
    Box,
    BoxKind,
    Break,
    Cell,
    Column,
    CrossRef,
    Document,
    FigureRef,
    Formula,
    Gaya,
    Heading,
    Inlines,
    Letterhead,
    Link,
    ListBlock,
    ListKind,
    Orientation,
    PageBreak,
    PageNumber,
    Paragraph,
    Picture,
    Raster,
    Row,
    RowKind,
    Section,
    Signature,
    SignatureBlock,
    Svg,
    Table,
    Text,
    Toc,
    TocKind,
)
from akuntabel.doctree.transforms.number import number

NARASI = (
    "Dinas menyelenggarakan pelatihan berbasis kompetensi, penempatan tenaga kerja, dan pembinaan hubungan industrial "
    "sesuai dengan rencana strategis. Pelaksanaan dipantau setiap triwulan agar hambatan diketahui lebih awal dan "
    "langkah perbaikan dapat diambil sebelum tahun anggaran berakhir."
)
_BATANG = ((70, 70, "2023", "81,20"), (200, 100, "2024", "84,95"), (330, 130, "2025", "88,31"))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="220" viewBox="0 0 480 220">'
    '<rect width="480" height="220" fill="#ffffff"/><g font-family="Arimo" font-size="13" fill="#333333">'
    + "".join(
        f'<rect x="{x}" y="{180 - height}" width="70" height="{height}" fill="#1f5fa8"/>'
        f'<text x="{x + 20}" y="200">{year}</text><text x="{x + 17}" y="{172 - height}">{value}</text>'
        for x, height, year, value in _BATANG
    )
    + '</g><path d="M50 180H440" stroke="#555555"/></svg>'
)


def teks(value: str, *, bold: bool = False, italic: bool = False) -> Inlines:
    return (Text(value, bold=bold, italic=italic),)


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A plain PNG of one colour."""
    raw = b"".join(b"\0" + bytes(colour) * width for _ in range(height))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")


def sel(value: str, colspan: int = 1, rowspan: int = 1, align: Align | None = None) -> Cell:
    return Cell(teks(value), colspan, rowspan, align)


def baris(*values: str, kind: RowKind = RowKind.ISI) -> Row:
    return Row(tuple(sel(value) for value in values), kind)


LOGO = Raster(png(40, 48, (31, 95, 168)), "image/png", "Lambang daerah", 18, 21.6)
LOGO_SAMPUL = Raster(png(40, 48, (31, 95, 168)), "image/png", "Lambang daerah", 30, 36)


def _sampul() -> Section:
    blocks: tuple[Block, ...] = (
        LOGO_SAMPUL,
        Paragraph((Text("LAPORAN KINERJA"), Break(), Text("INSTANSI PEMERINTAH")), Gaya.JUDUL_SAMPUL),
        Paragraph(teks("TAHUN 2025"), Gaya.SUBJUDUL_SAMPUL),
        Paragraph(teks("DINAS TENAGA KERJA", bold=True), Gaya.TENGAH),
        Paragraph(teks("KOTA CONTOH", bold=True), Gaya.TENGAH),
        Paragraph(teks("2026"), Gaya.TENGAH),
    )
    return Section(blocks, page_number=PageNumber.TANPA, header=False)


def _depan() -> Section:
    tanda = Signature(
        above=(teks("Kota Contoh, 27 Februari 2026"), teks("Kepala Dinas Tenaga Kerja Kota Contoh,")),
        name="Dr. Ratna Kusumawardani, S.H., M.Si.",
        below=("Pembina Utama Muda, IV/c", "NIP 197001011995032001"),
    )
    blocks: tuple[Block, ...] = (
        Heading(1, teks("Kata Pengantar"), "kata-pengantar", numbered=False),
        Paragraph(teks(NARASI)),
        Paragraph(teks(NARASI)),
        SignatureBlock(None, tanda),
        Heading(1, teks("Ikhtisar Eksekutif"), "ikhtisar", numbered=False),
        Paragraph(
            (
                Text("Capaian kinerja tahun 2025 sebesar "),
                FigureRef("capaian/IKU-1/2025", "105,17%", bold=True),
                Text(", lihat "),
                CrossRef("tabel-pengukuran"),
                Text(" pada "),
                CrossRef("akuntabilitas"),
                Text(" dan "),
                CrossRef("subbab-capaian"),
                Text("."),
            )
        ),
        Heading(1, teks("Daftar Isi"), "daftar-isi", numbered=False),
        Toc(TocKind.ISI),
        Heading(1, teks("Daftar Tabel"), "daftar-tabel", numbered=False),
        Toc(TocKind.TABEL),
        Heading(1, teks("Daftar Gambar"), "daftar-gambar", numbered=False),
        Toc(TocKind.GAMBAR),
    )
    return Section(blocks, page_number=PageNumber.ROMAWI, restart=True)


def _identitas() -> Table:
    rows = (
        baris("Nama instansi", ":", "Dinas Tenaga Kerja Kota Contoh"),
        baris("Alamat", ":", "Jalan Merdeka Nomor 1, Kota Contoh"),
    )
    return Table((Column(28), Column(3), Column(100)), rows, rules=False, summary="Identitas instansi")


def _pengukuran() -> Table:
    head = (
        Row((sel("No.", rowspan=2), sel("Indikator kinerja", rowspan=2), sel("Satuan", rowspan=2),
             sel("Tahun 2025", colspan=3)), RowKind.KEPALA),
        Row((sel("Target"), sel("Realisasi"), sel("Capaian (%)")), RowKind.KEPALA),
        baris("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", kind=RowKind.NOMOR_KOLOM),
    )  # fmt: skip
    rows: list[Row] = []
    for group in range(1, 4):
        rows.append(
            Row((sel(f"Sasaran {group}. Meningkatnya perlindungan tenaga kerja", colspan=6),), RowKind.KELOMPOK)
        )
        rows += [
            baris(str(at), f"Persentase perusahaan yang menerapkan tata kelola kerja yang layak, kelompok {at}",
                  "Persen",
                  f"{70 + at},00", f"{72 + at},50", "103,57")
            for at in range(group * 10 - 9, group * 10 + 1)
        ]  # fmt: skip
    rows.append(Row((sel("Rata-rata capaian", colspan=5), sel("103,57")), RowKind.JUMLAH))
    columns = (Column(8, Align.TENGAH), Column(56), Column(18, Align.TENGAH),
               *(Column(20, Align.KANAN) for _ in range(3)))  # fmt: skip
    return Table(columns, tuple(rows), head, teks("Pengukuran kinerja tahun 2025 menurut sasaran strategis"),
                 "tabel-pengukuran", source=teks("Sumber: Dinas Tenaga Kerja Kota Contoh, 2026"),
                 notes=(teks("Predikat menurut Permendagri Nomor 86 Tahun 2017."),),
                 summary="Target, realisasi, dan capaian setiap indikator")  # fmt: skip


def _bab_satu() -> tuple[Block, ...]:
    nested = ListBlock(ListKind.HURUF, ((Paragraph(teks("pelatihan kerja;")),), (Paragraph(teks("penempatan.")),)))
    deepest = ListBlock(ListKind.KURUNG, ((Paragraph(teks("perusahaan besar;")),), (Paragraph(teks("usaha mikro.")),)))
    return (
        Heading(1, teks("Pendahuluan"), "pendahuluan"),
        Heading(2, teks("Gambaran Umum"), "gambaran-umum"),
        Paragraph(teks(NARASI)),
        _identitas(),
        Heading(3, teks("Tugas dan Fungsi"), "tugas"),
        Paragraph((Text("Fungsi dinas adalah sebagai berikut, menurut "),
                   Link("https://jdih.example.go.id/perwal/12", "Peraturan Wali Kota Nomor 12 Tahun 2022"), Text(":"))),
        ListBlock(ListKind.ANGKA, (
            (Paragraph(teks("perumusan kebijakan teknis di bidang tenaga kerja;")), nested),
            (Paragraph(teks(NARASI)), deepest),
            (Paragraph(teks("pembinaan dan pengawasan.")),),
        )),
        Heading(4, teks("Sumber daya manusia"), "sdm"),
        Paragraph(teks("Pegawai berjumlah menurut jenjang:"), keep_with_next=True),
        ListBlock(ListKind.BUTIR, ((Paragraph(teks("Pegawai Negeri Sipil;")),), (Paragraph(teks("PPPK.")),))),
        Box(BoxKind.KURANG, (Paragraph(teks("Data belum ada: jumlah kendaraan. Mohon dilengkapi Sekretariat.")),)),
        Box(BoxKind.CATATAN, (Paragraph(teks("Pagu program penempatan masih sementara; dikonfirmasi Bidang P.")),)),
        Box(BoxKind.INFO, (Paragraph(teks("Indikator ini mendukung IKU daerah.")),)),
        Paragraph(teks("Kinerja adalah keluaran atau hasil dari kegiatan yang telah dicapai."), Gaya.KUTIPAN),
    )  # fmt: skip


def _bab_tiga() -> tuple[Block, ...]:
    return (
        Heading(1, teks("Akuntabilitas Kinerja"), "akuntabilitas"),
        Heading(2, teks("Capaian Kinerja Organisasi"), "subbab-capaian"),
        Paragraph(teks("Capaian dihitung dengan rumus:"), keep_with_next=True),
        Formula("Capaian", "Target − (Realisasi − Target)", "Target", "× 100%"),
        Formula("Efisiensi", "Capaian − Serapan"),
        _pengukuran(),
        Picture(Svg(SVG), "Grafik batang: nilai SKM 81,20 pada 2023, 84,95 pada 2024, 88,31 pada 2025", 120, 55,
                teks("Nilai survei kepuasan masyarakat 2023 sampai dengan 2025"), "gambar-skm",
                source=teks("Sumber: hasil SKM, diolah"), figures=("ikm/SKM/2025",)),
        Paragraph((Text("Perkembangannya tampak pada "), CrossRef("gambar-skm"), Text(". ✓ ★ → • ≥ ⇒"))),
        Raster(png(60, 40, (120, 160, 120)), "image/png", "Foto pelatihan las", 80, 53, teks("Pelatihan las"), "foto"),
    )  # fmt: skip


def _lebar() -> Section:
    names = ("No.", "Program/Kegiatan", "Pertanggungjawaban", "Murni", "Perubahan", "Realisasi", "Sisa", "Serapan (%)")
    rows = tuple(
        baris(str(at), "Program Pelatihan Kerja dan Produktivitas Tenaga Kerja", "Ketenagakerjaan", "18.113.302.758",
              "18.113.302.758", "16.127.595.079", "1.985.707.679", "89,04")
        for at in range(1, 9)
    )  # fmt: skip
    columns = (Column(6, Align.TENGAH), Column(50), Column(14), *(Column(24, Align.KANAN) for _ in range(4)),
               Column(16, Align.KANAN))  # fmt: skip
    table = Table(columns, rows, (baris(*names, kind=RowKind.KEPALA),), teks("Anggaran dan realisasi"),
                  "tabel-anggaran", small=True)  # fmt: skip
    return Section((Heading(2, teks("Realisasi Anggaran"), "anggaran"), table), orientation=Orientation.LEBAR)


def _lampiran() -> Section:
    left = Signature((teks("Pihak Kedua,"), teks("Wali Kota Contoh,")), "H. Surya Adiputra, S.E.")
    right = Signature((teks("Pihak Pertama,"), teks("Kepala Dinas,")), "Dr. Ratna Kusumawardani, S.H., M.Si.",
                      ("NIP 197001011995032001",))  # fmt: skip
    blocks: tuple[Block, ...] = (
        Heading(1, teks("Perjanjian Kinerja Tahun 2025"), "lampiran-pk", appendix=True),
        Letterhead(("PEMERINTAH KOTA CONTOH", "DINAS TENAGA KERJA"), ("Jalan Merdeka Nomor 1, Kota Contoh",), LOGO),
        Paragraph(teks("PERJANJIAN KINERJA TAHUN 2025"), Gaya.JUDUL_DOKUMEN),
        Paragraph(teks("Dalam rangka mewujudkan pemerintahan yang akuntabel, kami yang bertanda tangan di bawah ini:")),
        _identitas(),
        Table((Column(10, Align.TENGAH), Column(80), Column(20, Align.KANAN)),
              (baris("1", "Tingkat pengangguran terbuka", "7,90"),),
              (baris("No.", "Indikator", "Target", kind=RowKind.KEPALA),), teks("Target perjanjian kinerja"),
              "tabel-pk"),
        SignatureBlock(left, right),
        PageBreak(),
        Paragraph(teks("Catatan kaki lampiran."), Gaya.KECIL),
        Paragraph(teks("rapat satu"), Gaya.RAPAT),
        Paragraph(teks("rapat dua"), Gaya.RAPAT),
        Paragraph(teks("kanan"), Gaya.KANAN),
    )  # fmt: skip
    return Section(blocks)


def susun(*, draft: bool = False) -> Document:
    """The whole invented report, numbered."""
    isi = Section((*_bab_satu(), *_bab_tiga()), restart=True)
    return number(
        Document(
            title="Laporan Kinerja Dinas Tenaga Kerja Kota Contoh Tahun 2025",
            author="Dinas Tenaga Kerja Kota Contoh",
            subject="Laporan kinerja instansi pemerintah",
            dated=date(2026, 2, 27),
            sections=(_sampul(), _depan(), isi, _lebar(), _lampiran()),
            draft=draft,
            header="Laporan Kinerja Tahun 2025",
            footer="Dinas Tenaga Kerja Kota Contoh",
        )
    )


@pytest.fixture(scope="session")
def laporan() -> Document:
    return susun(draft=True)
