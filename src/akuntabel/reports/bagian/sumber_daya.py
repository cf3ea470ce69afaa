"""Staff, assets and vehicles in a report."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.charts.picture import to_picture
from akuntabel.charts.specs import BarChart, Series
from akuntabel.doctree.nodes import (
    Block,
    Cell,
    Inlines,
    Paragraph,
    Row,
    RowKind,
    Table,
    Text,
)
from akuntabel.domain.figure import slug
from akuntabel.domain.pilihan import Asal, DimensiPegawai, StatusPegawai
from akuntabel.domain.sumber_daya import Kendaraan, PegawaiRekap
from akuntabel.reports.bagian.catatan import pointers
from akuntabel.reports.bahan import Bahan, join, kalimat, kurang, paragraf
from akuntabel.reports.cetak import TERCATAT, print_figure
from akuntabel.reports.penanggung import kepegawaian
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, kepala_bertingkat, recorded, sumber, tabel, teks

STATUS = {
    StatusPegawai.PNS: "PNS",
    StatusPegawai.PPPK: "PPPK",
    StatusPegawai.PPPK_PARUH_WAKTU: "PPPK paruh waktu",
    StatusPegawai.NON_ASN: "Non-ASN",
}
DALAM_KALIMAT = {StatusPegawai.NON_ASN: "non-ASN"}
KONDISI = {
    "jumlah": "Jumlah barang",
    "baik": "Jumlah barang dalam keadaan baik",
    "rusak_ringan": "Jumlah barang rusak ringan",
    "rusak_berat": "Jumlah barang rusak berat",
}
DIMENSI = {
    DimensiPegawai.JABATAN: "Jabatan",
    DimensiPegawai.GOLONGAN: "Golongan",
    DimensiPegawai.PENDIDIKAN: "Pendidikan",
    DimensiPegawai.JENIS_KELAMIN: "Jenis Kelamin",
    DimensiPegawai.UNIT: "Unit Kerja",
}


def staff_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Total by status, then a table for each dimension, and a chart of the first."""
    if not bahan.paket.pegawai_rekap:
        return (kurang("Rekap pegawai.", kepegawaian(bahan)),)
    made: list[Block] = [_total(bahan)]
    for dimensi in DimensiPegawai:
        rows = [p for p in bahan.paket.pegawai_rekap if p.dimensi is dimensi]
        if rows:
            made += [_staff_table(bahan, dimensi, rows), *_staff_chart(bahan, dimensi, rows)]
    return tuple(made)


def _total(bahan: Bahan) -> Paragraph:
    """How many, by status; where numbers are missing the sentence says that these are what is recorded."""
    own = [(s, f) for s in StatusPegawai if (f := bahan.figure("pegawai", s.value)) and (f.number or f.tercatat)]
    parts: list[Inlines] = [
        kalimat("{n} orang {status}", n=bahan.ref(f.id, TERCATAT), status=DALAM_KALIMAT.get(s, STATUS[s]))
        for s, f in own
    ]
    whole = bahan.has("pegawai", "total")
    opening = "{nama} didukung oleh {total} orang pegawai" if whole else "Pegawai {nama} baru tercatat {total} orang"
    return paragraf(
        f"{opening}, terdiri atas {{rincian}}.",
        nama=bahan.nama,
        total=bahan.ref(bahan.fid("pegawai", "total"), TERCATAT),
        rincian=join(parts),
    )


def categories(rows: Iterable[PegawaiRekap]) -> list[PegawaiRekap]:
    """The first row of every category, in order."""
    by: dict[str, PegawaiRekap] = {}
    for row in sorted(rows, key=lambda r: (r.urutan or 0, r.kategori)):
        by.setdefault(row.kategori, row)
    return list(by.values())


