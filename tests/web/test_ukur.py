"""The cycle of an entry: the ladder over all roles and states by equality, own entries, locks, two people at once."""

from __future__ import annotations

import threading
from datetime import timedelta
from io import BytesIO
from typing import Any

import psycopg
import pytest
from dunia import TAHUN, make_person, roles
from dunia_ukur import KODE, LANGKAH, PERIODE, Ukur

BOLEH, DITOLAK, BELUM = "boleh", "ditolak", "belum dapat"
# What each state lets whom do: the ladder as a person of the agency would draw it.
PELAKU = {
    "ajukan": {"penyusun", "pengelola_data"},
    "setujui_bidang": {"kepala_bidang"},
    "verifikasi": {"verifikator"},
    "setujui_opd": {"kepala_opd"},
    "kunci": {"verifikator"},
    "buka_kembali": {"kepala_opd", "bagian_organisasi"},
}
DARI = {
    "ajukan": {"diisi", "dikembalikan", "dibuka_kembali"},
    "setujui_bidang": {"diajukan"},
    "verifikasi": {"disetujui_bidang"},
    "setujui_opd": {"diverifikasi"},
    "kunci": {"disetujui_opd"},
    "buka_kembali": {"dikunci"},
}
PENGEMBALI = {
    "diajukan": {"kepala_bidang"},
    "disetujui_bidang": {"verifikator"},
    "diverifikasi": {"kepala_opd"},
    "disetujui_opd": {"verifikator"},
}
KEADAAN = ("diisi", "dikembalikan", "dibuka_kembali", "diajukan", "disetujui_bidang", "diverifikasi", "disetujui_opd",
           "dikunci")  # fmt: skip


def wished(peran: str, langkah: str, keadaan: str) -> str:
    """What the ladder says: refused to the role, not now, or done."""
    if langkah == "kembalikan":
        if peran not in {"kepala_bidang", "verifikator", "kepala_opd"}:
            return DITOLAK
        if keadaan not in PENGEMBALI:
            return BELUM
        return BOLEH if peran in PENGEMBALI[keadaan] else DITOLAK
    if peran not in PELAKU[langkah]:
        return DITOLAK
    return BOLEH if keadaan in DARI[langkah] else BELUM


def test_the_whole_ladder_over_all_roles_and_states(ukur: Ukur) -> None:
    from akuntabel_web.ukur.isian import find_item
    from akuntabel_web.ukur.models import Isian

    got: dict[tuple[str, str, str], str] = {}
    seen = {302: BOLEH, 403: DITOLAK, 422: BELUM}
    ukur.jadikan("diisi")
    klien = {peran: ukur.klien(peran) for peran in roles()}
    for keadaan in KEADAAN:
        for langkah in LANGKAH:
            for peran in roles():
                with ukur.konteks():
                    rows = Isian.objects.filter(instansi=ukur.instansi, indikator=KODE, periode=PERIODE)
                    terbuka = keadaan in {"diisi", "dikembalikan", "dibuka_kembali"}
                    rows.update(keadaan=keadaan, terbuka=terbuka)
                with ukur.konteks("penyusun"):
                    dasar = find_item(ukur.wewenang("penyusun"), KODE, PERIODE).dasar
                data = {"dasar": dasar, "catatan": "Periksa"}
                url = ukur.isian_url(aksi=langkah.replace("_", "-"))
                got[peran, langkah, keadaan] = seen[klien[peran].post(url, data).status_code]
    assert got == {(p, n, k): wished(p, n, k) for p in roles() for n in LANGKAH for k in KEADAAN}
    assert len(got) == len(roles()) * len(LANGKAH) * len(KEADAAN)
    ukur.buka()


