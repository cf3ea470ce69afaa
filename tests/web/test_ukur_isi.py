"""Around an entry: windows with days off, evidence, pasted blocks, exports with a mapping, tasks, meetings."""

from __future__ import annotations

import json
import os
import stat
import sys
import zipfile
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from dunia import TAHUN, Dunia, roles
from dunia_ukur import KODE, PDF, Ukur, make_agency

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


# --- fast entry ------------------------------------------------------------------------------------------------------


def paste(kerja: Ukur, siapa: str, text: str, periode: str = "tw1") -> Any:
    """The preview of a pasted block."""
    client = kerja.klien(siapa)
    answer = client.post(f"{kerja.dasar_url}ukur/tempel/{periode}/", {"tempelan": text})
    assert answer.status_code == 302
    return client.get(answer["Location"])


def apply(kerja: Ukur, siapa: str, page: Any) -> Any:
    data = {"dasar": page.context["dasar"], "alasan_tindakan": "rekap triwulan"}
    return kerja.klien(siapa).post(page.request["PATH_INFO"], data)


def values(kerja: Ukur, periode: str) -> dict[str, str]:
    from akuntabel_web.paket.models import MODEL

    with kerja.konteks():
        rows = MODEL["realisasi"].objects.filter(instansi=kerja.instansi, periode=periode)
        return {r.indikator: f"{r.nilai}|{r.status}" for r in rows}


def test_a_pasted_block_with_errors_writes_nothing(kerja: Ukur) -> None:
    before = values(kerja, "tahun")
    block = "I-1\t80,5\nI-3\t8O%\nI-9\t5\nI-4\t1\t\t\tbelum_rilis\nI-1\t81\nI-2\t5\nI-2/LULUS\t3"
    page = paste(kerja, "penyusun", block, "tahun")
    told = " / ".join(page.context["galat"])
    for wanted in ("8O%", "indikator 'I-9' tidak ada", "nilai terisi, padahal", "tertulis dua kali", "dari komponen"):
        assert wanted in told, wanted
    answer = apply(kerja, "penyusun", page)
    assert answer.status_code == 422
    assert values(kerja, "tahun") == before


def test_a_pasted_block_shows_each_change_and_then_writes_all_of_it(kerja: Ukur) -> None:
    block = "Kode Indikator\tRealisasi\tKeterangan\nI-1\t80,5\tdua\nI-3\t1.250\tsatu\nI-4\t\t\n"
    page = paste(kerja, "penyusun", block, "tahun")
    assert (page.context["galat"], len(page.context["perubahan"])) == ((), 2)
    assert values(kerja, "tahun") == {}
    assert apply(kerja, "penyusun", page).status_code == 302
    assert values(kerja, "tahun") == {"I-1": "80.5|None", "I-3": "1250|None"}
    assert kerja.butir("I-1", "tahun").keadaan == "diisi"
    assert apply(kerja, "penyusun", page).status_code == 404
    again = paste(kerja, "penyusun", "I-1\t90", "tahun")
    assert kerja.isi("penyusun", "I-1", "tahun", nilai="85").status_code == 302
    assert apply(kerja, "penyusun", again).status_code == 422
    assert values(kerja, "tahun")["I-1"] == "85|None"


def test_a_block_is_its_owners_and_held_to_his_unit(kerja: Ukur) -> None:
    page = paste(kerja, "pengelola_data", "I-3\t5", "tahun")
    assert "bukan milik unit Anda" in " ".join(page.context["galat"])
    assert kerja.klien("penyusun").get(page.request["PATH_INFO"]).status_code == 404


def test_the_grid_sends_only_what_was_typed(kerja: Ukur) -> None:
    assert kerja.isi("penyusun", "I-1", "tahun", nilai="85").status_code == 302
    client, url = kerja.klien("pengelola_data"), f"{kerja.dasar_url}ukur/tempel/tahun/"
    cells = client.get(url).context["baris"]
    assert [kode for _, kode, *_ in cells] == ["I-1", "I-2", "I-2/LULUS", "I-2/IKUT"]
    same = {name: value for _, _, _, row, _ in cells for name, _, value, _ in row if value is not None}
    assert client.post(url, same).status_code == 422
    answer = client.post(url, same | {"sel-0-nilai": "88"})
    page = client.get(answer["Location"])
    assert [p["nilai"] for p in page.context["perubahan"]] == [[("Nilai", "85", "88")]]


