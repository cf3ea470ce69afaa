"""Words of the review that its page, its documents and the terminal share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from akuntabel.findings import DIKESAMPINGKAN, Hasil, HasilPemeriksaan, Keyakinan, Temuan, Tingkat

NAMA_JENIS: Mapping[str, str] = {
    "lkj_opd": "Laporan kinerja perangkat daerah",
    "lkj_pemda": "Laporan kinerja pemerintah daerah",
    "perjanjian_kinerja": "Perjanjian kinerja",
    "laporan_triwulan": "Laporan triwulan",
    "laporan_skm": "Laporan survei kepuasan masyarakat",
    "renstra": "Rencana strategis",
    "iku": "Indikator kinerja utama",
    "rfk": "Laporan realisasi fisik dan keuangan",
    "dpa": "Dokumen pelaksanaan anggaran",
    "lra": "Laporan realisasi anggaran",
    "lhe": "Laporan hasil evaluasi",
    "lain": "Dokumen yang jenisnya tidak dikenali",
}
SEBUTAN_JENIS: Mapping[str, str] = {
    "lkj_opd": "lkip",
    "perjanjian_kinerja": "pk",
    "laporan_triwulan": "triwulan",
    "laporan_skm": "skm",
}


@dataclass(frozen=True, slots=True)
class PembandingDibaca:
    """A document that was compared with: what it was taken for and whose it is.

    `jenis_lain` are kinds that its cover names too; `disebut`: the user named the kind; `catatan` says why it was not
    compared; `instansi_lain`: it seems to be of another agency than the report.
    """

    berkas: str
    jenis: str
    instansi: str | None = None
    tahun: int | None = None
    jenis_lain: tuple[str, ...] = ()
    disebut: bool = False
    catatan: str | None = None
    instansi_lain: bool = False


def daftar_jenis() -> str:
    """The kinds as users name them: 'lkip, lkj_pemda, pk, ...'."""
    return ", ".join(SEBUTAN_JENIS.get(kind, kind) for kind in NAMA_JENIS if kind != "lain")


def kalimat_pembanding(one: PembandingDibaca) -> str:
    """'lra.xlsx: dikenali sebagai laporan realisasi anggaran, Dinas X, tahun 2025.', and what is doubtful about it."""
    if one.jenis == "lain":
        how = "disebut sebagai dokumen lain" if one.disebut else "jenisnya tidak dikenali"
        return f"{one.berkas}: {how}, tidak dibandingkan."
    how = "disebut sebagai" if one.disebut else "dikenali sebagai"
    whose = "".join(f", {part}" for part in (one.instansi, f"tahun {one.tahun}" if one.tahun else None) if part)
    note = f"; {one.catatan}, maka tidak dibandingkan" if one.catatan else ""
    return f"{one.berkas}: {how} {_kecil(NAMA_JENIS[one.jenis])}{whose}{note}.{_ragu(one)}{_of_whom(one)}"


def _ragu(one: PembandingDibaca) -> str:
    """Where the cover names several kinds, which, and how to choose the other."""
    if not one.jenis_lain:
        return ""
    names = " dan ".join(_kecil(NAMA_JENIS[kind]) for kind in one.jenis_lain)
    kind = SEBUTAN_JENIS.get(one.jenis_lain[0], one.jenis_lain[0])
    return f" Sampulnya juga menyebut {names}; bila itu yang dimaksud, tulis {kind}={one.berkas}."


def _of_whom(one: PembandingDibaca) -> str:
    return " Instansinya lain dari instansi laporan ini; periksa berkasnya." if one.instansi_lain else ""


def cara_mengoreksi(others: Iterable[PembandingDibaca]) -> str:
    """How to name the kind of a document that was recognised wrongly or not at all; empty where all were named."""
    guessed = [one for one in others if not one.disebut]
    if not guessed:
        return ""
    one = next((o for o in guessed if o.jenis == "lain"), guessed[0])
    kind = "renstra" if one.jenis == "perjanjian_kinerja" else "pk"
    return (
        f"Bila jenis suatu dokumen keliru atau tidak dikenali, tulis jenisnya di depan nama berkas, misalnya "
        f"{kind}={one.berkas}. Jenisnya: {daftar_jenis()}."
    )


def _kecil(name: str) -> str:
    return name[:1].lower() + name[1:]


NAMA_HASIL: Mapping[Hasil, str] = {
    Hasil.DITEMUKAN: "ada temuan",
    Hasil.LOLOS: "lolos",
    Hasil.TIDAK_BERLAKU: "tidak berlaku",
}
TANPA_KELOMPOK = "Lain"
URUTAN_TINGKAT: Mapping[Tingkat, int] = {level: n for n, level in enumerate(Tingkat)}

BATAS_REVIU = (
    "Reviu ini dilakukan oleh program dari teks dokumen. Yang tidak ditemukan belum tentu benar.",
    "Gambar, grafik, pindaian, kebenaran isi, dan bukti dukung tidak diperiksa.",
    "Temuan bertanda mungkin dapat dibantah pembaca; temuan bertanda pasti pun perlu dilihat pada dokumennya.",
    "Aturan yang tidak berlaku bukan aturan yang lolos; alasannya disebut pada halaman HTML dan JSON.",
    "Program tidak memberi nilai dan tidak memutuskan pernyataan telah direviu; keduanya wewenang APIP.",
)


def nama_jenis(about: Mapping[str, Any]) -> str:
    """The kind of a reviewed document as users read it."""
    return NAMA_JENIS.get(about.get("jenis") or "lain", NAMA_JENIS["lain"])


def tentang(about: Mapping[str, Any]) -> str:
    """'Laporan kinerja perangkat daerah Dinas X, tahun 2025', as far as the document says."""
    agency = about.get("instansi") or "instansi tidak dikenali"
    return f"{nama_jenis(about)}, {agency}, tahun {about.get('tahun') or 'tidak dikenali'}"


def menurut_tingkat(findings: Iterable[Temuan]) -> list[Temuan]:
    """Findings by level, highest first, then in their own order."""
    return sorted(findings, key=lambda t: URUTAN_TINGKAT[t.tingkat])


def kelompok_aturan(result: HasilPemeriksaan) -> dict[str, str]:
    """The title of the group of each rule, by code."""
    return {a.kode: a.kelompok or TANPA_KELOMPOK for a in result.aturan}


def kalimat_temuan(findings: Iterable[Temuan]) -> str:
    """'Ada 7 temuan: menurut tingkatnya 2 tinggi dan 5 sedang; menurut keyakinannya 7 pasti.'"""
    listed = list(findings)
    counts = banyak_temuan(listed)
    if not listed:
        return "Tidak ada temuan."
    level = _berderet([f"{counts[t]} {t.value}" for t in Tingkat if counts[t]])
    sure = _berderet([f"{counts[k]} {k.value}" for k in Keyakinan if counts[k]])
    aside = f"; {counts[DIKESAMPINGKAN]} di antaranya dikesampingkan" if counts[DIKESAMPINGKAN] else ""
    return f"Ada {len(listed)} temuan: menurut tingkatnya {level}; menurut keyakinannya {sure}{aside}."


def _berderet(words: list[str]) -> str:
    return " dan ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])}, dan {words[-1]}"


def banyak_temuan(findings: Iterable[Temuan]) -> dict[str, int]:
    """How many findings there are of each level and certainty, and how many are set aside."""
    listed = list(findings)
    counts = {level.value: sum(t.tingkat is level for t in listed) for level in Tingkat}
    counts |= {sure.value: sum(t.keyakinan is sure for t in listed) for sure in Keyakinan}
    return counts | {DIKESAMPINGKAN: sum(t.status == DIKESAMPINGKAN for t in listed)}
