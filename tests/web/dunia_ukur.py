"""An agency of its own for the tests of measuring: units, indicators with targets, a person for every step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from dunia import TAHUN, Dunia, make_person, roles

KODE = "I-1"
PERIODE = "tw1"
LANGKAH = ("ajukan", "setujui_bidang", "verifikasi", "setujui_opd", "kunci", "kembalikan", "buka_kembali")
ALAMAT_LANGKAH = {nama: nama.replace("_", "-") for nama in LANGKAH}
PDF = b"%PDF-1.4\n%bukti uji\n%%EOF\n"


@dataclass
class Ukur:
    """The agency with its world."""

    dunia: Dunia
    instansi: Any
    alamat: str

    @property
    def dasar_url(self) -> str:
        return f"/{self.alamat}/{TAHUN}/"

    def klien(self, siapa: str) -> Any:
        return self.dunia.klien(f"{siapa}@{self.alamat}.test")

    def orang(self, siapa: str) -> Any:
        return self.dunia.orang[f"{siapa}@{self.alamat}.test"]

    def wewenang(self, siapa: str) -> Any:
        """His duties; inside a transaction of his own."""
        from akuntabel_web.akun.wewenang import enter

        return enter(self.orang(siapa), self.alamat, TAHUN)

    def konteks(self, siapa: str | None = None) -> Any:
        return self.dunia.konteks(self.instansi, self.orang(siapa).pk if siapa else None)

    def isian_url(self, kode: str = KODE, periode: str = PERIODE, aksi: str = "") -> str:
        return f"{self.dasar_url}ukur/isian/{periode}/{kode}/" + (f"{aksi}/" if aksi else "")

    def butir(self, kode: str = KODE, periode: str = PERIODE) -> Any:
        """How an entry stands."""
        from akuntabel_web.ukur.isian import find_item

        with self.konteks("penyusun"):
            return find_item(self.wewenang("penyusun"), kode, periode)

    def isi(self, siapa: str, kode: str = KODE, periode: str = PERIODE, **nilai: str) -> Any:
        data = {"dasar": self.butir(kode, periode).dasar, "status": "", "keterangan": "Sesuai rencana", **nilai}
        return self.klien(siapa).post(self.isian_url(kode, periode, "simpan"), data)

    def langkah(self, siapa: str, nama: str, kode: str = KODE, periode: str = PERIODE, **lain: str) -> Any:
        data = {"dasar": self.butir(kode, periode).dasar, "catatan": "Periksa sumbernya", **lain}
        return self.klien(siapa).post(self.isian_url(kode, periode, ALAMAT_LANGKAH[nama]), data)

    def jadikan(self, keadaan: str, kode: str = KODE, periode: str = PERIODE) -> None:
        """Put an entry into a state, as the system, with a value of the pengelola data."""
        from akuntabel_web.ukur.alur import alur
        from akuntabel_web.ukur.models import Isian

        self.buka(kode, periode)
        assert self.isi("pengelola_data", kode, periode, nilai="75").status_code == 302
        with self.konteks():
            rows = Isian.objects.filter(instansi=self.instansi, indikator=kode, periode=periode)
            rows.update(keadaan=keadaan, terbuka=keadaan in alur().terbuka)

    def buka(self, kode: str = KODE, periode: str = PERIODE) -> None:
        """Make an entry open again, as the system."""
        from akuntabel_web.ukur.models import Isian

        with self.konteks():
            rows = Isian.objects.filter(instansi=self.instansi, indikator=kode, periode=periode)
            rows.update(keadaan="diisi", terbuka=True)

    def tanggapan(self, tabel: str, **kunci: Any) -> Any:
        from akuntabel_web.paket.models import MODEL

        with self.konteks():
            return MODEL[tabel].objects.filter(instansi=self.instansi, tahun_paket=TAHUN, **kunci).first()


def _rows() -> Mapping[str, list[dict[str, Any]]]:
    unit = {"jenis": "bidang", "induk": "KEPALA"}
    indikator = {
        "tingkat": "sasaran", "induk": "S1", "satuan": "persen", "jenis_nilai": "angka", "arah": "naik", "iku": True,
        "desimal": 2,
    }  # fmt: skip
    target = {"tahun": TAHUN, "dokumen": "pk", "nilai": Decimal(70)}
    return {
        "instansi": [
            {
                "kode": "DISUJI",
                "nama": "Dinas Uji",
                "jenis": "opd",
                "daerah": "Kota Uji",
                "pemerintah": "Pemerintah Kota Uji",
                "sebutan_kepala_daerah": "Wali Kota",
            }
        ],
        "laporan": [
            {
                "tahun": TAHUN,
                "nama": "Laporan Kinerja",
                "singkatan": "LKj",
                "tempat": "Uji",
                "tanggal": date(TAHUN + 1, 2, 27),
            }
        ],
        "kebijakan": [{"kunci_kebijakan": "preset", "nilai": "baku"}],
        "unit": [
            {"kode": "KEPALA", "nama": "Kepala Dinas", "jenis": "kepala"},
            {"kode": "BID-A", "nama": "Bidang A", **unit},
            {"kode": "BID-B", "nama": "Bidang B", **unit},
        ],
        "dokumen_rencana": [
            {"kode": "renstra", "jenis": "renstra", "nama": "Renstra", "tahun_awal": 2025, "tahun_akhir": 2029}
        ],
        "tujuan": [{"kode": "T1", "dokumen": "renstra", "teks": "Tujuan"}],
        "sasaran": [{"kode": "S1", "tujuan": "T1", "teks": "Sasaran"}],
        "indikator": [
            {"kode": KODE, "nama": "Persentase layanan tepat waktu", "penanggung_jawab": "BID-A", **indikator},
            {"kode": "I-2", "nama": "Persentase lulus", "penanggung_jawab": "BID-A", **indikator},
            {"kode": "I-3", "nama": "Milik bidang lain", "penanggung_jawab": "BID-B", **indikator},
            {"kode": "I-4", "nama": "Tanpa pemilik", **indikator},
        ],
        "komponen": [
            {"indikator": "I-2", "kode": "LULUS", "nama": "Peserta lulus", "peran": "pembilang"},
            {"indikator": "I-2", "kode": "IKUT", "nama": "Peserta", "peran": "penyebut"},
        ],
        "perjanjian_kinerja": [
            {
                "kode": "pk",
                "tahun": TAHUN,
                "jenis": "murni",
                "jenjang": "kepala_instansi",
                "tanggal": date(TAHUN, 1, 15),
            }
        ],
        "target": [{"indikator": i, "periode": "tw1", **target} for i in (KODE, "I-2", "I-3")],
        "program": [{"kode": "2.07.03", "nama": "Program Pelatihan", "penunjang": False}],
        "kegiatan": [{"kode": "2.07.03.2.01", "program": "2.07.03", "nama": "Kegiatan"}],
        "subkegiatan": [{"kode": "2.07.03.2.01.0001", "kegiatan": "2.07.03.2.01", "nama": "Subkegiatan"}],
        "dokumen_realisasi": [{"kode": "lra", "nama": "Laporan Realisasi Anggaran"}],
    }


def make_agency(dunia: Dunia, kode: str, alamat: str) -> Ukur:
    """An agency with the rows above and a person for each role, `pengelola_data` and `kepala_bidang` of unit BID-A."""
    from akuntabel_web.instansi.models import Pemerintah, Unit
    from akuntabel_web.instansi.tindakan import add_agency, open_year
    from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks
    from akuntabel_web.paket.models import MODEL

    with konteks(Konteks(SISTEM)):
        made = add_agency(Pemerintah.objects.get(), kode, f"Dinas {kode.title()}", "opd", alamat)
        open_year(made, TAHUN)
    with dunia.konteks(made):
        units = {u: Unit.objects.create(instansi=made, kode=u, nama=u) for u in ("BID-A", "BID-B")}
        for tabel, rows in _rows().items():
            for n, row in enumerate(rows, 1):
                MODEL[tabel].objects.create(instansi=made, tahun_paket=TAHUN, urutan_baris=n * 1024, **row)
    world = Ukur(dunia, made, alamat)
    for role in roles():
        unit = units["BID-A"] if role in {"pengelola_data", "kepala_bidang"} else None
        make_person(dunia, f"{role}@{alamat}.test", (made, role, unit))
    make_person(dunia, f"pengelola_b@{alamat}.test", (made, "pengelola_data", units["BID-B"]))
    make_person(dunia, f"kabid_b@{alamat}.test", (made, "kepala_bidang", units["BID-B"]))
    return world


def paste(kerja: Ukur, siapa: str, text: str, periode: str = "tw1") -> Any:
    """The preview of a pasted block."""
    client = kerja.klien(siapa)
    answer = client.post(f"{kerja.dasar_url}ukur/tempel/{periode}/", {"tempelan": text})
    assert answer.status_code == 302
    return client.get(answer["Location"])


@pytest.fixture(scope="session")
def ukur(dunia: Dunia) -> Ukur:
    """The agency of the tests of measuring."""
    return make_agency(dunia, "DISUJI", "disuji")
