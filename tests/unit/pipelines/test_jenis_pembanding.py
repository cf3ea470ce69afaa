"""What documents to compare with are taken for, and how that is shown and corrected."""

from __future__ import annotations

from pathlib import Path

import pytest

from akuntabel.doctree.kata_reviu import NAMA_JENIS, PembandingDibaca, cara_mengoreksi, kalimat_pembanding
from akuntabel.facts.fakta import collect
from akuntabel.findings import result_json
from akuntabel.pipelines.reviu import Permintaan, parse_other, review_file
from akuntabel.readers.teks import parse_teks

OWNER = "DINAS TENAGA KERJA KOTA CONTOH"
COVERS = {
    "perjanjian kinerja": (f"PEMERINTAH KOTA CONTOH\nPERJANJIAN KINERJA TAHUN 2025\n{OWNER}", "perjanjian_kinerja"),
    "perjanjian kinerja perubahan": (f"PERJANJIAN KINERJA PERUBAHAN TAHUN 2025\n{OWNER}", "perjanjian_kinerja"),
    "renstra": (
        f"RENCANA STRATEGIS (RENSTRA)\n{OWNER}\nTAHUN 2025-2029\nDAFTAR ISI\nIndikator Kinerja Utama",
        "renstra",
    ),
    "keputusan iku": (f"KEPUTUSAN KEPALA {OWNER}\nTENTANG\nPENETAPAN INDIKATOR KINERJA UTAMA {OWNER}", "iku"),
    "dpa": (f"DOKUMEN PELAKSANAAN ANGGARAN\nDPA-BELANJA SKPD\nTAHUN ANGGARAN 2025\n{OWNER}", "dpa"),
    "dppa": ("DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN\nSATUAN KERJA PERANGKAT DAERAH\nTAHUN ANGGARAN 2025", "dpa"),
    "lra": (
        "LAPORAN REALISASI ANGGARAN PENDAPATAN DAN BELANJA DAERAH\n"
        "UNTUK TAHUN YANG BERAKHIR SAMPAI DENGAN 31 DESEMBER 2025 DAN 2024",
        "lra",
    ),
    "rfk": (f"LAPORAN REALISASI FISIK DAN KEUANGAN\nBULAN DESEMBER TAHUN 2025\n{OWNER}", "rfk"),
    "lhe": (f"INSPEKTORAT DAERAH\nLAPORAN HASIL EVALUASI\nAKUNTABILITAS KINERJA\nPADA {OWNER}\nTAHUN 2024", "lhe"),
    "surat lhe": ("Hal : Hasil Evaluasi atas Akuntabilitas Kinerja Instansi Pemerintah Tahun 2024", "lhe"),
    "laporan triwulan": (f"LAPORAN KINERJA TRIWULAN IV\n{OWNER}\nTAHUN 2025", "laporan_triwulan"),
    "pengukuran triwulan": (f"PENGUKURAN KINERJA TRIWULAN IV TAHUN 2025\n{OWNER}", "laporan_triwulan"),
    "monev rencana aksi": (
        f"MONITORING DAN EVALUASI RENCANA AKSI PERJANJIAN KINERJA\nTRIWULAN IV TAHUN 2025\n{OWNER}",
        "laporan_triwulan",
    ),
    "skm": (f"HASIL SURVEI KEPUASAN MASYARAKAT (SKM)\n{OWNER}\nTAHUN 2025", "laporan_skm"),
    "lkip": (f"LAPORAN KINERJA (LKIP)\nTAHUN 2024\n{OWNER}\nDAFTAR ISI\nPerjanjian Kinerja 12\nRenstra 9", "lkj_opd"),
    "rencana kinerja": (f"RENCANA KINERJA TAHUNAN {OWNER} TAHUN 2025\nSumber: Rencana Strategis 2025-2029", "lain"),
    "matriks tindak lanjut": (f"MATRIKS TINDAK LANJUT HASIL EVALUASI AKIP\n{OWNER} TAHUN 2025\nA. Nilai LHE", "lain"),
    "lembar anggaran dan realisasi": (
        "Uraian\tAnggaran\tRealisasi\t%\nProgram A\t100\t90\t90\nJumlah\t100\t90\t90",
        "lra",
    ),
    "nota dinas": ("NOTA DINAS\nKepada Kepala Dinas", "lain"),
}


