"""The mutu and the words beside an index of satisfaction are those of the scale."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.survei import NilaiMutu
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.regulations import Kelas, Skala, classify
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for value in fakta.mutu:
        years = value.sumber.tahun if isinstance(value.sumber, Kalimat) else ()
        year = years[0] if len(years) == 1 else fakta.tahun
        if year and value.angka.nilai is not None:
            yield _judge(value, konteks.regulations.skala_pada("mutu_skm", year))


def _judge(value: NilaiMutu, skala: Skala) -> Jawaban:
    right = classify(skala, value.angka.nilai or 0)  # type: ignore[arg-type]
    words = [right.nama, *right.sebutan_lain]
    wrong_words = value.kinerja and value.kinerja.title() not in words and value.kinerja.title() in _names(skala)
    if value.mutu == right.kode and not wrong_words:
        return LOLOS
    return _problem(value, right)


def _names(skala: Skala) -> set[str]:
    return {name for k in skala.kelas for name in (k.nama, *k.sebutan_lain)}


def _problem(value: NilaiMutu, right: Kelas) -> Masalah:
    written = f"{value.mutu} ({value.kinerja})" if value.kinerja else value.mutu
    wanted = f"{right.kode} ({right.nama})"
    return Masalah(
        proof(value.sumber, value.tabel),
        f"nilai {value.angka.teks} disebut mutu {written}; menurut skala {right.rentang_teks} ialah mutu {wanted}",
        Keyakinan.PASTI,
        tertulis=written,
        seharusnya=wanted,
        hitungan=f"{value.angka.teks} di dalam {right.rentang_teks}: {wanted}",
        saran="Sesuaikan mutu dengan nilainya.",
    )


ATURAN = Aturan(
    kode="SKM-01",
    judul="Mutu pelayanan sesuai dengan nilai indeks",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 14/2017, lampiran; untuk survei sebelum 2017 skala yang berlaku saat itu",
    penjelasan=(
        "Mutu A sampai D dan sebutan kinerjanya dicari pada skala yang berlaku pada tahun survei, menurut nilai yang "
        "tercetak. Kalimat yang memuat beberapa nilai atau beberapa mutu tidak dinilai."
    ),
    bila_kosong="tidak ada nilai survei yang disebut bersama mutunya",
    run=_run,
)