def test_an_entry_goes_the_whole_way_and_every_step_stands_in_its_history(ukur: Ukur) -> None:
    ukur.jadikan("diisi", "I-1", "tw2")
    way = [("pengelola_data", "ajukan"), ("kepala_bidang", "setujui_bidang"), ("verifikator", "kembalikan"),
           ("pengelola_data", "ajukan"), ("kepala_bidang", "setujui_bidang"), ("verifikator", "verifikasi"),
           ("kepala_opd", "setujui_opd"), ("verifikator", "kunci"), ("kepala_opd", "buka_kembali")]  # fmt: skip
    states = []
    for siapa, langkah in way:
        assert ukur.langkah(siapa, langkah, "I-1", "tw2").status_code == 302
        states.append(ukur.butir("I-1", "tw2").keadaan)
    assert states == ["diajukan", "disetujui_bidang", "dikembalikan", "diajukan", "disetujui_bidang", "diverifikasi",
                      "disetujui_opd", "dikunci", "dibuka_kembali"]  # fmt: skip
    page = ukur.klien("apip").get(ukur.isian_url("I-1", "tw2"))
    told = [r["baris"].langkah for r in reversed(page.context["riwayat"])]
    assert told == ["isi", *(langkah for _, langkah in way)]
    assert "Periksa sumbernya" in page.content.decode()


@pytest.mark.parametrize("langkah", ["kembalikan", "buka_kembali"])
def test_a_way_back_needs_a_note(ukur: Ukur, langkah: str) -> None:
    keadaan = {"kembalikan": "diverifikasi", "buka_kembali": "dikunci"}[langkah]
    ukur.jadikan(keadaan)
    answer = ukur.langkah("kepala_opd", langkah, catatan="  ")
    assert (answer.status_code, ukur.butir().keadaan) == (422, keadaan)
    ukur.buka()


def test_nobody_approves_what_he_entered_through_whichever_page(ukur: Ukur) -> None:
    from akuntabel_web.ukur.models import Isian

    surel = f"rangkap@{ukur.alamat}.test"
    make_person(ukur.dunia, surel, *((ukur.instansi, p, None) for p in ("penyusun", "kepala_bidang", "verifikator")))
    ukur.jadikan("diisi", "I-1", "tw3")
    row = ukur.tanggapan("realisasi", indikator="I-1", periode="tw3")
    url = f"{ukur.dasar_url}tabel/realisasi/{row.pk}/ubah/"
    form = ukur.dunia.klien(surel).get(url).context["form"]
    data = {n: form.get_initial_for_field(f, n) or "" for n, f in form.fields.items()}
    data |= {"versi": row.versi_baris, "nilai": "80", "alasan_tindakan": "lewat tabel"}
    assert ukur.dunia.klien(surel).post(url, data).status_code == 302
    assert ukur.langkah("pengelola_data", "ajukan", "I-1", "tw3").status_code == 302
    answer = ukur.langkah("rangkap", "setujui_bidang", "I-1", "tw3")
    assert answer.status_code == 422
    assert "ikut mengisi" in answer.content.decode()
    assert ukur.langkah("kepala_bidang", "setujui_bidang", "I-1", "tw3").status_code == 302
    with ukur.konteks():
        assert Isian.objects.get(indikator="I-1", periode="tw3", instansi=ukur.instansi).keadaan == "disetujui_bidang"
    assert ukur.langkah("rangkap", "verifikasi", "I-1", "tw3").status_code == 422


def test_a_head_approves_for_his_own_unit_only(ukur: Ukur) -> None:
    ukur.jadikan("diajukan")
    assert ukur.langkah("kabid_b", "setujui_bidang").status_code == 403
    assert ukur.langkah("kepala_bidang", "setujui_bidang").status_code == 302
    ukur.buka()


def test_who_collects_for_another_unit_may_not_fill(ukur: Ukur) -> None:
    assert ukur.isi("pengelola_b", nilai="1").status_code == 403
    assert ukur.isi("pengelola_data", "I-3", nilai="1").status_code == 403
    assert ukur.isi("pengelola_data", "I-4", nilai="1").status_code == 403
    assert ukur.isi("penyusun", "I-4", nilai="12,5").status_code == 302


