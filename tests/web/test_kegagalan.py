"""kill -9 in the middle of an import, of an approval and of a build: whole or not there, nothing confirmed is lost.

One installation, then points one after another. A point is drawn: whom it kills, what is at hand, and at which part of
the time that it takes undisturbed. Afterwards the service is back, the database holds all of it or nothing, and the
person, who repeats what was not confirmed, gets to the end.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from threading import Event, Thread
from typing import Any, Protocol

import openpyxl
import psycopg
import pypdfium2
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError
from dunia import TAHUN
from dunia_ukur import KODE, PERIODE
from kegagalan_isi import ALAMAT
from kegagalan_uji import KORBAN, PATIENCE, UNANSWERED, Layanan, wait_until
from ruang import made_room

from akuntabel_web.inti.putus import is_lost

BENIH = 20250142  # its ten points meet everybody once, each work three times
BARIS = 400
RUMAH, CONTOH = f"/{ALAMAT}/{TAHUN}/", f"/disnaker/{TAHUN}/"
TAHAP = (
    ("pengelola_data", "simpan"),
    ("pengelola_data", "ajukan"),
    ("kepala_bidang", "setujui-bidang"),
    ("verifikator", "verifikasi"),
    ("kepala_opd", "setujui-opd"),
    ("verifikator", "kunci"),
)


class Kerja(Protocol):
    """Something that people do here, again and again."""

    def siapkan(self, nomor: int) -> None:
        """What comes before, undisturbed."""

    def lakukan(self) -> None:
        """What is disturbed; what was confirmed is kept in mind."""

    def periksa(self) -> None:
        """All of it or nothing; what was confirmed is there."""

    def teruskan(self) -> None:
        """Repeat what was not confirmed; afterwards it is done."""


class Impor:
    """Apply a workbook in which every row is new."""

    def __init__(self, layanan: Layanan) -> None:
        self.layanan, self.orang = layanan, layanan.orang("penyusun", ALAMAT)
        self.instansi = layanan.tanya("SELECT id FROM instansi_instansi WHERE alamat = %s", ALAMAT)[0][0]
        self.diterapkan: list[int] = []

    def siapkan(self, nomor: int) -> None:
        self.nomor, self.pasti = nomor, False
        self.tujuan = self.orang.unggah(f"{RUMAH}impor/", "inovasi.xlsx", workbook(nomor)).tujuan
        self.dasar = self.orang.buka(self.tujuan).rahasia("dasar")

    def lakukan(self) -> None:
        answer = self.orang.kirim(self.tujuan, dasar=self.dasar, alasan_tindakan=f"impor {self.nomor}")
        self.pasti = answer.tujuan == RUMAH

    def periksa(self) -> None:
        applied = self._applied()
        assert applied or not self.pasti, "yang sudah dipastikan hilang"
        assert self._audited(self.nomor) == (BARIS if applied else 0)
        pk = self.tujuan.rstrip("/").rpartition("/")[2]
        rows = self.layanan.tanya("SELECT diterapkan IS NOT NULL FROM paket_impor WHERE id = %s", pk)
        assert rows == [(applied,)]
        assert [self._audited(n) for n in self.diterapkan] == [BARIS] * len(self.diterapkan)

    def teruskan(self) -> None:
        if not self._applied():
            self.siapkan(self.nomor)
            self.lakukan()
        self.periksa()
        assert self._applied()
        self.diterapkan.append(self.nomor)

    def _applied(self) -> bool:
        """Whether the rows are those of this import; rows of two imports side by side are half of one."""
        query = "SELECT nama, count(*) FROM paket_inovasi WHERE instansi_id = %s GROUP BY nama"
        found = self.layanan.tanya(query, self.instansi)
        before = [(name_of(self.diterapkan[-1]), BARIS)] if self.diterapkan else []
        assert found in (before, [(name_of(self.nomor), BARIS)])
        return found != before

    def _audited(self, nomor: int) -> int:
        query = "SELECT count(*) FROM jejak_jejak WHERE tabel = 'paket_inovasi' AND instansi_id = %s AND alasan = %s"
        return int(self.layanan.tanya(query, self.instansi, f"impor {nomor}")[0][0])


def name_of(nomor: int) -> str:
    return f"Putaran {nomor}"


def workbook(nomor: int) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "inovasi"
    sheet.append(["kode", "nama"])
    for n in range(BARIS):
        sheet.append([f"INO-{n}", name_of(nomor)])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


class Pengesahan:
    """An entry is filled, submitted and approved by five people, to its lock; opened again for the next time."""

    def __init__(self, layanan: Layanan) -> None:
        self.layanan = layanan
        self.jumlah = 0

    def siapkan(self, nomor: int) -> None:
        if self.jumlah:
            self._step("kepala_opd", "buka-kembali", catatan="angka baru")
        self.mulai = len(self._history())
        self.nomor, self.pasti = nomor, 0

    def lakukan(self) -> None:
        for siapa, langkah in TAHAP[self.pasti :]:
            more = {"nilai": str(self.nomor), "status": "", "keterangan": "Sesuai"} if langkah == "simpan" else {}
            self._step(siapa, langkah, **more)
            self.pasti += 1

    def _step(self, siapa: str, langkah: str, **isi: str) -> None:
        url = f"{RUMAH}ukur/isian/{PERIODE}/{KODE}/"
        orang = self.layanan.orang(siapa, ALAMAT)
        orang.kirim(f"{url}{langkah}/", dasar=orang.buka(url).rahasia("dasar"), **isi)

    def periksa(self) -> None:
        done = self._done()
        assert self.pasti <= done <= self.pasti + 1, "yang sudah dipastikan hilang"
        history = self._history()
        if not history:
            return
        isian, keadaan, versi, terbuka = self.layanan.tanya("SELECT id, keadaan, versi, terbuka FROM ukur_isian")[0]
        assert [h[1] for h in history[:-1]] == [h[0] for h in history[1:]]
        assert (keadaan, versi) == (history[-1][1], len(history))
        assert terbuka == (keadaan in {"diisi", "dibuka_kembali"})
        self._audit_agrees(isian, versi)
        if done:
            values = "SELECT nilai FROM paket_realisasi WHERE indikator = %s AND periode = %s AND versi = 'isian'"
            assert self.layanan.tanya(values, KODE, PERIODE) == [(f"angka:{self.nomor}",)]

    def _audit_agrees(self, isian: object, versi: int) -> None:
        """Each step stands in the audit, the entry and its history written by one transaction."""
        query = (
            "SELECT kerja, transaksi FROM jejak_jejak WHERE tabel = 'ukur_isian' AND baris = %s ORDER BY id",
            "SELECT kerja, transaksi FROM jejak_jejak WHERE tabel = 'ukur_riwayat' AND %s IS NOT NULL ORDER BY id",
        )
        entry, history = (self.layanan.tanya(q, isian) for q in query)
        assert [kerja for kerja, _ in entry] == ["tambah"] + ["ubah"] * versi
        assert [kerja for kerja, _ in history] == ["tambah"] * versi
        assert [t for _, t in entry[1:]] == [t for _, t in history]

    def teruskan(self) -> None:
        self.pasti = self._done()
        self.lakukan()
        self.periksa()
        assert self._history()[-1][1] == "dikunci"
        self.jumlah += 1

    def _done(self) -> int:
        return len(self._history()) - self.mulai

    def _history(self) -> list[tuple[Any, ...]]:
        return self.layanan.tanya("SELECT dari, ke FROM ukur_riwayat ORDER BY waktu, id")


class Penyusunan:
    """A document of changed data is asked for and built."""

    def __init__(self, layanan: Layanan) -> None:
        self.layanan, self.orang = layanan, layanan.orang("penyusun", "contoh")
        self.mati, self.sabar = Event(), False
        self.dipastikan: list[str] = []

    def siapkan(self, nomor: int) -> None:
        self.url = ""
        self.mati.clear()
        self.orang.kirim(f"{CONTOH}tabel/inovasi/tambah/", kode=f"INO-{nomor}", nama=name_of(nomor))

    def lakukan(self) -> None:
        self._order()
        while not self.mati.is_set() and "kemajuan" in self.orang.buka(self.url).isi.decode():
            time.sleep(0.1)

    def _order(self) -> None:
        self.url = self.orang.kirim(f"{CONTOH}laporan/susun/", dokumen="pengukuran:").tujuan
        self.dipastikan.append(self.url)

    def periksa(self) -> None:
        """Versions are whole, or told to have failed, or on their way by a job; every file is what its name says."""
        query = """SELECT v.id::text, v.keadaan, v.galat, v.temuan_sidik, coalesce(
            array_agg(b.format || ' ' || b.sidik ORDER BY b.format) FILTER (WHERE b.id IS NOT NULL), '{}'),
            EXISTS (SELECT FROM procrastinate_jobs j WHERE j.args ->> 'versi' = v.id::text
                    AND j.status IN ('todo', 'doing'))
            FROM laporan_versi v LEFT JOIN laporan_berkasversi b ON b.versi_id = v.id GROUP BY v.id"""
        versions = {row[0]: row[1:] for row in self.layanan.tanya(query)}
        for state, told, findings, files, waited in versions.values():
            if state == "selesai":
                assert [f.partition(" ")[0] for f in files] == ["docx", "html", "json", "pdf"]
                for kind, sidik in (f.split() for f in files):
                    opens(kind, self._content(sidik))
                json.loads(self._content(findings))
            else:
                assert (files, findings) == ([], "")
                assert told if state == "gagal" else waited, "berdiri selamanya"
        missing = [url for url in self.dipastikan if url.rstrip("/").rpartition("/")[2] not in versions]
        assert missing == []
        for path in self.layanan.letak.berkas.rglob("*"):
            assert path.is_dir() or hashlib.sha256(path.read_bytes()).hexdigest() == path.name

    def _content(self, sidik: str) -> bytes:
        return (self.layanan.letak.berkas / sidik[:2] / sidik).read_bytes()

    def teruskan(self) -> None:
        asked = self.url
        self._order()
        assert self.url == (asked or self.url), "diminta dua kali, disusun dua kali"
        assert wait_until(self._ended, 240), f"masih {self._state()}"
        self.periksa()
        assert self._state() == "selesai"

    def _state(self) -> str:
        pk = self.url.rstrip("/").rpartition("/")[2]
        return str(self.layanan.tanya("SELECT keadaan FROM laporan_versi WHERE id = %s", pk)[0][0])

    def _ended(self) -> bool:
        """Whether the build is over; without patience a dead worker's job does not wait until that is noticed."""
        if not self.sabar:
            let_the_dead_grow_old(self.layanan)
        return self._state() in {"selesai", "gagal"}


