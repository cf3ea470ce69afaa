"""From files of answers to the results of the survey: counted file by file, so that work can be resumed and merged."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from akuntabel.errors import BerkasError, PanggilanError
from akuntabel.pipelines.skm_berkas import Siap, expand, siapkan
from akuntabel.pipelines.skm_csv import judul_ganda, refuse_twice, salah_baris
from akuntabel.regulations import Regulations, load
from akuntabel.regulations.entri import PedomanSkm
from akuntabel.survey.bahan import AturanIndeks, BahanHasil
from akuntabel.survey.hasil import Hasil, hasil_semua
from akuntabel.survey.hitung import AturanHitung, hitung
from akuntabel.survey.mesin import CSV, Mesin, MesinDuckDB, MesinSpark, TakTerbacaError
from akuntabel.survey.pemetaan import Pemetaan, petakan
from akuntabel.survey.rekap import Rekap, gabung, sama
from akuntabel.survey.simpanan import read_rekap, to_json

Kemajuan = Callable[[str], None]
BULAN_DAHULU = "bulan-dahulu"


@dataclass(frozen=True, slots=True)
class PermintaanSkm:
    """How files are counted. `mesin` is the address of a Spark Connect server, None for DuckDB in this process.

    `simpan` is the folder that keeps the partial sums of each file: what it already holds is not counted again.
    `isi` is what no column says and holds for all sheets: instansi, unit, layanan or periode. `urutan_tanggal` says
    whether the day or the month is written first.
    """

    peta: Mapping[str, str] = field(default_factory=dict)
    periode: str = "triwulan"
    tahun: int | None = None
    lembar_utuh: bool = False
    sebaran: bool = False
    profil: bool = False
    mesin: str | None = None
    utas: int | None = None
    simpan: Path | None = None
    lewati_rusak: bool = False
    isi: Mapping[str, str] = field(default_factory=dict)
    urutan_tanggal: str | None = None


@dataclass(frozen=True, slots=True)
class Terhitung:
    """What was counted: sums, the columns as understood in each file, files left out with the reason, notes."""

    rekap: Rekap
    peta: tuple[tuple[str, tuple[str, ...]], ...]
    ditinggalkan: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


def pedoman_of(tahun: int | None, regulations: Regulations) -> PedomanSkm:
    """The survey guide of a year; without one the guide in force."""
    return regulations.pedoman_skm(tahun) if tahun else max(
        regulations.pedoman_skm_list, key=lambda p: (p.berlaku_sampai is None, p.berlaku_sejak or p.berlaku_sampai)
    )  # fmt: skip


def hitung_berkas(paths: Sequence[Path], order: PermintaanSkm, kemajuan: Kemajuan = lambda _: None) -> Terhitung:
    """Count every file. Raises BerkasError for the first that cannot be used, unless broken ones may be left out."""
    regulations = load()
    guide = pedoman_of(order.tahun, regulations)
    engine: Mesin = MesinSpark(order.mesin) if order.mesin else MesinDuckDB(order.utas)
    parts: list[Rekap] = []
    unused = set(order.peta)
    understood: list[tuple[str, tuple[str, ...]]] = []
    left: list[str] = []
    notes: list[str] = []
    try:
        with tempfile.TemporaryDirectory(prefix="akuntabel-skm-") as folder:
            for path in expand(paths):
                try:
                    one = _one(path, Path(folder), engine, guide, order)
                except BerkasError as error:
                    if not order.lewati_rusak:
                        raise
                    left.append(str(error))
                else:
                    parts.append(one.rekap)
                    understood.append((path.name, one.kolom))
                    unused -= one.dipakai
                    notes += [
                        f"{path.name}: {note}" if not note.startswith(path.name) else note for note in one.catatan
                    ]
                kemajuan(path.name)
    finally:
        engine.tutup()
    if not parts:
        raise BerkasError("skm", "tidak ada berkas yang dapat dihitung", "periksa berkas yang disebut di atas")
    if unused:
        raise BerkasError("--peta", f"tidak ada berkas yang berjudul kolom '{min(unused)}'", "perbaiki --peta")
    return Terhitung(gabung(parts), tuple(understood), tuple(left), tuple(notes))


@dataclass(frozen=True, slots=True)
class _Satu:
    """One file: its sums, its columns as understood, the given headings that it has (all, where it was kept)."""

    rekap: Rekap
    kolom: tuple[str, ...]
    dipakai: frozenset[str]
    catatan: tuple[str, ...] = ()


def _one(path: Path, folder: Path, engine: Mesin, guide: PedomanSkm, order: PermintaanSkm) -> _Satu:
    ready = siapkan(path, folder, len(guide.unsur))
    kept = _kept(ready, guide, order)
    if kept is not None and kept.exists():
        return _Satu(read_rekap(kept), ("dari rekap yang tersimpan",), frozenset(order.peta), ready.catatan)
    try:
        one = _counted(ready, engine, guide, order)
    except TakTerbacaError as error:
        raise _fault(ready, order) or BerkasError(ready.nama, error.came, error.expected) from error
    if kept is not None:
        write_rekap(one.rekap, kept)
    return one


def _fault(ready: Siap, order: PermintaanSkm) -> BerkasError | None:
    """What is wrong with a file that an engine could not read; None where only the engine can tell."""
    if ready.jenis == CSV:
        return salah_baris(ready.path, ready.pemisah, ready.lewati, ready.nama)
    if order.mesin is None:
        return BerkasError(
            ready.nama, "berkas Parquet rusak atau tidak lengkap", "simpan ulang dari program pembuatnya"
        )
    return None


def _counted(ready: Siap, engine: Mesin, guide: PedomanSkm, order: PermintaanSkm) -> _Satu:
    """The sums of one file, and how its columns are understood."""
    source = engine.buka([ready.path], ready.jenis, ready.pemisah, ready.lewati, ready.ringkasan)
    own = _given(source.kolom, order.peta)
    mapping = petakan(source.kolom, guide, {c: order.peta[told] for told, c in own.items()}, ready.nama)
    mapping = _with_given(mapping, order, ready.nama)
    if ready.jenis == CSV:
        refuse_twice(mapping, judul_ganda(ready.path, ready.pemisah, ready.lewati), ready.nama)
    traits = mapping.sifat if order.profil else ()
    rules = AturanHitung(
        guide, order.periode, order.lembar_utuh, order.sebaran, traits, order.isi, order.urutan_tanggal
    )
    part = hitung(engine, source, mapping, rules, ready.nama, ready.sidik)
    if not part.berkas[0].baris:
        raise BerkasError(ready.nama, "tidak ada lembar di bawah judul kolom", "isi satu baris untuk setiap responden")
    return _Satu(part, tuple(mapping.lines(guide)), frozenset(own), (*ready.catatan, *mapping.catatan))


def _given(columns: Sequence[str], peta: Mapping[str, str]) -> dict[str, str]:
    """The headings that the user gives and this file has, each with the column: capitals and blanks do not matter."""
    alike = {sama(c): c for c in reversed(columns)}
    found = {told: told if told in columns else alike.get(sama(told), "") for told in peta}
    return {told: column for told, column in found.items() if column}


def _with_given(mapping: Pemetaan, order: PermintaanSkm, nama: str) -> Pemetaan:
    """The columns beside what the user gives for all sheets: a given period stands for days.

    Raises BerkasError where a column says what is given.
    """
    if twice := [m for m in order.isi if m in mapping.lain]:
        column = mapping.lain[twice[0]]
        raise BerkasError(nama, f"kolom '{column}' sudah menyebut {twice[0]}", f"hapus --isi {twice[0]}")
    others = {m: c for m, c in mapping.lain.items() if m != "tanggal" or "periode" not in order.isi}
    return replace(mapping, lain=others, bulan_dahulu=order.urutan_tanggal == BULAN_DAHULU)


def _kept(ready: Siap, guide: PedomanSkm, order: PermintaanSkm) -> Path | None:
    """Where the partial sums of a file are kept: told by its content and by all that changes how it is counted."""
    if order.simpan is None:
        return None
    said = (
        guide.kode, order.periode, order.lembar_utuh, order.sebaran, order.profil, sorted(order.peta.items()),
        sorted(order.isi.items()), order.urutan_tanggal,
    )  # fmt: skip
    rules = hashlib.sha256(repr(said).encode()).hexdigest()
    return order.simpan / f"{Path(ready.nama).stem}-{ready.sidik[:12]}-{rules[:8]}.json"


def write_rekap(rekap: Rekap, path: Path) -> None:
    """Write partial sums beside and rename, so that nothing half-written is ever taken for whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.sementara")
    try:
        beside.write_text(to_json(rekap), encoding="utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def gabung_berkas(paths: Sequence[Path]) -> Rekap:
    """The partial sums of several files as one. Raises BerkasError where they do not fit or overlap."""
    return gabung([read_rekap(path) for path in paths])


def hasil_of(
    rekap: Rekap, aturan: AturanIndeks, pengguna: Mapping[str, int], tahun: int | None
) -> tuple[tuple[Hasil, ...], BahanHasil]:
    """The results of partial sums. The year of the scale is the given one, else the last of the periods."""
    regulations = load()
    guide = next((p for p in regulations.pedoman_skm_list if p.kode == rekap.pedoman), None)
    if guide is None:
        raise BerkasError("rekap", f"pedoman '{rekap.pedoman}' tidak dikenal", "perbarui program ini")
    years = [int(k.periode[:4]) for k in rekap.kelompok if k.periode[:4].isdigit()]
    start = guide.berlaku_sejak.year if guide.berlaku_sejak else 0
    users = {sama(name): n for name, n in pengguna.items()}
    made = BahanHasil(aturan, guide, regulations, tahun or max(years, default=start), users, rekap.lembar_utuh)
    _refuse_unknown(pengguna, rekap)
    return hasil_semua(rekap, made), made


def _refuse_unknown(pengguna: Mapping[str, int], rekap: Rekap) -> None:
    """Raises PanggilanError for users of a name that no answer has."""
    known = {sama(n): n for key in rekap.kelompok for n in (key.layanan, key.unit, key.instansi) if n}
    for name in pengguna:
        if name != "*" and sama(name) not in known:
            listed = ", ".join(sorted(known.values())[:8]) or "tidak ada; tulis *=900 untuk semua"
            raise PanggilanError(f"--pengguna: tidak ada layanan, unit, atau instansi '{name}'; yang ada: {listed}.")