def test_values_are_read_as_in_a_workbook(ukur: Ukur) -> None:
    ukur.buka()
    answer = ukur.isi("pengelola_data", nilai="8O%")
    assert answer.status_code == 422
    assert "8O%" in answer.content.decode()
    assert "bukan angka" in answer.content.decode()
    assert ukur.isi("pengelola_data", nilai="1.234,50").status_code == 302
    assert str(ukur.tanggapan("realisasi", indikator=KODE, periode=PERIODE).nilai) in {"1234.50", "1234.5"}


def test_not_out_yet_is_a_state_of_its_own(ukur: Ukur) -> None:
    for nilai, status, wanted in (("", "", 422), ("5", "belum_rilis", 422), ("", "belum_rilis", 302)):
        answer = ukur.isi("pengelola_data", "I-1", "tw4", nilai=nilai, status=status)
        assert answer.status_code == wanted, (nilai, status)
    row = ukur.tanggapan("realisasi", indikator="I-1", periode="tw4")
    assert (row.nilai, row.status) == (None, "belum_rilis")
    assert ukur.langkah("pengelola_data", "ajukan", "I-1", "tw4").status_code == 302


def test_the_library_computes_from_components_and_asks_for_an_explanation_off_target(ukur: Ukur) -> None:
    answer = ukur.isi("pengelola_data", "I-2", komponen_0="30", komponen_1="60", keterangan="")
    assert answer.status_code == 302
    shown = {j: n for j, n, _ in ukur.klien("pengelola_data").get(ukur.isian_url("I-2")).context["angka"]}
    assert (shown["Realisasi"], shown["Target"], shown["Terhadap target"]) == (
        "50,00%",
        "70,00%",
        "tidak mencapai target",
    )
    refused = ukur.langkah("pengelola_data", "ajukan", "I-2")
    assert refused.status_code == 422
    assert "Tulis penjelasannya" in refused.content.decode()
    done = ukur.isi("pengelola_data", "I-2", komponen_0="30", komponen_1="60", keterangan="Kelas kedua mundur ke Mei")
    assert done.status_code == 302
    assert ukur.langkah("pengelola_data", "ajukan", "I-2").status_code == 302
    ukur.buka("I-2")


def test_half_a_formula_is_refused(ukur: Ukur) -> None:
    answer = ukur.isi("pengelola_data", "I-2", komponen_0="30", komponen_1="")
    assert answer.status_code == 422
    assert "Semua komponen" in answer.content.decode()


def test_what_was_submitted_is_locked_in_the_database(ukur: Ukur, aplikasi: dict[str, str]) -> None:
    ukur.jadikan("diajukan")
    row = ukur.tanggapan("realisasi", indikator=KODE, periode=PERIODE)
    assert ukur.isi("pengelola_data", nilai="1").status_code == 422
    penyusun = ukur.klien("penyusun")
    gone = penyusun.post(f"{ukur.dasar_url}tabel/realisasi/{row.pk}/hapus/",
                         {"versi": row.versi_baris, "alasan_tindakan": "x"})  # fmt: skip
    assert gone.status_code == 200
    assert "dikunci tidak dapat diubah" in gone.content.decode()
    data = {"indikator": KODE, "tahun": TAHUN, "periode": PERIODE, "versi": "lain", "nilai": "9", "dipakai": "ya"}
    added = penyusun.post(f"{ukur.dasar_url}tabel/realisasi/tambah/", data)
    assert added.status_code == 422
    assert "dikunci tidak dapat diubah" in added.content.decode()
    with psycopg.connect(aplikasi["DATABASE_URL"]) as mentah:
        mentah.execute(
            "SELECT set_config('akuntabel.pengguna', %s, true), set_config('akuntabel.instansi', %s, true)",
            [str(ukur.orang("penyusun").pk), str(ukur.instansi.pk)],
        )
        for text in (
            "UPDATE paket_realisasi SET nilai = 'angka:1' WHERE id = %s",
            "DELETE FROM paket_realisasi WHERE id = %s",
        ):
            with pytest.raises(psycopg.errors.RestrictViolation), mentah.transaction():
                mentah.execute(text, [row.pk])
        mentah.execute("UPDATE paket_realisasi SET urutan_baris = urutan_baris + 1 WHERE id = %s", [row.pk])
        mentah.rollback()
    assert ukur.tanggapan("realisasi", pk=row.pk).nilai == row.nilai
    ukur.buka()


