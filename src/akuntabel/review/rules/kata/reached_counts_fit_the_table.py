"""How many indicators reached their target, as a sentence counts them, is what the measuring table shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akuntabel.bahasa.kalimat import join_list
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.hitungan_capai import HitunganCapai, read_reached_counts
from akuntabel.facts.klaim_capai import KlaimCapai
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import BarisPengukuran
from akuntabel.facts.subjek import normal_name
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.arah_capaian import direction
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.tabel_utama import all_rows, main_rows
from akuntabel.review.vonis_capai import Vonis, verdict

_LEAST = 2
_SAY = {
    KlaimCapai.BELUM: "belum mencapai target",
    KlaimCapai.CAPAI: "mencapai target",
    KlaimCapai.LAMPAU: "melampaui target",
}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    sets = [rows for rows in (main_rows(fakta), all_rows(fakta)) if len(rows) >= _LEAST]
    judged = [(rows, [_verdict(fakta, r) for r in rows]) for rows in sets]
    for claim in read_reached_counts(fakta.kalimat) if judged else ():
        answers = [_judge(claim, rows, found) for rows, found in judged]
        wrong = next((a for a in answers if isinstance(a, Masalah)), answers[0])
        yield LOLOS if LOLOS in answers else wrong


def _verdict(fakta: Fakta, row: BarisPengukuran) -> Vonis | None:
    """What became of the target of a row; None where the table does not tell."""
    cells = [row.nilai[p].sel for p in (Peran.TARGET, Peran.REALISASI) if p in row.nilai]
    words = [normal_name(c.teks) for c in cells if not c.nilai_ada]
    if len(words) == _LEAST and words[0] and words[0] == words[1]:
        return Vonis(KlaimCapai.CAPAI, "realisasi sama dengan target", True)
    way = direction(fakta, row.indikator, row.sasaran)
    return verdict(row.angka(Peran.TARGET), row.angka(Peran.REALISASI), row.angka(Peran.CAPAIAN), way)


def _judge(claim: HitunganCapai, rows: Sequence[BarisPengukuran], found: Sequence[Vonis | None]) -> Jawaban:
    if claim.seluruhnya and claim.seluruhnya != len(rows):
        return Lewat("kalimatnya menghitung indikator lain daripada tabel pengukuran")
    counts = {kind: sum(v is not None and v.benar is kind for v in found) for kind in KlaimCapai}
    unknown = sum(v is None for v in found)
    reached = counts[KlaimCapai.CAPAI] + counts[KlaimCapai.LAMPAU]
    possible = [reached] if claim.atau or claim.klaim is not KlaimCapai.CAPAI else [reached, counts[KlaimCapai.CAPAI]]
    if not claim.atau and claim.klaim is not KlaimCapai.CAPAI:
        possible = [counts[claim.klaim]]
    if any(n <= claim.banyak <= n + unknown for n in possible):
        return LOLOS
    sure = bool(claim.seluruhnya) and not unknown and all(v is not None and v.pasti for v in found)
    return _problem(claim, rows, found, possible[0], sure=sure)


def _problem(
    claim: HitunganCapai, rows: Sequence[BarisPengukuran], found: Sequence[Vonis | None], right: int, *, sure: bool
) -> Masalah:
    table = rows[0].tabel
    missed = [r.indikator for r, v in zip(rows, found, strict=True) if v and v.benar is KlaimCapai.BELUM]
    told = f"{right} dari {len(rows)} indikator {_SAY[claim.klaim]}"
    rest = f" (yang belum: {'; '.join(missed)})" if missed else ""
    tables = list(dict.fromkeys(r.tabel.nama for r in rows))
    return Masalah(
        proof(claim.kalimat),
        f"disebut '{claim.kutipan}', sedangkan menurut {join_list(tables)} {told}{rest}",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=(proof(table),),
        tertulis=str(claim.banyak),
        seharusnya=str(right),
        hitungan=told,
        saran="Hitung ulang indikator yang mencapai target, lalu samakan kalimatnya.",
    )


ATURAN = Aturan(
    kode="KAT-09",
    judul="Banyaknya indikator yang mencapai target sesuai dengan tabelnya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.TINGGI,
    dasar="Penghitungan ulang",
    penjelasan=(
        "Kalimat yang menghitung berapa indikator mencapai, melampaui, atau belum mencapai target, dengan angka atau "
        "dengan kata, dicocokkan dengan target dan realisasi pada tabel pengukuran. Pasti bila kalimatnya menyebut "
        "jumlah seluruh indikator dan setiap baris tabel dapat dinilai."
    ),
    bila_kosong="tidak ada kalimat yang menghitung indikator menurut targetnya, atau tidak ada tabel pengukuran",
    run=_run,
)
