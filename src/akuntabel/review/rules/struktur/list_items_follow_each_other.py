"""Numbers of list items run on: no gap, no repetition, no item inside another, one form of number."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.daftar_butir import item_number, run_in
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import AlineaFakta
from akuntabel.facts.urutan import Langkah, Nomor, Urutan
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_COPIED = 3  # items that hold another one, from which on a plain text is a copy that lost its lines


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    guessed = fakta.naskah.format is FormatNaskah.PDF or fakta.naskah.alinea_dugaan
    likely = Keyakinan.MUNGKIN if guessed else Keyakinan.PASTI
    items = [i for i in fakta.butir if i.nomor.jenis not in ("besar", "ROMAWI")]  # those belong to headings
    copied = fakta.naskah.format is FormatNaskah.TEKS and sum(bool(run_in(i.benda, i.nomor)) for i in items) >= _COPIED
    for ahead, item in zip((None, *items), items, strict=False):
        inside = run_in(item.benda, item.nomor)
        if inside and copied:
            yield Lewat("butir menyatu pada beberapa tempat; teks ini mungkin salinan yang kehilangan barisnya")
        elif inside:
            yield _joined(item, inside[0][0], likely)
        elif item.sebelum is None or item.nomor_sebelum is None:
            yield _first(item, ahead)
        elif item.langkah is Langkah.LANJUT:
            yield LOLOS
        elif _picture_between(fakta, item.sebelum, item.benda):
            yield Lewat("ada halaman yang berupa gambar di antaranya")
        else:
            yield _broken(item, item.sebelum, item.nomor_sebelum, likely)


def _picture_between(fakta: Fakta, before: AlineaFakta, after: AlineaFakta) -> bool:
    first, last = before.tempat.halaman, after.tempat.halaman
    return any(first <= page <= last for page in fakta.naskah.halaman_gambar) if first and last else False


def _joined(item: Urutan[AlineaFakta], mark: str, likely: Keyakinan) -> Masalah:
    own = item_number(item.benda)
    return Masalah(
        proof(item.benda),
        f"butir {mark.rstrip('.')} menyatu di dalam butir {own}",
        likely,
        tertulis=own,
        seharusnya=f"{own} dan butir sesudahnya, masing-masing pada barisnya sendiri",
        saran="Pisahkan kedua butir, lalu urutkan kembali huruf atau angkanya.",
    )


def _first(item: Urutan[AlineaFakta], ahead: Urutan[AlineaFakta] | None) -> Jawaban:
    """A run may not begin right behind the only item of a run of the same form: "a." under "a." without "b."."""
    alone = ahead and ahead.langkah is Langkah.MULAI and ahead.nomor == item.nomor
    if ahead is None or not alone or item.nomor.jenis != "kecil" or ahead.benda.bagian[:2] != item.benda.bagian[:2]:
        return Lewat("butir pertama")
    mark = item_number(item.benda)
    return Masalah(
        proof(item.benda),
        f"butir {mark} menyusul butir {item_number(ahead.benda)} yang tidak mempunyai butir kedua",
        Keyakinan.MUNGKIN,
        Tingkat.RENDAH,
        terkait=(proof(ahead.benda),),
        tertulis=mark,
        seharusnya="bentuk lain, misalnya 1)",
        saran="Pakai bentuk nomor lain untuk tingkat yang lebih rendah, atau lanjutkan nomornya.",
    )


def _broken(item: Urutan[AlineaFakta], before: AlineaFakta, last: Nomor, likely: Keyakinan) -> Masalah:
    own, other = item_number(item.benda), item_number(before)
    wanted = _like(last, last.nilai + 1)
    likely = likely if item.panjang > 2 else Keyakinan.MUNGKIN
    if item.langkah is Langkah.GANTI_BENTUK:
        text, level, sure = f"bentuk nomor berganti dari '{other}' menjadi '{own}'", Tingkat.RENDAH, Keyakinan.MUNGKIN
    elif item.langkah in (Langkah.ULANG, Langkah.RAGU):
        text, level = f"nomor butir {own} dipakai dua kali berturut-turut", None
        sure = likely if item.langkah is Langkah.ULANG else Keyakinan.MUNGKIN
    elif item.langkah is Langkah.LONCAT:
        text, level, sure = f"butir {other} langsung diikuti butir {own}; butir {wanted} tidak ada", None, likely
    else:
        text, level, sure = f"butir {own} menyusul butir {other}; urutannya mundur", Tingkat.RENDAH, Keyakinan.MUNGKIN
    return Masalah(proof(item.benda), text, sure, level, (proof(before),), tertulis=own, seharusnya=wanted)


def _like(last: Nomor, value: int) -> str:
    """The next number in the form of the last one."""
    body = str(value) if last.jenis == "angka" else chr(96 + value) if last.jenis == "kecil" else f"ke-{value}"
    return f"({body})" if last.hiasan == "()" else f"{body}{last.hiasan}"


ATURAN = Aturan(
    kode="STR-08",
    judul="Nomor butir berurutan",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarnomor",
    penjelasan=(
        "Huruf atau angka butir dalam satu daftar naik satu demi satu. Disebut bila sebuah nomor terlewat, dipakai "
        "dua kali, atau mundur, bila satu butir menyatu di dalam butir lain, dan bila bentuk nomornya berganti di "
        "tengah daftar. Daftar yang bertingkat diikuti menurut tingkatnya; daftar baru dimulai lagi dari satu."
    ),
    bila_kosong="tidak ada dua butir bernomor yang berurutan",
    run=_run,
)