def test_two_people_on_one_entry_lose_nothing(ukur: Ukur) -> None:
    ukur.buka()
    assert ukur.isi("pengelola_data", nilai="10").status_code == 302
    dasar = ukur.butir().dasar
    first = ukur.klien("pengelola_data").post(
        ukur.isian_url(aksi="simpan"), {"dasar": dasar, "nilai": "11", "status": ""}
    )
    assert first.status_code == 302
    second = ukur.klien("penyusun").post(ukur.isian_url(aksi="simpan"), {"dasar": dasar, "nilai": "12", "status": ""})
    assert second.status_code == 409
    assert ("Realisasi", "11", "12") in second.context["beda"]
    assert ukur.tanggapan("realisasi", indikator=KODE, periode=PERIODE).nilai == 11
    again = {"dasar": second.context["butir"].dasar, "nilai": "12", "status": ""}
    assert ukur.klien("penyusun").post(ukur.isian_url(aksi="simpan"), again).status_code == 302
    assert ukur.tanggapan("realisasi", indikator=KODE, periode=PERIODE).nilai == 12


def test_what_changed_after_it_was_shown_is_not_approved(ukur: Ukur) -> None:
    ukur.buka()
    assert ukur.isi("pengelola_data", nilai="71").status_code == 302
    seen = ukur.butir().dasar
    assert ukur.isi("penyusun", nilai="72").status_code == 302
    answer = ukur.klien("pengelola_data").post(ukur.isian_url(aksi="ajukan"), {"dasar": seen})
    assert (answer.status_code, ukur.butir().keadaan) == (409, "diisi")


def test_a_writer_and_a_submitter_at_once_wait_for_each_other(ukur: Ukur, aplikasi: dict[str, str]) -> None:
    """Who writes while the entry is being submitted is refused after the wait, never let through in between."""
    ukur.jadikan("diisi")
    row = ukur.tanggapan("realisasi", indikator=KODE, periode=PERIODE)
    context = "SELECT set_config('akuntabel.pengguna', %s, true), set_config('akuntabel.instansi', %s, true)"
    who = [str(ukur.orang("penyusun").pk), str(ukur.instansi.pk)]
    outcome: list[Any] = []

    def write() -> None:
        with psycopg.connect(aplikasi["DATABASE_URL"]) as late:
            late.execute(context, who)
            try:
                late.execute("UPDATE paket_realisasi SET nilai = 'angka:1' WHERE id = %s", [row.pk])
                outcome.append("tertulis")
            except psycopg.errors.RestrictViolation:
                outcome.append("ditolak")

    with psycopg.connect(aplikasi["DATABASE_URL"]) as submitting:
        submitting.execute(context, who)
        submitting.execute(
            "UPDATE ukur_isian SET terbuka = false, keadaan = 'diajukan' WHERE indikator = %s AND periode = %s",
            [KODE, PERIODE],
        )
        thread = threading.Thread(target=write)
        thread.start()
        thread.join(0.5)
        assert outcome == []
        submitting.commit()
        thread.join(10)
    assert outcome == ["ditolak"]
    ukur.buka()


