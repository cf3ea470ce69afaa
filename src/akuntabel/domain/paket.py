"""The data package: every table of one agency and one report year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import cast

from akuntabel.domain.anggaran import Anggaran, DokumenRealisasi, JumlahRealisasi, Pendapatan, RealisasiAnggaran
from akuntabel.domain.catatan import CatatanData, CatatanNilai, Kebijakan, Narasi
from akuntabel.domain.indikator import Indikator, Komponen, SkalaPeringkat
from akuntabel.domain.instansi import Instansi, Laporan, Pejabat, Regulasi, TugasFungsi, Unit
from akuntabel.domain.kinerja import (
    Analisis,
    DasarPengukuran,
    Langkah,
    Monev,
    NilaiKomponen,
    Pembanding,
    Realisasi,
    RencanaAksi,
    Target,
)
from akuntabel.domain.kolom import Baris
from akuntabel.domain.perjanjian import PerjanjianAnggaran, PerjanjianIndikator, PerjanjianKinerja
from akuntabel.domain.rencana import (
    Crosscutting,
    DokumenRencana,
    IsuStrategis,
    Kegiatan,
    Permasalahan,
    Program,
    ProgramSasaran,
    Sasaran,
    SasaranDaerah,
    Strategi,
    Subkegiatan,
    Tujuan,
    VisiMisi,
)
from akuntabel.domain.skm import AnalisisUnsur, SkmLayanan, SkmPeriode, SkmRekap, SkmResponden, SkmTahunan
from akuntabel.domain.sumber_daya import Kendaraan, PegawaiRekap, Sarana
from akuntabel.domain.tindak_lanjut import Dokumentasi, Inovasi, NilaiAkip, Penghargaan, Rekomendasi, Rtl, Uraian

VERSI_SKEMA = 2


@dataclass(frozen=True, slots=True)
class Paket:
    """All tables, in the order of the workbook's sheets. `berkas` holds pictures by file name."""

    instansi: tuple[Instansi, ...] = ()
    laporan: tuple[Laporan, ...] = ()
    pejabat: tuple[Pejabat, ...] = ()
    unit: tuple[Unit, ...] = ()
    tugas_fungsi: tuple[TugasFungsi, ...] = ()
    regulasi: tuple[Regulasi, ...] = ()
    dokumen_rencana: tuple[DokumenRencana, ...] = ()
    visi_misi: tuple[VisiMisi, ...] = ()
    tujuan: tuple[Tujuan, ...] = ()
    sasaran: tuple[Sasaran, ...] = ()
    sasaran_daerah: tuple[SasaranDaerah, ...] = ()
    strategi: tuple[Strategi, ...] = ()
    crosscutting: tuple[Crosscutting, ...] = ()
    program: tuple[Program, ...] = ()
    kegiatan: tuple[Kegiatan, ...] = ()
    subkegiatan: tuple[Subkegiatan, ...] = ()
    program_sasaran: tuple[ProgramSasaran, ...] = ()
    permasalahan: tuple[Permasalahan, ...] = ()
    isu_strategis: tuple[IsuStrategis, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    skala_peringkat: tuple[SkalaPeringkat, ...] = ()
    komponen: tuple[Komponen, ...] = ()
    target: tuple[Target, ...] = ()
    dasar_pengukuran: tuple[DasarPengukuran, ...] = ()
    realisasi: tuple[Realisasi, ...] = ()
    nilai_komponen: tuple[NilaiKomponen, ...] = ()
    pembanding: tuple[Pembanding, ...] = ()
    rencana_aksi: tuple[RencanaAksi, ...] = ()
    langkah: tuple[Langkah, ...] = ()
    monev: tuple[Monev, ...] = ()
    analisis: tuple[Analisis, ...] = ()
    anggaran: tuple[Anggaran, ...] = ()
    dokumen_realisasi: tuple[DokumenRealisasi, ...] = ()
    realisasi_anggaran: tuple[RealisasiAnggaran, ...] = ()
    jumlah_realisasi: tuple[JumlahRealisasi, ...] = ()
    pendapatan: tuple[Pendapatan, ...] = ()
    perjanjian_kinerja: tuple[PerjanjianKinerja, ...] = ()
    perjanjian_indikator: tuple[PerjanjianIndikator, ...] = ()
    perjanjian_anggaran: tuple[PerjanjianAnggaran, ...] = ()
    pegawai_rekap: tuple[PegawaiRekap, ...] = ()
    sarana: tuple[Sarana, ...] = ()
    kendaraan: tuple[Kendaraan, ...] = ()
    skm_periode: tuple[SkmPeriode, ...] = ()
    skm_layanan: tuple[SkmLayanan, ...] = ()
    skm_rekap: tuple[SkmRekap, ...] = ()
    skm_responden: tuple[SkmResponden, ...] = ()
    skm_tahunan: tuple[SkmTahunan, ...] = ()
    analisis_unsur: tuple[AnalisisUnsur, ...] = ()
    rtl: tuple[Rtl, ...] = ()
    rekomendasi: tuple[Rekomendasi, ...] = ()
    nilai_akip: tuple[NilaiAkip, ...] = ()
    uraian: tuple[Uraian, ...] = ()
    penghargaan: tuple[Penghargaan, ...] = ()
    inovasi: tuple[Inovasi, ...] = ()
    dokumentasi: tuple[Dokumentasi, ...] = ()
    kebijakan: tuple[Kebijakan, ...] = ()
    catatan_data: tuple[CatatanData, ...] = ()
    catatan_nilai: tuple[CatatanNilai, ...] = ()
    narasi: tuple[Narasi, ...] = ()
    berkas: tuple[tuple[str, bytes], ...] = ()

    def rows(self, tabel: str) -> tuple[Baris, ...]:
        """The rows of a table by its name."""
        return cast("tuple[Baris, ...]", getattr(self, tabel))

    def tables(self) -> Iterator[tuple[str, tuple[Baris, ...]]]:
        """Every table with its rows, in order."""
        for name in TABEL:
            yield name, self.rows(name)


_MODELS: tuple[type[Baris], ...] = (
    Instansi, Laporan, Pejabat, Unit, TugasFungsi, Regulasi, DokumenRencana, VisiMisi, Tujuan, Sasaran, SasaranDaerah,
    Strategi, Crosscutting, Program, Kegiatan, Subkegiatan, ProgramSasaran, Permasalahan, IsuStrategis, Indikator,
    SkalaPeringkat, Komponen, Target, DasarPengukuran, Realisasi, NilaiKomponen, Pembanding, RencanaAksi, Langkah,
    Monev, Analisis, Anggaran, DokumenRealisasi, RealisasiAnggaran, JumlahRealisasi, Pendapatan, PerjanjianKinerja,
    PerjanjianIndikator, PerjanjianAnggaran, PegawaiRekap, Sarana, Kendaraan, SkmPeriode, SkmLayanan, SkmRekap,
    SkmResponden, SkmTahunan, AnalisisUnsur, Rtl, Rekomendasi, NilaiAkip, Uraian, Penghargaan, Inovasi, Dokumentasi,
    Kebijakan, CatatanData, CatatanNilai, Narasi,
)  # fmt: skip

TABEL: dict[str, type[Baris]] = {m.TABEL: m for m in _MODELS}
assert [f.name for f in fields(Paket)] == [*TABEL, "berkas"]
