"""The command `akuntabel`: arguments, one pipeline call, exit status. Heavy imports live inside the commands."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any

import typer

from akuntabel_cli.layan import cadangkan, pulihkan, serve
from akuntabel_cli.skm import app as skm_app
from akuntabel_cli.susun import write_documents

app = typer.Typer(
    name="akuntabel",
    help="Sistem akuntabilitas kinerja instansi pemerintah: dari data ke laporan yang angkanya dapat ditelusuri.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(skm_app)
for _command_of_web in (serve, cadangkan, pulihkan):
    app.command()(_command_of_web)


class FormatHitung(StrEnum):
    """Formats of `hitung`."""

    TABEL = "tabel"
    JSON = "json"
    CSV = "csv"


class FormatTemuan(StrEnum):
    """Formats of findings."""

    TEKS = "teks"
    JSON = "json"


PaketArg = Annotated[Path, typer.Argument(help="Folder paket atau buku kerja .xlsx", show_default=False)]
KeluarOpt = Annotated[Path, typer.Option("--keluar", help="Folder hasil")]
HalamanOpt = Annotated[
    bool, typer.Option("--nomor-halaman", help="Isi nomor halaman daftar isi docx (memerlukan LibreOffice)")
]
FinalOpt = Annotated[bool, typer.Option("--final", help="Tolak bila masih ada angka sementara")]
PublikOpt = Annotated[
    bool, typer.Option("--publik", help="Salinan publik: NIP, nomor kendaraan, dan kelompok kecil survei disamarkan")
]
FormatsOpt = Annotated[str, typer.Option("--format", help="Format, dipisah koma: docx, pdf, html, json")]


def run() -> None:
    """Entry point. Leaves without taking apart what the system frees at once: a tenth of a second for a report."""
    try:
        _run()
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else int(done.code is not None)
        with suppress(BrokenPipeError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _run() -> None:
    """User errors are one line on stderr and exit status 2, never a traceback."""
    from akuntabel.errors import AkuntabelError
    from akuntabel.pipelines.start import begin_charts, collect_seldom
    from akuntabel_cli.salah_panggil import SalahPanggil, explain

    collect_seldom()
    if _is_one_report(sys.argv[1:]):  # typer needs a tenth of a second to read a call: Vega wakes meanwhile
        begin_charts()
    try:
        status = _command()(standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except SalahPanggil as error:
        if not sys.argv[1:]:  # without a command the help itself is the answer
            error.show()  # type: ignore[attr-defined]
        else:
            sys.stderr.write(f"akuntabel: {explain(error)}\n")
        sys.exit(2)
    except AkuntabelError as error:
        sys.stderr.write(f"akuntabel: {error}\n")
        sys.exit(error.exit_status)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("akuntabel: dihentikan.\n")
        sys.exit(130)
    except OSError as error:
        from akuntabel.pipelines.banyak import unusable

        sys.stderr.write(f"akuntabel: {unusable(error)}\n")
        sys.exit(2)
    except Exception as error:  # a defect of ours must not look like an ordinary finding (status 1)
        if os.environ.get("AKUNTABEL_DEBUG"):
            raise
        kind = type(error).__name__
        sys.stderr.write(
            f"akuntabel: kesalahan program ({kind}: {error}). Laporkan beserta perintahnya; "
            "AKUNTABEL_DEBUG=1 menampilkan rinciannya.\n"
        )
        sys.exit(2)


def _command() -> Any:
    """The command line; its help costs a hundredth of a second, so only who asks for help pays it."""
    if sys.argv[1:] and "--help" not in sys.argv:
        return app
    from akuntabel_cli.petunjuk import command_in_indonesian

    return command_in_indonesian(app)


def _is_one_report(arguments: list[str]) -> bool:
    """Whether a call asks for the report of one package; with several, each of their processes draws for itself."""
    words = list(takewhile(lambda argument: not argument.startswith("-"), arguments))
    return words[:1] == ["lkip"] and len(words) == 2


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"akuntabel {version('akuntabel')}")
        raise typer.Exit


@app.callback()
def utama(
    versi: Annotated[
        bool,
        typer.Option("--version", "--versi", help="Tampilkan versi program", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Sistem akuntabilitas kinerja instansi pemerintah: dari data ke laporan yang angkanya dapat ditelusuri."""


