"""Where target and realisasi are the same word (WTP, BB, Paripurna), the capaian is one hundred."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.angka import Angka, JenisIsi
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import BarisPengukuran
from akuntabel.facts.subjek import normal_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.rumus_capaian import SERATUS
from akuntabel.review.wording import as_percent


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for row in fakta.pengukuran:
        printed = row.angka(Peran.CAPAIAN)
        if printed is not None and _reached(row):
            yield LOLOS if _is_all(printed) else _problem(row, printed)


def _is_all(printed: Angka) -> bool:
    return as_percent(printed) == SERATUS or printed.nilai == 1


def _reached(row: BarisPengukuran) -> bool:
    """Whether both cells hold one and the same word; a unit or a mark alone is no value."""
    cells = [row.nilai[p].sel for p in (Peran.TARGET, Peran.REALISASI) if p in row.nilai]
    words = [normal_name(c.teks) for c in cells if c.jenis is JenisIsi.TEKS]
    return len(words) == len((Peran.TARGET, Peran.REALISASI)) and words[0] == words[1] != normal_name(row.satuan)


def _problem(row: BarisPengukuran, printed: Angka) -> Masalah:
    target, share = row.nilai[Peran.TARGET], row.nilai[Peran.CAPAIAN]
    return Masalah(
        proof(share, row.tabel),
        f"capaian '{row.indikator}' tertulis {printed.teks}, padahal realisasinya sama dengan targetnya, yaitu "
        f"{target.sel.teks}",
        Keyakinan.MUNGKIN,
        terkait=(proof(target, row.tabel),),
        tertulis=printed.teks,
        seharusnya="100%",
        saran="Periksa target, realisasi, dan capaiannya.",
    )


ATURAN = Aturan(
    kode="CPN-13",
    judul="Target berupa kata yang tercapai bernilai seratus persen",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Bila target dan realisasi berupa kata yang sama, misalnya opini WTP atau predikat BB, capaiannya 100 persen "
        "menurut rumus mana pun. Selalu mungkin, karena sel dapat memuat satuan atau keterangan."
    ),
    bila_kosong="tidak ada target dan realisasi berupa kata yang sama",
    run=_run,
)