def test_components_are_pasted_below_their_indicator(dunia: Dunia) -> None:
    kerja = make_agency(dunia, "DISKOMP", "diskomp")

    def told(block: str) -> str:
        page = paste(kerja, "pengelola_data", block)
        assert apply(kerja, "pengelola_data", page).status_code == 422
        return " / ".join(page.context["galat"])

    assert "semua komponen harus terisi; belum ada nilai I-2/IKUT" in told("I-2/LULUS\t30")
    assert "isi salah satu" in told("I-2\t75\nI-2/LULUS\t30\nI-2/IKUT\t40")
    assert "bukan dari pembilang dan penyebut" in told("I-2\t\t30\t40")
    assert "baris komponen hanya berisi nilai; sumber ditulis" in told("I-2/LULUS\t30\t\t\t\tBPS\nI-2/IKUT\t40")
    assert "statusnya belum_rilis" in told("I-2\t\t\t\tbelum_rilis\nI-2/LULUS\t30\nI-2/IKUT\t40")
    assert "tertulis dua kali" in told("I-2/LULUS\t30\nI-2/LULUS\t31\nI-2/IKUT\t40")
    assert "indikator 'I-1/LULUS' tidak ada" in told("I-1/LULUS\t30")
    assert "3O" in told("I-2/LULUS\t3O\nI-2/IKUT\t40")
    assert kerja.tanggapan("nilai_komponen") is None
    block = "I-1\t71\nI-2\t\t\t\t\tDinas\tSesuai rencana\nI-2/LULUS\t30\nI-2/IKUT\t40"
    page = paste(kerja, "pengelola_data", block)
    assert (page.context["galat"], page.context["jumlah"], len(page.context["perubahan"])) == ((), 4, 4)
    assert apply(kerja, "pengelola_data", page).status_code == 302
    entry = kerja.butir("I-2")
    assert {k.kode: v.nilai for k, v in entry.komponen} == {"LULUS": 30, "IKUT": 40}
    assert (entry.realisasi.nilai, entry.realisasi.sumber, entry.realisasi.dipakai) == (None, "Dinas", True)
    assert kerja.langkah("pengelola_data", "ajukan", "I-2").status_code == 302
    assert "diajukan" in told("I-2/LULUS\t31")


def test_a_component_typed_into_the_grid_is_laid_over_the_saved_ones(dunia: Dunia) -> None:
    kerja = make_agency(dunia, "DISSEL", "dissel")
    assert kerja.isi("pengelola_data", "I-2", komponen_0="30", komponen_1="40").status_code == 302
    client, url = kerja.klien("pengelola_data"), f"{kerja.dasar_url}ukur/tempel/tw1/"
    cells = {kode: {j: v for _, j, v, _ in row} for _, kode, _, row, _ in client.get(url).context["baris"]}
    own, part = cells["I-2"], cells["I-2/IKUT"]
    assert (own["Nilai"], own["Pembilang"], own["Keterangan"]) == (None, None, "Sesuai rencana")
    assert (part["Nilai"], part["Keterangan"]) == ("40", None)
    page = client.get(client.post(url, {"sel-3-nilai": "50"})["Location"])
    assert (page.context["galat"], [p["nilai"] for p in page.context["perubahan"]]) == ((), [[("Nilai", "40", "50")]])
    assert apply(kerja, "pengelola_data", page).status_code == 302
    assert [v.nilai for _, v in kerja.butir("I-2").komponen] == [30, 50]
    assert "isi salah satu" in " ".join(paste(kerja, "pengelola_data", "I-2\t75").context["galat"])


