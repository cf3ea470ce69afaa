"""A printed scale leaves no gap, does not overlap, and its intervals begin below their ends."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rentang import find_range
from akuntabel.facts.skala import KelasTertulis, SkalaTertulis
from akuntabel.facts.tabel import Tabel
from akuntabel.findings import LOLOS, Keyakinan, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.skala_laporan import class_text, range_text


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for scale in fakta.skala:
        if scale.utama:
            yield from _judge(scale)


def _judge(scale: SkalaTertulis) -> Iterator[Jawaban]:
    turned = [k for k in scale.kelas if _is_turned(k)]
    for k in turned:
        yield _problem(scale, k, f"kelas {class_text(k)} mulai di atas ujungnya", (), sure=True)
    yield from (_problem(scale, k, told, (), sure=False) for k in scale.kelas if (told := _other_label(k)))
    sound = [k for k in scale.kelas if k not in turned]
    for below, above in pairwise(sound):
        yield _between(scale, below, above)


def _other_label(k: KelasTertulis) -> str | None:
    """A class whose name holds an interval other than the one beside it."""
    named = find_range(k.nama)
    same = named is None or (named[0].bawah, named[0].atas) == (k.rentang.bawah, k.rentang.atas)
    return None if same else f"sebutan kelas '{k.nama}' memuat rentang lain daripada {range_text(k.rentang)}"


def _is_turned(k: KelasTertulis) -> bool:
    return k.rentang.bawah is not None and k.rentang.atas is not None and k.rentang.bawah > k.rentang.atas


def _between(scale: SkalaTertulis, below: KelasTertulis, above: KelasTertulis) -> Jawaban:
    """Steps of one printed unit are the way scales are written; a shared bound is only likely a slip."""
    low, high = above.rentang.bawah, below.rentang.atas
    step = Decimal(1).scaleb(-max(below.rentang.desimal, above.rentang.desimal))
    if low is None or high is None:
        told = f"kelas {class_text(below)} dan {class_text(above)} bertumpang tindih"
        return _problem(scale, above, told, (_place(scale, below),), sure=True)
    if low - high > step:
        first, last = (format_number(v) for v in (high + step, low - step))
        edge = first if first == last else f"{first} sampai {last}"
        told = f"nilai {edge} tidak mempunyai kelas, di antara {class_text(below)} dan {class_text(above)}"
        return _problem(scale, below, told, (_place(scale, above),), sure=low - high > 2 * step)
    if low < high:
        told = f"kelas {class_text(below)} dan {class_text(above)} bertumpang tindih"
        return _problem(scale, above, told, (_place(scale, below),), sure=True)
    both = low == high and below.rentang.atas_termasuk and above.rentang.bawah_termasuk
    if both and _shared(scale) == (below, above):
        told = f"nilai {format_number(low)} termasuk dua kelas, {class_text(below)} dan {class_text(above)}"
        return _problem(scale, above, told, (_place(scale, below),), sure=False)
    return LOLOS


def _shared(scale: SkalaTertulis) -> tuple[KelasTertulis, KelasTertulis] | None:
    """The first two classes that share a bound: it is told once for a scale."""
    pairs = pairwise(scale.kelas)
    return next(((a, b) for a, b in pairs if a.rentang.atas is not None and a.rentang.atas == b.rentang.bawah), None)


def _place(scale: SkalaTertulis, k: KelasTertulis) -> Terkait:
    return proof(k.asal, scale.sumber if isinstance(scale.sumber, Tabel) else None)


def _problem(scale: SkalaTertulis, k: KelasTertulis, told: str, others: tuple[Terkait, ...], *, sure: bool) -> Masalah:
    return Masalah(
        _place(scale, k),
        told,
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        None if sure else Tingkat.RENDAH,
        terkait=others,
        tertulis=class_text(k),
        saran="Tulis batas kelas yang sambung-menyambung tanpa bertumpang tindih, menurut dasar skalanya.",
    )


ATURAN = Aturan(
    kode="CPN-05",
    judul="Skala capaian tidak bercelah dan tidak bertumpang tindih",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarkelas",
    penjelasan=(
        "Kelas pada skala yang tercetak sambung-menyambung: langkah satu satuan terakhir, seperti 90 lalu 91 atau "
        "64,99 lalu 65,00, adalah cara menulis yang lazim. Celah yang lebih besar, kelas yang bertumpang tindih, dan "
        "batas bawah di atas batas atas disebut. Batas yang sama pada dua kelas hanya mungkin keliru dan disebut "
        "sekali."
    ),
    bila_kosong="tidak ada skala yang tercetak",
    run=_run,
)
