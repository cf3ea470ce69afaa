"""Saving and restoring: what comes back is what was there, and a bad archive changes nothing."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from ruang import LAIN, made_room

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.arsip import DUMP, MANIFEST, is_safe, reading
from akuntabel_web.basisdata.biner import find_binaries, major, version_of
from akuntabel_web.basisdata.cadang import cadangkan, pulihkan
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.peran import Peran
from akuntabel_web.basisdata.yatim import servers_on

FILES = {"ab/abcdef": b"bukti \x00\xff" * 1000, "cd/cdef01": "isi: ä € ☃".encode(), "ef/ef0123": b""}
# Rows of two agencies behind a policy that binds the owner too: a backup must hold all of them.
TABLES = """
CREATE TABLE instansi
    (id int PRIMARY KEY, nama text NOT NULL, pagu numeric(20, 2), pada timestamptz, isi jsonb, data bytea);
ALTER TABLE instansi ENABLE ROW LEVEL SECURITY;
ALTER TABLE instansi FORCE ROW LEVEL SECURITY;
CREATE POLICY satu ON instansi USING (id = current_setting('uji.instansi')::int)
    WITH CHECK (id = current_setting('uji.instansi')::int);
CREATE TABLE jejak (nomor int GENERATED ALWAYS AS IDENTITY, apa text);
CREATE FUNCTION catat() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO jejak (apa) VALUES (TG_OP || ' ' || NEW.nama); RETURN NEW; END $$;
CREATE TRIGGER jejak AFTER INSERT ON instansi FOR EACH ROW EXECUTE FUNCTION catat();
REVOKE UPDATE, DELETE ON jejak FROM akuntabel_aplikasi;
CREATE TABLE django_migrations (app text, name text);
INSERT INTO django_migrations VALUES ('akun', '0001_awal'), ('akun', '0002_dua');
"""
NAMES = ("Dinas Tenaga Kerja", "Badan 'Kutip' \"Ganda\"\nBaris ☃")


def fill(gugus: Gugus) -> None:
    with psycopg.connect(gugus.url(Peran.PEMILIK)) as owner:
        owner.execute(TABLES)
        for number, name in enumerate(NAMES, 1):
            owner.execute("SELECT set_config('uji.instansi', %s, true)", [str(number)])
            owner.execute(
                "INSERT INTO instansi VALUES (%s, %s, 123456789.01, '2025-12-31 23:59:59.123456+07', %s, %s)",
                [number, name, json.dumps({"a": [1, None, "ä"]}), b"\x00\xff"],
            )
    for name, content in FILES.items():
        path = gugus.letak.berkas / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def snapshot(url: str) -> dict[str, Any]:
    """Every row of every table, and what guards them: owners, grants, policies, triggers, default grants."""
    with psycopg.connect(url) as server:
        query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        tables = [str(row[0]) for row in server.execute(query)]
        rows = {
            table: server.execute(sql.SQL("SELECT * FROM {} ORDER BY 1, 2").format(sql.Identifier(table))).fetchall()
            for table in tables
        }
        guards = {
            query: server.execute(query).fetchall()
            for query in (
                # MAINTAIN (m) is a privilege of 17 and later.
                "SELECT relname, relowner::regrole::text, replace(relacl::text, 'Dxtm', 'Dxt'), relrowsecurity,"
                " relforcerowsecurity FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1",
                "SELECT polname, polrelid::regclass::text, pg_get_expr(polqual, polrelid) FROM pg_policy ORDER BY 1",
                "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
                "SELECT defaclrole::regrole::text, defaclobjtype::text, defaclacl::text FROM pg_default_acl ORDER BY 2",
                "SELECT nspowner::regrole::text, nspacl::text FROM pg_namespace WHERE nspname = 'public'",
            )
        }
    return {"baris": rows, "penjaga": guards}


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


@pytest.fixture(scope="module")
def asal() -> Iterator[tuple[Path, dict[str, Any]]]:
    """An archive that was saved while its server ran, and what was in the server."""
    with made_room() as room:
        with Gugus(room / "data") as gugus:
            fill(gugus)
            before = snapshot(gugus.url(Peran.SUPER))
            cadangkan(room / "data", room / "cadangan.zip")
        yield room / "cadangan.zip", before


@pytest.fixture
def ruang() -> Iterator[Path]:
    with made_room() as folder:
        yield folder


@pytest.mark.lambat
def test_the_round_trip_brings_back_every_row_guard_and_file(asal: tuple[Path, dict[str, Any]], ruang: Path) -> None:
    archive, before = asal
    assert [len(rows) for rows in before["baris"].values()] == [2, 2, 2]
    back = pulihkan(archive, ruang / "data")
    assert (back.dengan_kunci, back.tanpa_faktor) == (False, 0)
    assert back.manifes.keterangan["migrasi"] == ["akun.0001_awal", "akun.0002_dua"]
    assert files_below(ruang / "data" / "berkas") == FILES
    assert {path.name for path in (ruang / "data").iterdir()} == {"basisdata", "berkas", "kunci", "rahasia"}
    with Gugus(ruang / "data") as gugus:
        assert snapshot(gugus.url(Peran.SUPER)) == before
        with psycopg.connect(gugus.url(Peran.APLIKASI)) as app:  # row-level security binds it there too
            app.execute("SELECT set_config('uji.instansi', '2', true)")
            assert app.execute("SELECT nama FROM instansi").fetchall() == [(NAMES[1],)]


@pytest.mark.lambat
def test_saving_a_stopped_server_starts_it_and_gives_the_same(asal: tuple[Path, dict[str, Any]], ruang: Path) -> None:
    archive, before = asal
    pulihkan(archive, ruang / "data")
    cadangkan(ruang / "data", ruang / "lagi.zip")
    pulihkan(ruang / "lagi.zip", ruang / "dua")
    with Gugus(ruang / "dua") as gugus:
        assert snapshot(gugus.url(Peran.SUPER)) == before


@pytest.mark.lambat
@pytest.mark.skipif(not (LAIN / "postgres").exists(), reason="no other PostgreSQL is installed")
def test_a_dump_of_18_restores_into_an_older_server_and_back(asal: tuple[Path, dict[str, Any]], ruang: Path) -> None:
    archive, before = asal
    with zipfile.ZipFile(archive) as opened:
        assert major(json.loads(opened.read(MANIFEST))["postgresql"]) == 18
    with Gugus(ruang / "lain", LAIN) as old:
        assert major(version_of(old.biner)) == major(version_of(LAIN)) < 18
        url = old.url(Peran.SUPER)
        pulihkan(archive, ruang / "berkas-saja", url=old.url(Peran.PEMILIK))
        assert snapshot(url)["baris"] == before["baris"]
        for query, guards in before["penjaga"].items():
            assert snapshot(url)["penjaga"][query] == guards
        assert files_below(ruang / "berkas-saja" / "berkas") == FILES
        with pytest.raises(BerkasError, match="basis data tujuan tidak kosong"):
            pulihkan(archive, ruang / "penuh", url=url)
        cadangkan(ruang / "berkas-saja", ruang / "dari-lama.zip", url)
    pulihkan(ruang / "dari-lama.zip", ruang / "kembali")
    with Gugus(ruang / "kembali") as gugus:
        assert snapshot(gugus.url(Peran.SUPER))["baris"] == before["baris"]


@pytest.mark.lambat
def test_a_full_folder_is_refused_unless_asked_and_then_moved_aside(
    asal: tuple[Path, dict[str, Any]], ruang: Path
) -> None:
    archive, before = asal
    (ruang / "data" / "berkas").mkdir(parents=True)
    (ruang / "data" / "berkas" / "lama").write_bytes(b"lama")
    with pytest.raises(BerkasError, match="sudah berisi berkas; diharapkan folder kosong, atau --timpa"):
        pulihkan(archive, ruang / "data")
    assert files_below(ruang / "data" / "berkas") == {"lama": b"lama"}
    pulihkan(archive, ruang / "data", overwrite=True)
    (aside,) = (ruang / "data").glob("sebelum-*")
    assert files_below(aside) == {"berkas/lama": b"lama"}
    assert files_below(ruang / "data" / "berkas") == FILES
    with Gugus(ruang / "data") as gugus:
        assert snapshot(gugus.url(Peran.SUPER)) == before


@pytest.mark.lambat
def test_a_running_server_is_not_restored_over(asal: tuple[Path, dict[str, Any]], ruang: Path) -> None:
    with Gugus(ruang / "data"), pytest.raises(BerkasError, match="sedang dipakai peladen lain"):
        pulihkan(asal[0], ruang / "data", overwrite=True)


@pytest.mark.lambat
def test_a_role_that_row_security_binds_cannot_save_half(gugus: Gugus, ruang: Path) -> None:
    with psycopg.connect(gugus.url(Peran.PEMILIK), autocommit=True) as owner:
        owner.execute("CREATE TABLE terikat (id int); ALTER TABLE terikat ENABLE ROW LEVEL SECURITY")
        owner.execute("ALTER TABLE terikat FORCE ROW LEVEL SECURITY")
        with pytest.raises(BerkasError, match="BYPASSRLS"):
            cadangkan(ruang, ruang / "cadangan.zip", gugus.url(Peran.PEMILIK))
        owner.execute("DROP TABLE terikat")
    assert list(ruang.iterdir()) == []


@pytest.mark.lambat
def test_the_archive_is_for_its_owner_and_names_its_versions(asal: tuple[Path, dict[str, Any]]) -> None:
    archive, _ = asal
    if os.name == "posix":
        assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    with zipfile.ZipFile(archive) as opened:
        told = json.loads(opened.read(MANIFEST))
        assert set(opened.namelist()) == {MANIFEST, DUMP, *(f"berkas/{name}" for name in FILES)}
        for name, one in told["isi"].items():
            content = opened.read(name)
            assert one == {"ukuran": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    assert told["format"] == 1
    assert told["pg_dump"] == version_of(find_binaries(), "pg_dump")


def rewrite(source: Path, target: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None]) -> Path:
    """The archive with another content; the manifest states what the change leaves in it."""
    with zipfile.ZipFile(source) as opened:
        content = {name: opened.read(name) for name in opened.namelist()}
    told = json.loads(content.pop(MANIFEST))
    change(content, told)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in content.items():
            out.writestr(name, data)
        out.writestr(MANIFEST, json.dumps(told))
    return target


def put(name: str) -> Callable[[dict[str, bytes], dict[str, Any]], None]:
    """Add a file with a right size and a right hash under this name."""

    def change(content: dict[str, bytes], told: dict[str, Any]) -> None:
        content[name] = b"jahat"
        told["isi"][name] = {"ukuran": 5, "sha256": hashlib.sha256(b"jahat").hexdigest()}

    return change


def drop_dump(content: dict[str, bytes], told: dict[str, Any]) -> None:
    del content[DUMP], told["isi"][DUMP]


def add_unlisted(content: dict[str, bytes], told: dict[str, Any]) -> None:
    content["berkas/tidak-terdaftar"] = b"x"


def lose_listed(content: dict[str, bytes], told: dict[str, Any]) -> None:
    del content["berkas/ab/abcdef"]


def change_content(content: dict[str, bytes], told: dict[str, Any]) -> None:
    content["berkas/ab/abcdef"] = content["berkas/ab/abcdef"].replace(b"bukti", b"palsu")


def understate(content: dict[str, bytes], told: dict[str, Any]) -> None:
    told["isi"]["berkas/ab/abcdef"]["ukuran"] = 1


def be_from_the_future(content: dict[str, bytes], told: dict[str, Any]) -> None:
    told["format"] = 3


def spoil_dump(content: dict[str, bytes], told: dict[str, Any]) -> None:
    """A dump whose hash is right and whose content is not one."""
    content[DUMP] = content[DUMP][:1000]
    told["isi"][DUMP] = {"ukuran": 1000, "sha256": hashlib.sha256(content[DUMP]).hexdigest()}


@pytest.mark.lambat
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (put("../jahat"), "nama yang tidak diizinkan"),
        (put("berkas/../../jahat"), "nama yang tidak diizinkan"),
        (put("berkas/..\\..\\jahat"), "nama yang tidak diizinkan"),
        (put("/berkas/jahat"), "nama yang tidak diizinkan"),
        (put("berkas/C:jahat"), "nama yang tidak diizinkan"),
        (put("rahasia/sandi-super"), "nama yang tidak diizinkan"),
        (drop_dump, "isinya tidak sama dengan daftarnya"),
        (add_unlisted, "isinya tidak sama dengan daftarnya"),
        (lose_listed, "isinya tidak sama dengan daftarnya"),
        (understate, "ukuran berkas/ab/abcdef"),
        (change_content, "tidak sama dengan sha256-nya"),
        (be_from_the_future, "berformat 3"),
        (spoil_dump, "pg_restore"),
    ],
)
def test_a_wrong_archive_is_refused_and_the_target_stays(
    asal: tuple[Path, dict[str, Any]],
    ruang: Path,
    change: Callable[[dict[str, bytes], dict[str, Any]], None],
    message: str,
) -> None:
    bad = rewrite(asal[0], ruang / "jahat.zip", change)
    with pytest.raises(BerkasError, match=message):
        pulihkan(bad, ruang / "data")
    assert {path.name for path in ruang.iterdir()} <= {"data", "jahat.zip"}
    assert left_in(ruang / "data") <= {"kunci"}


@pytest.mark.lambat
def test_a_link_in_an_archive_is_refused(asal: tuple[Path, dict[str, Any]], ruang: Path) -> None:
    bad = rewrite(asal[0], ruang / "jahat.zip", lambda content, told: None)
    link = zipfile.ZipInfo("berkas/tautan")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(bad) as opened:
        told = json.loads(opened.read(MANIFEST))
    told["isi"][link.filename] = {"ukuran": 4, "sha256": hashlib.sha256(b"/etc").hexdigest()}
    with zipfile.ZipFile(asal[0]) as source, zipfile.ZipFile(bad, "w") as out:
        for name in source.namelist():
            if name != MANIFEST:
                out.writestr(name, source.read(name))
        out.writestr(link, "/etc")
        out.writestr(MANIFEST, json.dumps(told))
    with pytest.raises(BerkasError, match="nama yang tidak diizinkan: 'berkas/tautan'"):
        pulihkan(bad, ruang / "data")


@pytest.mark.lambat
@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_an_archive_that_was_cut_off_is_refused(asal: tuple[Path, dict[str, Any]], ruang: Path, part: float) -> None:
    whole = asal[0].read_bytes()
    (ruang / "terpotong.zip").write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(BerkasError, match="rusak atau bukan cadangan"):
        pulihkan(ruang / "terpotong.zip", ruang / "data")
    assert left_in(ruang / "data") <= {"kunci"}


@pytest.mark.lambat
def test_flipped_bits_are_found_wherever_they_matter(asal: tuple[Path, dict[str, Any]], ruang: Path) -> None:
    """Thirty places over the whole archive: refused, or (a date of a zip entry) the same content comes back."""
    whole = asal[0].read_bytes()
    with reading(asal[0]) as (_, whole_manifest):
        pass
    told = []
    for step in range(30):
        spoilt = bytearray(whole)
        place = len(whole) * step // 30 + 37
        spoilt[min(place, len(whole) - 1)] ^= 0xFF
        (ruang / "rusak.zip").write_bytes(spoilt)
        try:
            back = pulihkan(ruang / "rusak.zip", ruang / "data")
        except BerkasError:
            told.append(step)
            assert left_in(ruang / "data") <= {"kunci"}
        else:
            assert back.manifes == whole_manifest
            assert files_below(ruang / "data" / "berkas") == FILES
            shutil.rmtree(ruang / "data")
    assert len(told) >= 25


@pytest.mark.parametrize("name", ["basisdata.dump", "berkas/a", "berkas/ab/abcdef", "berkas/a b.pdf", "berkas/..a/b"])
def test_usual_names_are_safe(name: str) -> None:
    assert is_safe(name)


@pytest.mark.parametrize(
    "name",
    ["", "berkas", "berkas/", "berkas//a", "berkas/.", "berkas/..", "berkas/a/../../b", "/berkas/a", "berkas\\a",
     "berkas/a\\b", "C:/berkas/a", "berkas/a\x00b", "berkas/a\nb", "berkas/a.", "berkas/ a", "lain/a",
     "basisdata.dump/a"],
)  # fmt: skip
def test_names_that_lead_elsewhere_on_some_system_are_not(name: str) -> None:
    assert not is_safe(name)


def test_an_archive_among_the_files_that_it_saves_is_refused(gugus: Gugus, ruang: Path) -> None:
    (ruang / "berkas").mkdir()
    with pytest.raises(BerkasError, match="terletak di antara berkas yang dicadangkan"):
        cadangkan(ruang, ruang / "berkas" / "cadangan.zip", gugus.url(Peran.SUPER))
    assert list((ruang / "berkas").iterdir()) == []


def test_an_archive_that_is_not_there_makes_no_folder(ruang: Path) -> None:
    with pytest.raises(FileNotFoundError):
        pulihkan(ruang / "tidak-ada.zip", ruang / "data")
    assert list(ruang.iterdir()) == []


RESTORE = """
import sys
from pathlib import Path
from akuntabel_web.basisdata.cadang import pulihkan
print("mulai", flush=True)
pulihkan(Path(sys.argv[1]), Path(sys.argv[2]), overwrite=True)
"""


@pytest.mark.lambat
def test_a_restore_that_is_killed_leaves_the_old_or_the_new(asal: tuple[Path, dict[str, Any]], ruang: Path) -> None:
    """Killed at ten moments over an old state; each time the next restore works and no server is left over."""
    archive, before = asal
    old = b"lama"
    (ruang / "data" / "berkas").mkdir(parents=True)
    (ruang / "data" / "berkas" / "lama").write_bytes(old)
    for step in range(10):
        process = subprocess.Popen(
            [sys.executable, "-c", RESTORE, str(archive), str(ruang / "data")], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(0.15 * (step + 1))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
        files = files_below(ruang / "data" / "berkas")
        assert files in ({"lama": old}, {}, FILES)  # nothing between two renames: the old is aside by then
        if files == FILES:
            break
    pulihkan(archive, ruang / "data", overwrite=True)
    assert list((ruang / "data").glob(".pemulihan*")) == []
    assert servers_on((ruang / "data" / "basisdata").resolve()) == []
    with Gugus(ruang / "data") as gugus:
        assert snapshot(gugus.url(Peran.SUPER)) == before
    aside = [files_below(path) for path in sorted((ruang / "data").glob("sebelum-*"))]
    assert {"berkas/lama": old} in aside


def test_a_folder_without_a_database_is_told(ruang: Path) -> None:
    with pytest.raises(BerkasError, match="tidak memuat basis data"):
        cadangkan(ruang / "kosong", ruang / "cadangan.zip")
    assert list(ruang.iterdir()) == []