@app.command()
def contoh(
    folder: Annotated[
        Path | None,
        typer.Argument(help="Folder tujuan; baku: contoh-disnaker, atau contoh-besar", show_default=False),
    ] = None,
    besar: Annotated[
        bool,
        typer.Option(
            "--besar",
            help="Tulis contoh besar: 40 instansi, 5 tahun, 8.000 indikator; satu paket tiap instansi dan tahun",
        ),
    ] = False,
) -> None:
    """Tulis paket contoh: Dinas Tenaga Kerja Kota Bekasi, tahun 2025.

    Dengan --besar: paket karangan seluruh perangkat daerah sebuah kota, untuk mencoba dan mengukur.
    """
    if besar:
        _write_large(folder or Path("contoh-besar"))
        return
    from akuntabel.pipelines.contoh import write_example

    target = folder or Path("contoh-disnaker")
    write_example(target)
    typer.echo(f"Paket contoh ditulis ke {target}")


def _write_large(folder: Path) -> None:
    from akuntabel.pipelines.contoh_besar import INSTANSI, TAHUN, large_packages, write_large
    from akuntabel_cli.kemajuan import progress

    with progress(INSTANSI * TAHUN) as step:
        count = write_large(folder, large_packages(), step)
    typer.echo(f"{count} paket contoh ditulis ke {folder}")


@app.command()
def templat(berkas: Annotated[Path, typer.Argument(help="Nama buku kerja baru, berakhiran .xlsx")]) -> None:
    """Tulis buku kerja kosong untuk diisi."""
    from akuntabel.pipelines.paket import make_template

    make_template(berkas)
    typer.echo(f"Buku kerja kosong ditulis ke {berkas}")


@app.command()
def ubah(
    asal: Annotated[Path, typer.Argument(help="Folder paket atau buku kerja .xlsx")],
    tujuan: Annotated[Path, typer.Argument(help="Nama hasil; .xlsx berarti buku kerja, selain itu folder")],
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti hasil yang sudah ada; isinya yang lama hilang")] = False,
) -> None:
    """Ubah paket dari folder ke buku kerja atau sebaliknya, tanpa kehilangan isi."""
    from akuntabel.findings import exit_status
    from akuntabel.pipelines.paket import convert
    from akuntabel_cli.tertulis import show_findings

    result = convert(asal, tujuan, overwrite=timpa)
    show_findings(result.temuan)
    typer.echo(f"Paket ditulis ke {tujuan}")
    raise typer.Exit(exit_status(result.temuan))


@app.command()
def periksa(
    paket: PaketArg,
    format_: Annotated[FormatTemuan, typer.Option("--format", help="Bentuk keluaran")] = FormatTemuan.TEKS,
) -> None:
    """Periksa data: semua temuan sekaligus, dengan tempat dan cara memperbaikinya."""
    from akuntabel.findings import exit_status
    from akuntabel.pipelines.pemeriksaan import check
    from akuntabel_cli.tampilan import print_json, show_result

    result = check(paket)
    if format_ is FormatTemuan.JSON:
        print_json(result)
    else:
        show_result(result)
    raise typer.Exit(exit_status(result.temuan))


