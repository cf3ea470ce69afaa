"""Whatever a package holds, every check answers: no exception, counts that add up, the same answer twice."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.domain.kolom import JenisKolom, Kolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import result_json
from akuntabel.ingest.periksa import check_paket
from akuntabel.provenance import SourceMap
from akuntabel.regulations import load

REGULATIONS = load()
CODES = ["A", "B", "2.07.03", "2.07.03.2.01", "2.07.03.2.01.0001", "U4", "murni", "perubahan", "renstra"]
TEXTS = ["Persentase dan Jumlah", "Terlaksananya kegiatan", "tugas Badan Lain", "{{ capaian/A", "%", "Motor", "🙂"]
NUMBERS = st.integers(-5, 2_000_000)
DECIMALS = st.decimals(-10, 10**12, places=2) | st.sampled_from([Decimal(0), Decimal(1), Decimal("1E+3")])
ALWAYS = ("laporan", "indikator", "realisasi", "realisasi_anggaran", "anggaran")
DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
KINDS: dict[JenisKolom, st.SearchStrategy[Any]] = {
    JenisKolom.KODE: st.sampled_from(CODES),
    JenisKolom.TEKS: st.sampled_from(TEXTS),
    JenisKolom.TEKS_PANJANG: st.sampled_from(TEXTS),
    JenisKolom.BULAT: NUMBERS,
    JenisKolom.DESIMAL: DECIMALS,
    JenisKolom.UANG: DECIMALS,
    JenisKolom.TAHUN: st.sampled_from([1900, 2024, 2025, 2026, 2100]),
    JenisKolom.TANGGAL: DATES,
    JenisKolom.YA_TIDAK: st.booleans(),
    JenisKolom.NIP: st.text("0123456789", min_size=0, max_size=19),
    JenisKolom.NILAI: DECIMALS | DATES | st.booleans() | st.sampled_from(["WTP", "7,3 %"]),
}


def cell(column: Kolom) -> st.SearchStrategy[Any]:
    value = st.sampled_from(list(column.enum)) if column.enum else KINDS[column.jenis]
    return value if column.wajib else st.none() | value


def table(name: str) -> st.SearchStrategy[tuple[Any, ...]]:
    model = TABEL[name]
    row = st.fixed_dictionaries({c.nama: cell(c) for c in columns_of(model) if c.nama != "id"})
    return st.lists(row.map(lambda values: model(**values)), max_size=4).map(tuple)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_every_check_answers(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(list(TABEL)), unique=True, max_size=12))
    paket = Paket(**{name: data.draw(table(name)) for name in dict.fromkeys([*names, *ALWAYS])})
    result = check_paket(paket, SourceMap(), REGULATIONS)
    found = Counter(t.kode for t in result.temuan)
    assert {a.kode: a.diperiksa - a.lolos for a in result.aturan if a.diperiksa > a.lolos} == dict(found)
    assert all(a.alasan for a in result.aturan if a.diperiksa == 0)
    assert result_json(check_paket(paket, SourceMap(), REGULATIONS)) == result_json(result)