def let_the_dead_grow_old(layanan: Layanan) -> None:
    """As if half a minute had passed for the jobs that a dead worker holds, and the minute were full."""
    held = """UPDATE procrastinate_workers SET last_heartbeat = now() - interval '10 minutes' WHERE id IN (
        SELECT worker_id FROM procrastinate_jobs WHERE status = 'doing')
        AND id < (SELECT max(id) FROM procrastinate_workers) AND last_heartbeat > now() - interval '5 minutes'
        RETURNING id"""
    if layanan.tanya(held):
        layanan.tanya(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args)"
            " VALUES ('default', 'laporan.ulangi_terhenti', 0, '{\"timestamp\": 0}')"
        )


def opens(kind: str, isi: bytes) -> None:
    match kind:
        case "docx":
            assert zipfile.ZipFile(BytesIO(isi)).testzip() is None
        case "pdf":
            assert len(pypdfium2.PdfDocument(isi)) > 0
        case "html":
            assert isi.rstrip().endswith(b"</html>")
        case _:
            assert json.loads(isi)


@dataclass(frozen=True, slots=True)
class Titik:
    """Where it is killed: whom, during what, at which part of its time."""

    kerja: str
    korban: str
    bagian: float


def points(acak: random.Random, kerja: list[str]) -> Iterator[Titik]:
    """Every pair in turn, shuffled anew each time. A worker has a part in building only."""
    pairs = [(k, korban) for k in kerja for korban in KORBAN if korban != "pekerja" or k == "penyusunan"]
    while True:
        acak.shuffle(pairs)
        yield from (Titik(k, korban, acak.random()) for k, korban in pairs)


