"""Around an entry: windows with days off, steps as data, evidence."""

from __future__ import annotations

import os
import stat
import sys
import zipfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from dunia import TAHUN, Dunia, roles
from dunia_ukur import KODE, PDF, Ukur, make_agency, paste

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20 + b"IEND"


@pytest.fixture(scope="module")
def kerja(dunia: Dunia) -> Ukur:
    """An agency of this module alone: its windows and steps disturb nobody."""
    return make_agency(dunia, "DISKERJA", "diskerja")


# --- windows ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hari", "wanted"),
    [
        (date(2025, 4, 10), date(2025, 4, 10)),  # a Thursday
        (date(2025, 4, 12), date(2025, 4, 14)),  # Saturday
        (date(2025, 4, 13), date(2025, 4, 14)),  # Sunday
        (date(2025, 4, 18), date(2025, 4, 21)),  # a Friday off, then the weekend
        (date(2025, 3, 31), date(2025, 4, 8)),  # Idulfitri, joint leave, a weekend in between
        (date(2025, 12, 25), date(2025, 12, 29)),
        (date(2026, 3, 20), date(2026, 3, 25)),
        (date(2030, 1, 1), date(2030, 1, 1)),  # a year whose list is not there yet: only weekends are known
    ],
)
def test_a_day_off_moves_to_the_next_working_day(dunia: Dunia, hari: date, wanted: date) -> None:
    from akuntabel_web.ukur.jadwal import national, working_day

    assert working_day(hari, national().keys()) == wanted


def window(kerja: Ukur, periode: str, buka: date, tutup: date) -> Any:
    page = kerja.klien("bagian_organisasi").get(f"{kerja.dasar_url}ukur/jadwal/")
    data = {f"versi-{p}": v for p, v in page.context["versi"]}
    data |= {"bagian": "jendela", "jendela-periode": periode, "jendela-buka": buka, "jendela-tutup": tutup,
             "jendela-alasan_tindakan": "surat edaran"}  # fmt: skip
    return kerja.klien("bagian_organisasi").post(f"{kerja.dasar_url}ukur/jadwal/", data)


@pytest.mark.parametrize(
    ("hari", "wanted"),
    [
        (date(2025, 3, 31), "baru dibuka 1 April 2025"),
        (date(2025, 4, 1), None),
        (date(2025, 4, 19), None),  # set to close on Friday the 18th, a day off: Monday the 21st counts
        (date(2025, 4, 21), None),
        (date(2025, 4, 22), "sudah ditutup 21 April 2025"),
    ],
)
def test_a_window_opens_and_closes(kerja: Ukur, hari: date, wanted: str | None) -> None:
    from akuntabel_web.ukur.jadwal import Jadwal

    assert window(kerja, "tw2", date(2025, 4, 1), date(2025, 4, 18)).status_code == 302
    with kerja.konteks():
        told = Jadwal(kerja.instansi, TAHUN).of("tw2", "BID-A").obstacle(hari)
    assert (told is None) if wanted is None else (wanted in str(told))


def test_a_local_day_off_and_an_extension_of_one_unit_move_the_last_day(kerja: Ukur) -> None:
    from akuntabel_web.ukur.jadwal import Jadwal

    client, url = kerja.klien("bagian_organisasi"), f"{kerja.dasar_url}ukur/jadwal/"
    assert window(kerja, "tw3", date(2025, 10, 1), date(2025, 10, 10)).status_code == 302
    free = {"bagian": "libur", "libur-tanggal": "2025-10-10", "libur-nama": "Hari jadi kota"}
    assert client.post(url, free).status_code == 302
    assert client.post(url, free).status_code == 422
    longer = {"bagian": "perpanjangan", "panjang-periode": "tw3", "panjang-unit": "BID-A",
              "panjang-sampai": "2025-10-18", "panjang-alasan_tindakan": "data BPS terlambat"}  # fmt: skip
    assert client.post(url, longer | {"panjang-alasan_tindakan": ""}).status_code == 422
    assert client.post(url, longer | {"panjang-sampai": "2025-10-09"}).status_code == 422
    assert client.post(url, longer).status_code == 302
    with kerja.konteks():
        jadwal = Jadwal(kerja.instansi, TAHUN)
        last = {unit: jadwal.of("tw3", unit).terakhir for unit in ("BID-A", "BID-B", None)}
    assert last == {"BID-A": date(2025, 10, 20), "BID-B": date(2025, 10, 13), None: date(2025, 10, 13)}


