"""Budget and spending of each programme, activity and sub-activity are those of the given DPA, LRA or RFK."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from akuntabel.bahasa.angka import format_rupiah
from akuntabel.facts.baris_anggaran import BarisAnggaran, name_of
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.uang import JenisUang
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.banding_baris import Padanan, agreeing, matched, rows_of_year
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, NAMA, of_kinds, of_other_years, part_of_year
from akuntabel.review.selip import slip
from akuntabel.review.wording import amount

_SPEAK = {JenisUang.ANGGARAN: ("dpa", "lra", "rfk"), JenisUang.REALISASI: ("lra", "rfk")}
_CHANGED = re.compile(r"\b(?:perubahan|pergeseran|p-?\s?apbd|apbd-?\s?p|dppa|(?:se)?sudah|setelah)\b", re.IGNORECASE)
_ASKED = {
    JenisUang.ANGGARAN: "versi anggaran yang sama (murni, pergeseran, atau perubahan)?",
    JenisUang.REALISASI: "keadaan yang sama (sebelum atau sesudah audit)?",
}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    share = konteks.regulations.ambang("reviu.baris_sepakat")
    own = rows_of_year(fakta, fakta.tahun)
    yield from of_other_years(fakta, konteks, *_SPEAK[JenisUang.ANGGARAN])
    for kind, kinds in _SPEAK.items():
        found: list[list[Padanan]] = []
        for other in of_kinds(fakta, konteks, *kinds):
            pairs = matched(_comparable(own, other), other, fakta.tahun, kind, limit)
            if kind is JenisUang.REALISASI and pairs and part_of_year(other):
                yield Lewat(f"{other.berkas} memuat realisasi sebagian tahun", seluruhnya=True)
            elif agreeing([p.sama for p in pairs], share):
                found.append(pairs)
            elif pairs:
                yield Lewat(_another_version(other, pairs, kind), seluruhnya=True)
        yield from _judge(found, kind)


def _comparable(own: Sequence[BarisAnggaran], other: Pembanding) -> list[BarisAnggaran]:
    """A DPA from before the change says nothing of the budget after it, where the report names that."""
    before = other.jenis == "dpa" and not _CHANGED.search(other.fakta.identitas.judul)
    return [r for r in own if not (before and _CHANGED.search(f"{r.kolom.teks} {r.tabel.judul}"))]


def _another_version(other: Pembanding, pairs: Sequence[Padanan], kind: JenisUang) -> str:
    count = sum(not p.sama for p in pairs)
    return f"{count} dari {len(pairs)} baris {kind.value} pada {other.berkas} lain, agaknya versi atau keadaan lain"


def _judge(found: Sequence[Sequence[Padanan]], kind: JenisUang) -> Iterator[Jawaban]:
    """A thing that agrees with one of the documents is right; each is told once, where it is measured."""
    things: dict[str, list[Padanan]] = {}
    for pair in (p for pairs in found for p in pairs):
        things.setdefault(f"{name_of(pair.utama)} {pair.utama.nilai}", []).append(pair)
    for pairs in things.values():
        yield LOLOS if any(p.sama for p in pairs) else _problem(pairs, kind)


def _problem(pairs: Sequence[Padanan], kind: JenisUang) -> Masalah:
    mine, his, other = pairs[0].utama, pairs[0].lain[-1], pairs[0].pembanding
    value = mine.nilai * pairs[0].faktor
    return Masalah(
        proof(mine.sel, mine.tabel, mine.baris.teks()),
        f"{kind.value} '{mine.nama}' tertulis {mine.sel.teks}, sedangkan pada {NAMA[other.jenis]} "
        f"({other_place(other.fakta, his.sel)}) {amount(his.sel.teks)}; {_ASKED[kind]}",
        Keyakinan.MUNGKIN,
        terkait=tuple(proof_of_other(p.pembanding.fakta, p.lain[-1].baris, p.lain[-1].tabel) for p in pairs),
        tertulis=mine.sel.teks,
        hitungan=f"selisih {format_rupiah(abs(value - his.nilai))}",
        dugaan_penyebab=slip(value, his.nilai),
        saran="Samakan dengan dokumen keuangan, atau sebut versi dan tanggalnya.",
    )


ATURAN = Aturan(
    kode="PBD-05",
    judul="Pagu dan realisasi setiap baris sama dengan DPA, LRA, atau RFK yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Anggaran dan realisasi program, kegiatan, dan subkegiatan pada tabel laporan dibandingkan dengan baris yang "
        "sama, menurut kode lalu menurut nama, pada DPA, LRA, atau laporan fisik dan keuangan (docx, PDF, teks, "
        "xlsx, atau csv) yang diberikan dengan --pembanding. Cocok dengan salah satu dokumen, atau salah satu angka "
        "laporan untuk program itu (sebelum atau sesudah perubahan), sudah cukup; tabel dalam ribuan atau jutaan "
        "dibandingkan dalam satuan itu. Bila sebagian besar barisnya lain, dokumen itu dianggap memuat versi atau "
        "keadaan yang berbeda dan tidak dibandingkan. Selalu mungkin."
    ),
    bila_kosong="tidak ada DPA, LRA, atau RFK pembanding yang memuat baris anggaran laporan ini",
    run=_run,
)
