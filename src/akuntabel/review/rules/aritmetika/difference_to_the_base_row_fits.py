"""Where a table sets its first row against other areas, the printed difference is that of the two values."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.angka import round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.selisih_baris import SelisihBaris, read_row_differences
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip
from akuntabel.review.wording import digits


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    rows = list(read_row_differences(fakta.tabel))
    for row in rows:
        others = [r for r in rows if r.tabel is row.tabel and r is not row]
        yield LOLOS if _fits(row) else _problem(row, surely=bool(others) and all(map(_fits, others)))


def _fits(row: SelisihBaris) -> bool:
    """Rounded values may differ by one in the last place from the difference of exact ones."""
    a, b, printed = row.dasar.angka, row.nilai.angka, row.selisih.angka
    if a is None or b is None or printed is None or printed.nilai is None:
        return True
    return abs(abs(printed.nilai) - row.tepat) <= max(a.ketelitian, b.ketelitian, printed.ketelitian)


def _problem(row: SelisihBaris, *, surely: bool) -> Masalah:
    printed = row.selisih.angka
    right = digits(row.tepat, printed)
    told = f"{row.dasar.teks} dan {row.nilai.teks}: selisihnya {right}"
    value = abs(printed.nilai) if printed and printed.nilai is not None else row.tepat
    return Masalah(
        proof(row.selisih, row.tabel, row.baris.teks()),
        f"selisih '{row.baris.label}' tertulis {row.selisih.teks}, sedangkan {told}",
        Keyakinan.PASTI if surely else Keyakinan.MUNGKIN,
        terkait=(proof(row.dasar, row.tabel), proof(row.nilai, row.tabel)),
        tertulis=row.selisih.teks,
        seharusnya=right,
        hitungan=told,
        dugaan_penyebab=slip(value, round_half_up(row.tepat, printed.desimal if printed else 2)),
        saran="Hitung ulang selisihnya, atau periksa kedua nilai.",
        sebab=f"{row.tabel.blok}:{row.baris.tempat.baris}",
    )


ATURAN = Aturan(
    kode="JML-20",
    judul="Selisih terhadap daerah atau instansi lain sesuai dengan kedua nilainya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Pada tabel yang membandingkan satu baris dengan baris lain (provinsi, nasional, daerah sekitar), kolom "
        "selisih dihitung ulang; baris acuan ialah yang selisihnya kosong. Tanda plus dan minus tidak dibandingkan, "
        "dan selisih satu angka terakhir diterima. Tabel menurut tahun dilewati. Pasti bila baris lain pada tabel itu "
        "cocok."
    ),
    bila_kosong="tidak ada tabel perbandingan dengan satu baris acuan dan kolom selisih",
    run=_run,
)