def _staff_table(bahan: Bahan, dimensi: DimensiPegawai, rows: list[PegawaiRekap]) -> Table:
    statuses = [s for s in StatusPegawai if any(r.status_pegawai is s for r in rows)]
    needed = bahan.fid("kebutuhan", dimensi.value) in bahan.figures
    graded = dimensi is DimensiPegawai.GOLONGAN
    body = []
    for n, first in enumerate(categories(rows), 1):
        kode = f"{dimensi.value}:{slug(first.kategori)}"
        values = [bahan.cell(bahan.fid("pegawai", f"{kode}:{s.value}")) for s in statuses]
        grade = (teks(first.golongan),) if graded else ()
        need = (bahan.cell(bahan.fid("kebutuhan", kode)),) if needed else ()
        whole = bahan.cell(bahan.fid("pegawai", kode))
        body.append(baris(teks(n), teks(first.kategori), *grade, *values, whole, *need))
    sums = [bahan.cell(bahan.fid("pegawai", f"{dimensi.value}:semua:{s.value}"), bold=True) for s in statuses]
    sums.append(bahan.cell(bahan.fid("pegawai", dimensi.value), bold=True))
    if needed:  # a sum of the needs of some positions must not stand beside the staff of all
        codes = [f"{dimensi.value}:{slug(c.kategori)}" for c in categories(rows)]
        known = all(bahan.has("kebutuhan", k) for k in codes)
        sums.append(bahan.cell(bahan.fid("kebutuhan", dimensi.value), bold=True) if known else teks(None))
    title = Cell((Text("Jumlah", bold=True),), colspan=3 if graded else 2, align=TENGAH)
    body.append(Row((title, *(Cell(c) for c in sums)), RowKind.JUMLAH))
    grade_column = ((14, TENGAH),) if graded else ()
    position = next((r.posisi for r in rows if r.posisi), None)
    when = f", Keadaan {format_tanggal(position)}" if position else ""
    return tabel(
        f"Pegawai Menurut {DIMENSI[dimensi]}{when}",
        f"tabel-pegawai-{dimensi.value}",
        ((7, TENGAH), (44, KIRI), *grade_column, *((14, KANAN) for _ in sums)),
        kepala(
            "No.",
            DIMENSI[dimensi],
            *(("Golongan ruang",) if graded else ()),
            *(STATUS[s] for s in statuses),
            "Jumlah",
            *(("Kebutuhan",) if needed else ()),
        ),
        body,
        source=sumber(bahan),
        notes=recorded(bahan, "Jumlah pegawai", bahan.fid("pegawai", dimensi.value)),
    )


def _staff_chart(bahan: Bahan, dimensi: DimensiPegawai, rows: list[PegawaiRekap]) -> list[Block]:
    """A bar per category; only where every category has a number."""
    names = [c.kategori for c in categories(rows)]
    figures = [bahan.figures.get(bahan.fid("pegawai", f"{dimensi.value}:{slug(n)}")) for n in names]
    if dimensi not in (DimensiPegawai.JABATAN, DimensiPegawai.PENDIDIKAN) or len(names) < 2:
        return []
    known = [(n, f) for n, f in zip(names, figures, strict=True) if f is not None and f.number is not None]
    if not known:
        return []
    series = Series("Pegawai", tuple(f.number for _, f in known), tuple(print_figure(f) for _, f in known))
    title = f"Pegawai Menurut {DIMENSI[dimensi]}"
    spec = BarChart(title, tuple(n for n, _ in known), (series,), "orang", horizontal=True)
    ids = tuple(str(f.id) for _, f in known)
    return [
        to_picture(
            spec,
            caption=(Text(title),),
            label=f"gambar-pegawai-{dimensi.value}",
            figures=ids,
            source=(Text(sumber(bahan)),),
        )
    ]