def test_money_and_fisik_of_a_month(kerja: Ukur) -> None:
    url = f"{kerja.dasar_url}ukur/bulanan/?bulan=3&dokumen=lra"
    assert kerja.klien("verifikator").post(url, {"sel-0-realisasi": "1"}).status_code == 403
    assert kerja.klien("pengelola_data").post(url, {"sel-0-realisasi": "1"}).status_code == 422
    client = kerja.klien("bpkad")
    wrong = client.get(client.post(url, {"sel-0-realisasi": "Rp1,2,3", "sel-0-fisik": "50"})["Location"])
    assert wrong.context["galat"] != ()
    page = client.get(client.post(url, {"sel-0-realisasi": "1.250.000,00", "sel-0-fisik": "32,5"})["Location"])
    assert page.context["galat"] == ()
    assert apply(kerja, "bpkad", page).status_code == 302
    row = kerja.tanggapan("realisasi_anggaran", bulan=3)
    assert (row.kode, row.realisasi, str(row.fisik), row.dokumen) == ("2.07.03.2.01.0001", 1250000, "32.5", "lra")


def test_a_unit_fills_the_money_of_the_budget_that_its_action_plans_alone_name(kerja: Ukur) -> None:
    from akuntabel_web.paket.models import MODEL

    url, kode = f"{kerja.dasar_url}ukur/bulanan/?bulan=6&dokumen=lra", "2.07.03.2.01.0001"
    plan = {"instansi": kerja.instansi, "tahun_paket": TAHUN, "indikator": KODE, "uraian": "x", "kode_anggaran": kode}
    with kerja.konteks():
        MODEL["rencana_aksi"].objects.create(kode="RA-A", penanggung_jawab="BID-A", urutan_baris=1, **plan)
    mine = kerja.klien("pengelola_data")
    page = mine.get(mine.post(url, {"sel-0-fisik": "45,5"})["Location"])
    assert page.context["galat"] == ()
    assert apply(kerja, "pengelola_data", page).status_code == 302
    assert str(kerja.tanggapan("realisasi_anggaran", bulan=6).fisik) == "45.5"
    assert kerja.klien("pengelola_b").post(url, {"sel-0-fisik": "46"}).status_code == 422
    with kerja.konteks():
        MODEL["rencana_aksi"].objects.create(kode="RA-B", penanggung_jawab="BID-B", urutan_baris=2, **plan)
    assert mine.post(url, {"sel-0-fisik": "47"}).status_code == 422


EKSPOR = (
    "Laporan anggaran per subkegiatan;;\nKode Rekening;Uraian;Anggaran (Rp)\n"
    "2.07.03.2.01.0001;Subkegiatan;1.500.000\n2.07.03.2.01;Kegiatan;2.500.000\n"
)


def upload(kerja: Ukur, siapa: str, isi: bytes, nama: str = "sipd.csv", tabel: str = "anggaran") -> Any:
    berkas = BytesIO(isi)
    berkas.name = nama
    return kerja.klien(siapa).post(f"{kerja.dasar_url}ukur/ekspor/", {"berkas": berkas, "tabel": tabel})


MAPPING = {"kolom-kode": "Kode Rekening", "kolom-pagu": "Anggaran (Rp)", "tetap-tahun": str(TAHUN),
           "tetap-versi": "murni", "nama": "SIPD per subkegiatan"}  # fmt: skip


def test_an_export_is_read_through_a_mapping_that_is_saved_and_used_again(kerja: Ukur) -> None:
    from akuntabel_web.ukur.models import Pemetaan

    client = kerja.klien("bpkad")
    url = upload(kerja, "bpkad", EKSPOR.encode())["Location"]
    assert client.get(url).context["kepala"] == ["Kode Rekening", "Uraian", "Anggaran (Rp)"]
    page = client.get(client.post(url, MAPPING)["Location"])
    assert (page.context["galat"], len(page.context["perubahan"])) == ((), 2)
    assert apply(kerja, "bpkad", page).status_code == 302
    assert kerja.tanggapan("anggaran", kode="2.07.03.2.01").pagu == 2500000
    with kerja.konteks():
        saved = Pemetaan.objects.get(instansi=kerja.instansi)
    later = EKSPOR.replace("1.500.000", "1.600.000").encode()
    url = upload(kerja, "bpkad", later)["Location"]
    shown = client.get(f"{url}?pakai={saved.pk}")
    again = {f"kolom-{k.nama}": h for k, _, h, _ in shown.context["baris"]}
    again |= {f"tetap-{k.nama}": t for k, _, _, t in shown.context["baris"]}
    page = client.get(client.post(url, again)["Location"])
    assert [p["kunci"].split("|")[0] for p in page.context["perubahan"]] == ["2.07.03.2.01.0001"]
    assert kerja.klien("penyusun").get(url).status_code == 404