def strike(layanan: Layanan, kerja: Kerja, titik: Titik, lama: float) -> None:
    """Do it, kill in the middle, and see what is left and whether it goes on."""
    broken: list[BaseException] = []

    def work() -> None:
        try:
            kerja.lakukan()
        except UNANSWERED:
            pass  # no answer: nothing is confirmed
        except BaseException as error:
            broken.append(error)

    hands = Thread(target=work)
    hands.start()
    time.sleep(titik.bagian * lama)
    mati = layanan.bunuh(titik.korban)
    if isinstance(kerja, Penyusunan):
        kerja.mati.set()
    hands.join(PATIENCE)
    assert not hands.is_alive()
    if broken:
        raise broken[0]
    layanan.pulih(titik.korban, mati)
    kerja.periksa()
    kerja.teruskan()


def disturb(benih: int, banyak: int, *, sabar: bool = False) -> str:
    """All points on one installation; what was met, for the print. `sabar`: the last one is a worker, in real time."""
    acak = random.Random(benih)
    with made_room() as room, Layanan(room / "data", acak) as layanan:
        penyusunan = Penyusunan(layanan)
        kerja: dict[str, Kerja] = {
            "impor": Impor(layanan), "pengesahan": Pengesahan(layanan), "penyusunan": penyusunan,
        }  # fmt: skip
        lama = {nama: undisturbed(k) for nama, k in kerja.items()}
        met: Counter[str] = Counter()
        drawn = list(islice(points(acak, list(kerja)), banyak))
        if sabar:
            drawn[-1] = Titik("penyusunan", "pekerja", 0.5)
        for nomor, titik in enumerate(drawn, 2):
            penyusunan.sabar = sabar and nomor > banyak
            try:
                layanan.lengkap()
                kerja[titik.kerja].siapkan(nomor)
                strike(layanan, kerja[titik.kerja], titik, lama[titik.kerja])
            except BaseException as error:
                error.add_note(f"benih {benih}, titik {nomor - 1}: {titik}, {lama}")
                error.add_note((room / "galat.log").read_text(encoding="utf-8", errors="replace")[-5_000:])
                raise
            met[titik.korban] += 1
        return f"kegagalan: benih {benih}, {banyak} titik utuh; dimatikan: {dict(met)}"


