"""Chassis numbers have 17 characters without I, O and Q; plates, engines and chassis are not used twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kendaraan import Kendaraan
from akuntabel.facts.tabel import Sel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_LENGTH = 17
_NEVER = re.compile(r"[IOQ]")
_LOOKALIKE = str.maketrans("IO", "10")
_SINCE = 1985  # older vehicles have shorter numbers
_PREFIX = 6  # characters of an engine number that name its type
_NUMBERS: tuple[tuple[str, Callable[[Kendaraan], Sel | None]], ...] = (
    ("nomor polisi", lambda v: v.polisi),
    ("nomor mesin", lambda v: v.mesin),
    ("nomor rangka", lambda v: v.rangka),
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for vehicle in fakta.kendaraan:
        yield _chassis(vehicle)
    for name, pick in _NUMBERS:
        yield from _twice(fakta, name, pick)
    yield from _engine_types(fakta)


def _bare(cell: Sel | None) -> str:
    return re.sub(r"[^A-Z0-9*]", "", cell.teks.upper()) if cell else ""


def _chassis(vehicle: Kendaraan) -> Jawaban:
    number = _bare(vehicle.rangka)
    if not number or "*" in number or "X" * 4 in number:
        return Lewat("nomor rangka kosong atau disamarkan")
    wrong = _NEVER.findall(number)
    if len(number) != _LENGTH:
        old = vehicle.tahun is not None and vehicle.tahun < _SINCE
        letters = f" dan memuat huruf {', '.join(sorted(set(wrong)))}" if wrong else ""
        text, sure = f"nomor rangka {number} berisi {len(number)} karakter{letters}; seharusnya {_LENGTH}", not old
    elif wrong:
        letters = ", ".join(sorted(set(wrong)))
        text = f"nomor rangka {number} memuat huruf {letters}; nomor rangka tidak memakai I, O, dan Q"
        sure = False
    else:
        return LOLOS
    return Masalah(
        proof(vehicle.baris, vehicle.tabel),
        text,
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        tertulis=number,
        seharusnya=f"{_LENGTH} karakter" if len(number) != _LENGTH else number.translate(_LOOKALIKE),
        saran="Cocokkan dengan STNK atau BPKB.",
    )


def _twice(fakta: Fakta, name: str, pick: Callable[[Kendaraan], Sel | None]) -> Iterator[Jawaban]:
    first: dict[str, Kendaraan] = {}
    for vehicle in fakta.kendaraan:
        number = _bare(pick(vehicle))
        before = first.setdefault(number, vehicle) if len(number) > 3 else vehicle
        if before is vehicle or before.baris.teks() == vehicle.baris.teks():
            continue
        yield Masalah(
            proof(vehicle.baris, vehicle.tabel),
            f"{name} {number} tercatat pada dua kendaraan",
            terkait=(proof(before.baris, before.tabel),),
            tertulis=number,
        )


def _engine_types(fakta: Fakta) -> Iterator[Jawaban]:
    """One type of engine whose code is written with I here and with 1 there."""
    coded = [(v, _bare(v.mesin)[:_PREFIX]) for v in fakta.kendaraan if len(_bare(v.mesin)) > _PREFIX]
    for (before, first), (after, second) in combinations(coded, 2):
        if first != second and first.translate(_LOOKALIKE) == second.translate(_LOOKALIKE):
            yield Masalah(
                proof(after.baris, after.tabel),
                f"nomor mesin diawali {second}, sedangkan mesin yang sama pada baris lain diawali {first}",
                Keyakinan.MUNGKIN,
                terkait=(proof(before.baris, before.tabel),),
                tertulis=_bare(after.mesin),
                dugaan_penyebab="Huruf I dan angka 1, atau huruf O dan angka 0, tertukar.",
            )


ATURAN = Aturan(
    kode="IDN-09",
    judul="Nomor rangka, mesin, dan polisi kendaraan mungkin dan tidak ganda",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.RENDAH,
    dasar="ISO 3779 tentang nomor rangka kendaraan (belum diperiksa pada naskah asli)",
    penjelasan=(
        "Nomor rangka terdiri atas 17 karakter tanpa huruf I, O, dan Q. Nomor polisi, mesin, dan rangka tidak dipakai "
        "dua kendaraan. Kode mesin yang sama ditulis dengan huruf dan angka yang sama. Nomor yang disamarkan dilewati."
    ),
    bila_kosong="tidak ada tabel kendaraan",
    run=_run,
)
