"""A NIP has 18 digits with a valid date of birth, appointment and sex, printed in groups of 8, 6, 1 and 3."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.domain.nip import nip_fault
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tanda_tangan import Nip
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_GROUPS = ([8, 6, 1, 3], [18])


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    spaces = fakta.naskah.format is not FormatNaskah.PDF  # in a PDF, spaces are a guess of the reader
    for nip in fakta.nip:
        fault = nip_fault(nip.angka, None, fakta.tahun)
        if fault:
            yield Masalah(proof(nip), f"NIP {nip.cetak.strip()} {fault}", tertulis=nip.cetak.strip())
        elif spaces and [len(g) for g in nip.cetak.split()] not in _GROUPS:
            yield _grouped(nip)
        else:
            yield LOLOS


def _grouped(nip: Nip) -> Masalah:
    digits = nip.angka
    wanted = f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
    return Masalah(
        proof(nip),
        f"NIP ditulis {nip.cetak.strip()}; penulisan yang baku {wanted}, yaitu 8, 6, 1, dan 3 angka",
        Keyakinan.PASTI,
        Tingkat.RENDAH,
        tertulis=nip.cetak.strip(),
        seharusnya=wanted,
    )


ATURAN = Aturan(
    kode="IDN-05",
    judul="NIP tersusun benar",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.SEDANG,
    dasar="Tata cara penetapan NIP oleh Badan Kepegawaian Negara (belum diperiksa pada naskah asli)",
    penjelasan=(
        "NIP terdiri atas 18 angka: tanggal lahir (8), tahun dan bulan pengangkatan (6), jenis kelamin (1), dan "
        "nomor urut (3). Pada NI PPPK, angka ke-13 dan ke-14 adalah 21, 22, dan seterusnya. Bila ditulis dengan "
        "spasi, kelompoknya 8, 6, 1, dan 3 angka; tanpa spasi juga diterima."
    ),
    bila_kosong="tidak ada NIP",
    run=_run,
)
