"""The steps of an entry: transition rows of the agency, or those that alur.toml gives."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from akuntabel_web.instansi.models import Instansi
from akuntabel_web.ukur.models import Transisi

BARU, DIISI, DIKEMBALIKAN, DIBUKA, DIKUNCI = "belum", "diisi", "dikembalikan", "dibuka_kembali", "dikunci"
AJUKAN, KUNCI, KEMBALIKAN, BUKA_KEMBALI = "ajukan", "kunci", "kembalikan", "buka_kembali"
OPEN_AGAIN = frozenset({DIKEMBALIKAN, DIBUKA})  # corrected whenever it comes back, even after the window


@dataclass(frozen=True, slots=True)
class Langkah:
    """A transition: its name, from which state to which, and the permission that it needs."""

    nama: str
    dari: str
    ke: str
    izin: str


@dataclass(frozen=True, slots=True)
class Alur:
    """Titles and openness of states, titles of transitions, the stages of approval in their order."""

    judul_keadaan: dict[str, str]
    terbuka: frozenset[str]
    judul_langkah: dict[str, str]
    tahap: tuple[tuple[str, str, str], ...]  # (name, permission, state that it leads to)
    tetap: dict[str, dict[str, str]]


@cache
def alur() -> Alur:
    """The steps as alur.toml states them."""
    data = tomllib.loads(files(__package__).joinpath("alur.toml").read_text(encoding="utf-8"))
    fixed = {name: data[name] for name in (AJUKAN, KUNCI, KEMBALIKAN, BUKA_KEMBALI)}
    return Alur(
        {k: v["judul"] for k, v in data["keadaan"].items()},
        frozenset(k for k, v in data["keadaan"].items() if v.get("terbuka")),
        {t["nama"]: t["judul"] for t in data["tahap"]} | {n: f["judul"] for n, f in fixed.items()},
        tuple((t["nama"], t["izin"], t["ke"]) for t in data["tahap"]),
        fixed,
    )


def chain(dipakai: Iterable[str]) -> tuple[Langkah, ...]:
    """The transition rows when only these stages of approval are used. Raises ValueError without any."""
    chosen = set(dipakai)
    stages = [t for t in alur().tahap if t[0] in chosen]
    if not stages or chosen - {t[0] for t in alur().tahap}:
        raise ValueError(sorted(chosen))
    fixed = alur().tetap
    submitted = fixed[AJUKAN]["ke"]
    rows = [Langkah(AJUKAN, state, submitted, fixed[AJUKAN]["izin"]) for state in (DIISI, DIKEMBALIKAN, DIBUKA)]
    here = submitted
    for name, izin, ke in (*stages, (KUNCI, fixed[KUNCI]["izin"], DIKUNCI)):
        rows.append(Langkah(name, here, ke, izin))
        rows.append(Langkah(KEMBALIKAN, here, DIKEMBALIKAN, izin))
        here = ke
    return (*rows, Langkah(BUKA_KEMBALI, DIKUNCI, DIBUKA, fixed[BUKA_KEMBALI]["izin"]))


def transitions(instansi: Instansi, tahun: int) -> tuple[Langkah, ...]:
    """The transition rows that hold for an agency and year."""
    rows = Transisi.objects.filter(instansi=instansi, tahun_paket=tahun).order_by("id")
    own = tuple(Langkah(*row) for row in rows.values_list("nama", "dari", "ke", "izin"))
    return own or chain(name for name, _, _ in alur().tahap)


def used_stages(rows: Iterable[Langkah]) -> frozenset[str]:
    """The stages of approval among transition rows."""
    return frozenset(r.nama for r in rows) & {name for name, _, _ in alur().tahap}