def test_an_import_does_not_pass_the_lock(ukur: Ukur) -> None:
    from test_halaman import edited, heads

    ukur.jadikan("dikunci")
    penyusun = ukur.klien("penyusun")

    def edit(sheet: Any) -> None:
        names = heads(sheet)
        for line in range(2, sheet.max_row + 1):
            if (sheet.cell(line, names["indikator"]).value, sheet.cell(line, names["periode"]).value) == (
                KODE,
                PERIODE,
            ):
                sheet.cell(line, names["nilai"]).value = 99

    book = edited(penyusun.get(f"{ukur.dasar_url}ekspor.xlsx").content, "realisasi", edit)
    berkas = BytesIO(book)
    berkas.name = "paket.xlsx"
    url = penyusun.post(f"{ukur.dasar_url}impor/", {"berkas": berkas})["Location"]
    shown = penyusun.get(url)
    answer = penyusun.post(url, {"dasar": shown.context["dasar"], "alasan_tindakan": "impor"})
    assert answer.status_code == 200
    assert "dikunci tidak dapat diubah" in answer.content.decode()
    assert ukur.tanggapan("realisasi", indikator=KODE, periode=PERIODE).nilai == 75
    ukur.buka()


def test_a_duty_given_for_a_time_is_used_in_the_givers_name_and_ends_by_itself(ukur: Ukur) -> None:
    from django.utils import timezone

    from akuntabel_web.akun.models import Penugasan

    today = timezone.localdate()
    with ukur.konteks():
        duty = Penugasan.objects.get(pengguna=ukur.orang("kepala_opd"), instansi=ukur.instansi)
    data = {"tugas": duty.pk, "kepada": ukur.orang("pengelola_b").pk, "mulai": today, "sampai": today,
            "alasan_tindakan": "cuti"}  # fmt: skip
    assert ukur.klien("kepala_opd").post(f"{ukur.dasar_url}limpah/", data).status_code == 302
    ukur.jadikan("diverifikasi", "I-1", "tahun")
    assert ukur.langkah("pengelola_b", "setujui_opd", "I-1", "tahun").status_code == 302
    told = ukur.klien("apip").get(ukur.isian_url("I-1", "tahun")).context["riwayat"][0]["baris"]
    assert (told.oleh, told.atas_nama) == (ukur.orang("pengelola_b"), ukur.orang("kepala_opd"))
    with ukur.konteks():
        given = Penugasan.objects.filter(pengguna=ukur.orang("pengelola_b"), dari=ukur.orang("kepala_opd"))
        given.update(mulai=today - timedelta(2), sampai=today - timedelta(1))
    ukur.jadikan("diverifikasi", "I-1", "tahun")
    assert ukur.langkah("pengelola_b", "setujui_opd", "I-1", "tahun").status_code == 403
    ukur.buka("I-1", "tahun")


def test_who_received_a_duty_does_not_approve_what_its_giver_entered(ukur: Ukur) -> None:
    from django.utils import timezone

    from akuntabel_web.akun.models import Penugasan

    today = timezone.localdate()
    boss = f"pengisi_kepala@{ukur.alamat}.test"
    make_person(ukur.dunia, boss, (ukur.instansi, "penyusun", None), (ukur.instansi, "kepala_opd", None))
    with ukur.konteks():
        Penugasan.objects.create(
            instansi=ukur.instansi, pengguna=ukur.orang("apip"), peran="kepala_opd", mulai=today, sampai=today,
            dari=ukur.dunia.orang[boss],
        )  # fmt: skip
    ukur.buka()
    assert ukur.isi("pengisi_kepala", nilai="77").status_code == 302
    from akuntabel_web.ukur.models import Isian

    with ukur.konteks():
        Isian.objects.filter(indikator=KODE, periode=PERIODE, instansi=ukur.instansi).update(
            keadaan="diverifikasi", terbuka=False
        )
    answer = ukur.langkah("apip", "setujui_opd")
    assert answer.status_code == 422
    assert "melimpahkan" in answer.content.decode()
    ukur.buka()