def test_an_export_with_errors_writes_nothing(kerja: Ukur) -> None:
    client = kerja.klien("bpkad")
    broken = EKSPOR.replace("2.500.000", "dua juta") + "9.99;Tidak dikenal;5\n"
    url = upload(kerja, "bpkad", broken.encode())["Location"]
    page = client.get(client.post(url, MAPPING | {"tetap-versi": "perubahan", "nama": ""})["Location"])
    told = " / ".join(page.context["galat"])
    assert "dua juta" in told
    assert "'9.99' belum ada" in told
    assert apply(kerja, "bpkad", page).status_code == 422
    assert kerja.tanggapan("anggaran", versi="perubahan") is None


def test_what_is_no_export_is_said_in_one_line(kerja: Ukur) -> None:
    for isi in (b"PK\x03\x04rusak", b"\x00\x01\x02\x03" * 50):
        answer = upload(kerja, "bpkad", isi, "rusak.xlsx")
        assert answer.status_code == 422
        assert len(answer.context["form"].errors["berkas"]) == 1
    assert upload(kerja, "bpkad", EKSPOR.encode(), tabel="pejabat").status_code == 422
    assert upload(kerja, "bpkad", EKSPOR.encode(), tabel="program").status_code == 403


def test_a_workbook_is_an_export_too(kerja: Ukur) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for line in (["Kode Rekening", "Anggaran (Rp)"], ["2.07.03.2.01.0001", 1750000]):
        book.active.append(line)
    out = BytesIO()
    book.save(out)
    client = kerja.klien("bpkad")
    url = upload(kerja, "bpkad", out.getvalue(), "sipd.xlsx")["Location"]
    page = client.get(client.post(url, MAPPING | {"tetap-versi": "pergeseran_1", "nama": ""})["Location"])
    assert page.context["galat"] == ()
    assert apply(kerja, "bpkad", page).status_code == 302
    assert kerja.tanggapan("anggaran", versi="pergeseran_1").pagu == 1750000


# --- tasks, reminders, meetings --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tugas(dunia: Dunia) -> Ukur:
    """An agency whose tasks are counted."""
    return make_agency(dunia, "DISTUGAS", "distugas")


def todo(tugas: Ukur, siapa: str) -> dict[str, list[str]]:
    page = tugas.klien(siapa).get("/tugas/")
    return {
        judul: [p["judul"] for p in daftar]
        for place in page.context["tempat"]
        for judul, _, daftar in place["kelompok"]
        if place["wewenang"].instansi == tugas.instansi
    }


@pytest.fixture(scope="module")
def timer(dunia: Dunia) -> Ukur:
    """An agency with one entry to fill by Thursday, 10 April 2031."""
    made = make_agency(dunia, "DISWAKTU", "diswaktu")
    assert window(made, "tw1", date(2031, 3, 1), date(2031, 4, 10)).status_code == 302
    return made


def test_my_tasks_say_what_by_when_and_what_blocks(tugas: Ukur) -> None:
    from django.utils import timezone

    today = timezone.localdate()
    window(tugas, "tw1", today - timedelta(5), today + timedelta(20))
    mine = todo(tugas, "pengelola_data")
    assert mine == {"Yang harus saya isi": ["I-1 Persentase layanan tepat waktu, Triwulan I",
                                            "I-2 Persentase lulus, Triwulan I"]}  # fmt: skip
    assert todo(tugas, "kepala_bidang") == {}
    assert tugas.isi("pengelola_data", nilai="80").status_code == 302
    assert tugas.langkah("pengelola_data", "ajukan").status_code == 302
    text = tugas.klien("pengelola_data").get("/tugas/").content.decode()
    assert "Menunggu kepala bidang." in text
    waiting = "I-1 Persentase layanan tepat waktu, Triwulan I: Setujui sebagai kepala bidang"
    assert todo(tugas, "kepala_bidang") == {"Menunggu pengesahan saya": [waiting]}
    assert todo(tugas, "kabid_b") == {}
    assert tugas.langkah("kepala_bidang", "kembalikan").status_code == 302
    assert "Dikembalikan: Periksa sumbernya" in tugas.klien("pengelola_data").get("/tugas/").content.decode()