@app.command()
def reviu(
    berkas: Annotated[list[Path], typer.Argument(help="Laporan docx, PDF, atau teks; atau folder", show_default=False)],
    format_: Annotated[str, typer.Option("--format", help="Dipisah koma: teks, json, html, docx")] = "teks",
    keluar: KeluarOpt = Path("keluaran"),
    pembanding: Annotated[
        list[str] | None,
        typer.Option(
            "--pembanding", help="Dokumen pembanding (juga xlsx, csv); jenisnya dikenali, atau sebutkan: pk=BERKAS"
        ),
    ] = None,
    kesampingkan: Annotated[
        Path | None,
        typer.Option("--kesampingkan", help="CSV temuan yang dikesampingkan: sidik;oleh;tanggal;alasan"),
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="Paket data di balik dokumen Word buatan program ini")
    ] = None,
    pilih: Annotated[
        list[str] | None, typer.Option("--pilih", help="Hanya aturan ini, dipisah koma: JML,STR-01")
    ] = None,
    abaikan: Annotated[list[str] | None, typer.Option("--abaikan", help="Tanpa aturan ini, dipisah koma")] = None,
    proses: Annotated[int | None, typer.Option("--proses", min=1, help="Berapa laporan sekaligus")] = None,
) -> None:
    """Reviu laporan kinerja: setiap pertentangan dengan tempat, kedua nilai, dan hitungannya."""
    from akuntabel.pipelines.aturan import known_codes
    from akuntabel.pipelines.hasil_reviu import parse_formats, plan
    from akuntabel.pipelines.kesampingan import read_waivers
    from akuntabel.pipelines.reviu import Permintaan, expand, kind_of, parse_other, review_all, skipped
    from akuntabel_cli.tampilan_reviu import Layar

    formats = parse_formats(format_)
    others = tuple(parse_other(text) for text in pembanding or ())
    for _, other in others:
        kind_of(other)  # a wrong name is told once, not for each report
    waivers = read_waivers(kesampingkan) if kesampingkan else None
    order = Permintaan(known_codes(pilih or ()), known_codes(abaikan or ()), others, waivers, data)
    paths = expand(berkas)
    layar = Layar(plan(paths, keluar, formats, berkas), formats, waivers, skipped(berkas))
    for path, result in review_all(paths, order, processes=proses):
        layar.show(path, result)
    raise typer.Exit(layar.close())


@app.command()
def teks(
    berkas: Annotated[Path, typer.Argument(help="Laporan yang dibaca")],
    nomor: Annotated[bool, typer.Option("--nomor", help="Cetak nomor baris di depan setiap baris")] = False,
) -> None:
    """Tampilkan teks laporan; temuan reviu menyebut nomor barisnya."""
    from akuntabel.pipelines.reviu import extract_text

    for number, line in enumerate(extract_text(berkas), 1):
        typer.echo(f"{number}\t{line}" if nomor else line)


@app.command()
def aturan(kode: Annotated[str | None, typer.Argument(help="Kode aturan, misalnya JML-03")] = None) -> None:
    """Tampilkan aturan reviu, atau halaman satu aturan."""
    from akuntabel.pipelines.aturan import list_rules, page_of

    if kode:
        typer.echo(page_of(kode))
        return
    for rule in list_rules():
        typer.echo(f"{rule.kode}  {rule.judul} ({rule.kelompok.value.lower()}, {rule.tingkat.value})")


@app.command()
def hitung(
    paket: PaketArg,
    format_: Annotated[FormatHitung, typer.Option("--format", help="Bentuk keluaran")] = FormatHitung.TABEL,
    semua: Annotated[bool, typer.Option("--semua", help="Semua besaran, bukan hanya indikator")] = False,
) -> None:
    """Hitung indikator: target, realisasi, capaian, predikat."""
    from akuntabel.findings import exit_status
    from akuntabel.pipelines.hitungan import compute_paket
    from akuntabel_cli.tampilan import show_figures

    result = compute_paket(paket)
    show_figures(result.bahan, format_.value, everything=semua)
    raise typer.Exit(exit_status(result.temuan))