def test_duties_that_cannot_be_given(ukur: Ukur) -> None:
    from django.utils import timezone

    from akuntabel_web.akun.models import Penugasan

    today = timezone.localdate()
    with ukur.konteks():
        others = Penugasan.objects.get(pengguna=ukur.orang("verifikator"), instansi=ukur.instansi)
        mine = Penugasan.objects.get(pengguna=ukur.orang("kepala_opd"), instansi=ukur.instansi, dari=None)
    receiver = ukur.orang("penyusun").pk
    good = {"tugas": mine.pk, "kepada": receiver, "mulai": today, "sampai": today, "alasan_tindakan": "cuti"}
    for wrong in ({"tugas": others.pk}, {"sampai": today - timedelta(1)}, {"mulai": today - timedelta(1)},
                  {"kepada": ukur.dunia.orang["penyusun@lain.test"].pk}, {"alasan_tindakan": ""}):  # fmt: skip
        assert ukur.klien("kepala_opd").post(f"{ukur.dasar_url}limpah/", good | wrong).status_code == 422, wrong
    assert ukur.klien("administrator").get(f"{ukur.dasar_url}limpah/").status_code == 403


def test_texts_of_people_are_texts_on_every_page_of_measuring(ukur: Ukur) -> None:
    from test_pengasingan import JAHAT

    from akuntabel_web.paket.models import MODEL

    ukur.buka()
    assert ukur.isi("pengelola_data", nilai="80", keterangan=JAHAT, sumber=JAHAT, bukti=JAHAT).status_code == 302
    assert ukur.langkah("pengelola_data", "ajukan").status_code == 302
    assert ukur.langkah("kepala_bidang", "kembalikan", catatan=JAHAT).status_code == 302
    with ukur.konteks():
        common = {"instansi": ukur.instansi, "tahun_paket": TAHUN, "urutan_baris": 1}
        MODEL["rencana_aksi"].objects.create(kode="RA-X", indikator=KODE, uraian=JAHAT, **common)
        MODEL["langkah"].objects.create(kode="L-X", rencana_aksi="RA-X", uraian=JAHAT, **common)
    wish = {"keputusan": JAHAT, "hambatan": JAHAT, "penanggung_jawab": "BID-A", "tenggat": "2025-05-30"}
    assert ukur.klien("penyusun").post(f"{ukur.dasar_url}ukur/rapat/tw1/putuskan/", wish).status_code == 302
    url = f"{ukur.dasar_url}ukur/"
    pages = [ukur.isian_url(), f"{url}rapat/tw1/", f"{url}tempel/tw1/", f"{url}pengingat/", "/tugas/"]
    seen = {}
    for page in pages:
        siapa = "pengelola_data" if page == "/tugas/" else "penyusun"
        text = ukur.klien(siapa).get(page).content.decode()
        assert "<script>alert" not in text, page
        assert "<img src=x" not in text, page
        seen[page] = "alert(1)" in text
    assert seen == dict.fromkeys(pages, True)
    ukur.buka()


def test_a_step_of_the_action_plan_is_changed_by_its_unit(ukur: Ukur) -> None:
    from akuntabel_web.paket.models import MODEL

    with ukur.konteks():
        common = {"instansi": ukur.instansi, "tahun_paket": TAHUN, "urutan_baris": 1}
        MODEL["rencana_aksi"].objects.create(
            kode="RA-1", indikator=KODE, uraian="Pelatihan", penanggung_jawab="BID-A", **common
        )
        MODEL["langkah"].objects.create(kode="L-1", rencana_aksi="RA-1", uraian="Seleksi", **common)
    plans = {s: ukur.klien(s).get(ukur.isian_url()).context["rencana"] for s in ("pengelola_data", "pengelola_b")}
    may = {who: [b for p, steps in rows if p.kode == "RA-1" for _, b in steps] for who, rows in plans.items()}
    assert may == {"pengelola_data": [True], "pengelola_b": [False]}