def undisturbed(kerja: Kerja) -> float:
    """How long it takes when nobody is killed, in seconds."""
    kerja.siapkan(1)
    begun = time.monotonic()
    kerja.lakukan()
    lama = time.monotonic() - begun
    kerja.periksa()
    kerja.teruskan()
    return lama


@pytest.mark.lambat
def test_ten_points(record_property: Any) -> None:
    record_property("cetak", disturb(BENIH, 10))


@pytest.mark.panjang
def test_fifty_points(record_property: Any) -> None:
    """New points every time; BENIH_KEGAGALAN repeats those of a run."""
    benih = int(os.environ.get("BENIH_KEGAGALAN") or random.SystemRandom().randrange(10**8))
    record_property("cetak", disturb(benih, 50, sabar=True))


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    """An error as it arrives: raised while another was handled."""
    try:
        raise error from cause
    except BaseException as arrived:
        return arrived


@pytest.mark.parametrize(
    ("error", "lost"),
    [
        (None, False),
        (raised(OperationalError("x"), psycopg.OperationalError("server closed the connection")), True),
        (raised(OperationalError("x"), psycopg.errors.AdminShutdown("x")), True),
        (raised(OperationalError("x"), psycopg.errors.CannotConnectNow("x")), True),
        (raised(OperationalError("x"), psycopg.errors.ConnectionFailure("x")), True),
        (raised(OperationalError("x"), psycopg.errors.QueryCanceled("x")), False),
        (raised(OperationalError("x"), psycopg.errors.DeadlockDetected("x")), False),
        (raised(IntegrityError("x"), psycopg.errors.UniqueViolation("x")), False),
        (raised(RuntimeError("x"), raised(OperationalError("x"), psycopg.errors.CrashShutdown("x"))), True),
        (InterfaceError("connection already closed"), True),
    ],
)
def test_what_counts_as_a_lost_database(error: BaseException | None, lost: bool) -> None:
    assert is_lost(error) is lost
