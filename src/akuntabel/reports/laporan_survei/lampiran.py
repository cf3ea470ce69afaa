"""Annexes: the questionnaire of the guide in force, and how often each answer was given."""

from __future__ import annotations

from akuntabel.calculation.skm_sebaran import KOSONG, LUAR, SKOR
from akuntabel.doctree.nodes import Block, Heading, PageBreak, Row, Text
from akuntabel.regulations.entri import UnsurSkm
from akuntabel.reports.bagian.responden import PENGELOLA
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import kurang, paragraf
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala_bertingkat, sumber, tabel, teks


def blocks(survei: Survei) -> list[Block]:
    """Both annexes."""
    return [
        Heading(1, (Text("KUESIONER SURVEI"),), "lampiran-kuesioner", appendix=True),
        *_questionnaire(survei),
        PageBreak(),
        Heading(1, (Text("OLAH DATA SURVEI"),), "lampiran-frekuensi", appendix=True),
        *_frequencies(survei),
    ]


def _questionnaire(survei: Survei) -> list[Block]:
    """The questions in the order of the form, each with its code: the order of questions is not that of the unsur."""
    guide = survei.bahan.regulations.pedoman_skm(survei.periode.tahun)
    if not any(u.jawaban for u in guide.unsur):
        return [kurang(f"Kuesioner survei {survei.waktu}.", PENGELOLA)]
    asked = sorted((u for u in guide.unsur if u.jawaban), key=lambda u: (u.pertanyaan or 0, u.kode))
    head = kepala_bertingkat(
        [("Pertanyaan", 1, 2), ("Kode", 1, 2), ("Unsur", 1, 2), ("Pilihan jawaban dan skornya", len(SKOR), 1)],
        [(str(n), 1, 1) for n in SKOR],
    )
    return [
        paragraf(
            "Kuesioner contoh menurut {dasar}. Urutan pertanyaan tidak selalu sama dengan urutan unsur; nilai dicatat "
            "menurut kode unsur.",
            dasar=guide.dasar.label(),
        ),
        tabel(
            "Pertanyaan, Unsur, dan Pilihan Jawaban",
            "tabel-kuesioner",
            ((15, TENGAH), (11, TENGAH), (36, KIRI), *((24, KIRI),) * len(SKOR)),
            head,
            [_question(u) for u in asked],
            source=f"Sumber: {guide.dasar.label()}",
            small=True,
        ),
    ]


def _question(unsur: UnsurSkm) -> Row:
    return baris(teks(unsur.pertanyaan), teks(unsur.kode), teks(unsur.nama), *(teks(j) for j in unsur.jawaban))


def _frequencies(survei: Survei) -> list[Block]:
    if not survei.has("skm_lembar"):
        return [kurang(f"Lembar jawaban survei {survei.waktu} (tabel skm_responden).", PENGELOLA)]
    names = survei.bahan.regulations.unsur_skm(survei.periode.tahun)
    outside = survei.bahan.figures.get(survei.fid("skm_ditolak", LUAR))
    left = ((KOSONG, "Tidak diisi"), *([(LUAR, "Di luar skala")] if outside and outside.number else []))
    kinds = (*(str(s) for s in SKOR), *(kode for kode, _ in left))
    head = kepala_bertingkat(
        [("Kode", 1, 2), ("Unsur", 1, 2), ("Banyak jawaban menurut skor", len(SKOR), 1), *((t, 1, 2) for _, t in left)],
        [(str(n), 1, 1) for n in SKOR],
    )
    body = [
        baris(teks(u), teks(name), *(survei.cell("skm_jawaban", u, k) for k in kinds))
        for u, name in names.items()
        if survei.fid("skm_jawaban", u, KOSONG) in survei.bahan.figures
    ]
    return [
        paragraf("Tabel berikut dihitung dari {n} lembar jawaban.", n=survei.ref("skm_lembar")),
        tabel(
            f"Frekuensi Jawaban Menurut Unsur, Survei {survei.waktu}",
            "tabel-frekuensi",
            ((11, TENGAH), (56, KIRI), *((14, KANAN),) * len(SKOR), *((18, KANAN),) * len(left)),
            head,
            body,
            source=sumber(survei.bahan),
        ),
    ]
