"""Where a report says whose duties, staff and goods it speaks of, it names its own agency."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.struktur import Keterangan
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.instansi import (
    Pemilik,
    others_named,
    own_elsewhere,
    owner_of,
    sister_districts,
    slot_of,
    stands_rightly,
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    owner = owner_of(fakta, konteks.regulations)
    if owner is None:
        return
    names = list(dict.fromkeys((*(m.nama for m in others_named(fakta, owner)), *sister_districts(fakta, owner))))
    for caption in fakta.struktur.keterangan:
        yield from _caption(caption, names, owner)
    elsewhere = own_elsewhere(fakta, owner)
    for sentence in fakta.kalimat:
        yield from _sentence(sentence, names, owner)
        yield from _elsewhere(sentence, elsewhere, owner)


def _caption(caption: Keterangan, names: list[str], owner: Pemilik) -> Iterator[Jawaban]:
    for name in names:
        if name not in caption.judul:
            continue
        if stands_rightly(caption.judul) or owner.nama.lower() in caption.judul.lower():
            yield Lewat("instansi lain disebut sebagai pembanding atau mitra")
        else:
            sure = slot_of(caption.judul, name) is not None and not owner.penunjang
            yield Masalah(
                proof(caption),
                f"keterangan {caption.jenis} menyebut {name}, bukan {owner.nama}",
                Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
                tertulis=name,
                seharusnya=f"{owner.nama} {owner.daerah}",
                dugaan_penyebab="Teks disalin dari laporan instansi lain.",
                sebab=f"instansi lain: {name}",
            )


def _sentence(sentence: Kalimat, names: list[str], owner: Pemilik) -> Iterator[Jawaban]:
    for name in names:
        if name not in sentence.teks:
            continue
        slot = slot_of(sentence.teks, name)
        if slot is None:
            yield LOLOS
            continue
        words = f"{slot.kata} {name}" if slot.di_depan else f"{name} {slot.kata}"
        yield Masalah(
            proof(sentence),
            f"kalimat berbunyi '{words}', padahal laporan ini milik {owner.nama} {owner.daerah}",
            Keyakinan.PASTI if slot.pasti and not owner.penunjang else Keyakinan.MUNGKIN,
            tertulis=name,
            seharusnya=f"{owner.nama} {owner.daerah}",
            dugaan_penyebab="Teks disalin dari laporan instansi lain.",
            sebab=f"instansi lain: {name}",
        )


def _elsewhere(sentence: Kalimat, names: list[str], owner: Pemilik) -> Iterator[Jawaban]:
    """The own agency's name with another region: always in a slot of identity, else where the regions are alike."""
    for name in names:
        if name not in sentence.teks:
            continue
        slot = slot_of(sentence.teks, name)
        if slot is None and (stands_rightly(sentence.teks) or not owner.is_near(name)):
            yield Lewat("instansi senama di daerah lain disebut sebagai mitra, sumber, atau pembanding")
            continue
        yield Masalah(
            proof(sentence),
            f"kalimat menyebut {name}, padahal laporan ini milik {owner.nama} {owner.daerah}",
            Keyakinan.PASTI if slot and slot.pasti else Keyakinan.MUNGKIN,
            tertulis=name,
            seharusnya=f"{owner.nama} {owner.daerah}",
            dugaan_penyebab="Teks disalin dari laporan daerah lain.",
            sebab=f"instansi lain: {name}",
        )


ATURAN = Aturan(
    kode="IDN-01",
    judul="Tugas, pegawai, dan barang disebut milik instansi pelapor",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan nama instansi",
    penjelasan=(
        "Di tempat laporan menyatakan milik siapa tugas, pegawai, sarana, kendaraan, atau kinerja yang dibahas, nama "
        "yang tertulis ialah nama instansi pelapor. Instansi lain yang disebut sebagai sumber data, mitra, pembanding, "
        "pendahulu, atau alamat dilewati."
    ),
    bila_kosong="instansi pelapor tidak dikenali, atau tidak ada instansi lain yang disebut",
    run=_run,
)
