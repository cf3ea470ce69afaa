"""Captions of tables are written in one form: "Tabel 3.1 Judul"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import Keterangan, captions_of
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_DIGITS = re.compile(r"\d+|(?<=[\s.])[IVX]+(?=[\s.:-]|$)")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for kind in ("tabel", "gambar"):
        captions = [
            c for c in captions_of(fakta.struktur.keterangan, kind) if c.nomor[:1].isdigit() and c.jenis == kind
        ]
        if len(captions) > 1:
            yield _judge(kind, captions)


def _form(caption: Keterangan) -> str:
    """The label with each number replaced: "Tabel : n.n". In a PDF spaces are a guess of the reader, so none counts."""
    form = _DIGITS.sub("n", " ".join(caption.cetak.split())).rstrip()
    return form if caption.tempat.halaman is None else form.replace(" ", "")


def _judge(kind: str, captions: list[Keterangan]) -> Jawaban:
    counted = Counter(_form(c) for c in captions)
    if len(counted) == 1:
        return LOLOS
    usual = counted.most_common(1)[0][0]
    shown = {form: next(c for c in captions if _form(c) == form) for form in counted}
    rest = [c for form, c in shown.items() if form != usual]
    forms = "; ".join(f"'{c.cetak}'" for c in shown.values())
    others = [c for c in captions if _form(c) != usual and c not in rest]
    return Masalah(
        proof(rest[0]),
        f"keterangan {kind} ditulis dalam {len(counted)} bentuk: {forms}",
        Keyakinan.PASTI,
        terkait=tuple(proof(c) for c in (*rest[1:], shown[usual], *others)),
        tertulis=rest[0].cetak,
        seharusnya=f"satu bentuk, misalnya {kind.capitalize()} {rest[0].nomor}",
    )


ATURAN = Aturan(
    kode="STR-10",
    judul="Keterangan tabel dan gambar ditulis dalam satu bentuk",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarketerangan",
    penjelasan=(
        "Kata Tabel atau Gambar, tanda baca, dan spasi pada nomornya ditulis dengan cara yang sama di seluruh laporan, "
        "misalnya 'Tabel 3.1'. Disebut sekali untuk seluruh laporan."
    ),
    bila_kosong="tidak ada dua keterangan bernomor",
    run=_run,
)
