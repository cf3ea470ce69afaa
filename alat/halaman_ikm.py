"""The page that shows what rounding costs: the index of the example from its sums, and from its printed elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.pipelines.paket import read_paket
from akuntabel.regulations import load
from akuntabel.survey.indeks import bobot_tepat, decimal_of, indeks, konversi, nilai_rata_rata

CONTOH = Path(__file__).resolve().parents[1] / "contoh" / "disnaker-kota-bekasi-2025"
PENDEK = Fraction("0.111")
DESIMAL_NRR = 3
Tabel = Callable[[Sequence[str], Iterable[Sequence[str]]], str]


def _cetak(value: Fraction, places: int = 2) -> str:
    return format_number(round_half_up(decimal_of(value), places), places)


def _tercetak(value: Fraction) -> Fraction:
    """A value as a reader finds it on paper: two decimals."""
    return Fraction(round_half_up(decimal_of(value), 2))


def parts(table: Tabel) -> list[str]:
    """The parts of the page, every figure computed from the sums of scores in the example package."""
    rows = [r for r in read_paket(CONTOH).paket.skm_rekap if r.jumlah_skor and r.responden and not r.layanan]
    names = {u.kode: u.nama for u in load().pedoman_skm(2025).unsur}
    sums = [(r.unsur, int(r.jumlah_skor or 0), int(r.responden or 0)) for r in rows if r.periode == rows[-1].periode]
    exact = [nilai_rata_rata(k, n) for _, k, n in sums]
    short = [nilai_rata_rata(k, n, DESIMAL_NRR) for _, k, n in sums]
    counted = [(k, n) for _, k, n in sums]
    even, brief = bobot_tepat(len(sums)), (PENDEK,) * len(sums)
    on_paper = [_tercetak(konversi(m)) for m in short]
    total = sum(on_paper, Fraction())
    elements = [
        (u, names[u], str(k), _cetak(m, 6), _cetak(s, DESIMAL_NRR), _cetak(konversi(m)), _cetak(konversi(s)))
        for (u, k, _), m, s in zip(sums, exact, short, strict=True)
    ]
    ways = [
        ("dari jumlah skor", _cetak(konversi(indeks(counted, even))), _cetak(konversi(indeks(counted, brief)))),
        (
            f"dari NRR {DESIMAL_NRR} desimal",
            _cetak(konversi(indeks(counted, even, DESIMAL_NRR))),
            _cetak(konversi(indeks(counted, brief, DESIMAL_NRR))),
        ),
        ("dari nilai unsur yang tercetak", _cetak(total / len(sums)), _cetak(total * PENDEK)),
    ]
    perfect = [_cetak(konversi(Fraction(4) * sum(w, Fraction()))) for w in (even, brief)]
    pendek = format_number(Decimal("0.111"))
    return [
        f"Contoh ini ialah survei pada paket contoh: {sums[0][2]} responden menjawab {len(sums)} unsur. Jumlah skor "
        "setiap unsur ialah bilangan bulat; yang lain diturunkan dari situ. Nilai rata-rata (NRR) ialah jumlah skor "
        "dibagi banyak jawaban, dan nilai unsur ialah NRR dikali 25.",
        table(
            ("Unsur", "Nama", "Jumlah skor", "NRR", "NRR 3 desimal", "Nilai unsur", "Nilai unsur dari NRR 3 desimal"),
            elements,
        ),
        "Dua hal mengubah angka terakhir: bobot yang dibulatkan, dan nilai unsur yang sudah dibulatkan sebelum "
        "dirata-rata.",
        table(("Indeks dihitung", f"bobot tepat 1/{len(sums)}", f"bobot {pendek}"), ways),
        f"Dengan bobot {pendek}, indeks tidak pernah mencapai 100: bila semua jawaban 4, hasilnya {perfect[1]}, bukan "
        f"{perfect[0]}. Laporan yang mencetak kedua indeks pada baris pertama tidak salah hitung; bobotnya berbeda. "
        "Sebut bobot mana yang dipakai, dan pakai yang sama pada setiap periode.",
        "Siapa pun yang menghitung ulang dari nilai unsur di atas kertas mendapat baris terakhir. Selisihnya berasal "
        "dari pembulatan, bukan dari kesalahan. Karena itu simpan jumlah skor dan banyak jawaban setiap unsur (tabel "
        "`skm_rekap`) atau lembar jawabannya (`skm_responden`), bukan hanya nilai unsurnya.",
    ]
