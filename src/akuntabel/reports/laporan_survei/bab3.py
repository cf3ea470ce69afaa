"""Bab III: who answered, the index, the value of each unsur, what the weight does, services side by side."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.calculation.policy import BobotSkm
from akuntabel.calculation.skm_sebaran import KOSONG, LUAR, TANPA_JAWABAN
from akuntabel.doctree.nodes import Block, Heading, Inlines, ListKind, Row, RowKind, Text
from akuntabel.domain.skm import SkmRekap
from akuntabel.reports.bagian.responden import PENGELOLA, profile_blocks
from akuntabel.reports.bagian.skm import period_notes, rekap_unsur, unsur_chart
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import join, kalimat, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.laporan_survei.layanan import service_blocks
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, sumber, tabel, teks
from akuntabel.survey.indeks import KONVERSI

KOLOM = ((9, TENGAH), (38, KIRI), (16, KANAN), (15, KANAN), (12, KANAN), (17, KANAN), (14, KANAN), (11, TENGAH))
BOBOT = {
    BobotSkm.TEPAT: "Tepat sama bagi setiap unsur",
    BobotSkm.DUA_DESIMAL: "Dibulatkan menjadi dua desimal",
    BobotSkm.TIGA_DESIMAL: "Dibulatkan menjadi tiga desimal",
}


def blocks(survei: Survei) -> list[Block]:
    """The chapter."""
    rows = rekap_unsur(survei.bahan, survei.periode)
    made: list[Block] = [
        Heading(2, (Text("Karakteristik Responden"),), "responden"),
        *profile_blocks(survei),
        Heading(2, (Text("Indeks Kepuasan Masyarakat dan Nilai Unsur"),), "indeks"),
        *_index(survei, rows),
    ]
    if rows and survei.bahan.fid("ikm_tertinggi", survei.periode.kode, dokumen="bobot-tepat") in survei.bahan.figures:
        made += [Heading(2, (Text("Pilihan Bobot Unsur"),), "bobot"), *_weights(survei)]
    return [*made, Heading(2, (Text("Nilai Menurut Jenis Layanan"),), "layanan"), *service_blocks(survei)]


def _index(survei: Survei, rows: list[SkmRekap]) -> list[Block]:
    made: list[Block] = []
    if survei.has("ikm"):
        made += [_opening(survei), *_classes(survei)]
    if not rows:
        return [*made, kurang(f"Rekap unsur survei {survei.waktu}.", PENGELOLA)]
    names = survei.bahan.regulations.unsur_skm(survei.periode.tahun)
    official = sorted(rows, key=lambda r: r.unsur or "")
    return [*made, _table(survei, official), *_extremes(survei), unsur_chart(survei.bahan, survei.periode, rows, names)]


def _weak(survei: Survei, *, words: str = " menurut data sementara") -> str:
    figure = survei.bahan.figures.get(survei.fid("ikm"))
    return words if figure is not None and figure.sementara else ""


def _opening(survei: Survei) -> Block:
    return paragraf(
        "Survei {waktu} menghasilkan indeks kepuasan masyarakat sebesar {ikm}{lemah}, dengan mutu pelayanan {mutu} "
        "({kinerja}). Indeks itu berasal dari {n} responden.",
        waktu=survei.waktu, ikm=survei.ref("ikm"), lemah=_weak(survei), mutu=survei.ref("mutu"),
        kinerja=survei.ref("kinerja_layanan"), n=survei.ref("skm_responden"),
    )  # fmt: skip


def _classes(survei: Survei) -> list[Block]:
    """The intervals of mutu, with the rule that they stand in."""
    scale = survei.bahan.regulations.skala_pada("mutu_skm", survei.periode.tahun)
    items = ((Text(f"{k.rentang_teks}: {k.kode} ({k.nama})"),) for k in reversed(scale.kelas))
    opening = paragraf("Mutu pelayanan ditetapkan menurut {dasar}:", dasar=scale.dasar.label())
    return [opening, butir(ListKind.BUTIR, items, names=True)]


def _table(survei: Survei, rows: list[SkmRekap]) -> Block:
    names = survei.bahan.regulations.unsur_skm(survei.periode.tahun)

    def row(r: SkmRekap) -> Row:
        kinds = ("skm_responden", "skm_skor", "nrr", "nrr_tertimbang", "nilai_unsur", "mutu")
        unsur = r.unsur or ""
        return baris(teks(unsur), teks(names.get(unsur, unsur)), *(survei.cell(b, unsur) for b in kinds))

    total = baris(
        teks(None), (Text("Indeks kepuasan masyarakat", bold=True),), survei.cell("skm_responden"),
        teks(None), teks(None),
        survei.cell("nrr_tertimbang"), survei.cell("ikm", bold=True), survei.cell("mutu", bold=True),
        kind=RowKind.JUMLAH,
    )  # fmt: skip
    return tabel(
        f"Nilai Unsur Pelayanan, Survei {survei.waktu}",
        f"tabel-unsur-{survei.periode.kode}",
        KOLOM,
        kepala("Kode", "Unsur", "Responden (n)", "Jumlah skor", "NRR", "NRR tertimbang", "Nilai", "Mutu"),
        [*(row(r) for r in rows), total],
        source=sumber(survei.bahan),
        notes=(*_reading(survei), *_left_out(survei, rows), *period_notes(survei.bahan, survei.periode)),
        small=True,
    )


def _reading(survei: Survei) -> list[Inlines]:
    """What the columns mean."""
    if not survei.has("bobot_unsur"):
        return []
    line = (
        "NRR: nilai rata-rata, yaitu jumlah skor dibagi banyak responden. NRR tertimbang: NRR dikalikan bobot {bobot}. "
        "Nilai: NRR dikalikan {kali}. Indeks dihitung dari angka tanpa pembulatan."
    )
    return [kalimat(line, bobot=survei.ref("bobot_unsur"), kali=format_number(Decimal(KONVERSI)))]


def _left_out(survei: Survei, rows: list[SkmRekap]) -> list[Inlines]:
    """What of the answer sheets does not count, where the table stands on them."""
    if all(r in survei.bahan.paket.skm_rekap for r in rows):
        return []
    kinds = (
        (KOSONG, "{n} jawaban kosong"), (LUAR, "{n} jawaban di luar skala"),
        (TANPA_JAWABAN, "{n} lembar tanpa satu pun jawaban sah"),
    )  # fmt: skip
    told = [
        kalimat(text, n=survei.ref("skm_ditolak", kode))
        for kode, text in kinds
        if (figure := survei.bahan.figures.get(survei.fid("skm_ditolak", kode))) and figure.number
    ]
    return [kalimat("Tidak dihitung: {rincian}.", rincian=join(told))] if told else []


def _extremes(survei: Survei) -> list[Block]:
    if not survei.has("unsur", "tertinggi"):
        return []
    return [
        paragraf(
            "Nilai tertinggi diperoleh unsur {tinggi}, sedangkan nilai terendah diperoleh unsur {rendah}{lemah}.",
            tinggi=survei.ref("unsur", "tertinggi"),
            rendah=survei.ref("unsur", "terendah"),
            lemah=_weak(survei, words=", menurut data sementara"),
        )
    ]


def _weights(survei: Survei) -> list[Block]:
    """The index under each weight in use, with the highest index that each allows."""
    rows = []
    for weight, name in BOBOT.items():
        document = "bobot-" + weight.value.replace(",", "")
        ids = (survei.fid(b, dokumen=document) for b in ("ikm", "ikm_tertinggi"))
        shown = name if weight is BobotSkm.TEPAT else f"{name} ({weight.value})"
        rows.append(baris(teks(shown), *(survei.bahan.cell(i) for i in ids)))
    highest = survei.bahan.ref(survei.fid("ikm_tertinggi", dokumen="bobot-011"))
    return [
        paragraf(
            "Setiap unsur diberi bobot yang sama. Bobot yang dibulatkan tidak berjumlah satu, sehingga indeksnya lebih "
            "rendah: dengan bobot dua desimal, {atas} ialah indeks tertinggi yang dapat dicapai walaupun semua jawaban "
            "mendapat skor tertinggi. Bobot yang dipakai dalam laporan ini ialah {bobot} bagi setiap unsur "
            "({kebijakan}).",
            atas=highest,
            bobot=survei.ref("bobot_unsur"),
            kebijakan=_policy(survei),
        ),
        tabel(
            f"Indeks Menurut Pilihan Bobot, Survei {survei.waktu}",
            "tabel-bobot",
            ((60, KIRI), (22, KANAN), (34, KANAN)),
            kepala("Bobot setiap unsur", "Indeks", "Indeks tertinggi yang mungkin"),
            rows,
            source=sumber(survei.bahan),
        ),
    ]


def _policy(survei: Survei) -> str:
    """'kebijakan baku', with the decree where there is one."""
    label = survei.bahan.policy.label()
    return label[0].lower() + label[1:]
