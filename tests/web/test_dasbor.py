"""The dashboard: the library's figures, computed once for each state of the data, each with the way to its cells."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from dunia import TAHUN, Dunia
from test_halaman import add, find, form_of
from test_laporan import order

from akuntabel.pipelines.hitungan import compute_paket

ALAMAT = f"/disnaker/{TAHUN}/"
PENYUSUN = "penyusun@disnaker.test"


def kept(dunia: Dunia) -> Any:
    from akuntabel_web.dasbor.hitungan import hitungan

    with dunia.konteks():
        return hitungan(dunia.disnaker, TAHUN)


def test_kept_figures_are_those_of_the_library(dunia: Dunia, tmp_path: Path) -> None:
    package = tmp_path / f"paket-{TAHUN}.xlsx"
    package.write_bytes(dunia.klien(PENYUSUN).get(f"{ALAMAT}ekspor.xlsx").content)
    figures = compute_paket(package).bahan.figures
    assert dict(kept(dunia).figures) == dict(figures)
    assert len(figures) > 1000


def test_figures_are_computed_once_for_a_state_and_anew_for_another(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    from akuntabel_web.dasbor import hitungan

    made = []
    real = hitungan.compute_limited
    monkeypatch.setattr(hitungan, "compute_limited", lambda *a: made.append(a) or real(*a))
    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode="INO-DASBOR", nama="Keadaan lain")
    for _ in range(3):
        assert client.get(f"{ALAMAT}dasbor/").status_code == 200
    assert len(made) == 1
    row = find(dunia, "inovasi", kode="INO-DASBOR")
    url = f"{ALAMAT}tabel/inovasi/{row.pk}/ubah/"
    data = form_of(client.get(url)) | {"nama": "Lain lagi", "alasan_tindakan": "uji"}
    assert client.post(url, data).status_code == 302
    assert client.get(f"{ALAMAT}dasbor/").status_code == 200
    assert len(made) == 2


def test_a_page_asks_a_fixed_number_of_queries(dunia: Dunia) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = dunia.klien(PENYUSUN)
    client.get(f"{ALAMAT}dasbor/")
    order(client, "rkt:")
    counts = {}
    for path in ("dasbor/", "asal/?besaran=capaian/TPT/2025", "asal/?cari=capaian", "rak/", "papan/", "laporan/"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{ALAMAT}{path}").status_code == 200
        counts[path.partition("?")[0]] = len(asked)
    assert counts == QUERIES


QUERIES = {"dasbor/": 13, "asal/": 11, "rak/": 11, "papan/": 12, "laporan/": 14}


def test_every_number_leads_to_its_origin(dunia: Dunia) -> None:
    client = dunia.klien("kepala_daerah@disnaker.test")
    page = client.get(f"{ALAMAT}dasbor/").content.decode()
    links = sorted(set(re.findall(r'href="(/disnaker/2025/asal/\?besaran=[^"]+)"', page)))
    assert len(links) > 20
    assert {url: client.get(url).status_code for url in links} == dict.fromkeys(links, 200)


def test_an_origin_leads_down_to_the_row(dunia: Dunia) -> None:
    page = dunia.klien(PENYUSUN).get(f"{ALAMAT}asal/", {"besaran": "capaian/TPT/2025"})
    cells = page.context["sel"]
    assert {c["tabel"] for c in cells} >= {"target", "realisasi"}
    cell = next(c for c in cells if c["tabel"] == "realisasi")
    answer = dunia.klien(PENYUSUN).get(f"{ALAMAT}sumber/realisasi/", {"kunci": cell["kunci"]})
    pk = answer["Location"].split("/")[-3]
    row = find(dunia, "realisasi", pk=pk)
    assert row.indikator == "TPT"
    reader = dunia.klien("kepala_daerah@disnaker.test").get(f"{ALAMAT}sumber/realisasi/", {"kunci": cell["kunci"]})
    assert "/ubah/" not in reader["Location"]
    assert dunia.klien(PENYUSUN).get(f"{ALAMAT}asal/", {"besaran": "capaian/TIDAKADA/2025"}).status_code == 404


def test_lights_are_told_without_colour(dunia: Dunia) -> None:
    page = dunia.klien(PENYUSUN).get(f"{ALAMAT}dasbor/")
    groups = page.context["kelompok"]
    assert groups != []
    for row in (*groups, *(i for g in groups for i in g["indikator"])):
        assert bool(row["lampu"]) == bool(row["tanda"])
        assert row["predikat"].cetak
    charts = page.context["grafik"]
    assert charts != []
    assert all(g["alt"] and g["baris"] and g["gambar"].startswith("data:image/svg+xml;base64,") for g in charts)


def test_an_agency_without_data_is_told_what_is_missing(dunia: Dunia) -> None:
    client = dunia.klien("penyusun@lain.test")
    for path in ("dasbor/", "asal/", "narasi/sunting/"):
        page = client.get(f"/dinkes/{TAHUN}/{path}")
        assert page.status_code == 200
        assert "belum dapat dihitung" in page.content.decode()


def test_what_is_late_depends_on_the_day(dunia: Dunia) -> None:
    from datetime import date

    from akuntabel_web.dasbor.kueri import late

    with dunia.konteks():
        early, later = (late(dunia.disnaker, TAHUN, date(year, 1, 1)) for year in (2000, 2100))
    assert early == []
    assert later != []
