"""Bab V: what the survey says, in figures, and the signature."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from akuntabel.calculation.tindak_lanjut import KINI
from akuntabel.doctree.nodes import Block, Inlines, ListKind
from akuntabel.domain.pilihan import StatusTindak, SumberTindakLanjut
from akuntabel.reports.bagian.responden import PENGELOLA
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import kalimat, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.dokumen.rangka import signed_by_head
from akuntabel.reports.narasi import passage


def blocks(survei: Survei) -> list[Block]:
    """Conclusions, the agency's own closing words, and the head's signature; its date is left to the hand
    where none is recorded."""
    lines = _conclusions(survei)
    told: list[Block] = [kurang(f"Hasil survei {survei.waktu}.", PENGELOLA)]
    if lines:
        told = [
            paragraf("Dari survei {waktu} disimpulkan hal berikut:", waktu=survei.waktu),
            butir(ListKind.ANGKA, lines),
        ]
    bahan = survei.bahan
    closing = passage(bahan, "skm_penutup") or (
        paragraf(
            "Laporan ini disusun sebagai bahan evaluasi dan perbaikan pelayanan. Hasil survei disampaikan kepada "
            "masyarakat sebagai wujud keterbukaan."
        ),
    )
    signed = survei.periode.tanggal_laporan
    return [*told, *closing, signed_by_head(bahan, signed or last_day(survei), tanggal=signed)]


def last_day(survei: Survei) -> date:
    """The last day of the survey period: who was head then signs."""
    year, month = survei.periode.tahun, survei.periode.bulan_akhir
    return date(year, month, monthrange(year, month)[1])


def _conclusions(survei: Survei) -> list[Inlines]:
    made: list[Inlines] = []
    if survei.has("ikm"):
        weak = survei.bahan.figures[survei.fid("ikm")].sementara
        made.append(
            kalimat(
                "Indeks kepuasan masyarakat {ikm}{lemah} dengan mutu pelayanan {mutu} ({kinerja}), dari {n} responden.",
                ikm=survei.ref("ikm"), lemah=" menurut data sementara" if weak else "", mutu=survei.ref("mutu"),
                kinerja=survei.ref("kinerja_layanan"), n=survei.ref("skm_responden"),
            )
        )  # fmt: skip
    if survei.has("unsur", "tertinggi"):
        parts = {"tinggi": survei.ref("unsur", "tertinggi"), "rendah": survei.ref("unsur", "terendah")}
        made.append(kalimat("Unsur dengan nilai tertinggi ialah {tinggi}; terendah ialah {rendah}.", **parts))
    if survei.has("arah_ikm"):
        made.append(kalimat("Indeks {arah} dibandingkan dengan periode sebelumnya.", arah=survei.ref("arah_ikm")))
    if survei.has("status_sampel"):
        made.append(
            kalimat("Banyak responden {status} sampel yang diperlukan.", status=survei.ref("status_sampel"))
        )  # fmt: skip
    elif survei.has("skm_responden"):
        made.append(kalimat("Kecukupan sampel tidak dapat dinilai karena banyak pengguna layanan tidak tercatat."))
    return [*made, *_plan(survei)]


def _plan(survei: Survei) -> list[Inlines]:
    """How many lines the plan has, and how many of them are cancelled."""
    kode = f"{SumberTindakLanjut.SKM.value}:{survei.periode.kode}:{KINI}"
    plan, gone = (survei.bahan.fid("rtl", f"{kode}:{s}") for s in ("semua", StatusTindak.BATAL.value))
    if plan not in survei.bahan.figures:
        return []
    text = "Rencana tindak lanjut memuat {n} kegiatan{batal}, diurutkan dari unsur dengan nilai terendah."
    cancelled = kalimat(" ({m} dibatalkan)", m=survei.bahan.ref(gone)) if survei.bahan.figures[gone].number else ""
    return [kalimat(text, n=survei.bahan.ref(plan), batal=cancelled)]
