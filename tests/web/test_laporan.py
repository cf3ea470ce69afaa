"""Documents built in the web: the same as the library's, built once, whole, for those who may."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dunia import TAHUN, Dunia, roles
from pekerja_uji import do_jobs

from akuntabel.pipelines.dokumen import Pesanan, write
from akuntabel.pipelines.hitungan import compute_paket

ALAMAT = f"/disnaker/{TAHUN}/"
PENYUSUN = "penyusun@disnaker.test"


def order(client: Any, dokumen: str = "lkip:", **more: str) -> str:
    page = client.post(f"{ALAMAT}laporan/susun/", {"dokumen": dokumen, **more})
    assert page.status_code == 302, page.content.decode()
    return str(page["Location"])


def built(dunia: Dunia, url: str) -> Any:
    from akuntabel_web.laporan.models import Versi

    with dunia.konteks():
        return Versi.objects.prefetch_related("berkas").get(pk=url.rstrip("/").rpartition("/")[2])


def content(client: Any, dunia: Dunia, url: str, form: str) -> bytes:
    file = next(b for b in built(dunia, url).berkas.all() if b.format == form)
    return bytes(client.get(f"{ALAMAT}laporan/berkas/{file.pk}/").content)


@pytest.fixture(scope="module")
def lkip(dunia: Dunia) -> str:
    """The report of the example, built."""
    url = order(dunia.klien(PENYUSUN))
    do_jobs()
    assert built(dunia, url).keadaan == "selesai", built(dunia, url).galat
    return url


def test_the_document_is_that_of_the_library_from_the_exported_package(dunia: Dunia, lkip: str, tmp_path: Path) -> None:
    client = dunia.klien(PENYUSUN)
    package = tmp_path / f"paket-{TAHUN}.xlsx"
    package.write_bytes(client.get(f"{lkip}data.xlsx").content)
    result = write(compute_paket(package), Pesanan("lkip", ("json", "html", "docx")), tmp_path / "keluaran")
    theirs = {p.suffix[1:]: p.read_bytes() for p in result.berkas}
    ours = {form: content(client, dunia, lkip, form) for form in theirs}
    figures = [figures_of(json.loads(side["json"])) for side in (ours, theirs)]
    assert figures[0] == figures[1]
    assert len(figures[0]) > 200
    assert ours == theirs


def figures_of(report: Any) -> list[tuple[str, str]]:
    """Every figure of a document's JSON, in order: (FigureId, printed)."""
    return [(one["id"], one["teks"]) for one in report["angka"]]


def test_the_same_data_are_not_built_twice(dunia: Dunia, lkip: str) -> None:
    client = dunia.klien(PENYUSUN)
    assert order(client) == lkip
    assert queued(dunia) == 0


def queued(dunia: Dunia) -> int:
    from procrastinate.contrib.django.models import ProcrastinateJob

    return int(ProcrastinateJob.objects.filter(status__in=("todo", "doing"), task_name="laporan.susun").count())


def test_changed_data_make_another_version_with_its_own_data(dunia: Dunia, lkip: str) -> None:
    from test_halaman import add

    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode="INO-VERSI", nama="Data berubah")
    url = order(client)
    assert url != lkip
    do_jobs()
    one, two = built(dunia, lkip), built(dunia, url)
    assert (two.keadaan, two.nomor) == ("selesai", one.nomor + 1)
    assert one.paket_sidik != two.paket_sidik
    assert client.get(f"{lkip}data.xlsx").content != client.get(f"{url}data.xlsx").content


def kinds() -> list[str]:
    from akuntabel.reports.daftar import DOKUMEN

    return [k for k in DOKUMEN if k != "lkip"]


