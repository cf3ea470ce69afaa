"""A whole year of Disnaker Kota Bekasi, played by seven people in seven sessions from an empty database to the report.

The report that the web made is then compared with the one that the command line makes from the exported package. The
gate plays the year with the mouse, the long run with nothing but the keyboard.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from dunia_ukur import PDF
from playwright.sync_api import Browser
from ruang import made_room
from tangan import Tangan
from test_peladen import serving
from test_peramban import violations
from typer.testing import CliRunner

from akuntabel.domain.paket import TABEL
from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.paket import convert
from akuntabel_cli.main import app

pytestmark = pytest.mark.lambat
TAHUN = 2025
DISNAKER = f"/disnaker/{TAHUN}/"
BIDANG = "Bidang Penempatan Tenaga Kerja dan Perluasan Kesempatan Kerja"
PEMILIK = "PENEMPATAN"
INDIKATOR = ("TPT", "TPAK")
PERIODE = ("tw1", "tw2", "tw3", "tw4", "tahun")
# What the seven are, in the order in which they come; the first is also Bagian Organisasi.
ORANG = {
    "admin": "",
    "penyusun": "penyusun",
    "bpkad": "bpkad",
    "pengelola": "pengelola_data",
    "kabid": "kepala_bidang",
    "verifikator": "verifikator",
    "kepala": "kepala_opd",
}
NAMA = {
    "admin": "Sri Wahyuni",
    "penyusun": "Dewi Lestari",
    "bpkad": "Agus Salim",
    "pengelola": "Rina Marlina",
    "kabid": "Budi Santoso",
    "verifikator": "Tono Hartono",
    "kepala": "Ratna Widyaningsih",
}
PROFIL = ("instansi", "laporan", "pejabat", "unit", "tugas_fungsi", "regulasi")
RENCANA = (
    "program", "kegiatan", "subkegiatan", "program_sasaran", "permasalahan", "isu_strategis", "komponen", "target",
)  # fmt: skip
ANGGARAN = ("anggaran", "dokumen_realisasi", "jumlah_realisasi", "realisasi_anggaran")
AKHIR_TAHUN = (
    "pembanding", "analisis", "pegawai_rekap", "sarana", "kendaraan", "skm_periode", "skm_layanan", "skm_rekap",
    "skm_tahunan", "analisis_unsur", "rtl", "uraian", "dokumentasi", "narasi",
)  # fmt: skip


@dataclass
class Kantor:
    """Everybody who takes part, and the papers that they have on their desks."""

    orang: Mapping[str, Tangan]
    buku: Path
    meja: Path
    periode: tuple[str, ...]

    def lembar(self, nama: str, tabel: tuple[str, ...], edit: Callable[[Any], None] | None = None) -> Path:
        """The example's workbook with these sheets alone."""
        book = openpyxl.load_workbook(self.buku)
        for sheet in book.sheetnames:
            if sheet in TABEL and sheet not in tabel:
                del book[sheet]
        if edit:
            edit(book)
        book.save(self.meja / nama)
        return self.meja / nama

    def baris(self, tabel: str) -> list[dict[str, str]]:
        """The rows of a table of the example, as people read them in its CSV."""
        with (example_path() / f"{tabel}.csv").open(encoding="utf-8-sig", newline="") as rows:
            return list(csv.DictReader(rows, delimiter=";"))


@contextmanager
def kantor(peramban: Browser, room: Path, *, papan_tombol: bool) -> Iterator[Kantor]:
    """A new server with an empty database, and a browser of his own for each person."""
    settings = {"DJANGO_SETTINGS_MODULE": "akuntabel_web.pengaturan"}
    with serving(room / "data", more=settings) as server:
        assert server.process.stdout is not None
        tautan = re.search(r"http\S+$", server.process.stdout.readline().strip())
        assert tautan is not None
        base = f"http://localhost:{server.port}"
        contexts = {name: peramban.new_context(locale="id-ID", accept_downloads=True) for name in ORANG}
        people = {n: Tangan(c.new_page(), base, papan_tombol=papan_tombol) for n, c in contexts.items()}
        people["admin"].page.goto(tautan[0])
        book = room / "disnaker.xlsx"
        convert(example_path(), book)
        desk = room / "meja"
        desk.mkdir()
        # The gate measures one quarter and the year, the long run every quarter.
        yield Kantor(people, book, desk, PERIODE if papan_tombol else ("tw1", "tahun"))
        for context in contexts.values():
            context.close()