def test_tasks_reach_across_agencies_and_an_indicator_without_owner_is_a_finding(tugas: Ukur) -> None:
    from akuntabel_web.akun.models import Penugasan

    person = tugas.orang("kepala_bidang")
    with tugas.dunia.konteks(tugas.dunia.disnaker):
        Penugasan.objects.create(instansi=tugas.dunia.disnaker, pengguna=person, peran="penyusun")
    page = tugas.klien("kepala_bidang").get("/tugas/")
    by_place = {p["wewenang"].instansi: p["tanpa_pemilik"] for p in page.context["tempat"]}
    assert len(by_place[tugas.dunia.disnaker]) == 2  # no indicator of the example names its owner
    own = tugas.klien("penyusun").get("/tugas/").context["tempat"]
    assert [p["tanpa_pemilik"] for p in own] == [["I-4: Tanpa pemilik"]]


def test_a_reminder_is_one_text_and_one_mail_a_day(tugas: Ukur) -> None:
    from django.core import mail
    from django.utils import timezone

    today = timezone.localdate()
    assert window(tugas, "tw1", today - timedelta(5), today + timedelta(20)).status_code == 302
    page = tugas.klien("verifikator").get(f"{tugas.dasar_url}ukur/pengingat/")
    text = next(d["teks"] for d in page.context["daftar"] if d["orang"] == tugas.orang("pengelola_data"))
    assert text.startswith("Yth. Pengelola Data, ada 2 tugas data kinerja")
    assert text.endswith("/tugas/")
    assert "readonly" in page.content.decode()
    mail.outbox.clear()
    from akuntabel_web.akun.wewenang import enter
    from akuntabel_web.ukur.pengingat import send_reminders

    with tugas.konteks("verifikator"):
        wewenang = enter(tugas.orang("verifikator"), tugas.alamat, TAHUN)
        day = today + timedelta(days=40)
        first = send_reminders(wewenang, day)
    with tugas.konteks("verifikator"):
        second = send_reminders(wewenang, day)
    assert (first[0] > 0, second) == (True, (0, 0))
    assert tugas.orang("pengelola_data").email in [m.to[0] for m in mail.outbox]
    assert "TERLAMBAT" in mail.outbox[0].body
    assert len(mail.outbox) == first[0]


def test_the_head_of_a_page_counts_what_waits_for_a_person(tugas: Ukur) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from akuntabel_web.ukur.hitung_tugas import forget

    client = tugas.klien("pengelola_data")
    places = client.get("/tugas/").context["tempat"]
    todo = [t for p in places for judul, _, group in p["kelompok"] for t in group if "orang lain" not in judul]
    forget(tugas.orang("pengelola_data"))
    number = client.get("/tugas/jumlah/").content.decode()
    assert (len(todo) > 0, f">{len(todo)}<" in number) == (True, True)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/tugas/jumlah/").content.decode() == number
    assert not [q for q in asked.captured_queries if "ukur_" in q["sql"] or "paket_" in q["sql"]]
    assert tugas.isi("pengelola_data", "I-2", "tw1", komponen_0="3", komponen_1="4").status_code == 302
    assert tugas.langkah("pengelola_data", "ajukan", "I-2").status_code == 302
    after = client.get("/tugas/jumlah/").content.decode()
    assert (f">{len(todo) - 1}<" in after) if len(todo) > 1 else after.strip() == ""
    assert 'hx-get="/tugas/jumlah/"' in client.get(tugas.dasar_url).content.decode()
    assert tugas.dunia.klien().get("/tugas/jumlah/").status_code == 302


@pytest.mark.parametrize(("sebelum", "wanted"), [(8, 0), (7, 1), (4, 0), (3, 1), (0, 1), (-1, 0)])
def test_the_timer_reminds_on_its_days_once(timer: Ukur, sebelum: int, wanted: int) -> None:
    from django.core import mail
    from django.test import override_settings

    from akuntabel_web.ukur.pengingat import remind_by_time

    def sent(hour: int) -> int:
        mail.outbox.clear()
        remind_by_time(datetime(2031, 4, 10, hour, 5, tzinfo=UTC) - timedelta(days=sebelum))
        return sum(m.to[0] == timer.orang("pengelola_data").email for m in mail.outbox)

    with override_settings(SUREL_TERPASANG=False):
        assert sent(9) == 0
    assert [sent(6), sent(18), sent(9), sent(10)] == [0, 0, wanted, 0]


