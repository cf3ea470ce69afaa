"""What every package says of its agency: who it is, its people, units, laws, problems, what was recommended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from akuntabel.domain.catatan import Kebijakan
from akuntabel.domain.instansi import Instansi, Laporan, Pejabat, Regulasi, TugasFungsi, Unit
from akuntabel.domain.pilihan import (
    Asal,
    DimensiPegawai,
    JenisInstansi,
    JenisPejabat,
    JenisRencana,
    JenisStrategi,
    JenisTugas,
    JenisUnit,
    JenisUraian,
    JenisVisiMisi,
    StatusJabatan,
    StatusPegawai,
    StatusTindak,
    SubjekRegulasi,
    SumberTindakLanjut,
)
from akuntabel.domain.rencana import (
    DokumenRencana,
    IsuStrategis,
    Permasalahan,
    ProgramSasaran,
    SasaranDaerah,
    Strategi,
    VisiMisi,
)
from akuntabel.domain.sumber_daya import PegawaiRekap, Sarana
from akuntabel.domain.tindak_lanjut import NilaiAkip, Rekomendasi, Uraian
from akuntabel.pipelines.contoh_besar.bahan import Dinas, Undian, data
from akuntabel.pipelines.contoh_besar.rencana import (
    KEPALA,
    RENSTRA,
    SEKRETARIAT,
    TAHUN_AKHIR,
    TAHUN_AWAL,
    Rencana,
    unit_kode,
)

_PERIODE = f"{TAHUN_AWAL}–{TAHUN_AKHIR}"
_REGULASI = (
    ("UU-28-1999", "Undang-Undang", "28", 1999, "Penyelenggaraan Negara yang Bersih dan Bebas dari Korupsi, Kolusi, "
     "dan Nepotisme", SubjekRegulasi.LATAR_BELAKANG),
    ("PP-8-2006", "Peraturan Pemerintah", "8", 2006, "Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
     SubjekRegulasi.PELAPORAN),
    ("PERPRES-29-2014", "Peraturan Presiden", "29", 2014, "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
     SubjekRegulasi.PELAPORAN),
    ("PERMENPANRB-53-2014", "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "53", 2014,
     "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja Instansi "
     "Pemerintah", SubjekRegulasi.PELAPORAN),
)  # fmt: skip
_POLICY = f"Peraturan Wali Kota Banyu Lestari Nomor 12 Tahun {TAHUN_AWAL}"
_AKIP = (("perencanaan", 2000, 2600), ("pengukuran", 1900, 2500), ("pelaporan", 900, 1300), ("evaluasi", 1500, 2200))


def tables(dinas: Dinas, undian: Undian, tahun: int) -> dict[str, Any]:
    """The tables that do not hang on indicators, by name."""
    about = data()
    return {
        "instansi": (_instansi(dinas),),
        "laporan": (
            Laporan(
                tahun=tahun,
                nama="Laporan Kinerja Instansi Pemerintah",
                singkatan="LKjIP",
                tempat=about["ibu_kota"],
                tanggal=date(tahun + 1, 2, 20),
                penanda_tangan="KEPALA-INSTANSI",
            ),
        ),
        "pejabat": (head(dinas, undian), mayor(undian)),
        "unit": _units(dinas),
        "tugas_fungsi": _duties(dinas),
        "regulasi": tuple(
            Regulasi(kode=kode, jenis=jenis, nomor=nomor, tahun=year, tentang=tentang, subjek=subjek, dicabut=False)
            for kode, jenis, nomor, year, tentang, subjek in _REGULASI
        ),
        "dokumen_rencana": _plans(dinas),
        "visi_misi": _vision(),
        "sasaran_daerah": _region(dinas),
        "strategi": tuple(
            Strategi(kode=f"STR-{n}", sasaran=f"S{n}", jenis=JenisStrategi.STRATEGI,
                     teks=f"Memperkuat pembinaan dan pengawasan atas {b.pokok}", urutan=n)
            for n, b in enumerate(dinas.bidang, 1)
        ),
        **_problems(dinas, tahun),
        "pegawai_rekap": _staff(dinas, undian, tahun),
        "sarana": _goods(dinas, undian, tahun),
        "nilai_akip": _akip(dinas, undian, tahun),
        "kebijakan": (Kebijakan(kunci_kebijakan="preset", nilai="baku", dasar=_POLICY),),
    }  # fmt: skip


def program_sasaran(rencana: Rencana) -> tuple[ProgramSasaran, ...]:
    """Each programme of a bidang supports the sasaran of that bidang."""
    own = [p for p in rencana.program if not p.penunjang]
    return tuple(ProgramSasaran(program=p.kode, sasaran=s.kode) for p, s in zip(own, rencana.sasaran, strict=True))


def _instansi(dinas: Dinas) -> Instansi:
    about = data()
    return Instansi(
        kode=dinas.kode,
        nama=dinas.nama,
        nama_pendek=dinas.kode.replace("-", " ").title(),
        jenis=JenisInstansi(dinas.jenis),
        daerah=about["daerah"],
        pemerintah=about["pemerintah"],
        sebutan_kepala_daerah="Wali Kota",
        provinsi=about["provinsi"],
        urusan=dinas.urusan,
        layanan_gratis=True,
    )


def _person(undian: Undian, *nama: object) -> str:
    about = data()
    parts = [undian.pick(about[part], *nama, part) for part in ("depan", "belakang", "gelar")]
    return f"{parts[0]} {parts[1]}, {parts[2]}"


def head(dinas: Dinas, undian: Undian) -> Pejabat:
    """Who leads the agency through the whole period."""
    year = undian.draw(1966, 1980, dinas.kode, "lahir")
    born = f"{year}{undian.draw(1, 12, dinas.kode, 'bulan'):02}{undian.draw(1, 28, dinas.kode, 'hari'):02}"
    sex = undian.draw(1, 2, dinas.kode, "jenis")
    return Pejabat(
        kode="KEPALA-INSTANSI",
        nama=_person(undian, dinas.kode),
        jabatan=dinas.kepala,
        jenis=JenisPejabat.KEPALA_INSTANSI,
        status_jabatan=StatusJabatan.DEFINITIF,
        nip=f"{born}{year + 25}03{sex}{undian.draw(1, 30, dinas.kode, 'urut'):03}",
        status_pegawai=StatusPegawai.PNS,
        pangkat="Pembina Utama Muda",
        golongan="IV/c",
        unit=KEPALA,
        mulai=date(TAHUN_AWAL - 1, 3, 2),
    )


def mayor(undian: Undian) -> Pejabat:
    """The head of the region."""
    return Pejabat(
        kode="WALI-KOTA",
        nama=_person(undian, "WALI-KOTA"),
        jabatan=f"Wali Kota {data()['ibu_kota']}",
        jenis=JenisPejabat.KEPALA_DAERAH,
        status_jabatan=StatusJabatan.DEFINITIF,
        mulai=date(TAHUN_AWAL, 2, 17),
    )


def _units(dinas: Dinas) -> tuple[Unit, ...]:
    return (
        Unit(kode=KEPALA, nama=dinas.kepala, jenis=JenisUnit.KEPALA, urutan=1),
        Unit(kode=SEKRETARIAT, nama="Sekretariat", jenis=JenisUnit.SEKRETARIAT, induk=KEPALA, urutan=2),
        *(
            Unit(kode=unit_kode(n), nama=b.nama, jenis=JenisUnit.BIDANG, induk=KEPALA, urutan=n + 2)
            for n, b in enumerate(dinas.bidang, 1)
        ),
    )


def _duties(dinas: Dinas) -> tuple[TugasFungsi, ...]:
    texts = [
        (JenisTugas.KEDUDUKAN, 1, f"{dinas.nama} berkedudukan di bawah dan bertanggung jawab kepada Wali Kota"),
        (JenisTugas.TUGAS, 1, f"melaksanakan urusan pemerintahan yang menjadi kewenangan daerah di bidang "
         f"{dinas.urusan}"),
        *((JenisTugas.FUNGSI, n, f"perumusan dan pelaksanaan kebijakan tentang {b.pokok}")
          for n, b in enumerate(dinas.bidang, 1)),
    ]  # fmt: skip
    return tuple(TugasFungsi(unit=KEPALA, jenis=jenis, urutan=n, teks=teks) for jenis, n, teks in texts)


def _plans(dinas: Dinas) -> tuple[DokumenRencana, ...]:
    period = {"tahun_awal": TAHUN_AWAL, "tahun_akhir": TAHUN_AKHIR, "tahun_dasar": TAHUN_AWAL - 1}
    region = data()["daerah"]
    return (
        DokumenRencana(
            kode="rpjmd",
            jenis=JenisRencana.RPJMD,
            nama=f"Rencana Pembangunan Jangka Menengah Daerah {region} Tahun {_PERIODE}",
            **period,
        ),
        DokumenRencana(
            kode=RENSTRA,
            jenis=JenisRencana.RENSTRA,
            nama=f"Rencana Strategis {dinas.nama} {region} Tahun {_PERIODE}",
            **period,
        ),
    )


def _vision() -> tuple[VisiMisi, ...]:
    name = data()["ibu_kota"]
    return (
        VisiMisi(kode="VISI", dokumen="rpjmd", jenis=JenisVisiMisi.VISI, teks=f"{name} yang maju dan sejahtera",
                 didukung=True),
        VisiMisi(kode="MISI-1", dokumen="rpjmd", jenis=JenisVisiMisi.MISI, nomor=1,
                 teks="Mewujudkan layanan publik yang bermutu dan merata", didukung=True),
    )  # fmt: skip


def _region(dinas: Dinas) -> tuple[SasaranDaerah, ...]:
    return (
        SasaranDaerah(
            kode="SD-1",
            dokumen="rpjmd",
            teks=f"Meningkatnya mutu layanan urusan {dinas.urusan}",
            indikator=f"Indeks layanan urusan {dinas.urusan}",
            sasaran="S1",
        ),
    )


def _problems(dinas: Dinas, tahun: int) -> dict[str, Any]:
    pokok = dinas.bidang[0].pokok
    due = date(tahun + 1, 6, 30)
    return {
        "permasalahan": (
            Permasalahan(
                kode="PM-1",
                pokok_masalah=f"Hasil pembinaan atas {pokok} belum merata",
                masalah="Sebagian sasaran pembinaan belum terjangkau",
                akar_masalah="Data sasaran belum mutakhir",
                asal=Asal.SENDIRI,
                urutan=1,
            ),
        ),
        "isu_strategis": (IsuStrategis(kode="ISU-1", teks=f"Pemerataan hasil {pokok}", permasalahan="PM-1", urutan=1),),
        "uraian": (
            Uraian(jenis=JenisUraian.PERMASALAHAN, urutan=1, teks="Data sasaran pembinaan belum mutakhir."),
            Uraian(
                jenis=JenisUraian.REKOMENDASI,
                urutan=1,
                teks="Memutakhirkan data sasaran pembinaan setiap triwulan.",
                penanggung_jawab="Sekretariat",
                tenggat=due,
                permasalahan=1,
            ),
        ),
        "rekomendasi": (
            Rekomendasi(
                kode="LHE-1",
                sumber=SumberTindakLanjut.LHE,
                tahun=tahun - 1,
                teks="Memanfaatkan hasil pengukuran triwulanan dalam penyesuaian kegiatan",
                tindak_lanjut="Rapat triwulanan dilaksanakan dengan notula",
                status=StatusTindak.BERJALAN,
                penanggung_jawab="Sekretariat",
                tenggat=due,
            ),
        ),
    }


def _staff(dinas: Dinas, undian: Undian, tahun: int) -> tuple[PegawaiRekap, ...]:
    """Counted by office and by sex: both sums are the same."""
    heads = [("Kepala", 1), ("Sekretaris", 1), ("Kepala Bidang", len(dinas.bidang))]
    staff = undian.draw(20, 90, dinas.kode, tahun, "pelaksana")
    jobs = [*heads, ("Pelaksana", staff)]
    total = sum(n for _, n in jobs)
    men = undian.draw(total // 3, total * 2 // 3, dinas.kode, tahun, "pria")
    rows = [(DimensiPegawai.JABATAN, *job) for job in jobs]
    rows += [(DimensiPegawai.JENIS_KELAMIN, "Laki-laki", men), (DimensiPegawai.JENIS_KELAMIN, "Perempuan", total - men)]
    return tuple(
        PegawaiRekap(dimensi=dimensi, kategori=kategori, status_pegawai=StatusPegawai.PNS, jumlah=jumlah,
                     posisi=date(tahun, 12, 31), urutan=n)
        for n, (dimensi, kategori, jumlah) in enumerate(rows, 1)
    )  # fmt: skip


def _goods(dinas: Dinas, undian: Undian, tahun: int) -> tuple[Sarana, ...]:
    made = []
    for n, nama in enumerate(("Komputer jinjing", "Pencetak", "Meja kerja"), 1):
        jumlah = undian.draw(10, 120, dinas.kode, tahun, nama)
        broken = undian.draw(0, 5, dinas.kode, tahun, nama, "rusak")
        made.append(
            Sarana(kode=f"SAR-{n:02}", nama=nama, jumlah=jumlah, baik=jumlah - broken, rusak_ringan=broken,
                   rusak_berat=0, urutan=n)
        )  # fmt: skip
    return tuple(made)


def _akip(dinas: Dinas, undian: Undian, tahun: int) -> tuple[NilaiAkip, ...]:
    """The score of the year before, by component, and its sum."""
    year = tahun - 1
    parts = [(k, Decimal(undian.draw(low, high, dinas.kode, year, k)) / 100) for k, low, high in _AKIP]
    rows = [*parts, ("total", sum((v for _, v in parts), Decimal()))]
    return tuple(NilaiAkip(tahun=year, komponen=k, nilai=v, sumber=f"LHE {tahun}") for k, v in rows)
