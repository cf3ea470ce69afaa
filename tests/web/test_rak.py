"""The shelf of documents and the board of who has not handed in yet."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from dunia import TAHUN, Dunia, make_person, roles
from pekerja_uji import do_jobs
from test_laporan import built, order

ALAMAT = f"/disnaker/{TAHUN}/"
PENYUSUN = "penyusun@disnaker.test"
PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
DASAR = {"jenis": "renstra", "nomor": "12/2025", "tanggal": "2025-01-10", "disampaikan": "2025-01-15"}


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


def upload(client: Any, isi: bytes, nama: str = "renstra.pdf", **more: str) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post(f"{ALAMAT}rak/tambah/", {**DASAR, **more, "berkas": SimpleUploadedFile(nama, isi)})


def documents(dunia: Dunia, **wanted: Any) -> list[Any]:
    from akuntabel_web.laporan.models import Dokumen

    with dunia.konteks():
        return list(Dokumen.objects.filter(instansi=dunia.disnaker, **wanted).order_by("versi"))


def test_an_upload_is_kept_by_its_content_in_versions(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    assert upload(client, PDF).status_code == 302
    assert upload(client, PDF, nomor="13/2025").status_code == 302
    one, two = documents(dunia, jenis="renstra", sidik__gt="")[-2:]
    assert (two.versi, two.sidik) == (one.versi + 1, one.sidik)
    answer = client.get(f"{ALAMAT}rak/{two.pk}/")
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="renstra-2025-v{two.versi}.pdf"'
    assert "13/2025" in client.get(f"{ALAMAT}rak/").content.decode()


@pytest.mark.parametrize(
    ("isi", "nama"),
    [
        (b"<html><script>alert(1)</script>", "laporan.pdf"),
        (b"MZ\x90\x00program", "laporan.docx"),
        (b"", "kosong.pdf"),
        (b"%PDF-1.7 terpotong", "terpotong.pdf"),
        (archive("a.txt"), "arsip.docx"),
        (archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "makro.docx"),
        (b"PK\x03\x04rusak", "rusak.xlsx"),
        (PDF + b"0" * (20 * 1024 * 1024), "besar.pdf"),
    ],
    ids=["html", "program", "kosong", "terpotong", "arsip", "makro", "rusak", "besar"],
)
def test_what_is_disguised_broken_or_too_large_is_refused(dunia: Dunia, isi: bytes, nama: str) -> None:
    before = len(documents(dunia))
    assert upload(dunia.klien(PENYUSUN), isi, nama).status_code == 422
    assert len(documents(dunia)) == before


def test_a_name_that_leaves_its_folder_is_not_kept(dunia: Dunia) -> None:
    assert (
        upload(dunia.klien(PENYUSUN), archive("[Content_Types].xml", "xl/workbook.xml"), "../../x.xlsx").status_code
        == 302
    )
    assert documents(dunia, jenis="renstra")[-1].nama_berkas == "renstra.xlsx"


def test_a_link_is_kept_and_only_to_the_web(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    add = f"{ALAMAT}rak/tambah/"
    good = client.post(add, {**DASAR, "jenis": "renja", "tautan": "https://jdih.test/renja.pdf"})
    assert good.status_code == 302
    for bad in ("javascript:alert(1)", "ftp://x.test/a", "file:///etc/passwd", ""):
        assert client.post(add, {**DASAR, "jenis": "renja", "tautan": bad}).status_code == 422
    assert [d.tautan for d in documents(dunia, jenis="renja")] == ["https://jdih.test/renja.pdf"]


def test_a_version_built_here_goes_on_the_shelf(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    url = order(client, "iku:")
    stated = {**DASAR, "jenis": "iku"}
    assert client.post(f"{url}rak/", stated).status_code == 422  # not built yet
    do_jobs()
    assert client.post(f"{url}rak/", {**stated, "jenis": "lkip"}).status_code == 422
    assert client.post(f"{url}rak/", stated).status_code == 302
    assert documents(dunia, jenis="iku")[-1].susunan_id == built(dunia, url).pk


def test_taking_off_needs_the_version_that_was_seen_and_a_reason(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    upload(client, PDF, jenis="dpa")
    row = documents(dunia, jenis="dpa")[-1]
    url = f"{ALAMAT}rak/{row.pk}/turunkan/"
    assert client.post(url, {"versi": "1"}).status_code == 422
    assert client.post(url, {"versi": "7", "alasan_tindakan": "uji"}).status_code == 422
    assert client.post(url, {"versi": "1", "alasan_tindakan": "salah unggah"}).status_code == 302
    assert documents(dunia, pk=row.pk) == []


def test_what_is_stated_of_a_document_is_corrected_with_a_reason(dunia: Dunia) -> None:
    from akuntabel_web.jejak.models import Jejak

    client = dunia.klien(PENYUSUN)
    upload(client, PDF, jenis="dpa", nomor="1/2025")
    row = documents(dunia, jenis="dpa")[-1]
    url = f"{ALAMAT}rak/{row.pk}/ubah/"
    right = {"versi": "1", "nomor": "2/2025", "tanggal": "2025-01-11", "disampaikan": "2025-01-16",
             "tautan": "https://lain.test/", "alasan_tindakan": "salah ketik"}  # fmt: skip
    assert "1/2025" in client.get(url).content.decode()
    for wrong in ({"alasan_tindakan": ""}, {"tanggal": "kemarin"}, {"versi": "7"}):
        assert client.post(url, right | wrong).status_code == 422
    assert client.post(url, right).status_code == 302
    assert client.post(url, right).status_code == 422  # read at a version that is no more
    now = documents(dunia, pk=row.pk)[0]
    assert (now.nomor, str(now.tanggal), now.versi_baris) == ("2/2025", "2025-01-11", 2)
    assert (now.sidik, now.tautan, now.versi) == (row.sidik, "", row.versi)
    with dunia.konteks():
        last = Jejak.objects.filter(baris=row.pk).order_by("-id").first()
    assert (last.alasan, last.lama["nomor"], last.baru["nomor"]) == ("salah ketik", "1/2025", "2/2025")


def test_a_link_is_corrected_only_to_another_link(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    wish = {**DASAR, "jenis": "lhe", "tautan": "https://jdih.test/lama.pdf"}
    assert client.post(f"{ALAMAT}rak/tambah/", wish).status_code == 302
    row = documents(dunia, jenis="lhe", tautan="https://jdih.test/lama.pdf")[-1]
    url, right = f"{ALAMAT}rak/{row.pk}/ubah/", {**DASAR, "versi": "1", "alasan_tindakan": "pindah"}
    for bad in ("javascript:alert(1)", "ftp://x.test/a", ""):
        assert client.post(url, right | {"tautan": bad}).status_code == 422
    assert client.post(url, right | {"tautan": "https://jdih.test/baru.pdf"}).status_code == 302
    assert documents(dunia, pk=row.pk)[0].tautan == "https://jdih.test/baru.pdf"


def test_who_may_put_and_fetch(dunia: Dunia) -> None:
    from akuntabel_web.inti.peran import matrix

    upload(dunia.klien(PENYUSUN), PDF, jenis="lhe")
    row = documents(dunia, jenis="lhe")[-1]
    got, wished = {}, {}
    for role in roles():
        client, izin = dunia.klien(f"{role}@disnaker.test"), matrix().peran[role].izin
        got[role] = (client.get(f"{ALAMAT}rak/{row.pk}/").status_code, upload(client, PDF, jenis="lain").status_code)
        wished[role] = (200, 302 if "rak.kelola" in izin else 403)
    assert got == wished
    stranger = dunia.klien("penyusun@lain.test")
    assert stranger.get(f"/dinkes/{TAHUN}/rak/{row.pk}/").status_code == 404


def test_the_board_says_on_time_late_and_missing() -> None:
    from akuntabel_web.laporan.kueri import ADA, BELUM, LAMBAT, LEWAT, TEPAT, _cell

    day = date(2026, 2, 28)
    cases = {
        (date(2026, 2, 28), day, date(2026, 5, 1)): TEPAT,
        (date(2026, 3, 1), day, date(2026, 5, 1)): LAMBAT,
        (None, day, date(2026, 2, 28)): BELUM,
        (None, day, date(2026, 3, 1)): LEWAT,
        (date(2026, 3, 1), None, date(2026, 5, 1)): ADA,
        (None, None, date(2026, 5, 1)): BELUM,
    }
    assert {case: _cell("lkip", *case).status for case in cases} == cases


def test_deadlines_are_those_of_the_regulation_until_the_government_sets_its_own(dunia: Dunia) -> None:
    from akuntabel_web.instansi.models import Instansi, Tahun
    from akuntabel_web.instansi.tindakan import open_year
    from akuntabel_web.laporan.kueri import deadlines
    from akuntabel_web.laporan.models import Tenggat

    pemda = Instansi.objects.using("pemilik").get(jenis="pemda")
    pemda._state.db = "default"
    with dunia.konteks(pemda):
        if not Tahun.objects.filter(instansi=pemda, tahun=TAHUN).exists():
            open_year(pemda, TAHUN)
    make_person(
        dunia, "bagor@pemda.test", *((a, "bagian_organisasi", None) for a in (pemda, dunia.disnaker, dunia.lain))
    )
    client, place = dunia.klien("bagor@pemda.test"), f"/{pemda.alamat}/{TAHUN}/"
    assert deadlines(TAHUN)["lkip"][0] == date(TAHUN + 1, 2, 28)
    data = {"jenis": "lkip", "versi": "0", "lkip-tanggal": "2026-03-15", "lkip-dasar": "Surat edaran 1/2026"}
    assert client.post(f"{place}papan/tenggat/", data).status_code == 302
    assert deadlines(TAHUN)["lkip"][0] == date(2026, 3, 15)
    assert client.post(f"{place}papan/tenggat/", data).status_code == 422  # seen before somebody set it
    seen = {**data, "versi": "1", "lkip-tanggal": "2026-03-20"}
    assert client.post(f"{place}papan/tenggat/", seen).status_code == 302
    assert client.get(f"{ALAMAT}papan/tenggat/").status_code == 404  # only from the page of the government
    page = client.get(f"{place}papan/semua/")
    assert [a.nama for a, _ in page.context["papan"].baris] == ["Dinas Kesehatan", "Dinas Tenaga Kerja Kota Bekasi"]
    make_person(dunia, "bagor@disnaker.test", (dunia.disnaker, "bagian_organisasi", None))
    own = dunia.klien("bagor@disnaker.test").get(f"{ALAMAT}papan/semua/")
    assert [a.pk for a, _ in own.context["papan"].baris] == [dunia.disnaker.pk]
    Tenggat.objects.all().delete()


def test_the_shelf_of_another_agency_is_seen_by_its_people_alone(dunia: Dunia) -> None:
    from akuntabel_web.laporan.models import Dokumen

    upload(dunia.klien(PENYUSUN), PDF)
    assert "dinkes.test" not in dunia.klien(PENYUSUN).get(f"{ALAMAT}rak/").content.decode()
    with dunia.konteks(dunia.lain, dunia.orang["penyusun@lain.test"].pk):
        assert list(Dokumen.objects.values_list("instansi_id", flat=True).distinct()) == [dunia.lain.pk]
