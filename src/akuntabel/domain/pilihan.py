"""Closed lists of the package: every value a drop-down may offer."""

from enum import StrEnum


class JenisInstansi(StrEnum):
    """Kind of reporting entity."""

    OPD = "opd"
    PEMDA = "pemda"
    UNIT = "unit"


class StatusJabatan(StrEnum):
    """How an official holds the office."""

    DEFINITIF = "definitif"
    PLT = "Plt."
    PLH = "Plh."
    PJ = "Pj."


class JenisPejabat(StrEnum):
    """Which signatory an official is."""

    KEPALA_DAERAH = "kepala_daerah"
    SEKRETARIS_DAERAH = "sekretaris_daerah"
    KEPALA_INSTANSI = "kepala_instansi"
    SEKRETARIS = "sekretaris"
    KEPALA_BIDANG = "kepala_bidang"
    PENGAWAS = "pengawas"
    FUNGSIONAL = "fungsional"
    APIP = "apip"


class StatusPegawai(StrEnum):
    """Employment status."""

    PNS = "pns"
    PPPK = "pppk"
    PPPK_PARUH_WAKTU = "pppk_paruh_waktu"
    NON_ASN = "non_asn"


class JenisUnit(StrEnum):
    """Kind of unit in the structure."""

    KEPALA = "kepala"
    SEKRETARIAT = "sekretariat"
    BIDANG = "bidang"
    SUBBAGIAN = "subbagian"
    SEKSI = "seksi"
    KELOMPOK_JF = "kelompok_jf"
    UPTD = "uptd"


class JenisTugas(StrEnum):
    """Position, duty or function of a unit."""

    KEDUDUKAN = "kedudukan"
    TUGAS = "tugas"
    FUNGSI = "fungsi"


class SubjekRegulasi(StrEnum):
    """What a regulation is cited for."""

    LATAR_BELAKANG = "latar_belakang"
    PELAPORAN = "pelaporan"
    ORGANISASI = "organisasi"
    PERENCANAAN = "perencanaan"
    PELAYANAN = "pelayanan"
    KEPEGAWAIAN = "kepegawaian"


class JenisRencana(StrEnum):
    """Kind of planning document."""

    RPJMD = "rpjmd"
    RPD = "rpd"
    RENSTRA = "renstra"
    RENJA = "renja"


class JenisVisiMisi(StrEnum):
    """Vision or mission."""

    VISI = "visi"
    MISI = "misi"


class JenisStrategi(StrEnum):
    """Strategy or policy direction."""

    STRATEGI = "strategi"
    ARAH_KEBIJAKAN = "arah_kebijakan"


class Tingkatan(StrEnum):
    """Level of the plan that an indicator measures."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"


class JenisNilai(StrEnum):
    """Kind of value of an indicator."""

    ANGKA = "angka"
    RASIO = "rasio"
    PERINGKAT = "peringkat"
    TANGGAL = "tanggal"
    YA_TIDAK = "ya_tidak"


class Arah(StrEnum):
    """Which way is better."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    TETAP = "tetap"


class AgregasiTriwulan(StrEnum):
    """How quarters make the year."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    POSISI_AKHIR = "posisi_akhir"
    MAKSIMUM = "maksimum"


class AgregasiTahunan(StrEnum):
    """How years make the plan period."""

    JUMLAH = "jumlah"
    POSISI_AKHIR = "posisi_akhir"


class SumberNilai(StrEnum):
    """Where the realised value of an indicator comes from when nobody types it."""

    IKM = "ikm"


class PeranKomponen(StrEnum):
    """Role of a component in an indicator's formula."""

    PEMBILANG = "pembilang"
    PENYEBUT = "penyebut"
    PENAMBAH = "penambah"


class Periode(StrEnum):
    """The year or one of its quarters."""

    TAHUN = "tahun"
    TW1 = "tw1"
    TW2 = "tw2"
    TW3 = "tw3"
    TW4 = "tw4"


class StatusNilai(StrEnum):
    """How firm a value is; a blank value with `belum_rilis` or `tidak_berlaku` is not a missing one."""

    TETAP = "tetap"
    SEMENTARA = "sementara"
    REVISI = "revisi"
    BELUM_RILIS = "belum_rilis"
    BELUM_DIAUDIT = "belum_diaudit"
    TIDAK_BERLAKU = "tidak_berlaku"


class Wilayah(StrEnum):
    """Area of a comparison value."""

    NASIONAL = "nasional"
    PROVINSI = "provinsi"
    DAERAH_LAIN = "daerah_lain"


class StatusTindak(StrEnum):
    """State of a step, a follow-up or a recommendation."""

    BELUM = "belum"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    BATAL = "batal"


class JenisPerjanjian(StrEnum):
    """First or changed agreement of the year."""

    MURNI = "murni"
    PERUBAHAN = "perubahan"


class SebabPerubahan(StrEnum):
    """Causes for which a perjanjian kinerja may be changed (PermenPANRB 53/2014, lampiran I)."""

    PEJABAT = "pergantian_pejabat"
    STRATEGI = "perubahan_strategi"
    PRIORITAS = "perubahan_prioritas"


class Jenjang(StrEnum):
    """Level of the official who promises."""

    KEPALA_DAERAH = "kepala_daerah"
    KEPALA_INSTANSI = "kepala_instansi"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    FUNGSIONAL = "fungsional"
    PELAKSANA = "pelaksana"


class JenisAnalisis(StrEnum):
    """What a line of analysis says."""

    PENYEBAB_KEBERHASILAN = "penyebab_keberhasilan"
    PENYEBAB_KEGAGALAN = "penyebab_kegagalan"
    HAMBATAN = "hambatan"
    TINDAKAN = "tindakan"
    SOLUSI = "solusi"


class JenisAnalisisUnsur(StrEnum):
    """What a line of analysis of a survey element says."""

    PENDUKUNG = "pendukung"
    PENGHAMBAT = "penghambat"
    TINDAKAN = "tindakan"
    SOLUSI = "solusi"


class DimensiPegawai(StrEnum):
    """By what staff are counted."""

    JABATAN = "jabatan"
    GOLONGAN = "golongan"
    PENDIDIKAN = "pendidikan"
    JENIS_KELAMIN = "jenis_kelamin"
    UNIT = "unit"


class Kondisi(StrEnum):
    """Condition of an asset."""

    BAIK = "baik"
    RUSAK_RINGAN = "rusak_ringan"
    RUSAK_BERAT = "rusak_berat"


class SumberTindakLanjut(StrEnum):
    """What asked for a follow-up."""

    SKM = "skm"
    LHE = "lhe"
    REVIU = "reviu"
    BPK = "bpk"
    MONEV = "monev"


class JangkaWaktu(StrEnum):
    """Horizon of a follow-up."""

    PENDEK = "pendek"
    MENENGAH = "menengah"
    PANJANG = "panjang"


class Asal(StrEnum):
    """Whether a row is the agency's own. Rows of another agency are kept and never printed."""

    SENDIRI = "sendiri"
    INSTANSI_LAIN = "instansi_lain"


class JenisUraian(StrEnum):
    """Problems and recommendations of the closing chapter."""

    PERMASALAHAN = "permasalahan"
    REKOMENDASI = "rekomendasi"


class Unsur(StrEnum):
    """The nine elements of the survey by code, never by position (PermenPANRB 14/2017); more may be added."""

    U1 = "U1"
    U2 = "U2"
    U3 = "U3"
    U4 = "U4"
    U5 = "U5"
    U6 = "U6"
    U7 = "U7"
    U8 = "U8"
    U9 = "U9"
