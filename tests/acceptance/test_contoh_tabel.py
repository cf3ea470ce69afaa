"""The example against the printed tables of the real report, row by row, as an inspector would compare them.

The tables stand here as the report prints them (numbers, dashes, broken cells); codes in front are ours.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusNilai
from akuntabel.pipelines.paket import read_paket

CONTOH = Path(__file__).resolve().parents[2] / "contoh" / "disnaker-kota-bekasi-2025"

# kode | anggaran 2024 | realisasi 2024 | persentase 2024 | anggaran 2025 | realisasi 2025 | persentase 2025
TABEL_3_9 = """
2.07.01.2.01 | 25.000.000 | 24.755.00 | 100 | 11.349.200 | 9.683.873 | 100
2.07.01.2.02 | 11.088.669., | 9.650.827.229 | 100 | 11.918.353.000 | 11.918.353.000 | 100
2.07.01.2.05 | - | - | - | 101.300.000 | 47.069.550 | 100
2.07.01.2.06 | - | - | - | 597.330.000 | 597.330.000 | 100
2.07.01.2.07 | 538.725.000 | 517.150.800 | 100 | 436.699.000 | 436.699.000 | 100
2.07.01.2.08 | 2.670.336.280 | 2.434.316.850 | 100 | 1.757.508.558 | 1.757.508.558 | 100
2.07.01.2.09 | 40.000.000 | 38.800.000 | 100 | 711.580.000 | 711.580.000 |
2.07.03.2.01 | 1.726.974.160 | 649.202.624 | 59 org | 1.170.250.000 | 1.170.250.000 | 100
2.07.03.2.03.0001 | 19.455.000 | 19.138.000 | 3 perizinan | 0 | 0 | 0
2.07.03.2.04.0001 | 66.450.000 | 65.577.000 | 54 perusahaan | 0 | 0 | 0
2.07.03.2.05 | 173.600.000 | 155.515.000 | 1 dokumen | 90.500.000 | 89.610.582 | 99,02
2.07.04.2.01 | 109.020.000 | 107.080.000 | 50 orang | 80.630.900 | 79.598.230 | 98,72
2.07.04.2.03 | 197.385.000 | 169.483.000 | 600 orang | 150.000.000 | 150.000.000 | 100
2.07.04.2.04 | 51.890.000 | 51.890.000 | 100 | 27.095.100 | 21.012.000 | 100
2.07.05.2.02.0001 | 322.019.00 | 238.355.500 | 76 | 334.757.000 | 269.276.000 | 80.44
2.07.05.2.02.0002 | 84.679.000 | 61.025.000 | 0 | | |
2.07.05.2.02.0004 | 319.415.000 | 261.254.500 | 80 | 137.950.000 | 95.453.496 | 89.19
2.07.05.2.02.0005 | 0 | 0 | 0 | 588.000.000 | 391.977.600 | 66,66
"""

# kode | target anggaran | realisasi (%)
TABEL_3_6 = """
2.07.01.2.01 | 11.349.200 | 85,33
2.07.01.2.02 | 11.918.353.000 | 100
2.07.01.2.05 | 101.300.000 | 76,08
2.07.01.2.06 | 597.330.000 | 74,61
2.07.01.2.07 | 436.699.000 | 84
2.07.01.2.08 | 1.757.508.558 | 86
2.07.01.2.09 | 711.580.000 | 80
2.07.03.2.01 | 1.170.250.000 | 94
2.07.03.2.05 | 90.500.000 | 100
2.07.04.2.01 | 80.630.900 | 77,50
2.07.04.2.03 | 150.000.000 | 100
2.07.04.2.04 | 27.095.100 | 95,00
2.07.05.2.02.0001 | 334.757.000 | 82
2.07.05.2.02.0004 | 137.950.000 | 86
2.07.05.2.02.0005 | 588.000.000 | 77
"""

# kode | no | anggaran | keterangan
TABEL_PK = """
2.07.01.2.01.0001 | 1 | Penyusunan Dokumen Perencanaan Perangkat Daerah | 0 | APBD
2.07.01.2.01.0006 | 2 | Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD | 11.349.200 | APBD
2.07.01.2.02.0001 | 3 | Penyediaan Gaji dan Tunjangan ASN | 11.913.353.000 | APBD
2.07.01.2.02.0007 | 4 | Koordinasi dan Penyusunan Laporan Keuangan Bulanan/ Triwulanan/ Semesteran SKPD | 5.000.000 |
2.07.01.2.05.0002 | 5 | Pengadaan Pakaian Dinas beserta Atribut Kelengkapannya | 50.300.000 | APBD
2.07.01.2.05.0009 | 6 | Pendidikan dan Pelatihan Pegawai Berdasarkan Tugas dan Fungsi | 51.000.000 | APBD
2.07.01.2.05.0011 | 7 | Bimbingan Teknis Implementasi Peraturan Perundang-Undangan | 0 | APBD
2.07.01.2.06.0001 | 8 | Penyediaan Komponen Instalasi Listrik/Penerangan Bangunan Kantor | 10.000.000 | APBD
2.07.01.2.06.0004 | 9 | Penyediaan Bahan Logistik Kantor | 390.300.000 | APBD
2.07.01.2.06.0005 | 10 | Penyediaan Barang Cetak dan Penggandaan | 50.000.000 | APBD
2.07.01.2.06.0006 | 12 | Penyediaan Bahan Bacaan dan Peraturan Perundang-undangan | 15.000.000 | APBD
2.07.01.2.06.0008 | | Fasilitasi Kunjungan Tamu | 20.000.000 | APBD
2.07.01.2.06.0009 | 14 | Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD | 12.030.000 | APBD
"""  # noqa: E501

# indikator | baseline 2024 | target 2025 sampai 2030
TABEL_2_1 = """
TPT | 7,82 | 7,73 | 7,32 | 7,13 | 7,08 | 7,03 | 6,98
TPAK | 65,58 | 65,79 | 66 | 66,21 | 66,42 | 66,63 | 66,84
"""

# jabatan | status | jumlah
TABEL_1_1 = """
Kepala Dinas | pns | 1
Sekretaris | pns | 1
Kepala Bidang | pns | 4
Kepala Sub Bagian | pns | 2
Jabatan Fungsional Penyetaraan | pns | 5
Jabatan Fungsional Tertentu | pns | 12
Jabatan Fungsional Umum | pns | 14
Jabatan Fungsional Umum | pppk | 32
Fungsional Umum | non_asn | 1
"""

# pangkat | golongan | jumlah
TABEL_1_2 = """
Pembina Utama Muda | IV/c | 1
Pembina Tingkat I | IV/b | 1
Pembina | IV/a | 9
Penata Tingkat I | III/d | 12
Penata | III/c | 3
Penata Muda Tingkat I | III/b | 8
Penata Muda | III/a | 2
Pengatur Tingkat I | II/d | 1
Pengatur | II/c | 1
Pengatur Muda | II/a | 1
Golongan IX | IX | 18
Golongan VII | VII | 5
Golongan V | V | 9
"""

# pendidikan | PNS | PPPK | non-ASN
TABEL_1_4 = """
S2 | 19 | - | 1
S1 | 14 | 18 | -
D3 | 1 | 5 | -
D2 | - | - | -
SMA/SMK | 5 | 9 | -
"""

# no | nama barang | jumlah | baik | rusak ringan | rusak berat
TABEL_SARANA = """
1 | Kendaraan Roda 4 / Mobil | 12 | 11 | 1 | -
2 | Kendaraan Roda 2 / Motor | 17 | 9 | 2 | 6
3 | Mesin Ketik Elektronik / elektrik | 3 | 3 | - | -
4 | Lemari Besi | 4 | 4 | - | -
5 | Rak Besi/Metal | 1 | 1 | - | -
6 | Rak Kayu | 1 | 1 | - | -
7 | Filling Besi/Metal | 25 | 25 | - | -
8 | Alat Penghancur Kertas | 2 | 2 | - | -
9 | Infocus / Overhead Proyektor | 1 | 1 | - | -
10 | Lemari Kayu | 1 | 1 | - | -
11 | Meja Rapat | 2 | 2 | - | -
12 | Meja Obat | - | - | - | -
13 | Kursi Rapat | 6 | 6 | - | -
14 | Kursi Tangan | - | - | - | -
15 | Kursi Lipat | - | - | - | -
16 | Meja Komputer | - | - | - | -
17 | Meja Biro | 15 | 15 | - | -
18 | Sofa | 5 | 5 | - | -
19 | Meubelair lainnya | - | - | - | -
20 | AC | 25 | 25 | - | -
21 | Sound System | 1 | 1 | - | -
22 | Camera | 1 | 1 | - | -
23 | Lambang Garuda | 1 | 1 | - | -
24 | Dispenser | 6 | 6 | - | -
25 | Handy Cam | 1 | 1 | - | -
26 | PC Unit | 29 | 29 | - | -
27 | Laptop / Notebook | 9 | 9 | - | -
28 | PC Lain-lain | 8 | 8 | - | -
29 | Printer | 13 | 13 | - | -
30 | Meja Kerja Pejabat Es. II | 1 | 1 | - | -
31 | Meja Kerja Pejabat Es. III | 3 | 3 | - | -
32 | Meja Kerja Pegawai Non Struktural | 12 | 12 | - | -
33 | Meja Kerja Pejabat Lain-lain | 6 | 6 | - | -
34 | Meja Rapat Pejabat Es. II | 1 | 1 | - | -
35 | Kursi Kerja Pejabat Es. II | 1 | 1 | - | -
36 | Kursi Kerja Pejabat Es. III | 3 | 3 | - | -
37 | Kursi Kerja Pegawai Non Struktural | 5 | 5 | - | -
38 | Kursi Kerja Pejabat Lain-lain | 5 | 5 | - | -
39 | Kursi Rapat Pejabat Es. II | 6 | 6 | - | -
40 | Lemari Arsip untuk arsip Dinamis | 4 | 4 | - | -
41 | Buffet Kaca | 6 | | - | -
42 | Lemari dan Arsip Pejabat Lain-lain | 4 | 4 | - | -
43 | Pesawat Telephone | 1 | 1 | - | -
44 | Facsimile | 1 | 1 | - | -
45 | Wireless Amplifier | 1 | 1 | - | -
46 | Bangunan Balai & Rumah Pintar | - | - | - | -
"""

# kode | pemegang | merek | warna | isi silinder | tahun pembuatan | pajak | keadaan
TABEL_KENDARAAN = """
R4-1 | Kepala Dinas Tenaga Kerja | Toyota/ New Camry | Hitam | 3456 | 2008 | 4 April 2026 | BAIK
R4-2 | Sekretaris Dinas Tenaga Kerja | Toyota Kijang Inova G | Hitam Metalik | 1998 | 2010 | 10 April 2026 | BAIK
R4-3 | Kepala Bidang Hubungan Industrial dan Jaminan Sosial Tenaga Kerja | Toyota New Avanza Veloz 1.3 | Putih | 1329 | 2021 | 14 Oktober 2026 | BAIK
R4-4 | Kepala Bidang Penempatan Tenaga Kerja dan Perluasan Kesempatan Kerja | DAIHATSU TERIOS F700RG TS | Hitam Metalik | 1495 | 2012 | 11 April 2026 | BAIK
R4-5 | Kepala Bidang Pengembangan Pelatihan dan Peningkatan Produktivitas | Toyota New Avanza 1,3 M/T | Putih | 1292 | 2014 | 17 Juni 2026 | BAIK
R4-6 | Kepala Bidang Pelatihan Kerja | Daihatsu | Hitam Metalik | 1298 | 2014 | 9 Mei 2026 | BAIK
R4-7 | Mediator Pertama | Toyota Agya | Putih | 998 | 2013 | 12 Juli 2026 | BAIK
R2-1 | Sekretaris Dinas Tenaga Kerja | Honda MCB 97 | Hitam | 97 | 2003 | 5 Mei 2026 | BAIK
R2-2 | Fungsional Pengantar Kerja | Suzuki FK110 SD k6 | Silver Hitam | 110 | 2007 | 27 April 2026 | BAIK
R2-3 | Fungsional Pengantar Kerja Muda | Suzuki FkK110 SD k6 | Hitam Silver | 110 | 2005 | 31 Desember 2025 | BAIK
R2-4 | Penata Layanan Operasional | Honda | Silver | 150 | 2021 | 26 November 2025 | BAIK
R2-5 | Pengadministrasi Perkantoran | Honda | Hitam | 110 | 2015 | 28 April 2026 | BAIK
R2-6 | Pengadministrasi Perkantoran | Honda x1b02n0410 A/T | Hitam | 110 | 2015 | 28 April 2026 | BAIK
R2-7 | Pengadministrasi Perkantoran | Honda NF100SLD | Putih | 100 | 2006 | 11 Januari 2026 | BAIK
R2-8 | Pengelola Layanan Operasional | Honda NF100SLD | Orange Hitam | 100 | 2006 | 23 Desember 2025 | BAIK
R2-9 | Pengelola Layanan Operasional | Honda MCB 97 | Hitam | 97 | 1999 | 10 Juni 2026 | BAIK
R2-10 | Penata Layanan Operasional | Suzuki FK 110 Sd K6 | Silver Hitam | 110 | 2007 | 27 April 2026 | BAIK
"""  # noqa: E501

WHOLE = re.compile(r"\d{1,3}(\.\d{3})*")


@pytest.fixture(scope="module")
def paket() -> Paket:
    return read_paket(CONTOH).paket


def rows(text: str, columns: int) -> Iterator[list[str]]:
    for line in text.strip().splitlines():
        cells = [c.strip() for c in line.split("|")]
        yield [*cells, *[""] * (columns - len(cells))]


def money(printed: str) -> Decimal | None:
    """Give the amount of a whole printed number; None for a dash, an empty or a broken cell."""
    return Decimal(printed.replace(".", "")) if WHOLE.fullmatch(printed) else None


def percent(printed: str) -> Decimal | None:
    return Decimal(printed.replace(",", ".")) if re.fullmatch(r"\d+([.,]\d+)?", printed) else None


def count(printed: str) -> int | None:
    return {"-": 0, "": None}.get(printed) if printed in ("-", "") else int(printed)


def state(printed: str) -> StatusNilai | None:
    """Give the status of a cell: a dash is not a zero, and a broken number is not a number."""
    if printed == "-":
        return StatusNilai.TIDAK_BERLAKU
    return None if WHOLE.fullmatch(printed) else StatusNilai.SEMENTARA


def is_doubtful(budget: str, spent: str, share: str) -> bool:
    """Whether the percentage of a row is not the quotient of its amounts, or is no percentage."""
    whole, part, printed = money(budget), money(spent), percent(share)
    if whole is None or part is None or printed is None:
        return True
    return abs((part / whole * 100 if whole else whole) - printed) >= 1


def test_budgets_are_those_of_tabel_3_9(paket: Paket) -> None:
    printed = [
        (kode, tahun, cell)
        for kode, a24, _, _, a25, _, _ in rows(TABEL_3_9, 7)
        for tahun, cell in ((2024, a24), (2025, a25))
        if cell
    ]
    assert [(a.kode, a.tahun, a.pagu, a.status) for a in paket.anggaran] == [
        (kode, tahun, money(cell), state(cell)) for kode, tahun, cell in printed
    ]
    broken = [(kode, cell) for kode, tahun, cell in printed if state(cell) is StatusNilai.SEMENTARA]
    assert broken == [("2.07.01.2.02", "11.088.669.,"), ("2.07.05.2.02.0001", "322.019.00")]
    notes = {(a.kode, a.tahun): a.keterangan or "" for a in paket.anggaran}
    assert all(f"'{cell}'" in notes[kode, 2024] for kode, cell in broken)


def test_spending_is_that_of_tabel_3_9_and_provisional_in_the_report_year(paket: Paket) -> None:
    used = [r for r in paket.realisasi_anggaran if r.dipakai]
    printed = [
        (kode, tahun, cell)
        for kode, _, r24, _, _, r25, _ in rows(TABEL_3_9, 7)
        for tahun, cell in ((2024, r24), (2025, r25))
        if cell
    ]
    assert [(r.kode, r.tahun, r.realisasi) for r in used] == [(k, y, money(cell)) for k, y, cell in printed]
    assert {r.dokumen for r in used} == {"naskah-tabel-3.9"}
    assert {r.status for r in used if r.tahun == 2025} == {StatusNilai.SEMENTARA}
    assert [r.status for r in used if r.tahun == 2024] == [
        state(r24) or (StatusNilai.SEMENTARA if is_doubtful(a24, r24, p24) else None)
        for _, a24, r24, p24, *_ in rows(TABEL_3_9, 7)
        if r24
    ]
    note = next(r.keterangan for r in used if r.tahun == 2024 and r.status is StatusNilai.SEMENTARA)
    assert note is not None
    assert "'24.755.00'" in note


def test_outputs_in_the_percent_column_are_outputs(paket: Paket) -> None:
    printed = [(kode, cell.split()) for kode, _, _, cell, *_ in rows(TABEL_3_9, 7) if " " in cell]
    found = [r for r in paket.realisasi_anggaran if r.keluaran_realisasi is not None]
    assert [(r.kode, r.tahun, r.keluaran_realisasi) for r in found] == [
        (kode, 2024, Decimal(number)) for kode, (number, _) in printed
    ]
    assert [r.keluaran_satuan for r in found] == [unit.replace("org", "orang") for _, (_, unit) in printed]
    assert len(printed) == 6


def test_printed_percentages_are_kept_beside_the_money(paket: Paket) -> None:
    wanted = {
        (kode, tahun): percent(cell)
        for kode, _, _, p24, _, _, p25 in rows(TABEL_3_9, 7)
        for tahun, cell in ((2024, p24), (2025, p25))
        if percent(cell) is not None
    }
    kept = [r for r in paket.realisasi_anggaran if r.dokumen == "naskah-tabel-3.9-persen"]
    assert {(r.kode, r.tahun): r.persen for r in kept} == wanted
    assert [(r.kode, r.persen) for r in paket.realisasi_anggaran if r.dokumen == "naskah-tabel-3.6"] == [
        (kode, percent(cell)) for kode, _, cell in rows(TABEL_3_6, 3)
    ]
    assert not any(r.dipakai for r in paket.realisasi_anggaran if r.persen is not None)


def test_tabel_3_6_names_the_budgets_of_tabel_3_9(paket: Paket) -> None:
    pagu = {a.kode: a.pagu for a in paket.anggaran if a.tahun == 2025 and a.pagu}
    assert pagu == {kode: money(cell) for kode, cell, _ in rows(TABEL_3_6, 3)}


def test_agreement_lines_are_those_signed(paket: Paket) -> None:
    lines = paket.perjanjian_anggaran
    assert [(b.kode, b.anggaran, b.sumber_dana) for b in lines] == [
        (kode, money(amount), source or None) for kode, _, _, amount, source in rows(TABEL_PK, 5)
    ]
    assert [str(b.urutan) for b in lines] == [no or "13" for _, no, *_ in rows(TABEL_PK, 5)]
    named = {s.kode: s.nama for s in paket.subkegiatan}
    differing = [(kode, name) for kode, _, name, *_ in rows(TABEL_PK, 5) if name.casefold() != named[kode].casefold()]
    assert differing == [("2.07.01.2.06.0005", "Penyediaan Barang Cetak dan Penggandaan")]
    noted = {b.kode: b.keterangan or "" for b in lines}
    assert differing[0][1] in noted[differing[0][0]]


def test_plan_targets_and_baselines(paket: Paket) -> None:
    plan = [t for t in paket.target if t.dokumen == "renstra"]
    base = {r.indikator: r.nilai for r in paket.realisasi if r.versi == "renstra" and r.tahun == 2024}
    for kode, baseline, *targets in rows(TABEL_2_1, 8):
        assert base[kode] == percent(baseline)
        assert [t.nilai for t in plan if t.indikator == kode] == [percent(t) for t in targets]
        assert [t.tahun for t in plan if t.indikator == kode] == list(range(2025, 2031))


def test_staff_by_position_rank_and_education(paket: Paket) -> None:
    staff = paket.pegawai_rekap
    assert [(p.kategori, p.status_pegawai.value, str(p.jumlah)) for p in staff if p.dimensi == "jabatan"] == [
        tuple(r) for r in rows(TABEL_1_1, 3)
    ]
    assert [(p.kategori, p.golongan, str(p.jumlah)) for p in staff if p.dimensi == "golongan"] == [
        tuple(r) for r in rows(TABEL_1_2, 3)
    ]
    cells = [(level, count(n)) for level, *numbers in rows(TABEL_1_4, 4) for n in numbers]
    assert [(p.kategori, p.jumlah) for p in staff if p.dimensi == "pendidikan"] == cells


def test_assets_by_condition(paket: Paket) -> None:
    assert [(s.nama, s.jumlah, s.baik, s.rusak_ringan, s.rusak_berat) for s in paket.sarana] == [
        (name, *(count(n) for n in numbers)) for _, name, *numbers in rows(TABEL_SARANA, 6)
    ]
    assert {s.status for s in paket.sarana} == {StatusNilai.SEMENTARA}


def test_vehicles(paket: Paket) -> None:
    def tax(day: date | None) -> str:
        return format_tanggal(day) if day else ""

    assert [
        [v.kode, v.pemegang, v.merek, v.warna, str(v.isi_silinder), str(v.tahun_pembuatan), tax(v.tanggal_pajak)]
        for v in paket.kendaraan
    ] == [cells[:-1] for cells in rows(TABEL_KENDARAAN, 8)]
    assert {v.kondisi.value for v in paket.kendaraan if v.kondisi} == {"baik"}