@pytest.mark.parametrize(("cover", "kind"), COVERS.values(), ids=COVERS)
def test_a_cover_tells_the_kind(cover: str, kind: str) -> None:
    identity = collect(parse_teks(cover.encode(), "a.txt")).identitas
    assert (identity.jenis.value, identity.jenis_lain) == (kind, ())


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        ("SEKRETARIAT DPRD KABUPATEN BANYUMAS", "Sekretariat DPRD Kabupaten Banyumas"),
        ("BADAN KEUANGAN DAN ASET DAERAH KOTA CONTOH", "Badan Keuangan dan Aset Daerah Kota Contoh"),
    ],
)
def test_a_name_in_capitals_is_written_as_text_does(cover: str, name: str) -> None:
    assert collect(parse_teks(f"PERJANJIAN KINERJA TAHUN 2025\n{cover}".encode(), "a.txt")).identitas.lengkap == name


def reviewed(folder: Path, other: str, cover: str) -> PembandingDibaca:
    (folder / "laporan.txt").write_text(f"LAPORAN KINERJA TAHUN 2025\n{OWNER}\n", encoding="utf-8")
    kind, name = parse_other(other)
    (folder / name).write_text(cover + "\n", encoding="utf-8")
    result = review_file(folder / "laporan.txt", Permintaan(pilih=("PBD",), pembanding=((kind, folder / name),)))
    (taken,) = result.pembanding
    (shown,) = result_json(result.hasil)["dokumen"]["pembanding"]
    assert (shown["berkas"], shown["jenis"], shown["jenis_lain"]) == (taken.berkas, taken.jenis, list(taken.jenis_lain))
    return taken


@pytest.mark.parametrize(
    ("other", "cover", "sentence"),
    [
        (
            "pk.txt",
            f"PERJANJIAN KINERJA TAHUN 2025\n{OWNER}",
            "pk.txt: dikenali sebagai perjanjian kinerja, Dinas Tenaga Kerja Kota Contoh, tahun 2025.",
        ),
        (
            "lampiran.txt",
            f"LAMPIRAN PERJANJIAN KINERJA\nINDIKATOR KINERJA UTAMA\n{OWNER}\nTAHUN 2025",
            "lampiran.txt: dikenali sebagai perjanjian kinerja, Dinas Tenaga Kerja Kota Contoh, tahun 2025. "
            "Sampulnya juga menyebut indikator kinerja utama; bila itu yang dimaksud, tulis iku=lampiran.txt.",
        ),
        (
            "iku=lampiran.txt",
            f"LAMPIRAN PERJANJIAN KINERJA\nINDIKATOR KINERJA UTAMA\n{OWNER}\nTAHUN 2025",
            "lampiran.txt: disebut sebagai indikator kinerja utama, Dinas Tenaga Kerja Kota Contoh.",
        ),
        (
            "lra.txt",
            f"LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN 2024\n{OWNER}",
            "lra.txt: dikenali sebagai laporan realisasi anggaran, Dinas Tenaga Kerja Kota Contoh, tahun 2024; "
            "laporan ini tahun 2025, maka tidak dibandingkan.",
        ),
        (
            "dpa.txt",
            "DOKUMEN PELAKSANAAN ANGGARAN TAHUN 2025\nDINAS PERTANIAN KOTA CONTOH",
            "dpa.txt: dikenali sebagai dokumen pelaksanaan anggaran, Dinas Pertanian Kota Contoh, tahun 2025. "
            "Instansinya lain dari instansi laporan ini; periksa berkasnya.",
        ),
        ("nota.txt", "NOTA DINAS", "nota.txt: jenisnya tidak dikenali, tidak dibandingkan."),
    ],
)
def test_what_was_taken_is_said(tmp_path: Path, other: str, cover: str, sentence: str) -> None:
    assert kalimat_pembanding(reviewed(tmp_path, other, cover)) == sentence


def test_how_to_correct_a_kind_names_the_kinds() -> None:
    guessed = (PembandingDibaca("a.pdf", "perjanjian_kinerja"), PembandingDibaca("b.pdf", "lain"))
    assert cara_mengoreksi(guessed) == (
        "Bila jenis suatu dokumen keliru atau tidak dikenali, tulis jenisnya di depan nama berkas, misalnya pk=b.pdf. "
        "Jenisnya: lkip, lkj_pemda, pk, triwulan, skm, renstra, iku, rfk, dpa, lra, lhe."
    )
    assert cara_mengoreksi([PembandingDibaca("a.pdf", "dpa", disebut=True)]) == ""


@pytest.mark.parametrize("kind", [kind for kind in NAMA_JENIS if kind != "lain"])
def test_every_kind_can_be_named(kind: str) -> None:
    assert parse_other(f"{kind}=a.pdf") == (kind, Path("a.pdf"))