def test_two_people_who_set_one_window_do_not_overwrite_each_other(kerja: Ukur) -> None:
    from akuntabel_web.ukur.models import Jendela

    assert window(kerja, "tw4", date(2026, 1, 2), date(2026, 1, 9)).status_code == 302
    data = {"bagian": "jendela", "jendela-periode": "tw4", "jendela-buka": "2026-01-02", "versi-tw4": "0",
            "jendela-tutup": "2026-01-30", "jendela-alasan_tindakan": "x"}  # fmt: skip
    assert kerja.klien("administrator").post(f"{kerja.dasar_url}ukur/jadwal/", data).status_code == 422
    with kerja.konteks():
        assert Jendela.objects.get(instansi=kerja.instansi, periode="tw4").tutup == date(2026, 1, 9)


def test_outside_of_the_window_nothing_is_written_on_any_page(kerja: Ukur) -> None:
    from django.utils import timezone

    today = timezone.localdate()
    assert window(kerja, "tw1", today - timedelta(60), today - timedelta(30)).status_code == 302
    late = kerja.isi("pengelola_data", nilai="10")
    assert late.status_code == 422
    assert "mintalah perpanjangan" in late.content.decode()
    row = {"indikator": KODE, "tahun": TAHUN, "periode": "tw1", "versi": "lain", "nilai": "9", "dipakai": "ya"}
    added = kerja.klien("pengelola_data").post(f"{kerja.dasar_url}tabel/realisasi/tambah/", row)
    assert added.status_code == 422
    assert "sudah ditutup" in added.content.decode()
    assert paste(kerja, "pengelola_data", "I-1\t10").context["galat"] != ()
    assert kerja.tanggapan("realisasi", indikator=KODE) is None
    client, url = kerja.klien("bagian_organisasi"), f"{kerja.dasar_url}ukur/jadwal/"
    longer = {"bagian": "perpanjangan", "panjang-periode": "tw1", "panjang-unit": "", "panjang-sampai": today,
              "panjang-alasan_tindakan": "bencana banjir"}  # fmt: skip
    assert client.post(url, longer).status_code == 302
    assert kerja.isi("pengelola_data", nilai="10").status_code == 302


# --- steps as data ---------------------------------------------------------------------------------------------------


def test_a_small_agency_joins_steps_and_nobody_is_left_on_the_way(dunia: Dunia) -> None:
    kecil = make_agency(dunia, "KECIL", "kecil")
    url = f"{kecil.dasar_url}ukur/alur/"
    admin = kecil.klien("administrator")
    assert admin.post(url, {"alasan_tindakan": "x"}).status_code == 422
    kecil.jadikan("diverifikasi")
    short = {"tahap": ["setujui_opd"], "alasan_tindakan": "hanya dua pegawai"}
    stuck = admin.post(url, short)
    assert stuck.status_code == 422
    assert "diverifikasi" in stuck.content.decode()
    kecil.buka()
    assert admin.post(url, short).status_code == 302
    assert kecil.langkah("pengelola_data", "ajukan").status_code == 302
    assert kecil.langkah("kepala_bidang", "setujui_bidang").status_code == 422
    assert kecil.langkah("kepala_opd", "setujui_opd").status_code == 302
    assert kecil.langkah("verifikator", "kunci").status_code == 302
    assert kecil.butir().keadaan == "dikunci"


# --- evidence --------------------------------------------------------------------------------------------------------


def send(kerja: Ukur, siapa: str, nama: str, isi: bytes, kode: str = "I-2") -> Any:
    berkas = BytesIO(isi)
    berkas.name = nama
    return kerja.klien(siapa).post(kerja.isian_url(kode, "tahun", "bukti"), {"berkas": berkas})


