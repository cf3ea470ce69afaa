"""The data as a whole: citations, marks of certainty, choice by date, and what the lists hold."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from akuntabel.domain.pilihan import SubjekRegulasi, Unsur
from akuntabel.regulations import Dasar, Kepastian, Skala, cite, load, load_presets
from akuntabel.regulations.dasar import BELUM_DIPERIKSA, Entri
from akuntabel.regulations.loader import FILES

REG = load()
LISTS: tuple[tuple[Entri, ...], ...] = (
    REG.skala_list,
    REG.pedoman_skm_list,
    REG.besar_sampel_list,
    REG.evaluasi_akip_list,
    REG.bagian_laporan,
    REG.tenggat,
    REG.daftar_golongan,
    REG.versi_nomenklatur,
    REG.ruas_kode,
    REG.nomenklatur,
    REG.preset,
    REG.butir_reviu,
    REG.pernyataan_reviu,
)

CITED = """
perpres-29-2014      | Perpres 29/2014            | Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah
permenpanrb-14-2017  | PermenPANRB 14/2017        | Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik
tap-mpr-11-1998      | TAP MPR XI/MPR/1998        | Ketetapan MPR Nomor XI/MPR/1998 tentang Penyelenggara Negara yang Bersih dan Bebas Korupsi, Kolusi, dan Nepotisme
permenpan-9-2007     | PermenPAN PER/09/M.PAN/5/2007 | Peraturan Menteri Negara PAN Nomor PER/09/M.PAN/5/2007 tentang Pedoman Umum Penetapan Indikator Kinerja Utama di Lingkungan Instansi Pemerintah
pmk-214-2017         | PMK 214/2017               | Peraturan Menteri Keuangan Nomor 214/PMK.02/2017 tentang Pengukuran dan Evaluasi Kinerja Anggaran atas Pelaksanaan Rencana Kerja dan Anggaran Kementerian Negara/Lembaga
"""  # noqa: E501


@pytest.mark.parametrize("line", CITED.strip().splitlines())
def test_cite(line: str) -> None:
    kode, short, long = (part.strip() for part in line.split("|"))
    regulasi = REG.regulasi_by_kode(kode)
    assert (cite(regulasi), cite(regulasi, long=True)) == (short, long)


def test_what_was_not_checked_says_so() -> None:
    assert REG.skala("skm_14_2017").dasar.label() == "PermenPANRB 14/2017, lampiran"
    assert REG.skala("permendagri_86_2017").dasar.label() == (
        "Permendagri 86/2017, lampiran (belum diperiksa pada naskah asli)"
    )
    assert REG.regulasi_by_kode("uu-20-2023").label() == "UU 20/2023 (belum diperiksa pada naskah asli)"
    assert REG.skala("istimewa_90").dasar.label() == "praktik aplikasi pengukuran kinerja daerah"


def test_every_remembered_citation_of_a_regulation_is_marked() -> None:
    for entri in (e for entries in LISTS for e in entries):
        label = entri.dasar.label()
        checked = entri.kepastian is Kepastian.TERVERIFIKASI
        practice = entri.kepastian is Kepastian.PRAKTIK and entri.dasar.regulasi is None
        assert (BELUM_DIPERIKSA in label) == (not checked and not practice), entri.kode
        assert label


def test_a_basis_is_a_regulation_or_a_source() -> None:
    law = REG.regulasi[0]
    for regulasi, sumber in ((None, ""), (law, "praktik")):
        with pytest.raises(ValueError, match="regulasi atau sumber"):
            Dasar(kepastian=Kepastian.PRAKTIK, regulasi=regulasi, sumber=sumber)


def test_codes_are_unique_and_references_exist() -> None:
    for entries in (REG.regulasi, *LISTS):
        kode = [e.kode for e in entries]
        assert len(set(kode)) == len(kode)
    for law in REG.regulasi:
        assert law.dicabut_oleh is None or REG.regulasi_by_kode(law.dicabut_oleh)
        assert {SubjekRegulasi(s) for s in law.subjek}


def test_a_regulation_is_revoked_by_a_later_one() -> None:
    for law in REG.regulasi:
        if law.dicabut_oleh:
            assert law.is_revoked
            assert REG.regulasi_by_kode(law.dicabut_oleh).tahun >= law.tahun
    assert not REG.regulasi_by_kode("permenpanrb-53-2014").is_revoked


def test_a_regulation_is_found_by_what_a_report_cites() -> None:
    found = REG.find_regulasi("permenpanrb", "53", 2014)
    assert found is not None
    assert found.kode == "permenpanrb-53-2014"
    assert REG.find_regulasi("permenpanrb", "53", 2015) is None


def test_every_data_file_is_read() -> None:
    names = {p.name for p in files("akuntabel.regulations").joinpath("data").iterdir()}
    assert names == {f"{n}.toml" for n in FILES}


@pytest.mark.parametrize(
    ("kelompok", "tahun", "kode"),
    [
        ("mutu_skm", 2025, "skm_14_2017"),
        ("mutu_skm", 2017, "skm_14_2017"),
        ("mutu_skm", 2016, "ikm_25_2004"),
        ("mutu_skm", 1999, "ikm_25_2004"),
        ("predikat_akip", 2025, "akip_88_2021"),
        ("predikat_akip", 2021, "akip_88_2021"),
        ("predikat_akip", 2020, "akip_12_2015"),
        ("predikat_akip", 2013, "akip_25_2012"),
    ],
)
def test_scale_of_a_year(kelompok: str, tahun: int, kode: str) -> None:
    assert REG.skala_pada(kelompok, tahun).kode == kode


def test_unknown_codes_are_named() -> None:
    with pytest.raises(ValueError, match="skala 'x' tidak dikenal; pilih salah satu dari permendagri_86_2017"):
        REG.skala("x")
    with pytest.raises(ValueError, match="skala x tidak dikenal"):
        REG.skala_pada("x", 2025)


def test_elements_of_the_survey_by_year() -> None:
    assert list(REG.unsur_skm(2025)) == [u.value for u in Unsur]
    assert REG.unsur_skm(2025)["U8"] == "Penanganan pengaduan, saran, dan masukan"
    assert REG.unsur_skm(2025)["U9"] == "Sarana dan prasarana"
    assert REG.unsur_skm(2015)["U8"] == "Maklumat pelayanan"
    assert len(REG.unsur_skm(2010)) == 14


def test_the_sample_form_swaps_the_last_two_elements() -> None:
    unsur = REG.pedoman_skm(2025).unsur
    assert [u.pertanyaan for u in unsur] == [1, 2, 3, 4, 5, 6, 7, 9, 8]
    assert {len(u.jawaban) for u in unsur} == {4}


def test_krejcie_morgan_parameters_give_the_known_table() -> None:
    k = REG.besar_sampel_list[0]
    pq = k.proporsi * (1 - k.proporsi)

    def sample(n: int) -> int:
        top = k.chi_kuadrat * n * pq
        return int((top / (k.galat**2 * (n - 1) + k.chi_kuadrat * pq)).quantize(Decimal(1), "ROUND_HALF_UP"))

    table = {100: 80, 200: 132, 500: 217, 1000: 278, 2000: 322, 5000: 357, 10_000: 370, 1_000_000: 384}
    assert {n: sample(n) for n in table} == table


def test_weights_of_the_akip_evaluation() -> None:
    komponen = REG.evaluasi_akip(2025).komponen
    assert [k.bobot for k in komponen] == [30, 30, 15, 25]
    for k in komponen:
        assert (k.keberadaan, k.kualitas, k.pemanfaatan) == tuple(k.bobot * p / 100 for p in (20, 30, 50))
    assert [(j.kode, j.nilai) for j in REG.evaluasi_akip(2025).jawaban] == [
        ("AA", 100), ("A", 90), ("BB", 80), ("B", 70), ("CC", 60), ("C", 50), ("D", 30), ("E", 0),
    ]  # fmt: skip


def test_the_seven_analyses_are_required_and_verified() -> None:
    analyses = [b for b in REG.bagian_laporan if b.kode.startswith("analisis_")]
    assert len(analyses) == 7
    assert {(b.bab, b.wajib, b.kepastian) for b in analyses} == {("III", True, Kepastian.TERVERIFIKASI)}


def test_deadlines() -> None:
    months = {t.kode: t.setelah_bulan for t in REG.tenggat}
    assert months == {"lkj_opd": 2, "lkj_pemda": 3, "lkj_kementerian": 2, "perjanjian_kinerja": 1}


def test_ranks() -> None:
    pns = REG.golongan("pns").golongan
    assert (len(pns), pns[0].nama, pns[-1].nama) == (17, "Juru Muda", "Pembina Utama")
    assert {g.kode: g.nama for g in pns}["III/d"] == "Penata Tingkat I"
    assert len(REG.golongan("pppk").golongan) == 17


@pytest.mark.parametrize(
    ("day", "kode"),
    [
        ("2019-10-17", []),
        ("2021-12-26", ["050-3708-2020"]),
        ("2021-12-27", ["050-5889-2021"]),
        ("2024-12-31", ["900.1.15.5-3406-2024"]),
        ("2026-05-07", ["900.1-861-2026"]),
    ],
)
def test_one_version_of_the_nomenclature_holds_on_a_day(day: str, kode: list[str]) -> None:
    assert [v.kode for v in REG.berlaku(date.fromisoformat(day)).versi_nomenklatur] == kode


def test_names_of_the_nomenclature_fit_the_shape_of_codes() -> None:
    shape = re.compile(r"\.".join(rf"\d{{{r.digit[0]}}}" for r in REG.ruas_kode[:5]))
    for entri in REG.nomenklatur:
        for butir in entri.butir:
            assert shape.fullmatch(butir.kode) or re.fullmatch(r"\d\.\d\d\.\d\d", butir.kode)


def test_data_of_a_day_leave_out_what_is_past() -> None:
    now = REG.berlaku(date(2026, 1, 1))
    assert "konversi_skp" not in {s.kode for s in now.skala_list}
    assert [p.kode for p in now.pedoman_skm_list] == ["skm_14_2017"]
    assert now.regulasi == REG.regulasi


def test_each_threshold_is_asked_for_and_each_asked_for_is_there() -> None:
    sources = Path(str(files("akuntabel"))).rglob("*.py")
    code = re.compile(r'"((?:reviu|periksa|skm|wajar)\.[a-z]+_[a-z_]+)"')
    asked = {found for path in sources for found in code.findall(path.read_text(encoding="utf-8"))}
    assert asked == {a.kode for a in REG.ambang_list}


def test_presets() -> None:
    presets = load_presets()
    assert list(presets) == ["baku", "bna", "smg", "aks_t_per_r", "bps_120"]
    keys = set(presets["baku"])
    for preset in presets.values():
        assert set(preset) == keys
        assert REG.skala(preset["skala"]).kelompok == "capaian"
        for bound in (preset["batas_bawah"], preset["batas_atas"]):
            assert bound == "tanpa" or Decimal(bound) >= 0


@pytest.mark.parametrize(
    "change",
    [
        {"kelas": ()},
        {"kelas": REG.skala("skm_14_2017").kelas[1:]},
        {"kelas": REG.skala("skm_14_2017").kelas[:-1]},
        {"kelas": (REG.skala("skm_14_2017").kelas[0], REG.skala("skm_14_2017").kelas[2])},
    ],
)
def test_a_scale_with_a_gap_cannot_be_made(change: dict[str, tuple[object, ...]]) -> None:
    with pytest.raises(ValueError, match="skala skm_14_2017"):
        replace(REG.skala("skm_14_2017"), **change)


def test_overlap_and_unknown_keys_are_refused_on_loading() -> None:
    good = TypeAdapter(Skala).dump_python(REG.skala("skm_14_2017"))
    assert TypeAdapter(Skala).validate_python(good).kode == "skm_14_2017"
    overlap = good | {"kelas": [good["kelas"][0] | {"upper_inclusive": True}, *good["kelas"][1:]]}
    for raw in (overlap, good | {"ambang": 1}):
        with pytest.raises(ValidationError):
            TypeAdapter(Skala).validate_python(raw)
