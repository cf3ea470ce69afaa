"""A predicate is the class of its capaian on the report's own scale."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.predikat import Predikat
from akuntabel.facts.skala import SkalaTertulis, UkuranSkala, normal_class
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.rumus_capaian import is_fraction, times_hundred
from akuntabel.review.skala_laporan import known_classes, own_scales, scale_name


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    scales = own_scales(fakta)
    asked = False
    for given in fakta.predikat:
        if given.ukuran is UkuranSkala.CAPAIAN and given.angka and given.angka.nilai is not None:
            found = _judge(given, scales, konteks)
            unknown = isinstance(found, Masalah) and not scales
            yield Lewat("skala yang dipakai tidak tercetak; sudah ditanyakan satu kali") if unknown and asked else found
            asked = asked or unknown


def _judge(given: Predikat, scales: tuple[SkalaTertulis, ...], konteks: Konteks) -> Jawaban:
    value, word = _percent(given.angka), normal_class(given.kata)
    others = [_percent(n) for n in given.lain]
    naming = [s for s in scales if s.has(word)]
    if scales and not naming:
        return Lewat("predikatnya tidak ada pada skala laporan; aturan lain menyebutnya")
    if any(word in s.classes_of(value) for s in naming):
        return LOLOS
    if not scales:
        fits = any(word in known_classes(konteks.regulations, v) for v in (value, *others))
        return LOLOS if fits else _on_no_scale(given)
    scale = next((s for s in naming if s.utama), naming[0])
    classes = [k.nama for k in scale.kelas if normal_class(k.nama) in scale.classes_of(value)]
    if not classes:
        return Lewat("skala laporan tidak memuat kelas untuk nilai ini")
    exact = scale.holds(value)
    sure = not any(word in s.classes_of(v) for s in naming for v in others)  # it may judge another column of its row
    return _problem(given, scale_name(scale), classes, (proof(scale.sumber),), sure=sure, exact=exact)


def _percent(number: Angka | None) -> Decimal:
    """The judged value in percent."""
    if number is None or number.nilai is None:
        return Decimal(0)
    return times_hundred(number).nilai or Decimal(0) if is_fraction(number) else number.nilai


def _on_no_scale(given: Predikat) -> Masalah:
    """The report prints no scale, and no known one gives this word for this value."""
    number = given.angka.teks if given.angka else ""
    return Masalah(
        _proof(given),
        f"predikat tertulis '{given.kata}' untuk capaian {number}, padahal tidak satu pun skala yang lazim memberi "
        "predikat itu untuk nilai ini, dan skala yang dipakai tidak tercetak",
        Keyakinan.MUNGKIN,
        tertulis=given.kata,
        saran="Cetak skala yang dipakai, atau periksa predikat dan capaiannya.",
    )


def _problem(
    given: Predikat,
    scale: str,
    classes: list[str],
    others: tuple[Terkait, ...],
    *,
    sure: bool = False,
    exact: bool = True,
) -> Masalah:
    """`exact` False: the value lies between two classes, and only rounding puts it into one of them."""
    number = given.angka.teks if given.angka else ""
    right = "' atau '".join(dict.fromkeys(classes))
    how = "ialah" if exact else "jatuh di celah antara dua kelas, dan bila dibulatkan"
    return Masalah(
        _proof(given),
        f"predikat tertulis '{given.kata}' untuk capaian {number}, sedangkan pada {scale} nilai itu {how} '{right}'",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=others,
        tertulis=given.kata,
        seharusnya=right if sure and exact else None,
        hitungan=f"{number} pada {scale}: '{right}'",
        saran="Samakan predikat dengan skala yang dipakai, atau periksa capaiannya.",
    )


def _proof(given: Predikat) -> Terkait:
    if isinstance(given.asal, Kalimat) or given.baris is None:
        return proof(given.asal)
    return proof(given.asal, given.tabel, given.baris.teks())


ATURAN = Aturan(
    kode="CPN-03",
    judul="Predikat sesuai dengan skala yang dipakai laporan",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.TINGGI,
    dasar="Skala pada laporan; bila tidak ada, skala peraturan dan praktik (belum diperiksa pada naskah asli)",
    penjelasan=(
        "Predikat atau kategori capaian, berupa kata atau tanda centang pada tabel maupun kata dalam kalimat, "
        "dibandingkan dengan kelas nilainya pada skala yang tercetak pada laporan itu. Nilai dibulatkan atau "
        "dipotong menurut ketelitian skalanya; nilai di luar ujung skala termasuk kelas ujungnya. Tanpa skala "
        "sendiri, predikat yang tidak cocok dengan satu pun skala yang dikenal hanya mungkin keliru. Mutu survei dan "
        "predikat AKIP dinilai oleh aturannya sendiri."
    ),
    bila_kosong="tidak ada predikat capaian yang disertai nilainya",
    run=_run,
)
