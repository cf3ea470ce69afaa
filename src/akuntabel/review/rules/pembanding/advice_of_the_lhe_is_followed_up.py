"""The report tells of the follow-up of what the given LHE recommends, and of as many recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rekomendasi import Rekomendasi, read_advice, read_follow_up, tells_of_follow_up
from akuntabel.facts.struktur import AlineaFakta, Judul
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import of_kinds


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for other in of_kinds(fakta, konteks, "lhe"):
        advice = read_advice(other.fakta.struktur, other.fakta.tabel)
        if advice is None or not fakta.struktur.alinea:
            continue
        if None not in (fakta.tahun, other.fakta.tahun) and not _is_due(fakta, other):
            yield Lewat(f"{other.berkas} ialah LHE tahun {other.fakta.tahun}", seluruhnya=True)
        elif fakta.naskah.halaman_gambar:
            yield Lewat("ada halaman laporan yang berupa gambar", seluruhnya=True)
        else:
            yield _judge(fakta, other, advice)


def _is_due(fakta: Fakta, other: Pembanding) -> bool:
    """The LHE of the report year or of the year before; an older one was answered earlier."""
    return bool(fakta.tahun and other.fakta.tahun and fakta.tahun - 1 <= other.fakta.tahun <= fakta.tahun)


def _judge(fakta: Fakta, other: Pembanding, advice: Rekomendasi) -> Jawaban:
    told = read_follow_up(fakta.struktur, fakta.tabel)
    wanted = len(advice.butir)
    where = other_place(other.fakta, advice.butir[0])
    if told is None and not tells_of_follow_up(fakta.struktur):
        return _problem(
            proof(_where_it_belongs(fakta)), other, advice,
            f"tindak lanjut hasil evaluasi tidak ditemukan, sedangkan LHE ({where}) memuat {wanted} rekomendasi", None,
        )  # fmt: skip
    if told is None or len(told.butir) >= wanted:
        return LOLOS
    return _problem(
        proof(told.butir[0], told.tabel), other, advice,
        f"tindak lanjut yang diuraikan {len(told.butir)}, sedangkan LHE ({where}) memuat {wanted} rekomendasi; "
        "semuanya sudah dijawab?", Tingkat.RENDAH,
    )  # fmt: skip


def _where_it_belongs(fakta: Fakta) -> Judul | AlineaFakta:
    """The chapter of accountability, where a follow-up is told; else the end of the report."""
    chapters = (j for j in fakta.struktur.judul if "akuntabilitas kinerja" in j.teks.lower())
    return next(chapters, fakta.struktur.alinea[-1])


def _problem(place: Terkait, other: Pembanding, advice: Rekomendasi, pesan: str, tingkat: Tingkat | None) -> Masalah:
    return Masalah(
        place,
        pesan,
        Keyakinan.MUNGKIN,
        tingkat,
        terkait=tuple(proof_of_other(other.fakta, one, advice.tabel) for one in advice.butir),
        saran="Uraikan tindak lanjut atas setiap rekomendasi LHE: apa, oleh siapa, kapan, dan statusnya.",
    )


ATURAN = Aturan(
    kode="PBD-09",
    judul="Rekomendasi LHE yang diberikan ditindaklanjuti dalam laporan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 88/2021, pemanfaatan hasil evaluasi (belum diperiksa pada naskah asli)",
    penjelasan=(
        "Banyak rekomendasi pada laporan hasil evaluasi (LHE) tahun laporan atau tahun sebelumnya dibandingkan "
        "dengan banyak tindak lanjut yang diuraikan laporan pada daftar atau tabel tindak lanjut. Hanya banyaknya "
        "dan adanya yang diperiksa, bukan isinya; karena itu selalu mungkin. Tindak lanjut yang hanya diceritakan "
        "dalam kalimat dianggap ada."
    ),
    bila_kosong="tidak ada LHE pembanding yang memuat daftar rekomendasi",
    run=_run,
)
