"""Bab III: capaian per tujuan and sasaran, with the seven analyses that PermenPANRB 53/2014 asks for."""

from __future__ import annotations

from collections.abc import Callable

from akuntabel.bahasa.kalimat import join_list, sentence
from akuntabel.calculation.formulas import RUMUS_BY_KODE
from akuntabel.calculation.formulas.rumus import SERATUS, angka
from akuntabel.doctree.nodes import Block, Formula, Heading, ListKind, Text
from akuntabel.domain.catatan import AWALAN_NARASI
from akuntabel.domain.pilihan import Arah, JenisNilai
from akuntabel.reports.bagian.analisis import analisis_blocks
from akuntabel.reports.bagian.kelompok import (
    Kelompok,
    is_measured,
    kelompok_list,
    keterangan_arah,
    satuan_selisih,
)
from akuntabel.reports.bagian.pengukuran import (
    averaged_words,
    contrary_targets,
    hasil_paragraphs,
    outcome_counts,
    pengukuran_table,
    weak_outcome,
)
from akuntabel.reports.bagian.perbandingan import others_blocks, plan_end_blocks, years_blocks
from akuntabel.reports.bagian.program import TINGKAT_PROGRAM, efficiency_blocks, supporting_blocks
from akuntabel.reports.bagian.rencana import plan_of
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.narasi import passage

PERSEN = f"× {angka(SERATUS)}%"
Part = Callable[[Bahan, Kelompok], tuple[Block, ...]]


def blocks(bahan: Bahan) -> tuple[Block, ...]:
    """The chapter's first half: method, table of measurement, then every tujuan and sasaran."""
    groups = kelompok_list(bahan)
    made: list[Block] = [
        Heading(2, (Text("Capaian Kinerja Organisasi"),), "capaian"),
        Heading(3, (Text("Cara Mengukur Kinerja"),), "cara-mengukur"),
        *_method(bahan, groups),
        Heading(3, (Text("Ringkasan Hasil Pengukuran"),), "ringkasan-pengukuran"),
        *_summary(bahan, groups),
    ]
    for group in groups:
        made.extend(_group(bahan, group))
    return tuple(made)


def _method(bahan: Bahan, groups: tuple[Kelompok, ...]) -> list[Block]:
    """The formulas in use, by direction, and the scale of predikat."""
    made: list[Block] = [
        paragraf(
            "Capaian dihitung dengan membandingkan realisasi dengan target yang diukur. Rumus dipilih menurut "
            "arah indikator; angka dihitung tanpa pembulatan dan dibulatkan hanya saat dicetak. Capaian setiap "
            "indikator dicetak apa adanya. {dirata}.",
            dirata=averaged_words(bahan),
        )
    ]
    used: dict[tuple[str, Arah], dict[str, None]] = {}
    pendukung = [i for i in bahan.paket.indikator if i.tingkat in TINGKAT_PROGRAM and is_measured(bahan, i)]
    for ind in (*(i for g in groups for i in g.indikator), *pendukung):
        kode = _formula(bahan, ind.kode)
        if kode is not None:
            used.setdefault((kode, ind.arah), {})[keterangan_arah(ind)] = None
    for (kode, arah), words in used.items():
        made.append(paragraf("Untuk indikator yang {arah}:", arah=join_list(words, "atau yang")))
        made.append(_shown(RUMUS_BY_KODE[kode].ekspresi, arah))
    if any(i.jenis_nilai is JenisNilai.PERINGKAT for g in groups for i in g.indikator):
        made.append(paragraf("Peringkat dihitung dengan angka pengganti pada skala peringkatnya."))
    made.extend(_scale(bahan))
    return made


def _formula(bahan: Bahan, kode: str) -> str | None:
    figure = bahan.figure("capaian", kode)
    return figure.trace.rumus if figure is not None and figure.number is not None else None


def _shown(ekspresi: str, arah: Arah) -> Block:
    """A displayed fraction where the expression is one, else a paragraph."""
    top, slash, rest = ekspresi.partition(" / ")
    bottom, times, _ = rest.partition(" × ")
    if arah in (Arah.NAIK, Arah.TURUN) and slash and times:
        bare = top[1:-1] if top.startswith("(") and top.endswith(")") else top
        return Formula("Capaian", bare, bottom, PERSEN)
    return paragraf("Capaian = {rumus}.", rumus=ekspresi)


