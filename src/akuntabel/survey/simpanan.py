"""Partial sums as a file: JSON that another office can merge. Its shape is checked when it is read."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError

from akuntabel.errors import BerkasError
from akuntabel.survey.cacah import Cacah
from akuntabel.survey.rekap import BerkasDihitung, Isi, Kunci, Rekap

_Skor = tuple[NonNegativeInt, NonNegativeInt, NonNegativeInt, NonNegativeInt]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Cacah(_Model):
    skor: _Skor
    kosong: NonNegativeInt
    luar: NonNegativeInt
    ganda: NonNegativeInt
    teks: NonNegativeInt


class _Kelompok(_Model):
    instansi: str
    unit: str
    layanan: str
    periode: str
    lembar: NonNegativeInt
    berisi: NonNegativeInt
    lengkap: NonNegativeInt
    total: NonNegativeInt
    total_kuadrat: NonNegativeInt
    unsur: dict[str, _Cacah]


class _Sifat(_Model):
    instansi: str
    unit: str
    layanan: str
    periode: str
    sifat: str
    nilai: str
    lembar: NonNegativeInt


class _Berkas(_Model):
    nama: str
    sidik: str
    baris: NonNegativeInt
    ganda_sama: NonNegativeInt
    ganda_beda: NonNegativeInt
    hari_tak_terbaca: NonNegativeInt
    contoh_hari: str = ""


class _Simpanan(_Model):
    versi: Literal[1]
    jenis: Literal["rekap_skm"]
    pedoman: str
    lembar_utuh: bool
    berkas: list[_Berkas]
    kelompok: list[_Kelompok]
    profil: list[_Sifat]


def to_json(rekap: Rekap) -> str:
    """The text of a file of partial sums, groups in the order of their names."""
    groups = [
        _Kelompok(
            **key._asdict(), lembar=i.lembar, berisi=i.berisi, lengkap=i.lengkap, total=i.total,
            total_kuadrat=i.total_kuadrat,
            unsur={u: _Cacah(skor=c.skor, kosong=c.kosong, luar=c.luar, ganda=c.ganda, teks=c.teks)
                   for u, c in i.unsur.items()},
        )
        for key, i in sorted(rekap.kelompok.items())
    ]  # fmt: skip
    traits = [_Sifat(**k._asdict(), sifat=s, nilai=v, lembar=n) for (k, s, v), n in sorted(rekap.profil.items())]
    files = [_Berkas(**asdict(f)) for f in rekap.berkas]
    made = _Simpanan(
        versi=1, jenis="rekap_skm", pedoman=rekap.pedoman, lembar_utuh=rekap.lembar_utuh, berkas=files,
        kelompok=groups, profil=traits,
    )  # fmt: skip
    return json.dumps(made.model_dump(), ensure_ascii=False, indent=1) + "\n"


def read_rekap(path: Path) -> Rekap:
    """A file of partial sums. Raises BerkasError for what is none."""
    try:
        made = _Simpanan.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BerkasError(path.name, "berkas tidak dapat dibaca", "periksa nama dan foldernya") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(p) for p in first["loc"]) or "isi"
        raise BerkasError(
            path.name, f"bukan rekap SKM yang utuh ({where})", "berikan berkas dari akuntabel skm hitung --rekap"
        ) from error
    groups = {
        Kunci(g.instansi, g.unit, g.layanan, g.periode): Isi(
            g.lembar, g.berisi, g.lengkap, g.total, g.total_kuadrat,
            {u: Cacah(c.skor, c.kosong, c.luar, c.ganda, c.teks) for u, c in g.unsur.items()},
        )
        for g in made.kelompok
    }  # fmt: skip
    traits = {(Kunci(t.instansi, t.unit, t.layanan, t.periode), t.sifat, t.nilai): t.lembar for t in made.profil}
    files = tuple(BerkasDihitung(**f.model_dump()) for f in made.berkas)
    return Rekap(made.pedoman, groups, files, traits, made.lembar_utuh)
