"""The examples of installing: read by the programs they are for, and as safe as the embedded server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import typer
import yaml
from ruang import LAIN, made_room

from akuntabel_cli.main import app
from akuntabel_web.basisdata.biner import find_binaries, program
from akuntabel_web.basisdata.cadang import cadangkan, pulihkan
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.peran import DATABASE, Peran

FOLDER = Path(__file__).resolve().parents[2] / "contoh-pasang"
# What an embedded server gives its roles; the example for one's own server must give the same.
RIGHTS = (
    "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles"
    " WHERE rolname IN ('akuntabel_pemilik', 'akuntabel_aplikasi') ORDER BY 1",
    "SELECT nspowner::regrole::text, nspacl::text FROM pg_namespace WHERE nspname = 'public'",
    "SELECT defaclrole::regrole::text, defaclobjtype::text, defaclacl::text FROM pg_default_acl ORDER BY 2",
    "SELECT has_database_privilege('public', 'akuntabel', 'CONNECT'),"
    " has_database_privilege('public', 'akuntabel', 'TEMP'),"
    " has_database_privilege('akuntabel_aplikasi', 'akuntabel', 'CONNECT'),"
    " has_database_privilege('akuntabel_aplikasi', 'akuntabel', 'CREATE')",
)  # fmt: skip


@pytest.fixture
def ruang() -> Iterator[Path]:
    with made_room() as folder:
        yield folder


def rights(url: str) -> list[object]:
    with psycopg.connect(url) as server:
        return [server.execute(query).fetchall() for query in RIGHTS]


@pytest.mark.lambat
@pytest.mark.parametrize("binaries", [None, LAIN], ids=["bawaan", "lain"])
def test_the_roles_of_the_example_may_what_the_embedded_ones_may(
    gugus: Gugus, ruang: Path, binaries: Path | None
) -> None:
    if binaries is not None and not (binaries / "postgres").exists():
        pytest.skip("no other PostgreSQL is installed")
    with Gugus(ruang / "data", binaries) as own:
        superuser = own.url(Peran.SUPER)
        with psycopg.connect(own.url(Peran.SUPER, "postgres"), autocommit=True) as server:
            server.execute("DROP DATABASE akuntabel")
            server.execute("DROP ROLE akuntabel_pemilik, akuntabel_aplikasi")
            server.execute("GRANT ALL ON DATABASE postgres TO PUBLIC")
        secrets = {"SANDI_PEMILIK": "p'1", "SANDI_APLIKASI": "a2", "SANDI_CADANGAN": "c3"}
        psql = [program(find_binaries(), "psql"), "-X", own.url(Peran.SUPER, "postgres"), "-f", FOLDER / "peran.sql"]
        done = subprocess.run(psql, env={**os.environ, **secrets}, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert rights(superuser) == rights(gugus.url(Peran.SUPER))
        with psycopg.connect(own.alamat.url(Peran.PEMILIK, "p'1"), autocommit=True) as owner:
            owner.execute("CREATE TABLE terikat (isi text); INSERT INTO terikat VALUES ('ada')")
            owner.execute("ALTER TABLE terikat ENABLE ROW LEVEL SECURITY; ALTER TABLE terikat FORCE ROW LEVEL SECURITY")
        # pg_hba.conf of the embedded server names its own roles only; one's own server lets this one in as well.
        with psycopg.connect(superuser, autocommit=True) as server:
            hba = Path(str(server.execute("SHOW hba_file").fetchone()[0]))  # type: ignore[index]
            hba.write_text("local all all scram-sha-256\n", encoding="ascii")
            server.execute("SELECT pg_reload_conf()")
        backup = own.alamat.url(Peran.PEMILIK, "c3").replace("akuntabel_pemilik", "akuntabel_cadangan")
        cadangkan(ruang / "berkas", ruang / "cadangan.zip", backup)
    pulihkan(ruang / "cadangan.zip", ruang / "kembali")
    with Gugus(ruang / "kembali") as back, psycopg.connect(back.url(Peran.SUPER)) as server:
        assert server.execute("SELECT isi FROM terikat").fetchall() == [("ada",)]


@pytest.mark.lambat
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_unit(ruang: Path) -> None:
    """With a program that is there: systemd asks for it."""
    unit = (FOLDER / "akuntabel.service").read_text(encoding="utf-8")
    here = unit.replace("/opt/akuntabel/bin/akuntabel", sys.executable)
    (ruang / "akuntabel.service").write_text(here, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", ruang / "akuntabel.service"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [line for line in done.stderr.splitlines() if "akuntabel.service" in line] == []
    assert done.returncode == 0


def options_of_serve() -> set[str]:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    return {flag for param in commands["serve"].params for flag in param.opts}


def test_the_examples_call_serve_with_options_that_it_has() -> None:
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in ("Dockerfile", "akuntabel.service"))
    compose = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))
    used = {*re.findall(r"--[a-z]+", " ".join(re.findall(r"^(?:CMD|ExecStart).*$", text, re.MULTILINE)))}
    used |= {part for part in compose["services"]["web"]["command"] if part.startswith("--")}
    assert len(used) == 4
    assert used <= options_of_serve()


# The keys of the Compose specification that the example uses, each with the shape that it has there.
SHAPES = {
    "image": str, "restart": str, "stop_grace_period": str, "read_only": bool, "environment": dict, "healthcheck": dict,
    "build": dict, "depends_on": dict, "command": list, "ports": list, "volumes": list, "tmpfs": list, "cap_drop": list,
    "security_opt": list,
}  # fmt: skip
INNER = {
    "build": {"context", "dockerfile"},
    "healthcheck": {"test", "interval", "timeout", "retries", "start_period"},
    "depends_on": {"condition", "restart", "required"},
}


def test_compose_uses_keys_of_the_specification_in_their_shapes() -> None:
    whole = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))
    assert set(whole) == {"services", "volumes"}
    for name, service in whole["services"].items():
        assert {key: type(value) for key, value in service.items()} == {key: SHAPES[key] for key in service}, name
        assert all(isinstance(value, str) for value in service["environment"].values())
        assert service["restart"] in {"no", "always", "on-failure", "unless-stopped"}
        used = {"build": service.get("build", {}), "healthcheck": service.get("healthcheck", {})}
        used |= {"depends_on": {key for one in service.get("depends_on", {}).values() for key in one}}
        assert [kind for kind, keys in used.items() if set(keys) - INNER[kind]] == []
        assert set(service.get("depends_on", {})) <= set(whole["services"])
        named = {v.partition(":")[0] for v in service["volumes"] if not v.startswith((".", "/"))}
        assert named <= set(whole["volumes"])
    assert whole["services"]["web"]["depends_on"]["basisdata"]["condition"] == "service_healthy"
    assert whole["services"]["basisdata"]["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}
    assert re.fullmatch(r"\d+[smh]", whole["services"]["web"]["stop_grace_period"])
    assert [re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port) is None for port in whole["services"]["web"]["ports"]] == [
        False
    ]


def test_nothing_that_the_image_needs_is_kept_out_of_it() -> None:
    left_out = (FOLDER / "Dockerfile.dockerignore").read_text(encoding="utf-8").split("\n")
    needed = {"src", "contoh", "docs", "pyproject.toml", "README.md", "LICENSE", "contoh-pasang"}
    assert needed & {line.strip("/") for line in left_out} == set()
    assert {".git", ".venv", "**/.env"} <= set(left_out)
    assert [name for name in needed if not (FOLDER.parent / name).exists()] == []


def test_the_example_that_was_never_run_says_so() -> None:
    assert "BELUM PERNAH DIJALANKAN" in (FOLDER / "compose.yaml").read_text(encoding="utf-8").split("\n")[0]


def test_compose_names_files_that_exist_and_variables_that_are_explained() -> None:
    text = (FOLDER / "compose.yaml").read_text(encoding="utf-8")
    services = yaml.safe_load(text)["services"]
    assert (FOLDER / services["web"]["build"]["context"] / services["web"]["build"]["dockerfile"]).is_file()
    assert (FOLDER / services["basisdata"]["volumes"][1].split(":")[0]).is_file()
    explained = set(re.findall(r"^([A-Z_]+)=", (FOLDER / "contoh.env").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\$\{([A-Z_]+)", text)) == explained
    asked = set(
        re.findall(r"^\\getenv \w+ ([A-Z_]+)", (FOLDER / "peran.sql").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert len(asked) == 3
    assert asked <= set(services["basisdata"]["environment"])
    urls = {name: url for name, url in services["web"]["environment"].items() if name.startswith("DATABASE_URL")}
    assert {url.partition("//")[2].partition(":")[0] for url in urls.values()} == {
        Peran.APLIKASI.value, Peran.PEMILIK.value, "akuntabel_cadangan",
    }  # fmt: skip
    assert all(url.endswith(f"@basisdata/{DATABASE}") for url in urls.values())