@app.command()
def jejak(
    paket: PaketArg, besaran: Annotated[str, typer.Argument(help="Nama besaran, misalnya capaian/TPT/2025")]
) -> None:
    """Tampilkan dari mana sebuah angka berasal, sampai ke selnya."""
    from akuntabel.pipelines.hitungan import compute_paket, trace
    from akuntabel_cli.tampilan import show_trace

    result = compute_paket(paket)
    show_trace(result.bahan, trace(result.bahan, besaran))


@app.command()
def rtl(
    paket: PaketArg,
    per: Annotated[
        str | None, typer.Option("--per", help="Tanggal, misalnya 2026-04-01; baku: hari ini", show_default=False)
    ] = None,
    format_: Annotated[FormatTemuan, typer.Option("--format", help="Bentuk keluaran")] = FormatTemuan.TEKS,
) -> None:
    """Tampilkan tindak lanjut yang terlambat, jatuh tempo triwulan ini, belum jatuh tempo, dan selesai.

    Memuat rencana tindak lanjut survei dan rekomendasi LHE, reviu, serta BPK. Status keluar 1 bila ada yang terlambat.
    """
    from akuntabel.pipelines.tindak_lanjut import follow_up_of
    from akuntabel_cli.tampilan_tindak import print_follow_up, show_follow_up
    from akuntabel_cli.tertulis import show_findings

    result = follow_up_of(paket, _day(per))
    show_findings(result.temuan)
    if format_ is FormatTemuan.JSON:
        print_follow_up(result)
    else:
        show_follow_up(result)
    raise typer.Exit(result.status_keluar)


def _day(text: str | None) -> date:
    """The day that is asked about; today when none is given. Only the command line asks the clock."""
    from akuntabel.bahasa.tanggal import parse_tanggal
    from akuntabel.errors import PanggilanError

    if text is None:
        return datetime.now().astimezone().date()
    day = parse_tanggal(text)
    if day is None:
        raise PanggilanError(f"--per: '{text}' bukan tanggal; tulis misalnya 2026-04-01 atau 1 April 2026.")
    return day


@app.command()
def lkip(
    paket: Annotated[list[Path], typer.Argument(help="Satu atau beberapa paket", show_default=False)],
    keluar: KeluarOpt = Path("keluaran"),
    format_: FormatsOpt = "docx,pdf,html",
    nomor_halaman: HalamanOpt = False,
    final: FinalOpt = False,
    publik: PublikOpt = False,
    proses: Annotated[
        int | None, typer.Option("--proses", min=1, help="Berapa paket sekaligus; baku: sebanyak inti prosesor")
    ] = None,
) -> None:
    """Susun laporan kinerja dari data.

    Beberapa paket disusun sekaligus, masing-masing ke subfoldernya. Paket yang tidak dapat dipakai disebut satu baris,
    yang lain tetap disusun; status keluar 2 bila ada yang tidak dapat dipakai.
    """
    write_documents(
        paket, keluar, "lkip", format_, proses=proses, nomor_halaman=nomor_halaman, final=final, publik=publik
    )


@app.command()
def dokumen(
    paket: PaketArg,
    jenis: Annotated[str, typer.Option("--jenis", help="Jenis dokumen, misalnya pk, iku, pengukuran")],
    keluar: KeluarOpt = Path("keluaran"),
    format_: FormatsOpt = "docx,pdf,html",
    pilihan: Annotated[
        str | None,
        typer.Option("--pilihan", help="Triwulan (tw1 sampai tw4), kode perjanjian, atau periode survei"),
    ] = None,
    nomor_halaman: HalamanOpt = False,
    final: FinalOpt = False,
    publik: PublikOpt = False,
) -> None:
    """Susun dokumen lain: perjanjian kinerja, IKU, rencana aksi, laporan triwulan, dan sebagainya."""
    write_documents(
        [paket], keluar, jenis, format_, pilihan=pilihan, nomor_halaman=nomor_halaman, final=final, publik=publik
    )


if __name__ == "__main__":
    run()