def surel(nama: str) -> str:
    return f"{nama}@bekasi.test"


def undang(k: Kantor, nama: str, peran: str, **lain: str) -> str:
    """The administrator invites; no mail server is there, so the page shows the link once."""
    admin = k.orang["admin"].buka(f"{DISNAKER}orang/").tautan("Undang orang", "main")
    admin.isi(surel=surel(nama), peran=peran, **lain).tekan("Buat undangan")
    return admin.page.get_by_label("Tautan undangan").input_value()


def mulai(k: Kantor) -> None:
    """The first administrator, the agency, its profile, the other six."""
    admin = k.orang["admin"]
    admin.isi(surel=surel("admin"), nama=NAMA["admin"], sandi="kuda-besi-hijau-79", ulang="kuda-besi-hijau-79")
    admin.tekan("Buat akun").masuk(surel("admin"))
    admin.sentuh(admin.page.locator("main h2 a").first)
    admin.tautan("Tambah instansi")
    admin.isi(nama="Dinas Tenaga Kerja Kota Bekasi", kode="DISNAKER", alamat="disnaker", tahun=str(TAHUN))
    admin.tekan("Tambah instansi").lapor("ditambahkan")
    k.orang["penyusun"].daftar(undang(k, "penyusun", "penyusun"), nama=NAMA["penyusun"]).masuk(surel("penyusun"))
    impor(k, "penyusun", k.lembar("profil.xlsx", PROFIL), "profil instansi")
    for nama, peran in ORANG.items():
        if nama in {"admin", "penyusun"}:
            continue
        unit = {"unit": f"{PEMILIK} {BIDANG}"} if peran in {"pengelola_data", "kepala_bidang"} else {}
        k.orang[nama].daftar(undang(k, nama, peran, **unit), nama=NAMA[nama]).masuk(surel(nama))
    admin.page.goto(undang(k, "admin", "bagian_organisasi"))
    admin.tekan("Terima undangan").lapor("Undangan diterima")
    admin.buka(f"{DISNAKER}tabel/kebijakan/tambah/").isi(kunci_kebijakan="preset", nilai="baku").tekan("Simpan")
    today = datetime.now(tz=UTC).date()
    for periode in k.periode:
        window = {"buka": today - timedelta(300), "tutup": today + timedelta(30)}
        admin.buka(f"{DISNAKER}ukur/jadwal/")
        admin.isi(**{"jendela-periode": periode}, **{f"jendela-{n}": str(d) for n, d in window.items()})
        admin.isi(**{"jendela-alasan_tindakan": "surat edaran"}).tekan("Simpan jadwal").lapor("Jadwal tersimpan")


def impor(k: Kantor, siapa: str, berkas: Path, alasan: str) -> list[str]:
    """Upload a workbook, look at the preview, apply all of it; gives what the preview says of each table."""
    person = k.orang[siapa].buka(f"{DISNAKER}impor/").berkas("berkas", berkas).tekan("Lihat perubahannya")
    person.page.get_by_role("heading", name="Pratinjau impor").wait_for()
    shown = person.page.locator("main table tbody tr").all_inner_texts()
    person.isi(alasan_tindakan=alasan).tekan("Terapkan semua perubahan").lapor("Impor diterapkan")
    return [" ".join(line.split()) for line in shown]


def simpul(orang: Tangan, tautan: str, **nilai: str) -> None:
    """Add a node of the plan below the one that is open."""
    orang.tautan(tautan, "main").isi(**nilai).tekan("Simpan").lapor("ditambahkan")