def office(part: str, *more: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("[Content_Types].xml", part, *more):
            archive.writestr(name, "<x/>")
    return out.getvalue()


def files(kerja: Ukur) -> list[Any]:
    return list(kerja.butir("I-2", "tahun").bukti)


def folder() -> Path:
    from django.conf import settings

    return Path(settings.DATA) / "berkas"


def stored() -> set[str]:
    """Every file in the folder of files, half-written ones too."""
    return {str(p) for p in folder().rglob("*") if p.is_file()}


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("laporan.pdf", b"<html><script>alert(1)</script>", "bukan jenis berkas"),
        ("foto.png", PDF, "isinya pdf"),
        ("foto.jpg", PNG, "isinya png"),
        ("laporan.pdf.exe", PDF, "isinya pdf"),
        ("tanpa-akhiran", PDF, "isinya pdf"),
        ("arsip.xlsx", office("lain.xml"), "bukan jenis berkas"),
        ("makro.xlsx", office("xl/workbook.xml", "xl/vbaProject.bin"), "bukan jenis berkas"),
        ("rusak.docx", b"PK\x03\x04rusak", "bukan jenis berkas"),
        ("gambar.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan jenis berkas"),
        ("kosong.pdf", b"", "Pilih berkas"),
    ],
)
def test_a_disguised_file_is_refused_by_its_content(kerja: Ukur, nama: str, isi: bytes, pesan: str) -> None:
    before = stored()
    answer = send(kerja, "pengelola_data", nama, isi)
    assert (answer.status_code, files(kerja)) == (422, [])
    assert pesan in answer.content.decode()
    assert stored() == before


@pytest.mark.parametrize(
    ("nama", "wanted"),
    [
        ("../../../etc/passwd.pdf", "passwd.pdf"),
        ("..\\..\\windows\\x.pdf", "x.pdf"),
        ("a\r\nSet-Cookie: b=c.pdf", "aSet-Cookie_ b=c.pdf"),
        ('kutip".pdf', "kutip_.pdf"),
        ("\u202egpj.pdf", "gpj.pdf"),
        ("...", "berkas"),
        ("x" * 400 + ".pdf", "x" * 110 + ".pdf"),
    ],
)
def test_a_name_is_never_a_path_or_a_header(dunia: Dunia, nama: str, wanted: str) -> None:
    from akuntabel_web.inti.berkas import clean_name
    from akuntabel_web.inti.gudang import fetch

    assert clean_name(nama) == wanted
    with pytest.raises(ValueError, match="passwd"):
        fetch("../../../../etc/passwd")


def test_a_file_that_is_too_large_is_refused(kerja: Ukur) -> None:
    from django.test import override_settings

    with override_settings(AKUNTABEL_UNGGAHAN_MAKS=1024):
        answer = send(kerja, "pengelola_data", "besar.pdf", PDF + b"0" * 1024)
    assert answer.status_code == 422
    assert "melebihi batas" in answer.content.decode()
    assert files(kerja) == []


def test_evidence_stands_under_its_hash_and_is_downloaded_by_who_may(kerja: Ukur) -> None:
    import hashlib

    answer = send(kerja, "pengelola_data", "../../../etc/laporan.pdf", PDF)
    assert answer.status_code == 302
    bukti = files(kerja)[0]
    assert bukti.nama == "laporan.pdf"
    kept = folder() / bukti.sha256[:2] / bukti.sha256
    assert (kept.read_bytes(), bukti.sha256) == (PDF, hashlib.sha256(PDF).hexdigest())
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    url = f"{kerja.dasar_url}ukur/bukti/{bukti.pk}/"
    got = kerja.klien("verifikator").get(url)
    assert got.content == PDF
    assert got["Content-Disposition"].startswith("attachment")
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Content-Type"] == "application/pdf"
    may = {p for p in roles() if kerja.klien(p).get(url).status_code == 200}
    assert may == {
        "penyusun",
        "pengelola_data",
        "kepala_bidang",
        "verifikator",
        "kepala_opd",
        "apip",
        "bagian_organisasi",
    }
    others = kerja.dunia.klien("penyusun@lain.test")
    assert others.get(url).status_code == 404
    assert others.get(url.replace(kerja.alamat, kerja.dunia.lain.alamat)).status_code == 404
    assert kerja.dunia.klien().get(url).status_code == 302
    assert send(kerja, "pengelola_data", "salinan.pdf", PDF).status_code == 422