def test_the_timer_is_told_to_the_workers() -> None:
    from procrastinate.contrib.django import app

    assert {t.task.name: t.cron for t in app.periodic_registry.periodic_tasks.values()}["ukur.ingatkan"] == "5 * * * *"


def test_the_daily_command_reminds_every_agency(tugas: Ukur) -> None:
    from django.core import mail
    from django.core.management import call_command

    mail.outbox.clear()
    told = StringIO()
    call_command("kirim_pengingat", "--segera", "60", stdout=told)
    assert told.getvalue() == f"Terkirim {len(mail.outbox)} surel, gagal 0.\n"
    assert tugas.orang("pengelola_data").email in [m.to[0] for m in mail.outbox]


def test_a_decision_comes_back_until_it_is_done(tugas: Ukur) -> None:
    url = f"{tugas.dasar_url}ukur/rapat/"
    wish = {"indikator": KODE, "keputusan": "Buka kelas kedua", "penanggung_jawab": "BID-A", "tenggat": "2025-05-30"}
    assert tugas.klien("penyusun").post(f"{url}tw1/putuskan/", wish | {"tenggat": ""}).status_code == 422
    assert tugas.klien("penyusun").post(f"{url}tw1/putuskan/", wish).status_code == 302
    row = tugas.tanggapan("monev")
    assert (row.kode, row.status) == (f"MV-{TAHUN}-TW1-1", "belum")
    for periode, wanted in (("tw1", (0, 1)), ("tw2", (1, 0)), ("tw4", (1, 0))):
        groups = tugas.klien("apip").get(f"{url}{periode}/").context["kelompok"]
        assert tuple(len(g) for _, g in groups) == wanted
    assert todo(tugas, "pengelola_data")["Keputusan rapat yang menjadi tugas saya"] == [
        f"Keputusan rapat MV-{TAHUN}-TW1-1: Buka kelas kedua"
    ]
    state = f"{url}tw2/{row.pk}/"
    assert tugas.klien("pengelola_b").post(state, {"versi": row.versi_baris, "status": "selesai"}).status_code == 403
    assert tugas.klien("pengelola_data").post(state, {"versi": row.versi_baris, "status": "ngawur"}).status_code == 404
    assert tugas.klien("pengelola_data").post(state, {"versi": row.versi_baris, "status": "selesai"}).status_code == 302
    stale = tugas.klien("pengelola_data").post(state, {"versi": row.versi_baris, "status": "belum"}, follow=True)
    assert "baru saja diubah orang lain" in stale.content.decode()
    groups = tugas.klien("apip").get(f"{url}tw2/").context["kelompok"]
    assert [len(g) for _, g in groups] == [0, 0]


def test_kept_blocks_do_not_reach_the_audit(kerja: Ukur) -> None:
    from akuntabel_web.jejak.models import Jejak

    with kerja.konteks():
        rows = list(Jejak.objects.filter(tabel="ukur_unggahan", kerja="tambah").values_list("baru", flat=True))
    assert {r["isi"] for r in rows} == {"(disamarkan)"}
    assert json.dumps(rows)


def test_lists_ask_the_database_as_often_for_many_rows_as_for_few(dunia: Dunia) -> None:
    """The board, the grid and the reminders: the number of questions does not grow with indicators."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from akuntabel_web.paket.models import MODEL

    banyak = make_agency(dunia, "BANYAK", "banyak")
    pages = [f"{banyak.dasar_url}ukur/", f"{banyak.dasar_url}ukur/tempel/tw1/", f"{banyak.dasar_url}ukur/pengingat/"]

    def counts() -> list[int]:
        client = banyak.klien("penyusun")
        made = []
        for url in pages:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(url).status_code == 200
            made.append(len(asked))
        return made

    before = counts()
    with banyak.konteks():
        first = MODEL["indikator"].objects.get(instansi=banyak.instansi, kode=KODE)
        for n in range(30):
            first.pk, first.kode, first.urutan_baris = None, f"J-{n}", 9000 + n
            first.save(force_insert=True)
    assert counts() == before
    assert max(before) < 40