def merencanakan(k: Kantor) -> None:
    """The upper plan is typed into the tree, what stands below comes from the planning office's list."""
    orang = k.orang["penyusun"].buka(f"{DISNAKER}rencana/dokumen/")
    for row in k.baris("dokumen_rencana"):
        simpul(orang, "Tambah dokumen", **{n: v for n, v in row.items() if v})
    visi, misi = k.baris("visi_misi")
    (tujuan,), (sasaran,) = k.baris("tujuan"), k.baris("sasaran")
    tpt, tpak = ({n: v for n, v in row.items() if v} for row in k.baris("indikator"))
    orang.buka(f"{DISNAKER}rencana/")
    simpul(orang, "Tambah visi", kode=visi["kode"], dokumen=visi["dokumen"], teks=visi["teks"], didukung="ya")
    simpul(orang, "Tambah misi", kode=misi["kode"], teks=misi["teks"], didukung="ya")
    simpul(orang, "Tambah tujuan", kode="T1", dokumen="renstra", teks=tujuan["teks"], urutan="1")
    for row in (tpt, tpak):
        if row is tpak:
            simpul(orang, "Tambah sasaran", kode="S1", teks=sasaran["teks"], urutan="1")
        fields = {n: v for n, v in row.items() if n not in {"tingkat", "induk"}}
        simpul(orang, "Tambah indikator", **fields, penanggung_jawab=PEMILIK)
        target = next(t for t in k.baris("target") if t["indikator"] == row["kode"])
        simpul(orang, f"Tambah target {row['kode']}", tahun=target["tahun"], periode="tahun", dokumen="renstra",
               nilai=target["nilai"])  # fmt: skip
    orang.potret("setahun-rencana")

    def of_the_plan(book: Any) -> None:
        sheet = book["target"]
        column = next(c.column for c in sheet[1] if c.value == "dokumen")
        for line in range(sheet.max_row, 1, -1):
            if sheet.cell(line, column).value == "pk":  # the agreement is made here, in its turn
                sheet.delete_rows(line)

    told = impor(k, "penyusun", k.lembar("rencana.xlsx", RENCANA, of_the_plan), "daftar Bappeda")
    assert "Target 10 0 0 0" in told  # the two that were typed are the same in the list


def menganggarkan(k: Kantor) -> None:
    """BPKAD brings the budget of the year from an export of its own, through a mapping; the rest as a workbook."""
    rows = [r for r in k.baris("anggaran") if r["tahun"] == str(TAHUN)]
    ekspor = k.meja / "dpa.csv"
    with ekspor.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(("Kode Rekening", "Pagu (Rp)", "Sumber Dana", "Keadaan", "Catatan"))
        writer.writerows((r["kode"], r["pagu"], r["sumber_dana"], r["status"], r["keterangan"]) for r in rows)
    orang = k.orang["bpkad"].buka(f"{DISNAKER}ukur/ekspor/").isi(tabel="anggaran").berkas("berkas", ekspor)
    orang.tekan("Tentukan kolom")
    heads = {"kode": "Kode Rekening", "pagu": "Pagu (Rp)", "sumber_dana": "Sumber Dana", "status": "Keadaan",
             "keterangan": "Catatan"}  # fmt: skip
    orang.isi(**{f"kolom-{n}": head for n, head in heads.items()}, **{"tetap-tahun": str(TAHUN)})
    orang.isi(**{"tetap-versi": "murni", "nama": "DPA Bekasi"}).tekan("Lihat pratinjau")
    assert f"{len(rows)} perubahan" in orang.page.locator("main").inner_text()
    orang.isi(alasan_tindakan="DPA 2025").tekan("Terapkan semua perubahan").lapor(f"{len(rows)} perubahan diterapkan")
    told = impor(k, "bpkad", k.lembar("anggaran.xlsx", ANGGARAN), "laporan realisasi")
    (line,) = [t for t in told if t.startswith("Anggaran ")]
    others = len(k.baris("anggaran")) - len(rows)
    assert line.split()[1:4] == [str(others), "0", "0"]  # what the mapping brought is what the workbook holds


def berjanji(k: Kantor) -> None:
    """The agreement: drafted, approved by another, signed by the head with the scan."""
    orang = k.orang["penyusun"].buka(f"{DISNAKER}perjanjian/").tautan("Buat dari rencana", "main")
    orang.isi(anak="Kepala perangkat daerah", dokumen="renstra", pertama="KADIS", kedua="WALIKOTA", unit="KEPALA")
    orang.isi(tempat="Bekasi").tekan("Buat draf").lapor("Draf perjanjian dibuat")
    kode = re.search(r"Perjanjian kinerja (\S+)", orang.page.locator("h1").inner_text())[1]
    assert orang.page.get_by_role("link", name="Setujui").count() == 0
    for nama, langkah in (("verifikator", "Setujui"), ("kepala", "Catat penandatanganan")):
        orang = k.orang[nama].buka(f"{DISNAKER}perjanjian/").tautan(kode, "main").tautan(langkah, "main")
        if nama == "kepala":
            scan = k.meja / "pk.pdf"
            scan.write_bytes(PDF + b"%%EOF\n")
            orang.isi(tanggal=f"{TAHUN}-01-20").berkas("pindaian", scan)
        orang.isi(alasan_tindakan="sesuai rencana").tekan(langkah).lapor(f"Perjanjian {kode}")


