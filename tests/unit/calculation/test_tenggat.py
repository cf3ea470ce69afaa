"""Lines of the follow-up on a day: due dates of plans, groups, and what was left over from an earlier plan."""

from __future__ import annotations

from datetime import date

import pytest

from akuntabel.calculation.tenggat import Kelompok, due_date, follow_up, quarter_end
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusTindak, SumberTindakLanjut
from akuntabel.domain.skm import SkmPeriode
from akuntabel.domain.tindak_lanjut import Rekomendasi, Rtl

PER = date(2026, 2, 10)

# tahun | triwulan | tenggat | status | due | group on 10 February 2026
BARIS = """
2025 | 4 |            | belum    | 2025-12-31 | terlambat
2026 | 1 | 2026-02-09 | berjalan | 2026-02-09 | terlambat
2026 | 1 | 2026-02-10 | belum    | 2026-02-10 | jatuh_tempo_triwulan_ini
2026 | 1 |            |          | 2026-03-31 | jatuh_tempo_triwulan_ini
2026 | 2 |            | belum    | 2026-06-30 | belum_jatuh_tempo
2026 | 3 |            | belum    | 2026-09-30 | belum_jatuh_tempo
     |   | 2026-04-01 | belum    | 2026-04-01 | belum_jatuh_tempo
2026 |   |            | belum    | 2026-12-31 | belum_jatuh_tempo
2026 | 5 |            | belum    | 2026-12-31 | belum_jatuh_tempo
     | 1 |            | belum    |            | tanpa_tenggat
     |   |            | belum    |            | tanpa_tenggat
2025 | 1 |            | selesai  | 2025-03-31 | selesai
2025 | 1 |            | batal    | 2025-03-31 | selesai
"""


def rows() -> list[list[str]]:
    return [[c.strip() for c in line.split("|")] for line in BARIS.strip().splitlines()]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def rtl(kode: str, **more: object) -> Rtl:
    return Rtl.model_validate({"kode": kode, "sumber": SumberTindakLanjut.SKM, "uraian": "Tindakan", **more})


@pytest.mark.parametrize("row", rows(), ids=" ".join)
def test_due_date_and_group(row: list[str]) -> None:
    tahun, triwulan, tenggat, status, due, group = row
    line = rtl(
        "R", tahun=int(tahun) if tahun else None, triwulan=int(triwulan) if triwulan else None, tenggat=day(tenggat),
        status=StatusTindak(status) if status else None,
    )  # fmt: skip
    assert due_date(line) == day(due)
    (found,) = follow_up(Paket(rtl=(line,)), PER)
    assert (found.kelompok, found.tenggat) == (Kelompok(group), day(due))
    assert found.hari_terlambat == ((PER - found.tenggat).days if group == "terlambat" and found.tenggat else 0)


def test_last_days_of_quarters() -> None:
    assert [quarter_end(2028, n) for n in (1, 2, 3, 4)] == [
        date(2028, 3, 31), date(2028, 6, 30), date(2028, 9, 30), date(2028, 12, 31),
    ]  # fmt: skip


def test_the_last_day_of_a_quarter_is_still_within_it() -> None:
    line = rtl("R", tahun=2026, triwulan=1)
    groups = [follow_up(Paket(rtl=(line,)), date(2026, *d))[0].kelompok for d in ((1, 1), (3, 31), (4, 1))]
    assert groups == [Kelompok.TRIWULAN_INI, Kelompok.TRIWULAN_INI, Kelompok.TERLAMBAT]


def test_what_an_earlier_plan_left_open_is_marked() -> None:
    periods = tuple(
        SkmPeriode(kode=f"{t}", tahun=t, bulan_awal=1, bulan_akhir=12) for t in (2024, 2025)
    )  # fmt: skip
    plans = (
        rtl("LAMA", periode="2024", tahun=2025, triwulan=4), rtl("LAMA-2", periode="2024", status=StatusTindak.SELESAI),
        rtl("BARU", periode="2025", tahun=2026, triwulan=2),
    )  # fmt: skip
    told = tuple(
        Rekomendasi(
            kode=f"LHE-{t}", sumber=SumberTindakLanjut.LHE, tahun=t, teks="Perbaiki", tenggat=date(t + 1, 6, 30)
        )
        for t in (2024, 2025)
    )
    found = follow_up(Paket(skm_periode=periods, rtl=plans, rekomendasi=told), PER)
    assert [(b.asal.kode, b.kelompok.value, b.sebelumnya) for b in found] == [
        ("LHE-2024", "terlambat", True),
        ("LAMA", "terlambat", True),
        ("BARU", "belum_jatuh_tempo", False),
        ("LHE-2025", "belum_jatuh_tempo", False),
        ("LAMA-2", "selesai", False),
    ]
