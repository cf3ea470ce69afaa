"""My tasks, reminders, the quarterly meeting."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from dunia import TAHUN, Dunia
from dunia_ukur import KODE, Ukur, make_agency
from test_ukur_isi import window


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