def mengukur(k: Kantor) -> None:
    """Quarter by quarter: filled, proved, handed up, sent back once, locked; money by month; the meeting."""
    orang = k.orang["pengelola"]
    orang.buka(f"{DISNAKER}tabel/rencana_aksi/tambah/")
    orang.isi(kode="RA-1", indikator="TPT", uraian="Bursa kerja", satuan="orang", target_tw2="40",
              penanggung_jawab=PEMILIK).tekan("Simpan")  # fmt: skip
    orang.buka(f"{DISNAKER}tabel/langkah/tambah/")
    orang.isi(kode="L-1", rencana_aksi="RA-1", uraian="Mengundang perusahaan", penanggung_jawab=PEMILIK,
              selesai=f"{TAHUN}-06-30", status="selesai").tekan("Simpan")  # fmt: skip
    for periode in (p for p in k.periode if p != "tahun"):
        orang.buka(f"{DISNAKER}ukur/tempel/{periode}/")
        for kode in INDIKATOR:
            for label, value in (("Status", "belum_rilis"), ("Keterangan", "BPS merilis angka Agustus pada November")):
                name = orang.page.get_by_label(f"{label}, {kode}").get_attribute("name")
                orang.isi(**{name: value})
        orang.tekan("Lihat pratinjau").isi(alasan_tindakan="isian triwulan").tekan("Terapkan semua perubahan")
        orang.lapor("2 perubahan diterapkan")
    rilis = {
        "TPT": ("7,33", ""),
        "TPAK": ("65,36", "Angkatan kerja baru tertahan di bangku sekolah; bursa kerja ditambah"),
    }
    for kode, (nilai, sebab) in rilis.items():
        orang.buka(f"{DISNAKER}ukur/isian/tahun/{kode}/")
        orang.isi(nilai=nilai, status="sementara", sumber="BPS, Sakernas Agustus 2025", bulan_survei="8")
        orang.isi(keterangan=sebab or "Bursa kerja dan pelatihan").tekan("Simpan isian").lapor("Isian tersimpan")
        proof = k.meja / f"rilis-{kode}.pdf"
        proof.write_bytes(PDF + kode.encode())
        orang.berkas("berkas", proof).tekan("Unggah bukti").lapor("Bukti tersimpan")
        orang.potret(f"setahun-isian-{kode}")
    langkah(k, "pengelola", "Ajukan", "diajukan")
    kembalikan(k, "TPAK")
    langkah(k, "kabid", "Setujui sebagai kepala bidang", "disetujui kepala bidang")
    langkah(k, "verifikator", "Nyatakan terverifikasi", "diverifikasi")
    langkah(k, "kepala", "Setujui sebagai kepala OPD", "disetujui kepala opd")
    langkah(k, "verifikator", "Kunci", "dikunci")
    rapat = k.orang["penyusun"].buka(f"{DISNAKER}ukur/rapat/tw2/")
    rapat.isi(indikator="TPT", keputusan="Bursa kerja tiap bulan", penanggung_jawab=PEMILIK, tenggat=f"{TAHUN}-09-30")
    rapat.tekan("Simpan keputusan").lapor("")


def langkah(k: Kantor, siapa: str, tombol: str, keadaan: str) -> None:
    """One step on every entry."""
    orang = k.orang[siapa]
    for kode in INDIKATOR:
        for periode in k.periode:
            orang.buka(f"{DISNAKER}ukur/isian/{periode}/{kode}/").tekan(tombol).lapor(keadaan)


def kembalikan(k: Kantor, kode: str) -> None:
    """The head of the division sends one back; it is mended and handed up again."""
    alamat = f"{DISNAKER}ukur/isian/tahun/{kode}/"
    kabid = k.orang["kabid"].buka(alamat)
    kabid.tulis("#catatan_kembalikan", "Sebut nomor rilisnya")
    kabid.tekan("Kembalikan dengan catatan").lapor("dikembalikan")
    orang = k.orang["pengelola"].buka(alamat)
    assert "Sebut nomor rilisnya" in orang.page.locator("main").inner_text()
    orang.isi(sumber="BPS, Sakernas Agustus 2025, rilis 5 November 2025").tekan("Simpan isian").lapor("Isian tersimpan")
    orang.tekan("Ajukan").lapor("diajukan")


