"""Every predicate of capaian is a class of a scale that the report prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.predikat import Predikat
from akuntabel.facts.skala import SkalaTertulis, UkuranSkala, normal_class
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.skala_laporan import own_scales, scale_name


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    scales = own_scales(fakta)
    unknown: dict[int, list[Predikat]] = defaultdict(list)
    for given in fakta.predikat if scales else ():
        if given.ukuran is UkuranSkala.CAPAIAN:
            if any(s.has(given.kata) for s in scales):
                yield LOLOS
            else:
                unknown[_line(given)].append(given)
    for found in unknown.values():
        yield _problem(found, scales)


def _line(given: Predikat) -> int:
    return given.asal.alinea.tempat.baris if isinstance(given.asal, Kalimat) else given.asal.tempat.baris


def _problem(found: Sequence[Predikat], scales: Sequence[SkalaTertulis]) -> Masalah:
    """One finding for a line, whatever number of unknown words it holds."""
    main = [s for s in scales if s.utama]
    names = "; ".join(f"{scale_name(s)}: {', '.join(dict.fromkeys(k.nama for k in s.kelas))}" for s in main)
    words = list(dict.fromkeys(f"'{normal_class(p.kata)}'" for p in found))
    given = found[0]
    return Masalah(
        proof(given.asal, given.tabel, given.baris.teks() if given.baris else None),
        f"{' dan '.join(words)} bukan kelas pada skala capaian laporan ini ({names})",
        Keyakinan.PASTI,
        terkait=tuple(proof(s.sumber) for s in main),
        tertulis=" dan ".join(words),
        saran="Pakai sebutan pada skala laporan, atau cantumkan skala yang memuat sebutan itu.",
    )


ATURAN = Aturan(
    kode="CPN-07",
    judul="Predikat capaian ada pada skala laporan",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Bila laporan mencetak skala capaian, setiap predikat capaian pada tabel dan kalimatnya adalah salah satu "
        "kelas pada skala itu. Mutu survei kepuasan, predikat AKIP, dan penilaian serapan tidak termasuk."
    ),
    bila_kosong="laporan tidak mencetak skala capaian atau tidak menyebut predikat capaian",
    run=_run,
)
