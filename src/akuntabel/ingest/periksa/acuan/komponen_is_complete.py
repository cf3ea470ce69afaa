"""Where a component of a formula has a value in a period, every component of that formula has one."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kinerja import NilaiKomponen
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisNilai, PeranKomponen
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import UNKNOWN_YET, by_key, grouped
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    known = {(k.indikator, k.kode) for k in paket.komponen}
    yield from _roles(paket)
    for row in paket.nilai_komponen:
        if (row.indikator, row.komponen) not in known:
            yield problem(
                row,
                "komponen",
                f"komponen '{row.komponen}' tidak terdaftar untuk indikator {row.indikator}; "
                "tambahkan pada tabel komponen atau perbaiki kodenya",
            )
    for (ind, tahun, periode), rows in grouped(paket.nilai_komponen, "indikator", "tahun", "periode").items():
        expected = [k.kode for k in paket.komponen if k.indikator == ind]
        filled = {r.komponen for r in rows if isinstance(r, NilaiKomponen) and _has_value(r)}
        absent = [k for k in expected if k not in filled]
        if not absent or not filled:
            yield LOLOS
        else:
            yield problem(
                rows[0],
                "komponen",
                f"nilai komponen {join(absent)} untuk {ind} tahun {tahun} ({periode}) belum ada, sedangkan komponen "
                "lain "
                "sudah diisi; lengkapi agar rumusnya dapat dihitung",
                tertulis=None,
            )


def _has_value(row: NilaiKomponen) -> bool:
    return row.nilai is not None or row.status in UNKNOWN_YET


def _roles(paket: Paket) -> Iterator[Jawaban]:
    """A ratio with components needs both a numerator and a denominator."""
    indikator = by_key(paket.indikator)
    for (code,), rows in grouped(paket.komponen, "indikator").items():
        ind = indikator.get(str(code))
        if ind is None or ind.jenis_nilai is not JenisNilai.RASIO:
            continue
        roles = {getattr(r, "peran", None) for r in rows}
        absent = [p.value for p in (PeranKomponen.PEMBILANG, PeranKomponen.PENYEBUT) if p not in roles]
        if not absent:
            yield LOLOS
        else:
            text = f"indikator rasio {code} belum mempunyai komponen {join(absent)}; tambahkan agar rumusnya lengkap"
            yield problem(rows[0], "peran", text)


CHECK = Check(
    kode="PRK-ACU-08",
    judul="Komponen rumus lengkap",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 88/2021, kriteria pengukuran kinerja",
    penjelasan=(
        "Bila satu komponen rumus mempunyai nilai pada suatu periode, semua komponen rumus itu harus mempunyai nilai. "
        "Komponen yang dipakai harus terdaftar, dan rasio memerlukan pembilang dan penyebut."
    ),
    bila_kosong="tidak ada komponen rumus",
    run=_run,
)
