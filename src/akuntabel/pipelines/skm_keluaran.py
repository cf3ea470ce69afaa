"""The results of the survey as JSON and as rows of a CSV: exact values as text, with what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.bahasa.kalimat import join_list
from akuntabel.errors import PanggilanError
from akuntabel.pipelines.skm import Terhitung
from akuntabel.survey.bahan import BahanHasil
from akuntabel.survey.cacah import total_of
from akuntabel.survey.hasil import Hasil, Tingkat
from akuntabel.survey.indeks import decimal_of
from akuntabel.survey.unsur import HasilUnsur

DESIMAL = 2
DESIMAL_NRR = 3


def cetak(value: Decimal | Fraction | None, places: int = DESIMAL) -> str:
    """A value as it is printed, half up; empty where there is none."""
    if value is None:
        return ""
    number = decimal_of(value) if isinstance(value, Fraction) else value
    return format_number(round_half_up(number, places), places)


def publik(results: Iterable[Hasil], bahan: BahanHasil) -> list[Hasil]:
    """The results that a copy for the public may show: no group of so few answers that one could be told, and no
    interval of confidence."""
    fewest = bahan.regulations.ambang("skm.responden_publik")
    return [replace(r, galat=None) for r in results if r.responden >= fewest]


def profil_publik(terhitung: Terhitung, bahan: BahanHasil) -> Terhitung:
    """The same without traits that so few respondents share that one could be told."""
    fewest = bahan.regulations.ambang("skm.responden_publik")
    kept = {place: n for place, n in terhitung.rekap.profil.items() if n >= fewest}
    return replace(terhitung, rekap=replace(terhitung.rekap, profil=kept))


def peringkat(results: Sequence[Hasil], bahan: BahanHasil) -> dict[str, tuple[list[str], list[str]]]:
    """The services with the highest and the lowest index of each period, among those with enough answers only."""
    fewest = bahan.regulations.ambang("skm.responden_diperingkat")
    found: dict[str, tuple[list[str], list[str]]] = {}
    periods = dict.fromkeys(r.periode for r in results if r.tingkat is Tingkat.LAYANAN)
    for periode in periods:
        own = [r for r in results if r.tingkat is Tingkat.LAYANAN and r.periode == periode]
        firm = [(r.nilai, r.nama) for r in own if r.nilai is not None and r.responden >= fewest]
        if len(firm) > 1:
            best, worst = max(v for v, _ in firm), min(v for v, _ in firm)
            found[periode] = ([n for v, n in firm if v == best], [n for v, n in firm if v == worst])
    return found


def aturan_lines(bahan: BahanHasil, terhitung: Terhitung) -> list[str]:
    """The choices in force and what they cost, in words."""
    rules = bahan.aturan
    if rules.bobot_unsur is not None:
        weight = "diberikan per unsur"
    else:
        weight = f"tepat 1/{len(bahan.kode)}" if rules.bobot is None else format_number(rules.bobot)
    most = cetak(rules.terbesar(bahan.kode))
    rounding = "tanpa pembulatan" if rules.desimal_nrr is None else f"dibulatkan {rules.desimal_nrr} desimal"
    whole = terhitung.rekap.lembar_utuh
    sheets = "hanya lembar yang seluruh jawabannya sah" if whole else "setiap jawaban sah, juga dari lembar tak lengkap"
    return [
        f"Pedoman: {bahan.pedoman.nama} ({bahan.pedoman.dasar.label()})",
        f"Bobot unsur: {weight}; bila semua jawaban 4, indeks {most}",
        f"Nilai rata-rata unsur: {rounding}",
        f"Yang dihitung: {sheets}",
        f"Indeks setahun: {_TAHUN[rules.tahun.value]}",
    ]


_TAHUN = {
    "gabungan": "semua jawaban digabung (tertimbang responden)",
    "rata_rata": "rata-rata indeks periode",
    "terakhir": "indeks periode terakhir",
}


def ditolak(terhitung: Terhitung) -> dict[str, int]:
    """What was left out, over all files: answers by kind, and sheets; last the sheets left out of every period."""
    total = terhitung.rekap.seluruhnya
    counts = total_of(total.unsur.values())
    return {
        "kosong": counts.kosong,
        "di_luar_skala": counts.luar,
        "jawaban_ganda": counts.ganda,
        "bukan_skor": counts.teks,
        "lembar_kosong": total.lembar - total.berisi,
        "lembar_tak_utuh": total.berisi - total.lengkap if terhitung.rekap.lembar_utuh else 0,
        "lembar_ganda_sama": sum(f.ganda_sama for f in terhitung.rekap.berkas),
        "lembar_ganda_berbeda": sum(f.ganda_beda for f in terhitung.rekap.berkas),
        "hari_tak_terbaca": sum(f.hari_tak_terbaca for f in terhitung.rekap.berkas),
    }


def ejaan_lines(terhitung: Terhitung) -> list[str]:
    """Names that stand in several spellings and are counted as one."""
    several = [spellings for spellings in terhitung.rekap.ejaan.values() if len(spellings) > 1]
    return [
        f"dihitung sebagai satu nama: {join_list(chr(39) + s + chr(39) for s in spellings)}." for spellings in several
    ]


JUDUL_REKAP = ("periode", "layanan", "unsur", "responden", "jumlah_skor")


def rekap_rows(results: Iterable[Hasil]) -> list[list[object]]:
    """The table skm_rekap of a package: by period each service and all of them together, n and sum of scores by unsur.

    Raises PanggilanError where the answers are of several agencies: a package holds one.
    """
    listed = [r for r in results if r.cara is None and r.tingkat in (Tingkat.LAYANAN, Tingkat.PEMERINTAH)]
    if len({r.kunci.instansi for r in listed if r.tingkat is Tingkat.LAYANAN}) > 1:
        raise PanggilanError("--format skm_rekap: jawabannya dari beberapa instansi; hitung satu instansi saja.")
    return [
        [r.periode, r.kunci.layanan, u.kode, u.cacah.banyak, u.cacah.jumlah]
        for r in listed
        for u in r.unsur
        if u.cacah.banyak
    ]


def to_dict(results: Sequence[Hasil], bahan: BahanHasil, terhitung: Terhitung) -> dict[str, Any]:
    """Everything, for other programs. Values are text: printed, and exact as a fraction."""
    return {
        "versi": 1,
        "pedoman": bahan.pedoman.kode,
        "aturan": aturan_lines(bahan, terhitung),
        "berkas": [{"nama": f.nama, "sidik": f.sidik, "baris": f.baris} for f in terhitung.rekap.berkas],
        "ditinggalkan": list(terhitung.ditinggalkan),
        "catatan": [*terhitung.catatan, *ejaan_lines(terhitung)],
        "kolom": {name: list(lines) for name, lines in terhitung.peta},
        "ditolak": ditolak(terhitung),
        "hasil": [_result(r) for r in results],
        "peringkat": [
            {"periode": p, "tertinggi": best, "terendah": worst}
            for p, (best, worst) in peringkat(results, bahan).items()
        ],
        "profil": [
            {**key._asdict(), "sifat": trait, "nilai": value, "lembar": n}
            for (key, trait, value), n in terhitung.rekap.profil.items()
        ],
    }


def _result(r: Hasil) -> dict[str, Any]:
    return {
        "tingkat": r.tingkat.value,
        "nama": r.nama,
        **{k: v for k, v in r.kunci._asdict().items() if k != "periode"},
        "periode": r.periode or None,
        "setahun": r.cara.value if r.cara else None,
        "lembar": r.lembar,
        "responden": r.responden,
        "banyak_layanan": r.bagian,
        "indeks": None if r.indeks is None else str(r.indeks),
        "nilai": cetak(r.nilai) or None,
        "mutu": r.kelas.kode if r.kelas else None,
        "kinerja": r.kelas.nama if r.kelas else None,
        "alasan": r.alasan,
        "galat_95": cetak(r.galat) or None,
        "galat_95_lembar": r.lembar_galat if r.galat is not None else None,
        "sampel": {"pengguna": r.sampel.pengguna, "diminta": r.sampel.diminta, "tercapai": r.sampel.tercapai}
        if r.sampel
        else "tidak dapat dinilai: banyak pengguna tidak diberikan",
        "unsur": [_element(u) for u in r.unsur],
    }


def _element(u: HasilUnsur) -> dict[str, Any]:
    c = u.cacah
    return {
        "kode": u.kode,
        "nama": u.nama,
        "banyak": c.banyak,
        "jumlah_skor": c.jumlah,
        "sebaran": list(c.skor),
        "kosong": c.kosong,
        "ditolak": c.ditolak,
        "nrr": None if u.nrr is None else str(u.nrr),
        "nrr_cetak": cetak(u.nrr, DESIMAL_NRR) or None,
        "nrr_tertimbang": cetak(u.nrr_tertimbang, DESIMAL_NRR) or None,
        "nilai": cetak(u.nilai) or None,
        "urutan_dari_terendah": u.dari_bawah or None,
    }


JUDUL_CSV = (
    "tingkat", "instansi", "unit", "layanan", "periode", "setahun", "responden", "unsur", "banyak", "jumlah_skor",
    "skor_1", "skor_2", "skor_3", "skor_4", "kosong", "ditolak", "nrr", "nrr_tertimbang", "nilai", "mutu", "kinerja",
)  # fmt: skip


def to_rows(results: Iterable[Hasil]) -> Iterable[list[object]]:
    """Rows below `JUDUL_CSV`: each result with its index, then its elements."""
    for r in results:
        own: list[object] = [r.tingkat.value, *r.kunci[:3], r.periode]
        own += [r.cara.value if r.cara else "", r.responden]
        grade = [r.kelas.kode, r.kelas.nama] if r.kelas else ["", ""]
        yield [*own, "", "", "", "", "", "", "", "", "", "", "", cetak(r.nilai), *grade]
        for u in r.unsur:
            c = u.cacah
            means = [cetak(u.nrr, DESIMAL_NRR), cetak(u.nrr_tertimbang, DESIMAL_NRR), cetak(u.nilai)]
            yield [*own, u.kode, c.banyak, c.jumlah, *c.skor, c.kosong, c.ditolak, *means, "", ""]
