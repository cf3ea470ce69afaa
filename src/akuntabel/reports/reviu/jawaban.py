"""The checklist: what the text answers, and what it only points to. Part II is never answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.findings import Hasil, HasilAturan, Keyakinan, Temuan
from akuntabel.regulations.entri import ButirReviu
from akuntabel.reports.reviu.bahan import BahanReviu, berderet

YA, TIDAK, KOSONG = "Ya", "Tidak", ""
BAGIAN_ORANG = "II"
_PARTS, _ANALYSES = "STR-02", "STR-03"  # rules whose findings name the missing part in `seharusnya`


@dataclass(frozen=True, slots=True)
class Jawaban:
    """The answer to a question, empty where a person must give it, and what the text shows."""

    butir: ButirReviu
    jawab: str
    petunjuk: str


def answers(bahan: BahanReviu) -> list[Jawaban]:
    """Every question of the checklist in order."""
    return [_answer(bahan, one) for one in bahan.regulations.butir_reviu]


def _answer(bahan: BahanReviu, butir: ButirReviu) -> Jawaban:
    if butir.kelompok == BAGIAN_ORANG or not (butir.bagian or butir.aturan):
        return Jawaban(butir, KOSONG, "Dijawab pereviu; teks laporan tidak menjawabnya.")
    missing = [t for t in _missing(bahan, butir) if not t.kesampingan]
    rules = butir.aturan + butir.petunjuk
    contrary = [t for t in bahan.hasil.temuan if t.kode.startswith(rules) and not t.kesampingan]
    deciding = [t for t in contrary if t.kode.startswith(butir.aturan)] + (missing if butir.cukup_ada else [])
    if any(t.keyakinan is Keyakinan.PASTI for t in deciding):
        return Jawaban(butir, TIDAK, _sentence(bahan, missing, contrary))
    if missing or contrary:
        return Jawaban(butir, KOSONG, f"{_sentence(bahan, missing, contrary)} Dinilai pereviu.")
    return _without_findings(bahan, butir)


def _without_findings(bahan: BahanReviu, butir: ButirReviu) -> Jawaban:
    skipped = _unasked(bahan, butir)
    if skipped:
        return Jawaban(butir, KOSONG, f"Tidak dapat dijawab dari teks: {skipped}.")
    if butir.bagian:
        named = berderet([f"'{_part_name(bahan, kode)}'" for kode in butir.bagian])
        told = f"Pada teks ditemukan {named}."
        enough = "" if butir.cukup_ada else " Kecukupannya dinilai pereviu."
        return Jawaban(butir, YA if butir.cukup_ada else KOSONG, told + enough)
    return Jawaban(butir, KOSONG, "Pembandingan yang dapat dilakukan tidak memberi temuan. Dinilai pereviu.")


def _missing(bahan: BahanReviu, butir: ButirReviu) -> Iterator[Temuan]:
    """Findings that say that a part of the question is not there."""
    names = {_part_name(bahan, kode) for kode in butir.bagian}
    for finding in bahan.hasil.temuan:
        if finding.kode in (_PARTS, _ANALYSES) and finding.seharusnya in names:
            yield finding


def _unasked(bahan: BahanReviu, butir: ButirReviu) -> str:
    """Why the rules behind a question could not be applied, or were applied in part only; empty when they were."""
    wanted = [*butir.aturan]
    wanted += {_ANALYSES if kode.startswith("analisis_") else _PARTS for kode in butir.bagian}
    rules = [a for a in bahan.hasil.aturan if a.kode.startswith(tuple(wanted))]
    if not rules:
        return "aturannya tidak dijalankan"
    asked = [a for a in rules if _is_whole(a)]
    needed = [a for a in rules if a.kode in (_PARTS, _ANALYSES)]
    if asked and all(_is_whole(a) for a in needed):
        return ""
    return next((a.alasan for a in rules if a.alasan), "aturannya tidak berlaku")


def _is_whole(rule: HasilAturan) -> bool:
    """Whether a rule was applied; the rules of parts must not have skipped one, because it may be the one asked for."""
    skipped = rule.kode in (_PARTS, _ANALYSES) and rule.alasan is not None
    return rule.hasil is not Hasil.TIDAK_BERLAKU and not skipped


def _sentence(bahan: BahanReviu, missing: list[Temuan], contrary: list[Temuan]) -> str:
    parts = []
    if missing:
        names = berderet([f"'{t.seharusnya}'" for t in missing])
        parts.append(f"Pada teks tidak ditemukan {names} ({bahan.nomor(missing)}).")
    if contrary:
        parts.append(f"Lihat {bahan.nomor(contrary)}.")
    return " ".join(parts)


def _part_name(bahan: BahanReviu, kode: str) -> str:
    return next(p.nama for p in bahan.regulations.bagian_laporan if p.kode == kode)
