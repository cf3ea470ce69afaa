"""Agreements: drafted from the plan, steps by equality over roles and states, the ladder."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from dunia import TAHUN, Dunia, make_person, roles
from dunia_perjanjian import CATATAN, HEAD, PROOF, STATES, draft, fingerprint, isi, rows, state, step, url
from dunia_rencana import get, indicator, person, put, tempat
from test_halaman import form_of

__all__ = ["isi", "tempat"]


# --- the draft -------------------------------------------------------------------------------------------------------


def test_a_draft_takes_lines_targets_and_amounts_from_the_plan(dunia: Dunia, isi: str) -> None:
    answer = draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    assert answer["Location"] == url(isi, row)
    assert (row.kode, row.jenis, row.jenjang, row.tahun, row.tanggal_dpa) == (
        "pk", "murni", "kepala_instansi", TAHUN, date(TAHUN, 1, 2),
    )  # fmt: skip
    assert (row.pihak_pertama, row.jabatan_pertama, row.jabatan_kedua) == (
        "Ratna, M.Si.", "Plt. Jabatan KADIS", "Jabatan WALI",
    )  # fmt: skip
    lines = [(r.urutan, r.indikator, r.sasaran) for r in rows(dunia, "perjanjian_indikator")]
    assert lines == [(1, "IK1", "S1"), (2, "IK2", "T1")]
    goals = {r.indikator: r.nilai for r in rows(dunia, "target", dokumen="pk")}
    assert goals == {"IK1": Decimal("7.5"), "IK2": Decimal(60)}
    budget = [(r.kode, r.anggaran, r.sumber_dana) for r in rows(dunia, "perjanjian_anggaran")]
    assert budget == [("9.01", Decimal(500), "APBD"), ("9.02", Decimal(700), "APBD")]


def test_a_unit_promises_its_own_alone(dunia: Dunia, isi: str) -> None:
    assert draft(dunia, isi, anak="Administrator (eselon III)").status_code == 422  # without a unit
    put(dunia, dunia.uji, "unit", kode="LAIN", nama="Bidang lain", jenis="bidang")
    assert draft(dunia, isi, anak="Administrator (eselon III)", unit="BID").status_code == 302
    row = get(dunia, "perjanjian_kinerja")
    assert (row.kode, row.jenjang, row.unit) == ("pk-administrator-bid", "administrator", "BID")
    assert [r.indikator for r in rows(dunia, "perjanjian_indikator")] == ["IP1"]
    assert rows(dunia, "perjanjian_anggaran") == []  # no programme is the unit's
    assert draft(dunia, isi, anak="Administrator (eselon III)", unit="BID").status_code == 422  # once
    assert draft(dunia, isi, anak="Administrator (eselon III)", unit="LAIN").status_code == 302


def test_a_target_that_the_plan_lacks_is_told_and_stops_approval(dunia: Dunia, isi: str) -> None:
    put(dunia, dunia.uji, "indikator", **indicator("IK3", "sasaran", "S2"))
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    assert "Belum mempunyai target: IK3" in person(dunia).get(url(isi, row)).content.decode()
    page = step(dunia, isi, row, "setujui", "verifikator")
    assert page.status_code == 422
    assert "belum mempunyai target: IK3" in page.content.decode()
    assert state(dunia, row) == "dibuat"


@pytest.mark.parametrize(("jenjang", "pihak", "done"), [
    (HEAD, {"pertama": "KADIS", "kedua": ""}, 422), (HEAD, {"pertama": "", "kedua": "WALI"}, 422),
    ("Kepala daerah", {"pertama": "WALI", "kedua": ""}, 302),
])  # fmt: skip
def test_parties_without_a_name_stop_approval(
    dunia: Dunia, isi: str, jenjang: str, pihak: dict[str, str], done: int
) -> None:
    from akuntabel_web.perjanjian.models import AnakTangga

    with dunia.konteks(dunia.uji):
        for n, (name, level) in enumerate(((HEAD, "kepala_instansi"), ("Kepala daerah", "kepala_daerah")), 1):
            values = {"jenjang": level, "tingkat": ["sasaran"], "anggaran": "program"}
            AnakTangga.objects.create(instansi=dunia.uji, urutan=n, sebutan=name, **values)
    assert draft(dunia, isi, anak=jenjang, **pihak).status_code == 302
    page = step(dunia, isi, get(dunia, "perjanjian_kinerja"), "setujui", "verifikator")
    assert page.status_code == done
    if done == 422:
        assert "belum lengkap" in page.content.decode()


def test_the_agreement_comes_as_docx_and_pdf(dunia: Dunia, isi: str) -> None:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    client = person(dunia, "kepala_opd")
    docx, pdf = (client.get(f"{url(isi, row)}naskah.{kind}") for kind in ("docx", "pdf"))
    assert (docx.content[:4], pdf.content[:5]) == (b"PK\x03\x04", b"%PDF-")
    assert b"word/document.xml" in docx.content
    assert docx["Content-Disposition"].endswith('.docx"')
    assert client.get(f"{url(isi, row)}naskah.exe").status_code == 404


# --- steps -----------------------------------------------------------------------------------------------------------


MAY = {
    "setujui": {"verifikator", "kepala_opd", "bagian_organisasi"},
    "kembalikan": {"verifikator", "kepala_opd", "bagian_organisasi"},
    "tandatangani": {"kepala_opd", "bagian_organisasi"},
}
FROM = {"setujui": "dibuat", "kembalikan": "disetujui", "tandatangani": "disetujui"}
TO = {"setujui": "disetujui", "kembalikan": "dibuat", "tandatangani": "ditandatangani"}


@pytest.mark.parametrize("keadaan", STATES)
def test_every_step_for_every_role_in_every_state(dunia: Dunia, isi: str, keadaan: str) -> None:
    from django.db import transaction

    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    for verb in STATES[keadaan]:
        step(dunia, isi, row, verb, "bagian_organisasi", **PROOF)
    sidik = fingerprint(dunia, isi, row)
    got, wished = {}, {}
    for role in roles():
        for verb, allowed in MAY.items():
            got[role, verb] = _tried(dunia, row, role, verb, sidik)
            ready = TO[verb] if FROM[verb] == keadaan else "belum dapat"
            wished[role, verb] = ready if role in allowed else "ditolak"
    assert got == wished
    assert state(dunia, row) == keadaan
    assert transaction.get_connection().in_atomic_block is False


class _UndoError(Exception):
    """Takes a tried step back, so that the next role finds the same state."""


def _tried(dunia: Dunia, row: Any, role: str, verb: str, sidik: str) -> str:
    from django.core.exceptions import PermissionDenied

    from akuntabel_web.akun.wewenang import Wewenang
    from akuntabel_web.inti.peran import Tugas
    from akuntabel_web.perjanjian import tindakan

    who = dunia.orang[f"{role}@disnaker.test"]
    answer = ""
    try:
        with dunia.konteks(dunia.uji, who.pk):
            wewenang = Wewenang(who, dunia.uji, TAHUN, (Tugas(role),))
            try:
                answer = tindakan.step(wewenang, row.pk, verb, sidik, "uji", tindakan.Bukti(date(TAHUN, 1, 20)))
            except PermissionDenied:
                answer = "ditolak"
            except tindakan.BelumDapatError:
                answer = "belum dapat"
            raise _UndoError
    except _UndoError:
        return answer


def test_the_table_of_steps_is_the_one_that_is_tested(dunia: Dunia) -> None:
    from akuntabel_web.inti.peran import matrix
    from akuntabel_web.perjanjian.langkah import table

    steps = table().langkah
    assert {k: s.dari for k, s in steps.items()} == {k: (v,) for k, v in FROM.items()}
    assert {k: s.ke for k, s in steps.items()} == TO
    assert {k: {r for r, p in matrix().peran.items() if s.izin in p.izin} for k, s in steps.items()} == MAY


def test_nobody_approves_what_he_entered_or_changed(dunia: Dunia, isi: str) -> None:
    from akuntabel_web.akun.models import Penugasan

    both = make_person(dunia, f"dua-{uuid4().hex[:6]}@disnaker.test")
    for role in ("penyusun", "verifikator"):
        with dunia.konteks(dunia.uji):
            Penugasan.objects.create(instansi=dunia.uji, pengguna=both, peran=role)
    client = dunia.klien(both.email)
    draft(dunia, isi)  # by somebody else
    row = get(dunia, "perjanjian_kinerja")
    assert [s.kode for s in client.get(url(isi, row)).context["langkah"]] == ["setujui"]
    line = rows(dunia, "target", dokumen="pk")[0]
    change = f"{isi}tabel/target/{line.pk}/ubah/"
    client.post(change, form_of(client.get(change)) | {"nilai": "8"} | CATATAN)
    page = client.post(url(isi, row, "setujui"), {"sidik": fingerprint(dunia, isi, row)} | CATATAN)
    assert page.status_code == 422
    assert "Anda ikut mengisi" in page.content.decode()
    assert client.get(url(isi, row)).context["langkah"] == []
    assert state(dunia, row) == "dibuat"
    assert step(dunia, isi, row, "setujui", "verifikator").status_code == 302


def test_who_deleted_a_line_entered_it_too(dunia: Dunia, isi: str) -> None:
    from akuntabel_web.akun.wewenang import Wewenang
    from akuntabel_web.inti.peran import Tugas
    from akuntabel_web.perjanjian.kueri import read_agreement, writers

    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    line = rows(dunia, "perjanjian_indikator")[0]
    client = person(dunia, "bagian_organisasi")
    gone = client.post(f"{isi}tabel/perjanjian_indikator/{line.pk}/hapus/", {"versi": "1"} | CATATAN)
    assert gone.status_code == 302
    with dunia.konteks(dunia.uji):
        me = dunia.orang["bagian_organisasi@disnaker.test"]
        found = writers(read_agreement(Wewenang(me, dunia.uji, TAHUN, (Tugas("apip"),)), row.pk))
    assert found == {me.pk, dunia.orang["penyusun@disnaker.test"].pk}


def test_nobody_approves_what_he_did_not_see(dunia: Dunia, isi: str) -> None:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    seen = fingerprint(dunia, isi, row)
    line = rows(dunia, "target", dokumen="pk")[0]
    client = person(dunia)
    change = f"{isi}tabel/target/{line.pk}/ubah/"
    client.post(change, form_of(client.get(change)) | {"nilai": "1"} | CATATAN)
    page = person(dunia, "verifikator").post(url(isi, row, "setujui"), {"sidik": seen} | CATATAN)
    assert page.status_code == 422
    assert "berubah sejak Anda membukanya" in page.content.decode()
    assert state(dunia, row) == "dibuat"


def test_two_who_step_at_once_step_once(dunia: Dunia, isi: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections

    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    sidik = fingerprint(dunia, isi, row)

    def send(role: str) -> int:
        try:
            return person(dunia, role).post(url(isi, row, "setujui"), {"sidik": sidik} | CATATAN).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(send, ("verifikator", "kepala_opd")))
    assert sorted(answers) == [302, 422]


# --- the ladder ------------------------------------------------------------------------------------------------------


def test_the_ladder_is_data_of_the_agency(dunia: Dunia, isi: str) -> None:
    client = person(dunia, "bagian_organisasi")
    page = client.get(f"{isi}perjanjian/tangga/")
    assert page.context["sendiri"] is False
    assert client.post(f"{isi}perjanjian/tangga/", CATATAN).status_code == 302
    rungs = client.get(f"{isi}perjanjian/tangga/").context["tangga"]
    assert [a.sebutan for a in rungs][:2] == ["Kepala perangkat daerah", "Administrator (eselon III)"]
    first = f"{isi}perjanjian/tangga/{rungs[0].pk}/ubah/"
    values = {
        "urutan": "1", "sebutan": "Kepala badan", "jenjang": "kepala_instansi", "tingkat": ["tujuan"],
        "anggaran": "kegiatan", "versi": "1",
    }  # fmt: skip
    assert client.post(first, values | CATATAN).status_code == 302
    stale = client.post(first, values | {"sebutan": "Disalip"} | CATATAN)
    assert (stale.status_code, "baru saja diubah orang lain" in stale.content.decode()) == (422, True)
    twice = client.post(f"{isi}perjanjian/tangga/tambah/", values | CATATAN)
    assert (twice.status_code, "Sudah ada anak tangga" in twice.content.decode()) == (422, True)
    draft(dunia, isi, anak="Kepala badan")
    assert [r.indikator for r in rows(dunia, "perjanjian_indikator")] == ["IK2"]
    assert [r.kode for r in rows(dunia, "perjanjian_anggaran")] == ["9.01.1", "9.02.1"]
    gone = client.post(f"{isi}perjanjian/tangga/{rungs[-1].pk}/hapus/", {"versi": "1"} | CATATAN)
    assert gone.status_code == 302
    assert len(client.get(f"{isi}perjanjian/tangga/").context["tangga"]) == len(rungs) - 1
    assert (
        dunia.klien("bagian_organisasi@disnaker.test").get(f"/disnaker/{TAHUN}/perjanjian/tangga/").context["sendiri"]
        is False
    )


# --- how much the pages ask ------------------------------------------------------------------------------------------


def test_the_list_asks_as_much_for_one_as_for_thirty(dunia: Dunia, isi: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from akuntabel_web.perjanjian.models import Keadaan

    client = person(dunia, "kepala_opd")
    draft(dunia, isi)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{isi}perjanjian/").status_code == 200
        return len(queries)

    asked()
    few = asked()
    for n in range(30):
        row = put(dunia, dunia.uji, "perjanjian_kinerja", kode=f"x{n}", tahun=TAHUN, jenis="murni", jenjang="pelaksana")
        with dunia.konteks(dunia.uji):
            Keadaan.objects.create(
                instansi=dunia.uji, tahun_paket=TAHUN, perjanjian=UUID(str(row.pk)), nomor=1, langkah="buat",
                keadaan="dibuat", oleh=dunia.orang["apip@disnaker.test"], sidik_isi="",
            )  # fmt: skip
    assert (asked(), few < 15) == (few, True)
