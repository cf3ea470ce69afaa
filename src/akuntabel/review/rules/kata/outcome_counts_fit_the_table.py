"""How many indicators were measured and reached, as a sentence counts them, is what the table holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.bilangan_kata import COUNT, read_count
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.subjek import mentions
from akuntabel.facts.tabel import Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.tabel_utama import all_rows, main_rows

_MEASURED = re.compile(
    rf"\b(?:dari|terdapat|sebanyak|diukur|rata-rata capaian)\b[^.]{{0,40}}?\b(?P<n>{COUNT})\s*(?:\([a-z ]+\)\s*)?"
    r"indikator",
    re.IGNORECASE,
)
_OF_REPORT = re.compile(
    r"\b(tercapai|mencapai|melampaui|diukur|tidak mencapai|belum|rata-rata capaian)\b", re.IGNORECASE
)
_TABLE = re.compile(r"\btabel\s+(\d[\d.]*)")
_OTHER = re.compile(r"\b(program|kegiatan|tujuan|sasaran\s+(?:ke|strategis\s+\d)|triwulan)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    rows = main_rows(fakta)
    table, names = (rows[0].tabel if rows else None), [r.indikator for r in rows]
    for sentence in fakta.kalimat if table else ():
        match = _MEASURED.search(sentence.teks)
        if not match or not _OF_REPORT.search(sentence.teks) or table is None:
            continue
        if _names_another(sentence, table):
            yield Lewat("kalimatnya menyebut tabel lain")
        elif _OTHER.search(sentence.teks) or any(mentions(sentence.teks, n) for n in names if "indikator" in n.lower()):
            yield Lewat("kalimatnya menyebut jenjang atau bagian lain")
        elif (count := read_count(match["n"].lower())) in (len(names), len(all_rows(fakta))):
            yield LOLOS
        else:
            yield _problem(sentence, count, table, names)


def _names_another(sentence: Kalimat, table: Tabel) -> bool:
    named = _TABLE.findall(sentence.kecil)
    return bool(named) and not any(n.rstrip(".") == table.nama.lower().removeprefix("tabel ") for n in named)


def _problem(sentence: Kalimat, count: int, table: Tabel, names: list[str]) -> Masalah:
    return Masalah(
        proof(sentence),
        f"disebut {count} indikator, sedangkan {table.nama} mengukur {len(names)}; menyebut bagian lain?",
        Keyakinan.MUNGKIN,
        terkait=(proof(table),),
        tertulis=str(count),
        seharusnya=str(len(names)),
        hitungan=f"{len(names)} indikator berbeda pada {table.nama}",
        saran="Samakan jumlah dalam kalimat dengan tabel pengukuran.",
    )


ATURAN = Aturan(
    kode="KAT-05",
    judul="Jumlah indikator dalam kesimpulan sama dengan tabelnya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Penghitungan ulang",
    penjelasan=(
        "Kalimat yang menyebut dari sekian indikator, sekian tercapai, dicocokkan dengan banyaknya indikator pada "
        "tabel pengukuran terbesar. Kalimat tentang program, kegiatan, tujuan, atau triwulan dilewati. Selalu "
        "mungkin."
    ),
    bila_kosong="tidak ada kalimat yang menghitung indikator, atau tidak ada tabel pengukuran",
    run=_run,
)
