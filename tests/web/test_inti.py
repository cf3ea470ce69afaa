"""The parts of the core that need no page: settings, identifiers, order, roles, comparison, CSV."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dunia import Dunia
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.domain.paket import TABEL
from akuntabel_web.inti.csv import csv_bytes, harmless
from akuntabel_web.inti.lingkungan import addresses, database, oidc_providers, secret_key
from akuntabel_web.inti.pengenal import parse_id, uuid7
from akuntabel_web.inti.peran import Tugas, allowed, allowed_row, matrix
from akuntabel_web.paket.urutan import JARAK, place

# --- settings --------------------------------------------------------------------------------------------------------


def test_the_secret_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(secret_key({}, tmp_path / "data"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found[0]) >= 64
    path = tmp_path / "data" / "kunci-rahasia"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["kunci-rahasia"]
    assert secret_key({"AKUNTABEL_KUNCI_RAHASIA": "dari luar"}, tmp_path / "lain") == "dari luar"
    assert not (tmp_path / "lain").exists()


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost:8000", ("http://localhost:8000", ["localhost", "127.0.0.1", "[::1]"], False)),
        ("https://sakip.kota.go.id", ("https://sakip.kota.go.id", ["sakip.kota.go.id"], True)),
        ("sakip.kota.go.id", ("http://sakip.kota.go.id", ["sakip.kota.go.id"], False)),
    ],
)
def test_addresses(host: str, expected: Any) -> None:
    assert addresses(host) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://a:s%40ndi@db:5433/x?sslmode=require", ("x", "a", "s@ndi", "db", "5433", {"sslmode": "require"})),
        ("postgresql://a@/x?host=/run/pg", ("x", "a", "", "/run/pg", "", {})),
        ("", ("", "", "", "", "", {})),
    ],
)
def test_a_database_by_its_address(url: str, expected: Any) -> None:
    made = database(url)
    assert tuple(made[k] for k in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")) == expected
    assert made["ATOMIC_REQUESTS"] is True


def test_the_provider_of_the_government_comes_from_the_environment() -> None:
    assert oidc_providers({}) == []
    given_ = {"AKUNTABEL_OIDC_PELADEN": "https://sso.kota.go.id/realms/a", "AKUNTABEL_OIDC_KLIEN": "akuntabel"}
    (app,) = oidc_providers(given_)
    assert (app["client_id"], app["settings"]["asal"]) == ("akuntabel", "https://sso.kota.go.id")


# --- identifiers and order -------------------------------------------------------------------------------------------


def test_identifiers_are_of_version_7_and_sort_by_birth() -> None:
    made = [uuid7(n) for n in range(1_700_000_000_000, 1_700_000_000_050)]
    assert made == sorted(made)
    assert {(i.version, i.variant) for i in made} == {(7, "specified in RFC 4122")}
    assert len({uuid7() for _ in range(1000)}) == 1000
    assert (parse_id(str(made[0])), parse_id("bukan"), parse_id(None), parse_id("")) == (made[0], None, None, None)


@given(st.lists(st.one_of(st.none(), st.integers(1, 50).map(lambda n: n * 3))))
def test_places_grow_and_keep_what_grew(lama: list[int | None]) -> None:
    places = place(lama)
    assert len(places) == len(lama)
    assert all(a < b for a, b in pairwise(places))
    assert all(p > 0 for p in places)


@pytest.mark.parametrize(
    ("lama", "expected"),
    [
        ([], []),
        ([None, None], [JARAK, 2 * JARAK]),
        ([10, None, 20], [10, 15, 20]),
        ([10, 20, None], [10, 20, 20 + JARAK]),
        ([None, 10], [5, 10]),
        ([10, None, 11], [JARAK, 2 * JARAK, 3 * JARAK]),
        ([20, 10], [JARAK, 2 * JARAK]),
    ],
)
def test_a_row_put_in_between_moves_no_other(lama: list[int | None], expected: list[int]) -> None:
    assert place(lama) == expected


# --- roles -----------------------------------------------------------------------------------------------------------


def test_every_table_has_its_group() -> None:
    named = [t for tables in matrix().kelompok.values() for t in tables]
    assert sorted(named) == sorted(TABEL)


def test_what_is_not_written_is_denied() -> None:
    assert allowed([], "paket.lihat") is False
    assert allowed([Tugas("penyusun")], "tidak.ada") is False
    assert allowed([Tugas("peran-yang-hilang")], "paket.lihat") is False
    assert allowed([Tugas("penyusun")], "paket.lihat") is True


@pytest.mark.parametrize(
    ("duty", "unit", "expected"),
    [
        (Tugas("pengelola_data", "A"), "A", True),
        (Tugas("pengelola_data", "A"), "B", False),
        (Tugas("pengelola_data", "A"), None, False),
        (Tugas("pengelola_data", None), None, False),
        (Tugas("penyusun", None), None, True),
        (Tugas("apip", None), "A", False),
    ],
)
def test_rows_of_a_unit(duty: Tugas, unit: str | None, expected: bool) -> None:
    assert allowed_row([duty], "paket.ubah.ukur", unit) is expected


def test_apip_and_the_heads_write_nothing_into_the_package() -> None:
    writers = {k for k, p in matrix().peran.items() if any(i.startswith("paket.ubah") for i in p.izin)}
    assert writers == {"administrator", "penyusun", "pengelola_data", "bagian_organisasi", "bappeda", "bpkad"}


# --- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [None, True, False, Decimal("7.730"), Decimal("-0.5"), Decimal(0), date(2025, 12, 31), "WTP", "angka:7", "ya", ""],
)
def test_a_value_of_an_indicator_keeps_its_kind(aplikasi: dict[str, str], value: Any) -> None:
    from akuntabel_web.paket.kolom import decode, encode

    back = decode(encode(value))
    assert (back, type(back)) == (value, type(value))


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "  =1", "\r=1", "＝1"])
def test_what_would_start_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_csv_has_the_mark_that_excel_needs() -> None:
    assert csv_bytes(("a",), [("b;c",), ("=1",)]) == '\ufeff"a"\r\n"b;c"\r\n"\'=1"\r\n'.encode()


def test_a_comparison_finds_each_kind_of_change(dunia: Dunia) -> None:
    from akuntabel.domain.tindak_lanjut import Inovasi
    from akuntabel_web.paket.bandingkan import compare
    from akuntabel_web.paket.models import MODEL

    def stored(kode: str, urutan: int) -> Any:
        return MODEL["inovasi"](instansi=dunia.disnaker, tahun_paket=2025, urutan_baris=urutan, kode=kode, nama=kode)

    old = [stored("A", 100), stored("B", 200), stored("C", 300)]
    new = [
        Inovasi(kode="A", nama="A"),
        Inovasi(kode="BARU", nama="BARU"),
        Inovasi(kode="B2", nama="B", id=str(old[1].pk)),
        Inovasi(kode="ASING", nama="x", id=str(uuid7())),
    ]
    found = [(p.kerja, p.kunci, p.kolom, p.id == old[1].pk) for p in compare("inovasi", old, new)]
    assert found == [
        ("hapus", "C", (), False),
        ("tambah", "BARU", (), False),
        ("ubah", "B2", ("kode",), True),
        ("tambah", "ASING", (), False),
    ]


def test_two_rows_may_swap_their_keys(dunia: Dunia) -> None:
    from akuntabel.domain.tindak_lanjut import Inovasi
    from akuntabel_web.paket.bandingkan import Rencana, compare
    from akuntabel_web.paket.models import MODEL
    from akuntabel_web.paket.simpan import apply_plan

    rows = MODEL["inovasi"].objects.filter(instansi=dunia.lain, tahun_paket=2025)
    with dunia.konteks(dunia.lain):
        for n, kode in enumerate("XY"):
            MODEL["inovasi"].objects.create(
                instansi=dunia.lain, tahun_paket=2025, urutan_baris=n + 1, kode=kode, nama=kode
            )
        old = list(rows.order_by("urutan_baris"))
        new = [Inovasi(kode=k, nama=o.nama, id=str(o.pk)) for o, k in zip(old, "YX", strict=True)]
        apply_plan(Rencana(tuple(compare("inovasi", old, new)), ""), dunia.lain, 2025)
        assert [(r.kode, r.nama, r.versi_baris) for r in rows.order_by("urutan_baris")] == [
            ("Y", "X", 2),
            ("X", "Y", 2),
        ]


# --- the database and many at once -----------------------------------------------------------------------------------


def test_the_migrations_say_what_the_contract_says(aplikasi: dict[str, str]) -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_an_installation_may_be_prepared_again(dunia: Dunia) -> None:
    from django.core.management import call_command

    from akuntabel_web.instansi.models import Instansi
    from akuntabel_web.paket.models import MODEL

    def counts() -> tuple[int, int]:
        owner = "pemilik"
        return Instansi.objects.using(owner).count(), MODEL["realisasi_anggaran"].objects.using(owner).count()

    before = counts()
    call_command("siapkan_instalasi", "--contoh", verbosity=0)
    assert counts() == before


def test_a_context_outside_of_a_transaction_is_refused(dunia: Dunia) -> None:
    from akuntabel_web.inti.konteks import SISTEM, Konteks, apply, current

    with pytest.raises(RuntimeError):
        apply(Konteks(SISTEM))
    with pytest.raises(RuntimeError):
        current()


def test_of_many_who_change_one_row_at_once_exactly_one_wins(dunia: Dunia) -> None:
    from django.db import connection

    from akuntabel_web.akun.wewenang import enter
    from akuntabel_web.inti.konteks import Konteks, konteks
    from akuntabel_web.paket import tindakan
    from akuntabel_web.paket.models import MODEL

    person = dunia.orang["penyusun@disnaker.test"]
    with dunia.konteks():
        row = MODEL["inovasi"].objects.create(
            instansi=dunia.disnaker, tahun_paket=2025, urutan_baris=1, kode="INO-RAMAI", nama="0"
        )
    start, results = threading.Barrier(6), []

    def change(n: int) -> None:
        try:
            with konteks(Konteks(person.pk)):
                wewenang = enter(person, "disnaker", 2025)
                assert wewenang is not None
                start.wait(10)
                values = {"kode": "INO-RAMAI", "nama": str(n), "manfaat": None, "tahun": None}
                tindakan.change_row(wewenang, "inovasi", row.pk, 1, values, "bersamaan")
            results.append("menang")
        except tindakan.KonflikError as konflik:
            results.append(f"kalah dari versi {konflik.sekarang.versi_baris}")
        finally:
            connection.close()

    threads = [threading.Thread(target=change, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["kalah dari versi 2"] * 5 + ["menang"]


def test_one_more_server_may_be_prepared_while_others_work(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    import psycopg
    from django.core.management import call_command

    with psycopg.connect(aplikasi["DATABASE_URL"]) as at_work:
        at_work.execute("SELECT set_config('akuntabel.instansi', %s, true)", [str(dunia.disnaker.pk)])
        assert at_work.execute("SELECT count(*) FROM paket_pejabat").fetchone()[0] > 0
        call_command("siapkan_instalasi", verbosity=0)  # a lock on that table would wait a minute and fail


@pytest.mark.parametrize(
    "damage",
    [
        "ALTER TABLE paket_pejabat DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE paket_pejabat NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY ubah ON paket_pejabat",
        "ALTER TABLE paket_pejabat DISABLE TRIGGER jejak",
        "COMMENT ON TABLE jejak_jejak IS 'versi lama'",
    ],
)
def test_a_wall_that_was_taken_down_is_put_up_again(dunia: Dunia, aplikasi: dict[str, str], damage: str) -> None:
    import psycopg
    from django.db import connections

    from akuntabel_web.inti.pengaman import protect

    assert protect() is False
    with psycopg.connect(aplikasi["DATABASE_URL_PEMILIK"]) as owner:
        owner.execute(damage)
    connections.close_all()
    assert protect() is True
    assert protect() is False
