"""What the reports say where data are weak: provisional, of one quarter, without n, of an assumed month."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from akuntabel.calculation.compute import compute_figures
from akuntabel.doctree.dump import dump, dump_blocks
from akuntabel.doctree.nodes import Box, Table
from akuntabel.doctree.walk import plain_text, walk_blocks
from akuntabel.domain.pilihan import StatusNilai, StatusTindak
from akuntabel.domain.skm import SkmPeriode
from akuntabel.reports.bagian.isu import BELUM_DITETAPKAN
from akuntabel.reports.bagian.kelompok import sebutan_unit
from akuntabel.reports.bagian.rtl import follow_up_blocks
from akuntabel.reports.bagian.survei import index_limits
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.laporan_kinerja.bab3_anggaran import sections, two_years

# package : a whole line of its report
KALIMAT = """
contoh : Indeks kepuasan masyarakat tahun 2025 sebesar 89,36 (data sementara, hanya triwulan IV), mutu pelayanan A (Sangat Baik).
contoh : Indeks tahun 2025 sebesar 89,36 (data sementara, hanya triwulan IV) melampaui target 85, dengan capaian 105,13%, mutu pelayanan A (Sangat Baik).
contoh : Dibandingkan dengan tahun 2024, indeks naik 3,93 poin dari 85,43 (data sementara) menjadi 89,36 (data sementara, hanya triwulan IV).
contoh : Target indeks tahun 2026 yang tercatat ialah 90. Asal target: Usulan pada kesimpulan laporan SKM, yang menulis minimal 90.
contoh : Nilai setiap unsur di bawah ini berasal dari 64 responden survei Oktober sampai Desember 2025.
contoh : Penerbitan Rekomendasi Paspor dan ID CPMI | n tidak diketahui | 98,21 | belum ada | belum ada
contoh : Penerbitan Kartu AK.I | 42 | 85,78 | B | Baik
contoh : Mutu tidak ditetapkan untuk layanan yang banyak respondennya (n) tidak diketahui.
contoh : Pencatatan SP/SB | Sarana dan prasarana | n tidak diketahui | 50,00
contoh : Penerbitan Kartu AK.I | Biaya/tarif | 42 | 83,33
contoh : Rencana tindak lanjut survei dari periode sebelumnya memuat 3 butir; seluruhnya tercatat selesai, tanpa bukti yang tercatat.
contoh : Rencana tindak lanjut survei Oktober sampai Desember 2025 memuat 40 butir; belum ada yang selesai.
contoh : Kota Bekasi | Agustus 2025 (anggapan) | 7,33%* | – | –
contoh : Bulan survei Kota Bekasi tidak disebut pada sumbernya; bulan yang tercetak ialah anggapan.
contoh : Tingkat Pengangguran Terbuka Kota Bekasi (7,33%) belum sebaik Indonesia (4,85%), dengan selisih 2,48 poin persentase, bila bulan surveinya sama.
contoh : Perjanjian Kinerja Tahun 2025 memuat target 7,32% untuk Tingkat Pengangguran Terbuka. Bila target itu yang diukur, capaiannya 99,86% dan realisasi tidak mencapai target. Target yang berlaku ditentukan oleh naskah yang ditandatangani.
contoh : Tingkat Pengangguran Terbuka | 2024 | – | 7,82%* | –
contoh : Dibandingkan dengan tahun 2024, Tingkat Pengangguran Terbuka turun 0,49 poin persentase, dari 7,82% menjadi 7,33%, yang berarti membaik, menurut data sementara.
contoh : Pada tahun 2025 Dinas Tenaga Kerja Kota Bekasi mempunyai 1 (satu) tujuan dan 1 (satu) sasaran, serta melaksanakan 4 (empat) program dan 13 (tiga belas) kegiatan. Dari 2 (dua) indikator yang diukur, 1 (satu) mencapai atau melampaui target dan 1 (satu) tidak mencapai target, menurut data sementara.
contoh : Pada tahun 2025 diukur 2 (dua) indikator: 1 (satu) mencapai atau melampaui target dan 1 (satu) tidak mencapai target, menurut data sementara.
contoh : Dari 2 (dua) indikator yang diukur pada tahun 2025, 1 (satu) melampaui target dan 1 (satu) tidak mencapai target, menurut data sementara.
contoh : Terhadap target Rencana Strategis Dinas Tenaga Kerja Kota Bekasi Tahun 2025–2029 realisasi melampaui target menurut data sementara; terhadap target Perjanjian Kinerja Tahun 2025 realisasi tidak mencapai target.
contoh : Capaian dihitung dengan membandingkan realisasi dengan target yang diukur. Rumus dipilih menurut arah indikator; angka dihitung tanpa pembulatan dan dibulatkan hanya saat dicetak. Capaian setiap indikator dicetak apa adanya. Capaian di bawah 0% atau di atas 120% dihitung sebesar batas itu bila dirata-ratakan.
inspektorat : Capaian dihitung dengan membandingkan realisasi dengan target yang diukur. Rumus dipilih menurut arah indikator; angka dihitung tanpa pembulatan dan dibulatkan hanya saat dicetak. Capaian setiap indikator dicetak apa adanya. Yang dirata-ratakan ialah capaian apa adanya.
contoh : Anggaran tahun 2025 menurut APBD murni (versi ini masih harus dikonfirmasi).
rsud : Jumlah anggaran pada Perjanjian Kinerja Tahun 2025 sebesar Rp69.090.000.000, yaitu pagu menurut APBD murni; jumlah itu berbeda dari pagu tersebut.
rsud : Data belum ada. Kata pengantar (narasi kata_pengantar). Yang melengkapi: penyusun laporan.
contoh : Realisasi sebelum tahun 2024 belum tercatat untuk Tingkat Pengangguran Terbuka.
contoh : Diagram batang Target dan Realisasi Tingkat Pengangguran Terbuka (persen): Target: 2024 tidak ada data; 2025 7,73%. Realisasi: 2024 7,82%; 2025 7,33%.
contoh : Data belum ada. Angka pembanding tahun 2025: provinsi (Jawa Barat) untuk Tingkat Partisipasi Angkatan Kerja. Yang melengkapi: unit yang menangani perencanaan.
contoh : Program dan kegiatan yang menunjang tujuan ini sama dengan yang menunjang sasaran “Meningkatnya Tingkat Partisipasi Tenaga Kerja”; lihat [subbab 3.1.4 huruf g](#program-S1).
contoh : Selisih dihitung dari angka tanpa pembulatan.
contoh : Data belum ada. Alasan pemilihan dan penanggung jawab untuk Tingkat Pengangguran Terbuka. Yang melengkapi: unit yang menangani perencanaan.
contoh : Keluaran dan realisasi fisik kegiatan tahun 2025 belum tercatat.
contoh :   * kepala: Kegiatan/Subkegiatan | Tahun | Realisasi | Satuan
contoh : Dari tahun 2023 ke tahun 2024, indeks turun 3,57 poin dari 89,00 (data sementara) menjadi 85,43 (data sementara), mutu pelayanan B.
contoh : Mutu pelayanan ditetapkan menurut PermenPANRB 14/2017, lampiran:
contoh : 88,31 sampai 100,00: A (Sangat Baik);
contoh : Masih harus dikonfirmasi: Sarana dan prasarana; Keadaan Buffet Kaca ([Lampiran 3](#lampiran-konfirmasi) nomor 31 dan 32).
contoh : Nomor urut 11 tidak ada pada daftar yang tercatat.
contoh : Efisiensi hanya dinilai bila seluruh target tercapai dan angkanya sudah pasti; dinilai efisien bila selisih capaian dan serapan lebih dari 0 poin.
contoh : Target Tingkat Partisipasi Angkatan Kerja pada akhir periode, tahun 2029, adalah 66,63%. Realisasi tahun 2025, yaitu 65,36%, menunjukkan tingkat kemajuan 98,09%. Dihitung dari data dasar, kemajuannya −20,95%; realisasi menjauh dari target.
inspektorat : Dibandingkan dengan tahun 2025, Rata-rata lama penyelesaian laporan hasil pengawasan turun 1,65 hari kerja, dari 16,40 menjadi 14,75, yang berarti membaik karena mendekati rentang target.
inspektorat : Capaian sasaran ialah rata-rata capaian indikatornya.
inspektorat : 5 | Meningkatnya mutu pengawasan intern | Banyak temuan berulang pada pengawasan perangkat daerah | 12 temuan
rsud : Tujuan: Meningkatnya mutu dan kemandirian layanan rumah sakit | tanpa indikator | – | – | – | –
contoh : Bidang Pelatihan Kerja, terdiri atas Kelompok Jabatan Fungsional;
rsud : Indeks kepuasan masyarakat tahun 2025 sebesar 84,64, mutu pelayanan B (Baik).
rsud : Laboratorium | 12 | 87,73 | B | Baik
rsud : Rencana tindak lanjut survei dari periode sebelumnya memuat 1 butir; seluruhnya tercatat selesai, tanpa bukti yang tercatat.
rsud : Rencana tindak lanjut survei Juli sampai Desember 2025 memuat 2 butir; belum ada yang selesai.
"""  # noqa: E501

# months of the survey periods : what is said of the index beside being provisional
BULAN = """
10-12 : hanya triwulan IV
1-3 4-6 10-12 : hanya triwulan I, triwulan II, dan triwulan IV
1-6 : hanya semester I
7-12 : hanya semester II
2-4 : hanya Februari sampai April
5-5 : hanya Mei
4-9 : hanya April sampai September
1-6 7-12 : -
1-12 : -
1-3 4-6 7-9 10-12 : -
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [(a, b) for a, _, b in (line.partition(" : ") for line in text.strip().splitlines())]


def printed_lines(laporan: Any) -> list[str]:
    """Every line of the tree as a reader sees it: no ids of figures, no bold."""
    text = re.sub(r"\{[^={}]*=([^{}]*)\}", r"\1", dump(laporan.document)).replace("**", "")
    return [re.sub(r"^\s*(- )?[a-z]+(?: ikut)?: ", "", line) for line in text.splitlines()]


@pytest.mark.parametrize(("paket", "kalimat"), pairs(KALIMAT))
def test_the_report_says(susun: Callable[[str], Any], paket: str, kalimat: str) -> None:
    assert kalimat in printed_lines(susun(paket))


LAWAN = (
    "Terhadap target 7,32% menurut Perjanjian Kinerja Tahun 2025, realisasi Tingkat Pengangguran Terbuka tidak "
    "mencapai target dengan capaian 99,86%."
)


def test_no_count_of_outcomes_stands_without_the_target_that_would_turn_it(susun: Callable[[str], Any]) -> None:
    lines = printed_lines(susun("contoh"))
    counted = [n for n, line in enumerate(lines) if line.endswith("tidak mencapai target, menurut data sementara.")]
    assert len(counted) == 3  # the summary tells the whole of it in its own words, below its list
    assert [lines[n + 1] == LAWAN for n in counted[1:]] == [True, True]
    assert lines.count(LAWAN) == 3  # 3.1.2, the conclusion and the annex of measurement


def other(bahan: Bahan, **tables: object) -> Bahan:
    """The material with other rows in some tables, computed again."""
    paket = replace(bahan.paket, **tables)
    return replace(bahan, paket=paket, figures=compute_figures(paket, bahan.policy, bahan.regulations, bahan.tahun))


@pytest.mark.parametrize(("months", "said"), pairs(BULAN))
def test_an_index_of_fewer_months_names_them(susun: Callable[[str], Any], months: str, said: str) -> None:
    spans = [tuple(map(int, m.split("-"))) for m in months.split()]
    periode = tuple(SkmPeriode(kode=f"p{a}", tahun=2025, bulan_awal=a, bulan_akhir=b) for a, b in spans)
    tail = "" if said == "-" else f", {said}"
    assert index_limits(other(susun("contoh").terhitung.bahan, skm_periode=periode)) == f" (data sementara{tail})"


def test_an_index_that_is_whole_and_firm_has_no_limit(susun: Callable[[str], Any]) -> None:
    bahan = susun("contoh").terhitung.bahan
    firm = tuple(r.model_copy(update={"status": StatusNilai.TETAP}) for r in bahan.paket.skm_tahunan)
    assert index_limits(other(bahan, skm_tahunan=firm, skm_periode=())) == ""


BARE = ", tanpa bukti yang tercatat"
PARTLY = ", sebagian tanpa bukti yang tercatat"


@pytest.mark.parametrize(
    ("finished", "proved", "said"),
    [
        (0, 0, "belum ada yang selesai"),
        (1, 0, f"1 di antaranya tercatat selesai{BARE}"),
        (1, 1, "1 di antaranya tercatat selesai"),
        (2, 0, f"seluruhnya tercatat selesai{BARE}"),
        (2, 1, f"seluruhnya tercatat selesai{PARTLY}"),
        (2, 2, "seluruhnya tercatat selesai"),
    ],
)
def test_a_plan_says_how_much_of_it_is_done_and_proved(
    susun: Callable[[str], Any], finished: int, proved: int, said: str
) -> None:
    bahan = susun("contoh").terhitung.bahan
    rows = [r.model_copy(update={"periode": None, "sebelumnya": None}) for r in bahan.paket.rtl[:2]]
    done = [
        r.model_copy(update={"status": StatusTindak.SELESAI, "bukti": "foto.jpg" if n < proved else None})
        for n, r in enumerate(rows[:finished])
    ]
    first, *_ = follow_up_blocks(other(bahan, rtl=(*done, *rows[finished:])))
    text = "".join(getattr(i, "value", getattr(i, "text", "")) for i in first.inlines)
    assert text == f"Rencana tindak lanjut survei yang berjalan memuat 2 butir; {said}."


def test_the_rounding_note_stands_only_where_the_printed_numbers_need_it(susun: Callable[[str], Any]) -> None:
    tables = {t.label: t for t in walk_blocks(susun("contoh").document) if isinstance(t, Table)}
    note = "Selisih dihitung dari angka tanpa pembulatan."
    said = {k: note in [plain_text(n) for n in tables[k].notes] for k in ("tabel-efisiensi-S1", "tabel-banding-TPT")}
    assert said == {"tabel-efisiensi-S1": True, "tabel-banding-TPT": False}  # 99,35 - 87,90 is printed as 11,44


def test_a_year_without_money_has_no_columns(susun: Callable[[str], Any]) -> None:
    bahan = susun("contoh").terhitung.bahan
    this_year = {
        name: tuple(r for r in getattr(bahan.paket, name) if r.tahun == bahan.tahun)
        for name in ("anggaran", "realisasi_anggaran")
    }
    table = two_years(other(bahan, **this_year))
    assert [plain_text(c.inlines) for c in table.head[0].cells] == ["Program/Kegiatan", "2025"]
    assert "Anggaran dan realisasi tahun 2024 belum tercatat." in [plain_text(n) for n in table.notes]


def test_spending_takes_the_source_of_funds_of_its_budget(susun: Callable[[str], Any]) -> None:
    bahan = susun("contoh").terhitung.bahan
    unnamed = tuple(r.model_copy(update={"sumber_dana": None}) for r in bahan.paket.realisasi_anggaran)
    made = other(bahan, realisasi_anggaran=unnamed)
    assert made.figure("realisasi_anggaran", "dana:apbd").number == bahan.figure("realisasi_anggaran", "total").number
    assert not made.has("realisasi_anggaran", "tanpa_dana")
    second = next(a for a in bahan.paket.anggaran if a.tahun == bahan.tahun).model_copy(update={"sumber_dana": "DAK"})
    unclear = other(bahan, realisasi_anggaran=unnamed, anggaran=(*bahan.paket.anggaran, second))
    assert unclear.has("realisasi_anggaran", "tanpa_dana")
    what = "Sumber dana sebagian realisasi tahun 2025."
    told = [dump_blocks([b]) for b in sections(unclear)[0][0] if isinstance(b, Box)]
    assert [what in text for text in told].count(True) == 1


def test_a_unit_is_called_by_its_name(susun: Callable[[str], Any]) -> None:
    bahan = susun("contoh").terhitung.bahan
    unit = bahan.paket.unit[0]
    assert [sebutan_unit(bahan, t) for t in (unit.kode, "Bagian Hukum", None)] == [unit.nama, "Bagian Hukum", None]


def test_an_issue_that_no_plan_states_is_marked(susun: Callable[[str], Any]) -> None:
    lines = {name: printed_lines(susun(name)) for name in ("contoh", "rsud")}
    for name, weak in (("contoh", True), ("rsud", False)):
        issues = [i.teks for i in susun(name).terhitung.bahan.paket.isu_strategis]
        assert issues
        assert [t + ("*." if weak else ".") in lines[name] for t in issues] == [True] * len(issues)
        opening = f"Dari pemetaan itu dirumuskan isu strategis berikut{BELUM_DITETAPKAN if weak else ''}:"
        assert opening in lines[name]
