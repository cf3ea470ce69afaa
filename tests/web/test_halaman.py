"""Pages of the package as a person uses them: lists, rows, conflict, import, export."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from dunia import TAHUN, Dunia

from akuntabel.domain.paket import TABEL
from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.paket import read_paket as read_files

ALAMAT = f"/disnaker/{TAHUN}/"
PENYUSUN = "penyusun@disnaker.test"


def rows_without_id(paket: Any, tabel: str) -> list[dict[str, Any]]:
    return [row.model_dump(exclude={"id"}) for row in paket.rows(tabel)]


def test_the_package_comes_back_from_the_database_as_it_went_in(dunia: Dunia) -> None:
    from akuntabel_web.instansi.models import Pemerintah
    from akuntabel_web.instansi.tindakan import add_agency
    from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks
    from akuntabel_web.paket.bandingkan import plan
    from akuntabel_web.paket.petakan import read_paket
    from akuntabel_web.paket.simpan import apply_plan, keep_pictures

    asked = replace(read_files(example_path()).paket, berkas=(("foto.png", b"\x89PNG\r\n\x1a\nisi"),))
    with konteks(Konteks(SISTEM)):
        fresh = add_agency(Pemerintah.objects.get(), "SEGAR", "Instansi segar", "opd", "segar")
        apply_plan(plan(asked, TABEL, fresh, TAHUN), fresh, TAHUN)
        keep_pictures(asked, fresh, TAHUN)
        stored = read_paket(fresh, TAHUN)
        assert plan(stored, TABEL, fresh, TAHUN).perubahan == ()
    assert {t: rows_without_id(stored, t) for t in TABEL} == {t: rows_without_id(asked, t) for t in TABEL}
    assert stored.berkas == asked.berkas
    assert sum(len(stored.rows(t)) for t in TABEL) > 500


def test_every_table_opens(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    assert {t: client.get(f"{ALAMAT}tabel/{t}/").status_code for t in TABEL} == dict.fromkeys(TABEL, 200)
    assert client.get(ALAMAT).status_code == 200
    assert client.get("/").status_code == 200


def test_every_form_opens(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    mine = [t for t in TABEL if t != "kebijakan"]
    assert {t: client.get(f"{ALAMAT}tabel/{t}/tambah/").status_code for t in mine} == dict.fromkeys(mine, 200)


def add(client: Any, tabel: str, **values: str) -> Any:
    return client.post(f"{ALAMAT}tabel/{tabel}/tambah/", values)


def find(dunia: Dunia, tabel: str, **wanted: Any) -> Any:
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks():
        return MODEL[tabel].objects.filter(instansi=dunia.disnaker, **wanted).first()


def form_of(page: Any) -> dict[str, str]:
    """What the form of a page would send back unchanged."""
    form = page.context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    return {k: str(v) for k, v in data.items()} | {"versi": str(page.context.get("versi") or "")}


def test_a_row_is_added_changed_and_deleted_with_its_reason_in_the_audit(dunia: Dunia) -> None:
    from akuntabel_web.jejak.models import Jejak

    client = dunia.klien(PENYUSUN)
    assert add(client, "program", kode="9.99.01", nama="Program uji", penunjang="tidak").status_code == 302
    row = find(dunia, "program", kode="9.99.01")
    url = f"{ALAMAT}tabel/program/{row.pk}/ubah/"
    data = form_of(client.get(url)) | {"nama": "Program uji ulang"}
    assert client.post(url, data).status_code == 422  # no reason
    assert client.post(url, data | {"alasan_tindakan": "salah ketik"}).status_code == 302
    changed = find(dunia, "program", pk=row.pk)
    assert (changed.nama, changed.versi_baris) == ("Program uji ulang", 2)
    gone = client.post(url.replace("ubah", "hapus"), {"versi": "2", "alasan_tindakan": "hanya uji"})
    assert gone.status_code == 302
    with dunia.konteks():
        trail = list(Jejak.objects.filter(baris=row.pk).order_by("id"))
    assert [(j.kerja, j.alasan, j.pengguna_id) for j in trail] == [
        (kerja, alasan, dunia.orang[PENYUSUN].pk)
        for kerja, alasan in (("tambah", ""), ("ubah", "salah ketik"), ("hapus", "hanya uji"))
    ]
    assert trail[1].lama == {"nama": "Program uji", "versi_baris": 1}
    assert trail[1].baru == {"nama": "Program uji ulang", "versi_baris": 2}


def test_two_people_on_one_row_lose_nothing(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode="INO-K", nama="Semula", manfaat="-")
    row = find(dunia, "inovasi", kode="INO-K")
    url = f"{ALAMAT}tabel/inovasi/{row.pk}/ubah/"
    mine = form_of(client.get(url))
    theirs = form_of(client.get(url))
    assert client.post(url, theirs | {"nama": "Nilai orang lain", "alasan_tindakan": "a"}).status_code == 302
    conflict = client.post(url, mine | {"nama": "Nilai saya", "alasan_tindakan": "b"})
    assert conflict.status_code == 409
    assert [tuple(d) for d in conflict.context["beda"]] == [("Nama", "Nilai orang lain", "Nilai saya")]
    assert find(dunia, "inovasi", pk=row.pk).nama == "Nilai orang lain"
    again = form_of(conflict)
    assert again["nama"] == "Nilai saya"
    assert client.post(url, again).status_code == 302
    assert find(dunia, "inovasi", pk=row.pk).nama == "Nilai saya"


@pytest.mark.parametrize(
    ("text", "stored"),
    [("7,33", Decimal("7.33")), ("1.170.250,5", Decimal("1170250.5")), ("-3", Decimal(-3)), ("0", Decimal(0))],
)
def test_numbers_are_read_as_indonesians_write_them(dunia: Dunia, text: str, stored: Decimal) -> None:
    client = dunia.klien(PENYUSUN)
    key = {"indikator": "TPT", "komponen": f"K{text}".replace(",", "_"), "tahun": "2025", "periode": "tahun"}
    assert add(client, "nilai_komponen", **key, nilai=text).status_code == 302
    assert find(dunia, "nilai_komponen", komponen=key["komponen"]).nilai == stored


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"nilai": "8O%"}, "nilai"),
        ({"tahun": "duaribu"}, "tahun"),
        ({"periode": "mingguan"}, "periode"),
        ({"indikator": ""}, "indikator"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(dunia: Dunia, values: dict[str, str], field: str) -> None:
    base = {"indikator": "TPT", "komponen": "SALAH", "tahun": "2025", "periode": "tahun", "nilai": "1"}
    page = add(dunia.klien(PENYUSUN), "nilai_komponen", **(base | values))
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert find(dunia, "nilai_komponen", komponen="SALAH") is None


def test_a_double_key_is_told(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    assert add(client, "inovasi", kode="INO-G", nama="Satu").status_code == 302
    page = add(client, "inovasi", kode="INO-G", nama="Dua")
    assert page.status_code == 422
    assert "INO-G" in str(page.context["form"].non_field_errors())


def upload(client: Any, isi: bytes, nama: str = "paket.xlsx") -> Any:
    berkas = BytesIO(isi)
    berkas.name = nama
    return client.post(f"{ALAMAT}impor/", {"berkas": berkas})


def edited(isi: bytes, tabel: str, edit: Any) -> bytes:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(isi))
    edit(book[tabel])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def heads(sheet: Any) -> dict[str, int]:
    return {str(c.value): c.column for c in sheet[1] if c.value}


def test_an_export_that_comes_back_unchanged_changes_nothing(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    page = upload(client, client.get(f"{ALAMAT}ekspor.xlsx").content)
    assert page.status_code == 302
    shown = client.get(page["Location"])
    assert (shown.context["halangan"], shown.context["jumlah"]) == ((), [])


def test_an_import_is_shown_before_it_is_written_and_then_written_whole(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode="INO-1", nama="Lama")
    add(client, "inovasi", kode="INO-2", nama="Dihapus lewat impor")

    def edit(sheet: Any) -> None:
        columns = heads(sheet)
        for row in range(2, sheet.max_row + 1):
            kode = sheet.cell(row, columns["kode"])
            if kode.value == "INO-1":
                sheet.cell(row, columns["nama"]).value = "Baru"
            if kode.value == "INO-2":
                kode.value, sheet.cell(row, columns["nama"]).value = "INO-3", "Ditambah lewat impor"
                sheet.cell(row, columns["id"]).value = None

    isi = edited(client.get(f"{ALAMAT}ekspor.xlsx").content, "inovasi", edit)
    url = upload(client, isi)["Location"]
    shown = client.get(url)
    assert shown.context["jumlah"] == [("Inovasi", [1, 1, 1, 0])]
    assert find(dunia, "inovasi", kode="INO-1").nama == "Lama"
    data = {"dasar": shown.context["dasar"]}
    assert client.post(url, data).status_code == 200  # no reason: nothing written
    assert find(dunia, "inovasi", kode="INO-1").nama == "Lama"
    assert client.post(url, data | {"alasan_tindakan": "rapat"}).status_code == 302
    assert find(dunia, "inovasi", kode="INO-1").nama == "Baru"
    assert find(dunia, "inovasi", kode="INO-2") is None
    assert find(dunia, "inovasi", kode="INO-3").nama == "Ditambah lewat impor"
    assert client.post(url, data | {"alasan_tindakan": "lagi"}).status_code == 404  # applied once


def test_an_upload_is_kept_only_until_it_is_applied_or_replaced(dunia: Dunia) -> None:
    from akuntabel_web.paket.models import Impor

    client = dunia.klien(PENYUSUN)
    isi = client.get(f"{ALAMAT}ekspor.xlsx").content
    for _ in range(2):
        upload(client, isi)
    with dunia.konteks():
        mine = Impor.objects.filter(oleh=dunia.orang[PENYUSUN])
        assert mine.filter(diterapkan=None).count() == 1
        assert {bytes(i.isi) for i in mine.exclude(diterapkan=None)} <= {b""}


def test_a_preview_that_was_overtaken_writes_nothing(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode="INO-T", nama="Semula")
    isi = edited(
        client.get(f"{ALAMAT}ekspor.xlsx").content,
        "inovasi",
        lambda sheet: (sheet.cell(sheet.max_row, 1).value and None) or _rename(sheet, "INO-T", "Dari impor"),
    )
    url = upload(client, isi)["Location"]
    dasar = client.get(url).context["dasar"]
    add(client, "inovasi", kode="INO-U", nama="Menyusul")
    page = client.post(url, {"dasar": dasar, "alasan_tindakan": "rapat"})
    assert page.status_code == 200
    assert "berubah sejak pratinjau" in page.content.decode()
    assert find(dunia, "inovasi", kode="INO-T").nama == "Semula"
    # The new preview can be applied.
    fresh = {"dasar": page.context["dasar"], "alasan_tindakan": "rapat"}
    assert client.post(url, fresh).status_code == 302
    assert find(dunia, "inovasi", kode="INO-T").nama == "Dari impor"


def _rename(sheet: Any, kode: str, nama: str) -> None:
    columns = heads(sheet)
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, columns["kode"]).value == kode:
            sheet.cell(row, columns["nama"]).value = nama


def test_a_package_with_an_error_is_not_applied_at_all(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)

    def edit(sheet: Any) -> None:
        columns = heads(sheet)
        sheet.cell(2, columns["tahun"]).value = "bukan tahun"

    before = client.get(f"{ALAMAT}ekspor.xlsx").content
    url = upload(client, edited(before, "target", edit))["Location"]
    shown = client.get(url)
    assert len(shown.context["halangan"]) == 1
    page = client.post(url, {"dasar": shown.context["dasar"], "alasan_tindakan": "paksa"})
    assert "belum dapat diterapkan" in page.content.decode()
    assert client.get(f"{ALAMAT}ekspor.xlsx").content == before


@pytest.mark.parametrize(
    ("isi", "nama"),
    [(b"", "a.xlsx"), (b"bukan zip", "paket.xlsx"), (b"PK\x03\x04rusak", "paket.xlsx"), (b"%PDF-1.7", "paket.pdf")],
)
def test_what_is_no_workbook_is_refused_by_its_content(dunia: Dunia, isi: bytes, nama: str) -> None:
    page = upload(dunia.klien(PENYUSUN), isi, nama)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["berkas"]


def test_another_agency_or_year_is_refused(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    isi = edited(client.get(f"{ALAMAT}ekspor.xlsx").content, "instansi", lambda s: _set(s, "kode", "LAIN"))
    page = client.get(upload(client, isi)["Location"])
    assert [h for h in page.context["halangan"] if "LAIN" in h] != []


def _set(sheet: Any, kolom: str, nilai: str) -> None:
    sheet.cell(2, heads(sheet)[kolom]).value = nilai


def test_tables_beyond_the_role_are_named_and_left_alone(dunia: Dunia) -> None:
    penyusun, bappeda = dunia.klien(PENYUSUN), dunia.klien("bappeda@disnaker.test")
    add(penyusun, "inovasi", kode="INO-B", nama="Semula")
    isi = edited(penyusun.get(f"{ALAMAT}ekspor.xlsx").content, "inovasi", lambda s: _rename(s, "INO-B", "Diubah"))
    shown = bappeda.get(upload(bappeda, isi)["Location"])
    assert (shown.context["dilewati"], shown.context["jumlah"]) == (["Inovasi"], [])


@pytest.mark.parametrize("tabel", ["inovasi", "realisasi"])
@pytest.mark.parametrize("surel", [PENYUSUN, "pengelola_data@disnaker.test"])
def test_a_list_asks_as_many_queries_for_30_rows_as_for_one(dunia: Dunia, tabel: str, surel: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = dunia.klien(surel)
    counts = {}
    for word in ("SatuSaja", "TigaPuluh"):
        writer = dunia.klien(PENYUSUN)
        for n in range(1 if word == "SatuSaja" else 30):
            key = {"kode": f"{word}-{tabel[:3]}-{n}-{surel[:6]}"} if tabel == "inovasi" else {}
            if tabel == "realisasi":
                key = {"indikator": "TPT", "tahun": "2019", "periode": "tahun", "versi": f"{word}{n}{surel[:6]}"}
                key |= {"dipakai": "tidak", "nilai": "1"}
            assert add(writer, tabel, nama=word, **key).status_code == 302
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = client.get(f"{ALAMAT}tabel/{tabel}/", {"cari": word})
        assert len(page.context["baris"]) >= (1 if word == "SatuSaja" else 30)
        counts[word] = len(asked)
    assert counts["SatuSaja"] == counts["TigaPuluh"]
    assert counts["TigaPuluh"] <= 14


def test_lists_show_numbers_in_indonesian(dunia: Dunia) -> None:
    page = dunia.klien(PENYUSUN).get(f"{ALAMAT}tabel/anggaran/").content.decode()
    assert re.search(r">\d{1,3}(\.\d{3}){2,}<", page)


def test_who_is_held_to_a_unit_changes_rows_of_that_unit_only(dunia: Dunia) -> None:
    from akuntabel_web.akun.models import Penugasan

    penyusun, pengelola = dunia.klien(PENYUSUN), dunia.klien("pengelola_data@disnaker.test")
    with dunia.konteks():
        unit = Penugasan.objects.get(pengguna=dunia.orang["pengelola_data@disnaker.test"]).unit.kode
    for kode, owner in (("L-SAYA", unit), ("L-LAIN", "UNIT-LAIN"), ("L-TAK", "")):
        data = {"kode": kode, "rencana_aksi": "RA-X", "uraian": "u", "penanggung_jawab": owner}
        assert add(penyusun, "langkah", **data).status_code == 302
    answers = {}
    for kode in ("L-SAYA", "L-LAIN", "L-TAK"):
        row = find(dunia, "langkah", kode=kode)
        answers[kode] = pengelola.get(f"{ALAMAT}tabel/langkah/{row.pk}/ubah/").status_code
    assert answers == {"L-SAYA": 200, "L-LAIN": 403, "L-TAK": 403}
    mine = find(dunia, "langkah", kode="L-SAYA")
    url = f"{ALAMAT}tabel/langkah/{mine.pk}/ubah/"
    away = form_of(pengelola.get(url)) | {"penanggung_jawab": "UNIT-LAIN", "alasan_tindakan": "lempar"}
    assert pengelola.post(url, away).status_code == 403
    assert add(pengelola, "langkah", kode="L-BARU", rencana_aksi="RA-X", uraian="u").status_code == 422