def test_evidence_is_named_in_what_leaves_the_web_and_comes_back_as_it_was(dunia: Dunia) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    kerja = make_agency(dunia, "DISNAMA", "disnama")
    assert kerja.isi("pengelola_data", "I-1", "tahun", nilai="75", bukti="https://data.test/1").status_code == 302
    assert send(kerja, "pengelola_data", "notula rapat.pdf", PDF + b"n", "I-1").status_code == 302
    client = kerja.klien("penyusun")
    book = client.get(f"{kerja.dasar_url}ekspor.xlsx").content

    def named(isi: bytes) -> list[Any]:
        sheet = openpyxl.load_workbook(BytesIO(isi))["realisasi"]
        heads = [c.value for c in next(sheet.iter_rows(max_row=1))]
        rows = [dict(zip(heads, r, strict=True)) for r in sheet.iter_rows(min_row=2, values_only=True)]
        return [r["bukti"] for r in rows if (r["indikator"], r["periode"]) == ("I-1", "tahun")]

    def preview(isi: bytes) -> Any:
        sent = client.post(f"{kerja.dasar_url}impor/", {"berkas": SimpleUploadedFile("paket.xlsx", isi)})
        return client.get(sent["Location"]).context["jumlah"]

    names = "https://data.test/1; notula rapat.pdf"
    assert named(book) == [names]
    assert preview(book) == []
    row = kerja.tanggapan("realisasi", indikator="I-1", periode="tahun")
    assert row.bukti == "https://data.test/1"
    edited = openpyxl.load_workbook(BytesIO(book))
    for cells in edited["realisasi"].iter_rows(min_row=2):
        for cell in (c for c in cells if c.value == names):
            cell.value = "lain.pdf"
    out = BytesIO()
    edited.save(out)
    assert preview(out.getvalue()) == [("Realisasi", [0, 1, 0, 0])]


def test_evidence_of_a_submitted_entry_is_locked_and_withdrawn_only_before(kerja: Ukur) -> None:
    from akuntabel_web.ukur.models import Bukti, Isian

    assert send(kerja, "pengelola_data", "kedua.png", PNG).status_code == 302
    bukti = next(b for b in files(kerja) if b.nama == "kedua.png")
    entry = Isian.objects.filter(pk=bukti.isian_id)
    with kerja.konteks():
        entry.update(keadaan="diajukan", terbuka=False)
    withdraw = f"{kerja.dasar_url}ukur/bukti/{bukti.pk}/cabut/"
    assert kerja.klien("pengelola_data").post(withdraw).status_code == 422
    assert send(kerja, "pengelola_data", "ketiga.pdf", PDF + b"3").status_code == 422
    with kerja.konteks():
        entry.update(keadaan="diisi", terbuka=True)
    assert kerja.klien("pengelola_b").post(withdraw).status_code == 403
    assert kerja.klien("pengelola_data").post(withdraw).status_code == 302
    with kerja.konteks():
        assert Bukti.objects.get(pk=bukti.pk).dicabut is not None
    assert kerja.klien("apip").get(f"{kerja.dasar_url}ukur/bukti/{bukti.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("perintah", "wanted", "pesan"),
    [("raise SystemExit(0)", 302, ""), ("raise SystemExit(1)", 422, "menolak"), (None, 422, "tidak menjawab")],
)
def test_the_scanner_of_the_installation_decides(kerja: Ukur, perintah: str | None, wanted: int, pesan: str) -> None:
    from django.test import override_settings

    command = f'{sys.executable} -c "{perintah}"' if perintah else "/tidak/ada/pemindai"
    isi = PDF + os.urandom(8).hex().encode()
    before = stored()
    with override_settings(AKUNTABEL_PEMINDAI=command):
        answer = send(kerja, "pengelola_data", "pindai.pdf", isi)
    assert answer.status_code == wanted
    assert len(stored() - before) == (wanted == 302)
    assert pesan in answer.content.decode()
