"""Runs the rules over a document's facts and gives every answer the shape of findings.py."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from akuntabel.doctree.naskah import Alinea, TabelNaskah
from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import HasilAturan, HasilPemeriksaan, Keyakinan, Temuan, make_finding, outcome
from akuntabel.regulations import Regulations
from akuntabel.review.aturan import Aturan, Konteks, Masalah, Pembanding
from akuntabel.review.bandingan import Bandingan
from akuntabel.review.bukti import place_text
from akuntabel.review.sebab import join_causes
from akuntabel.review.table import ATURAN


def review(
    fakta: Fakta,
    regulations: Regulations,
    pembanding: tuple[Pembanding, ...] = (),
    *,
    pilih: Collection[str] = (),
    abaikan: Collection[str] = (),
    data: Bandingan | str | None = None,
) -> HasilPemeriksaan:
    """Every rule's outcome and all findings, by place in the document.

    `pilih` keeps rules whose code begins with one of these texts, `abaikan` leaves such rules out; `data` is the
    document beside its package, as Konteks holds it.
    """
    context = Konteks(regulations, pembanding, data)
    chosen = [a for a in ATURAN if _is_chosen(a.kode, pilih, abaikan)]
    results = [run_rule(rule, fakta, context) for rule in chosen]
    found = [t for _, findings in results for t in findings]
    return HasilPemeriksaan(
        aturan=tuple(answer for answer, _ in results),
        temuan=join_causes(sorted(found, key=_by_place)),
        dokumen=describe(fakta),
    )


def _is_chosen(kode: str, pilih: Collection[str], abaikan: Collection[str]) -> bool:
    return (not pilih or kode.startswith(tuple(pilih))) and not (abaikan and kode.startswith(tuple(abaikan)))


def run_rule(rule: Aturan, fakta: Fakta, context: Konteks) -> tuple[HasilAturan, tuple[Temuan, ...]]:
    """One rule: its outcome with counts, and its findings."""
    answers = [_as_sure_as_read(a, fakta) if isinstance(a, Masalah) else a for a in rule.run(fakta, context)]
    problems = tuple(_finding(rule, a, fakta) for a in answers if isinstance(a, Masalah))
    answer = outcome(rule.kode, rule.judul, answers, rule.bila_kosong)
    return replace(answer, kelompok=rule.kelompok.value), problems


def _by_place(finding: Temuan) -> tuple[int, str]:
    return (finding.lokasi.baris[0] if finding.lokasi.baris else 0), finding.kode


def _as_sure_as_read(found: Masalah, fakta: Fakta) -> Masalah:
    """What rests on a table whose rows or columns the reader guessed is not certain."""
    own = (other.lokasi for other in found.terkait if not other.lokasi.berkas)
    rests = any(line in fakta.dugaan for place in (found.bukti.lokasi, *own) for line in place.baris)
    return replace(found, keyakinan=Keyakinan.MUNGKIN) if rests else found


def _finding(rule: Aturan, found: Masalah, fakta: Fakta) -> Temuan:
    """Where the other side stands in another file, this one is named too."""
    proof = found.bukti
    if any(other.lokasi.berkas for other in found.terkait):
        proof = replace(proof, lokasi=replace(proof.lokasi, berkas=fakta.naskah.berkas))
    return make_finding(rule, found, place_text(proof.lokasi), proof, found.terkait)


def describe(fakta: Fakta) -> dict[str, Any]:
    """The `dokumen` object of the JSON contract."""
    identity = fakta.identitas
    numbers = sum(len(k.angka) for k in fakta.kalimat) + sum(
        c.jenis is JenisIsi.ANGKA for t in fakta.tabel for r in t.baris for c in r.sel
    )
    return {
        "berkas": fakta.naskah.berkas,
        "format": fakta.naskah.format.value,
        "jenis": identity.jenis.value,
        "instansi": identity.lengkap or None,
        "tahun": identity.tahun,
        "halaman": fakta.naskah.halaman,
        "halaman_gambar": list(fakta.naskah.halaman_gambar),
        "paragraf": sum(isinstance(b, Alinea) for b in fakta.naskah.blok),
        "tabel": sum(isinstance(b, TabelNaskah) for b in fakta.naskah.blok),
        "angka": numbers,
        "catatan": list(fakta.naskah.catatan),
    }
