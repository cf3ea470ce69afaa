"""The narrative editor: the library's preview, errors with their place, typed figures, two people, hostile text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from dunia import TAHUN, Dunia
from test_pengasingan import JAHAT, inline_code

from akuntabel_web.laporan.ketikan import typed_figures

ALAMAT = f"/disnaker/{TAHUN}/narasi/"
PENYUSUN = "penyusun@disnaker.test"
PREVIEW = f"{ALAMAT}pratinjau/?kode=latar_belakang"


def preview(dunia: Dunia, teks: str) -> str:
    page = dunia.klien(PENYUSUN).post(PREVIEW, {"teks": teks})
    assert page.status_code == 200
    return str(page.content.decode())


def test_a_reference_is_printed_as_in_the_report(dunia: Dunia) -> None:
    page = preview(dunia, "Capaian **TPT** sebesar {{ capaian/TPT | persen }}.")
    assert "<strong>TPT</strong>" in page
    assert 'data-figure="capaian/TPT/2025"' in page
    assert "asal/?besaran=capaian/TPT/2025" in page
    assert "{{" not in page.partition("Asal angka")[0]


@pytest.mark.parametrize(
    ("teks", "baris", "pesan"),
    [
        ("satu\n\n{{ capaian/TIDAKADA }}", "Baris 3", "tidak ada pada data"),
        ("{{ capaian/TPT | miring }}", "Baris 1", "format &#x27;miring&#x27; tidak dikenal"),
        ("a\n{{ capaian/TPT", "Baris 2", "tidak mempunyai pasangan"),
        ("{{ bukan }}", "Baris 1", "bukan nama besaran"),
    ],
)
def test_errors_stand_with_their_line(dunia: Dunia, teks: str, baris: str, pesan: str) -> None:
    page = preview(dunia, teks)
    assert baris in page
    assert pesan in page
    assert "akuntabel hitung" not in page


@pytest.mark.parametrize(
    ("teks", "found"),
    [
        ("Capaian 94,5 persen dari Rp1.200.000 dan 7%.", ["94,5", "Rp1.200.000", "7%"]),
        ("Ada 12 program.", ["12"]),
        ("Undang-Undang Nomor 23 Tahun 2014, Pasal 5 ayat (2), Tabel 2.3, 1 Januari 2025, triwulan 4.", []),
        ("1. Pertama\n2) Kedua\n3. Ketiga", []),
        ("Tahun 2025 sebesar {{ capaian/TPT/2025 }}.", []),
        ("IKU-1 dan S1.", []),
    ],
)
def test_typed_figures_are_seen_and_names_are_not(teks: str, found: list[str]) -> None:
    assert [c.kutipan for c in typed_figures(teks)] == found


def running_code(page: str) -> list[str]:
    """What of a hostile text would run or be fetched."""
    return inline_code(page) + re.findall(r"<img src=x|<script>alert|href=\"javascript|src=\"http", page)


def test_the_search_for_running_code_finds_it() -> None:
    assert running_code(JAHAT + '<a href="javascript:x">') == [
        "script",
        "img onerror",
        "<script>alert",
        "<img src=x",
        'href="javascript',
    ]


def test_hostile_text_is_text(dunia: Dunia) -> None:
    teks = f"{JAHAT}\n\n[klik](javascript:alert(1)) ![x](http://luar.test/x.png)\n\n`{JAHAT}`"
    assert running_code(preview(dunia, teks)) == []
    client = dunia.klien(PENYUSUN)
    url = f"{ALAMAT}sunting/?kode=maksud_tujuan"
    save(client, url, teks)
    assert running_code(client.get(url).content.decode()) == []
    assert running_code(client.get(ALAMAT).content.decode()) == []
    assert running_code(client.get(f"{ALAMAT}angka/", {"cari": JAHAT}).content.decode()) == []
    assert running_code(client.get(f"/disnaker/{TAHUN}/asal/", {"cari": JAHAT}).content.decode()) == []


def save(client: Any, url: str, teks: str, versi: Any = None) -> Any:
    shown = client.get(url)
    answer = client.post(url, {"teks": teks, "versi": shown.context["versi"] if versi is None else versi})
    assert answer.status_code in {302, 409, 422}
    return answer


def test_two_people_on_one_passage_lose_nothing(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    url = f"{ALAMAT}sunting/?kode=penutup"
    save(client, url, "Semula.")
    versi = client.get(url).context["versi"]
    assert save(client, url, "Teks orang lain.").status_code == 302
    answer = save(client, url, "Teks saya.", versi)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Teks orang lain." in page
    assert "Teks saya." in page
    assert save(client, url, "Paduan.", answer.context["versi"]).status_code == 302
    assert client.get(url).context["form"]["teks"].value() == "Paduan."


def test_a_first_passage_that_two_write_is_a_conflict(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    url = f"{ALAMAT}sunting/?kode=skm_lokasi"
    assert client.get(url).context["versi"] == 0
    assert save(client, url, "Satu.", 0).status_code == 302
    assert save(client, url, "Dua.", 0).status_code == 409


def test_the_audit_names_the_passage_and_the_reason(dunia: Dunia) -> None:
    from akuntabel_web.jejak.models import Jejak

    save(dunia.klien(PENYUSUN), f"{ALAMAT}sunting/?kode=skm_penutup", "Tercatat.")
    with dunia.konteks():
        last = Jejak.objects.filter(tabel="paket_narasi").order_by("-id").first()
    assert (last.alasan, last.baru["teks"]) == ("menyunting narasi", "Tercatat.")


def test_a_place_that_is_no_code_is_not_there(dunia: Dunia) -> None:
    assert dunia.klien(PENYUSUN).get(f"{ALAMAT}sunting/", {"kode": "<x>"}).status_code == 404


def test_narrative_does_not_make_figures_anew(dunia: Dunia) -> None:
    from akuntabel_web.dasbor.hitungan import state_of

    with dunia.konteks():
        before = state_of(dunia.disnaker, TAHUN)
    save(dunia.klien(PENYUSUN), f"{ALAMAT}sunting/?kode=skm_pelaksana", "Tidak mengubah angka.")
    with dunia.konteks():
        assert state_of(dunia.disnaker, TAHUN) == before