def melaporkan(k: Kantor) -> dict[str, Path]:
    """The rest of the data, a passage with a figure in it, the report, its place on the shelf; its files."""
    orang = k.orang["penyusun"]
    for row in (r for r in k.baris("realisasi") if r["tahun"] == "2024"):
        orang.buka(f"{DISNAKER}tabel/realisasi/tambah/").isi(**{n: v for n, v in row.items() if v}).tekan("Simpan")
        orang.lapor("")
    impor(k, "penyusun", k.lembar("akhir-tahun.xlsx", AKHIR_TAHUN), "akhir tahun")
    orang.buka(f"{DISNAKER}narasi/sunting/?kode=aspek_strategis")
    orang.isi(teks="Capaian TPT {{ capaian/TPT/2025 }} dari target {{ target/TPT/2025 }}.").tekan("Simpan")
    orang.lapor("Narasi tersimpan")
    orang.buka(f"{DISNAKER}laporan/").isi(dokumen="lkip:").tekan("Susun dari data sekarang")
    orang.page.get_by_role("heading", name="Temuan", exact=True).wait_for(timeout=180_000)
    made = {f: orang.unduh(f.upper(), k.meja / f"lkip.{f}") for f in ("docx", "pdf", "html", "json")}
    made["xlsx"] = orang.unduh("Data asalnya (buku kerja)", k.meja / f"paket-{TAHUN}.xlsx")  # cells name the file
    orang.sentuh(orang.page.locator("main details > summary").filter(has_text="Taruh di rak dokumen"), pindah=False)
    orang.potret("setahun-versi")
    orang.isi(nomor="000.8.6/12/Disnaker", tanggal="2026-02-27", disampaikan="2026-02-27").tekan("Taruh di rak")
    orang.lapor("")
    return made


def figures(path: Path) -> dict[str, Any]:
    """FigureId -> value, formula and cells, of every figure of the report and those it was computed from."""
    return dict(json.loads(path.read_bytes())["asal"])


def parts(path: Path) -> dict[str, bytes]:
    """Every part of a Word file."""
    with ZipFile(BytesIO(path.read_bytes())) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.mark.parametrize(
    "papan_tombol", [False, pytest.param(True, marks=pytest.mark.panjang)], ids=["tetikus", "tombol"]
)
def test_the_year_of_disnaker(peramban: Browser, papan_tombol: bool) -> None:
    with made_room() as room, kantor(peramban, room, papan_tombol=papan_tombol) as k:
        for bagian in (mulai, merencanakan, menganggarkan, berjanji, mengukur):
            bagian(k)
        made = melaporkan(k)
        dasbor(k)
        again = room / "lagi"
        done = CliRunner().invoke(
            app, ["lkip", str(made["xlsx"]), "--keluar", str(again), "--format", "docx,pdf,html,json"]
        )
        assert done.exit_code in {0, 1}, done.output
        made_again = {path.suffix[1:]: path for path in again.iterdir()}
        here, there = figures(made["json"]), figures(made_again["json"])
        assert here == there
        assert here["capaian/TPT/2025"]["nilai"] == "105,17%"
        assert parts(made["docx"]) == parts(made_again["docx"])
        assert made["html"].read_bytes() == made_again["html"].read_bytes()
        assert made["pdf"].read_bytes() == made_again["pdf"].read_bytes()
        for person in k.orang.values():
            assert person.konsol == []


def dasbor(k: Kantor) -> None:
    """The head reads his dashboard and follows a number to its cell; Bagian Organisasi sees who has not reported."""
    kepala = k.orang["kepala"].buka(f"{DISNAKER}dasbor/")
    assert violations(kepala.page) == []
    kepala.potret("setahun-dasbor")
    kepala.sentuh(kepala.page.locator('main a[href*="besaran=capaian/TPT/2025"]').first)
    kepala.page.get_by_role("heading", name="Sel sumber").wait_for()
    admin = k.orang["admin"].buka(f"{DISNAKER}papan/")
    cell = admin.page.locator(".papan div", has_text="Laporan Kinerja (LKjIP)")
    assert "27 Februari 2026" in cell.inner_text()
