"""Bab II: who asked, how, where, when, how many answered, and how many answers were needed."""

from __future__ import annotations

from akuntabel.bahasa.kalimat import sentence
from akuntabel.bahasa.terbilang import terbilang
from akuntabel.doctree.nodes import Block, Heading, Inlines, ListKind, Text
from akuntabel.reports.bagian.responden import PENGELOLA
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import kalimat, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.narasi import passage
from akuntabel.reports.tabel import KANAN, KIRI, baris, kepala, sumber, tabel, teks


def blocks(survei: Survei) -> list[Block]:
    """The chapter."""
    bahan = survei.bahan
    who = kurang("Pelaksana survei (narasi skm_pelaksana).", PENGELOLA)
    where = kurang("Lokasi pengumpulan data (narasi skm_lokasi).", PENGELOLA)
    return [
        Heading(2, (Text("Pelaksana Survei"),), "pelaksana"),
        *(passage(bahan, "skm_pelaksana") or (who,)),
        Heading(2, (Text("Metode Pengumpulan Data"),), "metode"),
        *_method(survei),
        Heading(2, (Text("Lokasi Pengumpulan Data"),), "lokasi"),
        *(passage(bahan, "skm_lokasi") or (where,)),
        Heading(2, (Text("Waktu Pelaksanaan"),), "waktu"),
        *_time(survei),
        Heading(2, (Text("Jumlah Responden dan Kecukupan Sampel"),), "sampel"),
        *_sample(survei),
    ]


def _method(survei: Survei) -> list[Block]:
    """How it was asked, and the elements that were asked about."""
    guide = survei.bahan.regulations.pedoman_skm(survei.periode.tahun)
    made: list[Block] = []
    if survei.periode.metode:
        made.append(paragraf("Data dikumpulkan dengan cara: {cara}", cara=sentence(survei.periode.metode)))
    else:
        made.append(kurang(f"Cara pengumpulan data survei {survei.waktu}.", PENGELOLA))
    count = len(guide.unsur)
    made.append(
        paragraf(
            "Kuesioner mengukur {banyak} unsur pelayanan menurut {dasar}:",
            banyak=f"{count} ({terbilang(count)})",
            dasar=guide.dasar.label(),
        )
    )
    items = ((Text(f"{u.nama}, yaitu {u.makna}" if u.makna else u.nama),) for u in guide.unsur)
    made.append(butir(ListKind.ANGKA, items, names=True))
    return made


def _time(survei: Survei) -> list[Block]:
    note = survei.periode.keterangan
    told = f" Keterangan: {note[0].lower()}{note[1:].rstrip('.')}." if note else ""
    return [paragraf("Pengumpulan data dilaksanakan pada {waktu}.{catatan}", waktu=survei.waktu, catatan=told)]


def _sample(survei: Survei) -> list[Block]:
    """Answers reached against those needed; where users are not recorded, that nobody can say and why."""
    if not survei.has("skm_responden"):
        return [kurang(f"Banyak responden survei {survei.waktu}.", PENGELOLA)]
    reached = paragraf(
        "Survei ini diikuti oleh {n} responden.{lembar}", n=survei.ref("skm_responden"), lembar=_sheets(survei)
    )
    if not survei.has("sampel"):
        return [
            reached,
            paragraf(
                "Kecukupan sampel tidak dapat dinilai karena banyak pengguna layanan dalam periode survei tidak "
                "tercatat; tanpa angka itu, sampel yang diperlukan tidak dapat dihitung."
            ),
            kurang(f"Banyak pengguna layanan pada {survei.waktu} (kolom pengguna, tabel skm_periode).", PENGELOLA),
        ]
    return [reached, _sample_table(survei), _sample_words(survei)]


def _sheets(survei: Survei) -> Inlines | str:
    """How many sheets are recorded one by one, where that differs from the respondents that the data tell."""
    sheets, told = (survei.bahan.figures.get(survei.fid(b)) for b in ("skm_lembar", "skm_responden"))
    if sheets is None or told is None or sheets.number == told.number:
        return ""
    return kalimat(" Lembar jawaban yang tercatat satu per satu berjumlah {n}.", n=survei.ref("skm_lembar"))


def _sample_table(survei: Survei) -> Block:
    size = survei.bahan.regulations.besar_sampel(survei.periode.tahun)
    rows = (
        ("Pengguna layanan dalam periode survei", "pengguna_layanan"),
        ("Sampel yang diperlukan", "sampel"),
        ("Responden yang diperoleh", "skm_responden"),
        ("Selisih (responden dikurangi sampel)", "selisih_sampel"),
    )
    return tabel(
        f"Sampel yang Diperlukan dan yang Diperoleh, Survei {survei.waktu}",
        "tabel-sampel",
        ((70, KIRI), (24, KANAN)),
        kepala("Uraian", "Orang"),
        [baris(teks(name), survei.cell(besaran)) for name, besaran in rows],
        source=sumber(survei.bahan),
        notes=[f"Sampel dihitung menurut {size.nama}, {size.dasar.label()}."],
    )


def _sample_words(survei: Survei) -> Block:
    enough = survei.text("status_sampel") == "memenuhi"
    gap = kalimat(", kurang {selisih} orang", selisih=survei.ref("selisih_sampel", format_name="mutlak"))
    tail = "" if enough else " Karena itu, hasil survei ini perlu dibaca sebagai gambaran, bukan ukuran yang mewakili."
    return paragraf(
        "Banyak responden {status} sampel yang diperlukan{selisih}.{akibat}",
        status=survei.ref("status_sampel"),
        selisih="" if enough else gap,
        akibat=tail,
    )
