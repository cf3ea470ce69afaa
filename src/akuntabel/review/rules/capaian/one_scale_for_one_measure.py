"""A report judges capaian on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.skala import SkalaTertulis, normal_class
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.skala_laporan import class_text, own_scales, scale_name


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    scales = [s for s in own_scales(fakta) if s.utama]
    first = scales[0] if scales else None
    for scale in scales[1:]:
        if first and not _turned(first, scale):
            yield LOLOS if _same(first, scale) else _problem(first, scale)


def _same(first: SkalaTertulis, second: SkalaTertulis) -> bool:
    """Whether two scales name the same classes with the same intervals."""
    a, b = ({(normal_class(k.nama), k.rentang.bawah, k.rentang.atas) for k in s.kelas} for s in (first, second))
    return a == b


def _turned(first: SkalaTertulis, second: SkalaTertulis) -> bool:
    """Whether the second ranks the classes of the first the other way round: it judges indicators to be kept low."""
    a, b = ([normal_class(k.nama) for k in s.kelas] for s in (first, second))
    shared = [name for name in a if name in b]
    return len(shared) > 1 and shared == [name for name in reversed(b) if name in a]


def _problem(first: SkalaTertulis, second: SkalaTertulis) -> Masalah:
    a, b = ("; ".join(class_text(k) for k in reversed(s.kelas)) for s in (first, second))
    return Masalah(
        proof(second.sumber),
        f"capaian dinilai dengan dua skala: {scale_name(first)} ({a}) dan {scale_name(second)} ({b}). "
        "Skala mana yang berlaku?",
        Keyakinan.MUNGKIN,
        terkait=(proof(first.sumber),),
        saran="Pakai satu skala dengan dasarnya, atau jelaskan apa yang dinilai masing-masing.",
    )


ATURAN = Aturan(
    kode="CPN-06",
    judul="Capaian dinilai dengan satu skala",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Dua skala capaian dengan kelas atau batas yang berbeda dalam satu laporan memberi predikat yang berbeda "
        "untuk nilai yang sama. Skala mutu survei, predikat AKIP, dan serapan anggaran tidak dibandingkan, begitu "
        "pula skala yang urutan kelasnya terbalik: skala itu menilai indikator yang diharapkan turun. Mungkin, "
        "karena satu di antaranya dapat menilai hal lain."
    ),
    bila_kosong="laporan tidak mencetak dua skala capaian",
    run=_run,
)