@pytest.mark.panjang
def test_every_kind_of_document_of_the_library_is_built(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    chosen = {"triwulan": "tw4"}
    urls = {kind: order(client, f"{kind}:{chosen.get(kind, '')}") for kind in kinds()}
    urls["lkip publik"] = order(client, "lkip:", publik="on")
    do_jobs()
    rows = {kind: built(dunia, url) for kind, url in urls.items()}
    assert {k: v.galat for k, v in rows.items() if v.keadaan != "selesai"} == {}
    assert {tuple(sorted(b.format for b in v.berkas.all())) for v in rows.values()} == {("docx", "html", "json", "pdf")}
    for kind, url in urls.items():
        assert client.get(url).status_code == 200, kind


def test_data_that_give_no_document_fail_with_a_reason_and_can_be_asked_again(dunia: Dunia) -> None:
    client = dunia.klien("penyusun@lain.test")
    place = f"/dinkes/{TAHUN}/laporan/susun/"
    url = client.post(place, {"dokumen": "lkip:"})["Location"]
    do_jobs()
    page = client.get(url).content.decode()
    assert "Dokumen tidak tersusun" in page
    assert "tabel instansi" in page
    assert "susun-" not in page  # not where it lay
    assert client.post(place, {"dokumen": "lkip:"})["Location"] == url
    assert "menunggu giliran" in client.get(url).content.decode()
    do_jobs()


@pytest.mark.panjang
def test_final_is_refused_while_values_are_provisional_and_pages_are_numbered(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    plain, final = order(client, "iku:"), order(client, "iku:", final="on")
    refused, numbered = order(client, "pengukuran:", final="on"), order(client, "pengukuran:", nomor_halaman="on")
    assert len({plain, final, refused, numbered}) == 4
    assert order(client, "iku:", final="on") == final
    do_jobs()
    rows = [built(dunia, url) for url in (plain, final, refused, numbered)]
    assert [v.keadaan for v in rows] == ["selesai", "selesai", "gagal", "selesai"]
    assert rows[1].nomor == rows[0].nomor + 1
    assert (rows[1].draf, rows[3].draf) == (False, True)
    assert "angka sementara" in client.get(refused).content.decode()
    page = client.get(f"{ALAMAT}laporan/").content.decode()
    assert ", final" in page
    assert ", bernomor halaman" in page


def test_findings_name_their_rows_and_lead_there(dunia: Dunia, lkip: str) -> None:
    page = dunia.klien(PENYUSUN).get(lkip)
    found = page.context["temuan"]
    assert found["aturan_data"] > 50
    assert found["aturan_reviu"] > 50
    assert len(found["teks"]) > 500
    rows = [t for _, rows in found["data"] for t in rows if t["kunci"]]
    assert rows != []
    client = dunia.klien(PENYUSUN)
    for t in rows[:10]:
        answer = client.get(f"{ALAMAT}sumber/{t['tabel']}/", {"kunci": t["kunci"]})
        assert answer.status_code == 302
        assert answer["Location"].startswith(f"{ALAMAT}tabel/{t['tabel']}/")
    counted = sum(len(rows) for side in (found["data"], found["reviu"]) for _, rows in side)
    assert sum(built(dunia, lkip).jumlah_temuan.values()) == counted


def test_who_may_ask_see_and_fetch(dunia: Dunia, lkip: str) -> None:
    from akuntabel_web.inti.peran import matrix

    file = built(dunia, lkip).berkas.first()
    paths = {"laporan.lihat": [lkip, f"{lkip}data.xlsx", f"{ALAMAT}laporan/berkas/{file.pk}/"], "rak.kelola": []}
    got, wished = {}, {}
    for role in roles():
        client, izin = dunia.klien(f"{role}@disnaker.test"), matrix().peran[role].izin
        for path in paths["laporan.lihat"]:
            got[role, path] = client.get(path).status_code
            wished[role, path] = 200 if "laporan.lihat" in izin else 403
        got[role, "susun"] = client.post(f"{ALAMAT}laporan/susun/", {"dokumen": "lkip:"}).status_code
        wished[role, "susun"] = 302 if "laporan.susun" in izin else 403
    assert got == wished
    assert set(got.values()) == {200, 302, 403}
    stranger = dunia.klien("penyusun@lain.test")
    for path in paths["laporan.lihat"]:
        assert stranger.get(path).status_code == 404
        assert stranger.get(path.replace("/disnaker/", "/dinkes/")).status_code == 404


def test_the_queue_carries_identifiers_only(dunia: Dunia, lkip: str) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    jobs = [j.args for j in ProcrastinateJob.objects.filter(task_name="laporan.susun")]
    assert jobs != []
    assert {frozenset(args) for args in jobs} == {frozenset({"versi", "instansi", "tahun", "pengguna"})}


def test_a_request_that_fails_leaves_no_job(dunia: Dunia) -> None:
    before = queued(dunia)
    page = dunia.klien(PENYUSUN).post(f"{ALAMAT}laporan/susun/", {"dokumen": "bukan:"})
    assert page.status_code == 422
    assert queued(dunia) == before


def test_downloads_run_nothing(dunia: Dunia, lkip: str) -> None:
    client = dunia.klien(PENYUSUN)
    for file in built(dunia, lkip).berkas.all():
        answer = client.get(f"{ALAMAT}laporan/berkas/{file.pk}/")
        assert answer["Content-Disposition"].startswith("attachment;")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