def _scale(bahan: Bahan) -> list[Block]:
    scale = bahan.regulations.skala(bahan.policy.skala)
    opening = paragraf("Predikat capaian memakai {nama} menurut {dasar}:", nama=scale.nama, dasar=scale.dasar.label())
    return [opening, butir(ListKind.BUTIR, ((Text(f"{k.rentang_teks}: {k.nama}"),) for k in scale.kelas), names=True)]


def _summary(bahan: Bahan, groups: tuple[Kelompok, ...]) -> list[Block]:
    if not groups:
        return [kurang("Belum ada indikator dengan target pada tahun laporan.", "penyusun laporan")]
    caption = f"Pengukuran Kinerja {bahan.nama} Tahun {bahan.tahun}"
    return [
        paragraf(
            "Pada tahun {tahun} diukur {semua} indikator: {rincian}{lemah}.",
            tahun=str(bahan.tahun),
            semua=bahan.ref(bahan.fid("jumlah_indikator", "semua"), "cacah"),
            rincian=outcome_counts(bahan, ("tercapai", "tidak_tercapai", "tanpa_nilai")),
            lemah=weak_outcome(bahan),
        ),
        *contrary_targets(bahan, groups),
        pengukuran_table(bahan, groups, "tabel-pengukuran", caption),
    ]


def _group(bahan: Bahan, group: Kelompok) -> list[Block]:
    """One tujuan or sasaran: introduction, then the seven analyses."""
    plan = plan_of(bahan)
    parts: tuple[tuple[str, str, Part], ...] = (
        ("target-realisasi", f"Target dan Realisasi Tahun {bahan.tahun}", _results),
        ("tahun-lalu", "Perbandingan dengan Tahun Sebelumnya", years_blocks),
        ("akhir-periode", "Perbandingan dengan Target Akhir Periode", lambda b, g: plan_end_blocks(b, g, plan)),
        ("nasional", "Perbandingan dengan Angka Nasional dan Provinsi", others_blocks),
        ("penyebab", "Penyebab Keberhasilan atau Kegagalan dan Alternatif Solusi", analisis_blocks),
        ("efisiensi", "Efisiensi Penggunaan Sumber Daya", efficiency_blocks),
        ("program", "Program dan Kegiatan yang Menunjang", supporting_blocks),
    )
    made: list[Block] = [Heading(3, (Text(group.judul),), f"kelompok-{group.kode}")]
    made.extend(passage(bahan, f"{AWALAN_NARASI}{group.kode.lower()}"))
    for name, title, part in parts:
        made.append(Heading(4, (Text(title),), f"{name}-{group.kode}", in_toc=False))
        made.extend(part(bahan, group))
    return made


def _results(bahan: Bahan, group: Kelompok) -> tuple[Block, ...]:
    label, caption = f"tabel-hasil-{group.kode}", f"Target dan Realisasi, {group.judul}"
    made: list[Block] = [pengukuran_table(bahan, (group,), label, caption)]
    for ind in group.indikator:
        made.extend(hasil_paragraphs(bahan, ind))
        if ind.definisi:
            made.append(paragraf("Definisi operasional {nama}: {isi}", nama=ind.nama, isi=sentence(ind.definisi)))
        made.extend(_components(bahan, ind.kode))
    return tuple(made)


def _components(bahan: Bahan, kode: str) -> list[Block]:
    """The components of an indicator's formula, with the formula as a fraction where it is a ratio."""
    parts = [k for k in bahan.paket.komponen if k.indikator == kode]
    if not parts:
        return []
    ind = next(i for i in bahan.paket.indikator if i.kode == kode)
    told = {k.kode: f": {sentence(k.penjelasan)}" if k.penjelasan else "" for k in parts}
    items = ((Text(k.nama, bold=True), Text(told[k.kode])) for k in parts)
    made: list[Block] = [paragraf("Komponen penyusun {nama}:", nama=ind.nama), butir(ListKind.ANGKA, items)]
    top = " + ".join(k.nama for k in parts if k.peran.value == "pembilang")
    bottom = " + ".join(k.nama for k in parts if k.peran.value == "penyebut")
    if top and bottom:
        tail = PERSEN if satuan_selisih(ind) != ind.satuan else ""
        made.append(Formula(ind.singkatan or ind.nama, top, bottom, tail))
    return made
