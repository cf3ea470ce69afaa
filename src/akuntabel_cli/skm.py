"""The commands `akuntabel skm ...`: arguments, one pipeline call, what the terminal shows."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from akuntabel_cli.susun import write_documents

app = typer.Typer(
    name="skm", help="Survei kepuasan masyarakat: dari jawaban ke indeks.", no_args_is_help=True, add_completion=False
)


class FormatSkm(StrEnum):
    """Formats of results."""

    TABEL = "tabel"
    JSON = "json"
    CSV = "csv"
    SKM_REKAP = "skm_rekap"


class UrutanTanggal(StrEnum):
    """What stands first in a day written with figures."""

    HARI_DAHULU = "hari-dahulu"
    BULAN_DAHULU = "bulan-dahulu"


class PeriodeSkm(StrEnum):
    """How days are put into periods."""

    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"


class CaraSetahun(StrEnum):
    """How the year comes from its periods."""

    GABUNGAN = "gabungan"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"


BobotOpt = Annotated[
    list[str] | None,
    typer.Option("--bobot", help="Bobot unsur: tepat, satu nilai (0,11), atau per unsur (U1=0,2), boleh berulang"),
]
NrrOpt = Annotated[
    int | None,
    typer.Option("--bulatkan-nrr", min=0, max=6, help="Desimal NRR sebelum ditimbang; baku: utuh"),
]
SetahunOpt = Annotated[CaraSetahun, typer.Option("--setahun", help="Indeks setahun dari periodenya")]
PenggunaOpt = Annotated[
    list[str] | None,
    typer.Option("--pengguna", help="Pengguna layanan dalam periode, untuk menilai sampel: NAMA=180; *=900 semua"),
]
PublikOpt = Annotated[bool, typer.Option("--publik", help="Tanpa kelompok yang respondennya terlalu sedikit")]
FormatOpt = Annotated[FormatSkm, typer.Option("--format", help="Bentuk keluaran; skm_rekap: tabel paket")]
RincianOpt = Annotated[bool, typer.Option("--rincian", help="Tabel: juga nilai setiap unsur")]
TahunOpt = Annotated[int | None, typer.Option("--tahun", help="Tahun pedoman dan skala mutu; baku: yang berlaku")]


PetaOpt = Annotated[list[str] | None, typer.Option("--peta", help="Arti kolom: 'Judul kolom=U1'; boleh berulang")]
IsiOpt = Annotated[
    list[str] | None,
    typer.Option("--isi", help="Yang sama bagi semua lembar dan tidak ada kolomnya: periode=2025-tw4, layanan=AK1"),
]
TanggalOpt = Annotated[UrutanTanggal | None, typer.Option("--tanggal", help="Urutan tanggal yang ditulis dengan angka")]
SimpanOpt = Annotated[
    Path | None, typer.Option("--simpan", help="Folder rekap setiap berkas: pekerjaan dapat dilanjutkan")
]


@app.command()
def hitung(
    berkas: Annotated[list[Path], typer.Argument(help="CSV, xlsx, Parquet, atau folder", show_default=False)],
    peta: PetaOpt = None,
    isi: IsiOpt = None,
    periode: Annotated[PeriodeSkm, typer.Option("--periode", help="Pembagian tanggal")] = PeriodeSkm.TRIWULAN,
    tanggal: TanggalOpt = None,
    tahun: TahunOpt = None,
    bobot: BobotOpt = None,
    bulatkan_nrr: NrrOpt = None,
    setahun: SetahunOpt = CaraSetahun.GABUNGAN,
    lembar_utuh: Annotated[
        bool, typer.Option("--lembar-utuh", help="Hanya lembar yang seluruh jawabannya sah")
    ] = False,
    pengguna: PenggunaOpt = None,
    profil: Annotated[bool, typer.Option("--profil", help="Hitung juga ciri responden")] = False,
    rentang: Annotated[
        bool, typer.Option("--rentang", help="Rentang kepercayaan 95%, hanya untuk lampiran internal")
    ] = False,
    publik: PublikOpt = False,
    simpan: SimpanOpt = None,
    rekap: Annotated[Path | None, typer.Option("--rekap", help="Tulis rekap gabungan ke berkas JSON ini")] = None,
    lewati_rusak: Annotated[
        bool, typer.Option("--lewati-rusak", help="Tinggalkan berkas rusak dan sebut namanya")
    ] = False,
    mesin: Annotated[
        str | None, typer.Option("--mesin", help="Alamat Spark Connect, misalnya sc://localhost:50051")
    ] = None,
    utas: Annotated[int | None, typer.Option("--utas", min=1, help="Banyak utas; baku: sebanyak inti")] = None,
    format_: FormatOpt = FormatSkm.TABEL,
    rincian: RincianOpt = False,
) -> None:
    """Hitung indeks kepuasan masyarakat dari berkas jawaban."""
    from akuntabel.pipelines.skm import PermintaanSkm, hitung_berkas, write_rekap
    from akuntabel.pipelines.skm_berkas import expand
    from akuntabel_cli.kemajuan import progress
    from akuntabel_cli.tampilan_skm import Pilihan, parse_isi, parse_peta, show

    order = PermintaanSkm(
        peta=parse_peta(peta or ()), periode=periode.value, tahun=tahun, lembar_utuh=lembar_utuh, sebaran=rentang,
        profil=profil, mesin=mesin, utas=utas, simpan=simpan, lewati_rusak=lewati_rusak,
        isi=parse_isi(isi or ()), urutan_tanggal=tanggal.value if tanggal else None,
    )  # fmt: skip
    choice = Pilihan(bobot or (), bulatkan_nrr, setahun.value, pengguna or (), tahun, publik, rincian)
    rules = choice.aturan()
    paths = expand(berkas)
    with progress(len(paths)) as step:
        counted = hitung_berkas(paths, order, step)
    if rekap is not None:
        write_rekap(counted.rekap, rekap)
    raise typer.Exit(show(counted, rules, choice, format_.value))


@app.command()
def gabung(
    berkas: Annotated[list[Path], typer.Argument(help="Rekap JSON dari skm hitung", show_default=False)],
    rekap: Annotated[Path | None, typer.Option("--rekap", help="Tulis rekap gabungan ke berkas JSON ini")] = None,
    tahun: TahunOpt = None,
    bobot: BobotOpt = None,
    bulatkan_nrr: NrrOpt = None,
    setahun: SetahunOpt = CaraSetahun.GABUNGAN,
    pengguna: PenggunaOpt = None,
    publik: PublikOpt = False,
    format_: FormatOpt = FormatSkm.TABEL,
    rincian: RincianOpt = False,
) -> None:
    """Gabungkan rekap beberapa berkas atau daerah, lalu hitung indeksnya."""
    from akuntabel.pipelines.skm import Terhitung, gabung_berkas, write_rekap
    from akuntabel_cli.tampilan_skm import Pilihan, show

    choice = Pilihan(bobot or (), bulatkan_nrr, setahun.value, pengguna or (), tahun, publik, rincian)
    rules = choice.aturan()
    counted = Terhitung(gabung_berkas(berkas), ())
    if rekap is not None:
        write_rekap(counted.rekap, rekap)
    raise typer.Exit(show(counted, rules, choice, format_.value))


@app.command()
def laporan(
    paket: Annotated[Path, typer.Argument(help="Folder paket atau buku kerja .xlsx", show_default=False)],
    keluar: Annotated[Path, typer.Option("--keluar", help="Folder hasil")] = Path("keluaran"),
    format_: Annotated[
        str, typer.Option("--format", help="Format, dipisah koma: docx, pdf, html, json")
    ] = "docx,pdf,html",
    periode: Annotated[str | None, typer.Option("--periode", help="Kode periode survei; baku: yang terakhir")] = None,
    poster: Annotated[bool, typer.Option("--poster", help="Publikasi satu halaman, bukan laporan")] = False,
    nomor_halaman: Annotated[
        bool, typer.Option("--nomor-halaman", help="Isi nomor halaman daftar isi docx (memerlukan LibreOffice)")
    ] = False,
    final: Annotated[bool, typer.Option("--final", help="Tolak bila masih ada angka sementara")] = False,
    publik: PublikOpt = False,
) -> None:
    """Susun laporan survei kepuasan masyarakat dari paket, atau posternya."""
    kind = "poster_skm" if poster else "skm"
    write_documents(
        [paket], keluar, kind, format_, pilihan=periode, nomor_halaman=nomor_halaman, final=final, publik=publik
    )
