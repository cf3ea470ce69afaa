"""Runs the rules over a document's facts and gives every answer the shape of findings.py."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from akuntabel.doctree.naskah import COLUMNS_OF_BLANKS, Alinea, TabelNaskah
from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import HasilAturan, HasilPemeriksaan, Keyakinan, Lokasi, Temuan, outcome
from akuntabel.regulations import Regulations
from akuntabel.review.aturan import Aturan, Konteks, Masalah, Pembanding
from akuntabel.review.sebab import join_causes
from akuntabel.review.table import ATURAN


def review(
    fakta: Fakta,
    regulations: Regulations,
    pembanding: tuple[Pembanding, ...] = (),
    *,
    pilih: Collection[str] = (),
    abaikan: Collection[str] = (),
    tambahan: Collection[Aturan] = (),
) -> HasilPemeriksaan:
    """Every rule's outcome and all findings, by place in the document.

    `pilih` keeps rules whose code begins with one of these texts, `abaikan` leaves such rules out; `tambahan` are
    rules beside those of every document.
    """
    context = Konteks(regulations, pembanding)
    chosen = [a for a in (*ATURAN, *tambahan) if _is_chosen(a.kode, pilih, abaikan)]
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
    guessed = _guessed_lines(fakta)
    answers = [_doubted(a, guessed) if isinstance(a, Masalah) else a for a in rule.run(fakta, context)]
    problems = tuple(_finding(rule, a) for a in answers if isinstance(a, Masalah))
    answer = outcome(rule.kode, rule.judul, answers, rule.bila_kosong)
    return replace(answer, kelompok=rule.kelompok.value), problems


def _guessed_lines(fakta: Fakta) -> frozenset[int]:
    """The lines of tables whose columns only blanks show."""
    tables = (t for t in fakta.naskah.tabel if COLUMNS_OF_BLANKS in t.dugaan)
    return frozenset(row.tempat.baris for t in tables for row in t.baris)


def _doubted(found: Masalah, guessed: frozenset[int]) -> Masalah:
    """Nothing is certain where the columns that it rests on are a guess."""
    lines = {line for place in (found.bukti, *found.terkait) for line in place.lokasi.baris}
    return replace(found, keyakinan=Keyakinan.MUNGKIN) if lines & guessed else found


def _by_place(finding: Temuan) -> tuple[int, str]:
    return (finding.lokasi.baris[0] if finding.lokasi.baris else 0), finding.kode


def place_text(place: Lokasi) -> str:
    """A place as messages write it: "halaman 12, Tabel 3.9, baris 1005"."""
    page = f"halaman {place.halaman}" if place.halaman else None
    line = f"baris {place.baris[0]}" if place.baris else None
    return ", ".join(p for p in (page, place.tabel, line) if p)


def _finding(rule: Aturan, found: Masalah) -> Temuan:
    place = found.bukti.lokasi
    where = place_text(place)
    return Temuan(
        kode=rule.kode,
        judul=rule.judul,
        tingkat=found.tingkat or rule.tingkat,
        pesan=f"{where}: {found.pesan}" + ("" if found.pesan.endswith(("?", ".")) else "."),
        lokasi=place,
        kutipan=found.bukti.kutipan,
        keyakinan=found.keyakinan,
        sebab=found.sebab,
        terkait=found.terkait,
        tertulis=found.tertulis,
        seharusnya=found.seharusnya,
        hitungan=found.hitungan,
        dugaan_penyebab=found.dugaan_penyebab,
        saran=found.saran,
        dasar=rule.dasar,
    )


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
