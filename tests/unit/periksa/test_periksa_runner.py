"""The machinery of the checks: three answers with counts, stable order, places, codes that stay."""

from __future__ import annotations

import importlib
import pkgutil
import re

from akuntabel.domain.instansi import Unit
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisUnit
from akuntabel.findings import LOLOS, Hasil, Lewat, Tingkat, exit_status
from akuntabel.ingest import periksa
from akuntabel.ingest.periksa import CHECKS, check_paket
from akuntabel.ingest.periksa.budget import version_rank
from akuntabel.ingest.periksa.check import Check, Context, missing, problem
from akuntabel.ingest.periksa.lookup import program_of, total
from akuntabel.ingest.periksa.runner import run_check
from akuntabel.ingest.periksa.wording import cell_text, join_some, short
from akuntabel.provenance import RowPlace, SourceMap
from akuntabel.regulations import load

UNIT = Unit(kode="A", nama="Sekretariat", jenis=JenisUnit.SEKRETARIAT)
EMPTY = Context(load())


def make_check(*answers: object) -> Check:
    return Check("PRK-UJI-01", "Uji", Tingkat.SEDANG, "dasar", "penjelasan", "tidak ada baris", lambda p, c: answers)  # type: ignore[arg-type,return-value]


def test_nothing_to_check_is_not_a_pass() -> None:
    outcome, findings = run_check(make_check(), Paket(), SourceMap(), EMPTY)
    assert (outcome.hasil, outcome.diperiksa, outcome.lolos, outcome.alasan) == (
        Hasil.TIDAK_BERLAKU, 0, 0, "tidak ada baris",
    )  # fmt: skip
    assert findings == ()


def test_skipped_rows_are_counted_by_reason() -> None:
    answers = (Lewat("milik instansi lain"), LOLOS, Lewat("milik instansi lain"), Lewat("kosong"))
    outcome, _ = run_check(make_check(*answers), Paket(), SourceMap(), EMPTY)
    assert (outcome.hasil, outcome.diperiksa) == (Hasil.LOLOS, 1)
    assert outcome.alasan == "dilewati: 2 karena milik instansi lain; 1 karena kosong"


def test_a_problem_carries_place_quote_and_relations() -> None:
    sumber = SourceMap({("unit", "A"): RowPlace("data.xlsx", 4, "unit", {"nama": "B"})})
    answer = problem(UNIT, "nama", "salah", terkait=[(UNIT, "induk")])
    outcome, (finding,) = run_check(make_check(LOLOS, answer), Paket(), sumber, EMPTY)
    assert (outcome.hasil, outcome.diperiksa, outcome.lolos) == (Hasil.DITEMUKAN, 2, 1)
    assert finding.pesan == "data.xlsx lembar unit baris 4, kolom nama: salah."
    assert (finding.lokasi.sel, finding.tertulis) == ("B4", "Sekretariat")
    assert finding.kutipan == "unit[A].nama = Sekretariat"
    assert [t.kutipan for t in finding.terkait] == ["unit[A].induk = kosong"]
    assert finding.dasar == "dasar"


def test_the_handle_of_a_waiver_does_not_depend_on_the_line() -> None:
    answer = problem(UNIT, "nama", "salah")
    places = [SourceMap({("unit", "A"): RowPlace("unit.csv", line)}) for line in (4, 9)]
    handles = {run_check(make_check(answer), Paket(), place, EMPTY)[1][0].sidik for place in places}
    assert len(handles) == 1


def test_a_table_without_rows_is_a_place_too() -> None:
    _, (finding,) = run_check(make_check(missing("unit", "", "belum diisi")), Paket(), SourceMap(), EMPTY)
    assert finding.pesan == "tabel unit: belum diisi."


def test_an_empty_package_gets_an_answer_from_every_check() -> None:
    result = check_paket(Paket(), SourceMap(), load())
    assert [a.kode for a in result.aturan] == [c.kode for c in CHECKS]
    assert {a.kode for a in result.aturan if a.hasil is Hasil.DITEMUKAN} == {"PRK-ACU-05", "PRK-KLK-01"}
    assert all(a.alasan for a in result.aturan if a.hasil is Hasil.TIDAK_BERLAKU)
    assert exit_status(result.temuan) == 1


def test_two_runs_answer_alike() -> None:
    paket = Paket(unit=(UNIT,))
    assert check_paket(paket, SourceMap(), load()) == check_paket(paket, SourceMap(), load())


def test_codes_are_unique_and_well_formed() -> None:
    codes = [c.kode for c in CHECKS]
    assert len(set(codes)) == len(codes)
    assert [c for c in codes if not re.fullmatch(r"PRK-[A-Z]{3}-\d{2}", c)] == []
    assert [c.kode for c in CHECKS if not (c.judul and c.dasar and c.penjelasan)] == []


def test_every_check_file_is_in_the_table() -> None:
    modules = [
        m.name for m in pkgutil.walk_packages(periksa.__path__, f"{periksa.__name__}.") if m.name.count(".") == 4
    ]
    found = [importlib.import_module(name).CHECK for name in modules]
    assert sorted(c.kode for c in found) == sorted(c.kode for c in CHECKS)


def test_budget_versions_are_ordered() -> None:
    versions = ["perubahan", "pergeseran_10", "murni", "pergeseran_2"]
    assert sorted(versions, key=version_rank) == ["murni", "pergeseran_2", "pergeseran_10", "perubahan"]


def test_a_total_with_a_blank_is_unknown() -> None:
    assert total([None]) is None
    assert total([]) is None
    assert program_of("2.07.03.2.01.0001") == "2.07.03"


def test_words() -> None:
    assert cell_text(True) == "ya"
    assert cell_text(JenisUnit.BIDANG) == "bidang"
    assert short("a " * 50, 5) == "a a …"
    assert join_some(list("abcdefg")) == "a, b, c, d, e, dan 2 lainnya"
