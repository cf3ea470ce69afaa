"""Contracts that other tools rely on: names of figures, JSON keys, the schema of the package.

New keys may come; a change of what stands here is a new version, with its migration and its note in the changelog.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ubah_sel import CONTOH

from akuntabel.domain.figure import PERIODE, FigureId
from akuntabel.domain.kolom import columns_of
from akuntabel.domain.paket import TABEL, VERSI_SKEMA
from akuntabel.findings import result_json
from akuntabel.paket.migrasi import MIGRASI
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.pipelines.pemeriksaan import check
from akuntabel_cli.tampilan import show_figures

KONTRAK = Path(__file__).parent / "kontrak"

GRAMMAR = (
    ("capaian/IKU-1/2025", ("capaian", "IKU-1", 2025, None, None)),
    ("capaian/IKU-1", ("capaian", "IKU-1", 2030, None, None)),
    ("pagu/2.07.03/2025/perubahan", ("pagu", "2.07.03", 2025, None, "perubahan")),
    ("target/TPT/2025/tw2", ("target", "TPT", 2025, "tw2", None)),
    ("target/TPT/2025/tw2/kumulatif", ("target", "TPT", 2025, "tw2", "kumulatif")),
    ("ikm/2025-tw4:AK1/2025", ("ikm", "2025-tw4:AK1", 2025, None, None)),
    ("target/TPT/tw1", ("target", "TPT", 2030, "tw1", None)),
    ("target/TPT/2025/dok-tw1", ("target", "TPT", 2025, None, "dok-tw1")),
    (" capaian/IKU-1/2025 ", ("capaian", "IKU-1", 2025, None, None)),
)


@pytest.mark.parametrize(("text", "parts"), GRAMMAR)
def test_names_of_figures(text: str, parts: tuple[str, str, int, str | None, str | None]) -> None:
    fid = FigureId.parse(text, 2030)
    assert (fid.besaran, fid.kode, fid.tahun, fid.periode, fid.dokumen) == parts
    assert FigureId.parse(str(fid)) == fid


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("capaian", "bukan nama besaran"),
        ("capaian//2025", "bukan nama besaran"),
        ("capaian/IKU-1", "tidak menyebut tahun"),
        ("capaian/IKU-1/2025/pk/lagi", "bagian berlebih"),
        ("capaian/IKU 1/2025", "tidak sah"),
    ],
)
def test_what_is_no_name(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        FigureId.parse(text)


def test_periods() -> None:
    months = tuple(f"b{n:02}" for n in range(1, 13))
    assert ("tw1", "tw2", "tw3", "tw4", "sm1", "sm2", *months) == PERIODE


def test_a_document_named_like_a_period_is_told_apart() -> None:
    assert str(FigureId("target", "A", 2025, dokumen="tw1")) == "target/A/2025/dok-tw1"


TOP = {"versi", "dokumen", "aturan", "temuan"}
ATURAN = {"kode", "nama", "hasil", "diperiksa", "lolos", "alasan", "kelompok"}
TEMUAN = {
    "kode", "judul", "tingkat", "keyakinan", "status", "sidik", "sebab", "pesan", "kutipan", "lokasi", "terkait",
    "tertulis", "seharusnya", "hitungan", "dugaan_penyebab", "saran", "dasar", "kesampingan",
}  # fmt: skip
LOKASI = {"berkas", "lembar", "kolom", "baris", "halaman", "bagian", "tabel", "sel"}
BESARAN = {"besaran", "nama", "nilai", "teks", "satuan", "keadaan", "tercatat", "sementara"}


def test_json_of_periksa() -> None:
    made = json.loads(json.dumps(result_json(check(CONTOH)), ensure_ascii=False))
    assert made.keys() >= TOP
    assert made["versi"] == 1
    assert made["aturan"]
    assert made["temuan"]
    assert all(a.keys() >= ATURAN for a in made["aturan"])
    assert all(t.keys() >= TEMUAN and t["lokasi"].keys() >= LOKASI for t in made["temuan"])


def test_json_of_hitung(capsys: pytest.CaptureFixture[str]) -> None:
    show_figures(compute_paket(CONTOH).bahan, "json", everything=True)
    made = json.loads(capsys.readouterr().out)
    assert made.keys() >= {"versi", "instansi", "tahun", "besaran"}
    assert made["versi"] == 1
    assert all(row.keys() >= BESARAN for row in made["besaran"])
    names = [row["besaran"] for row in made["besaran"]]
    assert [str(FigureId.parse(n)) for n in names] == names


def schema_text() -> str:
    """Every table and column, one line each: name, kind, required, reference, choices."""
    lines = []
    for name, model in TABEL.items():
        lines.append(f"{name} [{', '.join(model.KUNCI)}]")
        for k in columns_of(model):
            parts = (k.nama, k.jenis.value, "wajib" if k.wajib else "", k.acuan, ",".join(k.pilihan))
            lines.append("  " + " ".join(p for p in parts if p))
    return "\n".join(lines) + "\n"


def test_schema_is_that_of_its_version() -> None:
    """A change of tables or columns raises VERSI_SKEMA, adds a migration, and freezes kontrak/skema-vN.txt."""
    assert schema_text() == (KONTRAK / f"skema-v{VERSI_SKEMA}.txt").read_text(encoding="utf-8")


def test_every_older_version_has_its_migration() -> None:
    assert set(MIGRASI) == set(range(1, VERSI_SKEMA))
    assert {p.name for p in KONTRAK.glob("skema-v*.txt")} == {f"skema-v{n}.txt" for n in range(1, VERSI_SKEMA + 1)}