def asset_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Assets by condition."""
    rows = sorted(
        (s for s in bahan.paket.sarana if s.asal is not Asal.INSTANSI_LAIN), key=lambda s: (s.urutan or 0, s.kode)
    )
    if not rows:
        return (kurang("Sarana dan prasarana.", "pengurus barang"),)
    columns = tuple(KONDISI)
    body = [
        baris(teks(n), teks(s.nama), *(bahan.cell(bahan.fid("sarana", f"{s.kode}:{k}")) for k in columns))
        for n, s in enumerate(rows, 1)
    ]
    body.append(
        Row(
            (
                Cell((Text("Jumlah", bold=True),), colspan=2, align=TENGAH),
                *(Cell(bahan.cell(bahan.fid("sarana", k), bold=True)) for k in columns),
            ),
            RowKind.JUMLAH,
        )
    )
    head = kepala_bertingkat(
        [("No.", 1, 2), ("Nama barang", 1, 2), ("Jumlah", 1, 2), ("Keadaan", 3, 1)],
        [("Baik", 1, 1), ("Rusak ringan", 1, 1), ("Rusak berat", 1, 1)],
    )
    table = tabel(
        f"Sarana dan Prasarana {bahan.nama}",
        "tabel-sarana",
        ((7, TENGAH), (46, KIRI), (13, KANAN), (13, KANAN), (13, KANAN), (13, KANAN)),
        head,
        body,
        source=sumber(bahan),
        notes=[
            *(n for k, what in KONDISI.items() for n in recorded(bahan, what, bahan.fid("sarana", k))),
            *pointers(bahan, "sarana"),
        ],
    )
    return (_assets(bahan), table)


def _assets(bahan: Bahan) -> Paragraph:
    """How many there are and how many are in good condition; what is not complete is told as recorded."""
    whole, good = bahan.fid("sarana", "jumlah"), bahan.fid("sarana", "baik")
    of_all = "Pelaksanaan tugas didukung {n} unit barang"
    so_far = "Barang pendukung pelaksanaan tugas baru tercatat {n} unit"
    of_good = "; {n} unit di antaranya tercatat dalam keadaan baik"
    good_so_far = "; yang tercatat dalam keadaan baik baru {n} unit"
    figure = bahan.figures[good]
    known = figure.number is not None or figure.tercatat is not None
    rest = kalimat(of_good if figure.number is not None else good_so_far, n=bahan.ref(good, TERCATAT)) if known else ()
    return paragraf(
        "{awal}{akhir}.",
        awal=kalimat(of_all if bahan.has("sarana", "jumlah") else so_far, n=bahan.ref(whole, TERCATAT)),
        akhir=rest,
    )


def vehicle_blocks(bahan: Bahan) -> list[Block]:
    """A table for each number of wheels; engine and chassis numbers only in the internal copy."""
    made: list[Block] = []
    for wheels in sorted({k.roda for k in bahan.paket.kendaraan}, reverse=True):
        rows = sorted((k for k in bahan.paket.kendaraan if k.roda == wheels), key=lambda k: (k.urutan or 0, k.kode))
        made.append(_vehicles(bahan, wheels, rows))
    return made


def _vehicles(bahan: Bahan, wheels: int, rows: list[Kendaraan]) -> Table:
    titles = ["No.", "Pemegang", "Nomor polisi", "Merek", "Warna"]
    widths = [(5, TENGAH), (26, KIRI), (14, KIRI), (22, KIRI), (11, KIRI)]
    if bahan.internal:
        titles += ["Nomor mesin", "Nomor rangka"]
        widths += [(18, KIRI), (23, KIRI)]
    titles += ["Isi silinder", "Tahun", "Pajak", "Keadaan"]
    widths += [(9, KANAN), (8, TENGAH), (14, KIRI), (9, TENGAH)]
    body = [baris(*_vehicle(bahan, n, k)) for n, k in enumerate(rows, 1)]
    return tabel(
        f"Kendaraan Dinas Roda {wheels}",
        f"tabel-kendaraan-{wheels}",
        widths,
        kepala(*titles),
        body,
        source=sumber(bahan),
        notes=pointers(bahan, "kendaraan"),
        small=True,
    )


def _vehicle(bahan: Bahan, n: int, row: Kendaraan) -> list[Inlines]:
    plate = row.nomor_polisi or ""
    shown = plate if bahan.internal or not plate else plate.split(" ")[0] + " ****"
    shown = shown.replace(" ", "\N{NO-BREAK SPACE}")
    cells: list[object | None] = [n, row.pemegang, shown, row.merek, row.warna]
    if bahan.internal:
        cells += [row.nomor_mesin, row.nomor_rangka]
    tax = format_tanggal(row.tanggal_pajak) if row.tanggal_pajak else None
    cells += [row.isi_silinder, row.tahun_pembuatan, tax, row.kondisi.value.replace("_", " ") if row.kondisi else None]
    return [teks(c) for c in cells]
