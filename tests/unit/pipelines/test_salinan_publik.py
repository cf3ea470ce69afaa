"""A public copy holds no NIP, no number of a vehicle, and no value of a small or uncounted survey group."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from akuntabel.domain.figure import FigureId
from akuntabel.errors import PanggilanError
from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.dokumen import Pesanan, build, render, write
from akuntabel.pipelines.hitungan import Terhitung, compute_paket
from akuntabel.reports.bagian.tanda_tangan import format_nip
from akuntabel.reports.cetak import print_figure
from akuntabel.reports.daftar import DOKUMEN
from akuntabel.reports.salinan_publik import PROFIL, public_copy, small_groups

UJI = Path(__file__).parents[2] / "paket" / "uji-dokumen"
FORMATS = ("docx", "pdf", "html", "json")
NIP_UTUH = re.compile(r"(?<!\d)(?:19|20)\d{6} ?\d{6} ?[12] ?\d{3}(?!\d)")


@cache
def computed(path: Path) -> Terhitung:
    return compute_paket(path)


def as_text(data: bytes, name: str) -> str:
    """Everything that a file holds: of a docx all its parts with properties and bookmarks, of a PDF also its title."""
    if name == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            xml = "\n".join(archive.read(n).decode() for n in archive.namelist() if n.endswith((".xml", ".rels")))
        return xml + re.sub(r"<[^>]+>", "", xml)  # a text may be cut by tags
    if name == "pdf":
        document = pypdfium2.PdfDocument(data)
        texts = [page.get_textpage().get_text_bounded() for page in document]
        return "\n".join([*texts, *document.get_metadata_dict().values()])
    return data.decode()


@cache
def texts_of(path: Path, kind: str, *, publik: bool = True) -> dict[str, str]:
    bahan = computed(path).bahan
    made = {}
    for choice in choices(kind):
        document = build(public_copy(bahan) if publik else bahan, kind, choice)
        for name, data in zip(FORMATS, render(document, FORMATS), strict=True):
            text = as_text(data, name).replace("\N{NO-BREAK SPACE}", " ")
            made[f"{kind} {choice or ''} {name}"] = text
    return made


def choices(kind: str) -> tuple[str | None, ...]:
    return ("tw1", "tw4") if kind == "triwulan" else (None,)


def secret_numbers(path: Path) -> Iterator[str]:
    paket = computed(path).bahan.paket
    for row in paket.kendaraan:
        yield from (n for n in (row.nomor_mesin, row.nomor_rangka, row.nomor_polisi) if n)
    signed = [n for p in paket.perjanjian_kinerja for n in (p.nip_pertama, p.nip_kedua)]
    for nip in (*(p.nip for p in paket.pejabat), *signed):
        if nip:
            yield from (nip, nip[:8], f"{nip[8:14]} {nip[14]}")


def secret_values(path: Path) -> set[str]:
    """Printed values of withheld figures, save those that a figure which is not withheld has too."""
    bahan = public_copy(computed(path).bahan)
    shown = {print_figure(f) for i, f in bahan.figures.items() if i not in bahan.withheld}
    return {print_figure(bahan.figures[i]) for i in bahan.withheld if bahan.figures[i].number is not None} - shown


def test_the_example_withholds_every_service_without_a_count() -> None:
    bahan = public_copy(computed(example_path()).bahan)
    groups = {":".join(i.kode.split(":")[:2]) for i in bahan.withheld}
    assert groups == {"2025-tw4:PASPOR-CPMI", "2025-tw4:PKWT", "2025-tw4:SP-SB"}
    assert secret_values(example_path()) == {"98,21", "94,44", "87,50", "50,00"}
    assert FigureId("ikm", "2025-tw4:AK1", 2025) not in bahan.withheld


@pytest.mark.lambat
@pytest.mark.parametrize("path", [example_path(), UJI], ids=["contoh", "uji"])
@pytest.mark.parametrize("kind", DOKUMEN)
def test_no_public_copy_of_any_kind_or_format_holds_a_secret(path: Path, kind: str) -> None:
    bahan = public_copy(computed(path).bahan)
    values = re.compile("|".join(rf"(?<![\d.,]){re.escape(v)}(?!\d)" for v in secret_values(path)) or r"(?!)")
    names = [*secret_numbers(path), *(str(i) for i in bahan.withheld)]
    try:
        texts = texts_of(path, kind)
    except PanggilanError:  # this package has no such document
        assert path == UJI
        return
    for copy, text in texts.items():
        assert [n for n in names if n in text] == [], copy
        assert NIP_UTUH.findall(text) == [], copy
        assert values.findall(text) == [], copy


@pytest.mark.lambat
def test_the_internal_copy_holds_what_the_public_one_hides() -> None:
    (text,) = [t for name, t in texts_of(example_path(), "lkip", publik=False).items() if name.endswith("html")]
    paket = computed(example_path()).bahan.paket
    vehicles = [n for k in paket.kendaraan for n in (k.nomor_mesin, k.nomor_rangka) if n]
    assert [s for s in (*vehicles, *secret_values(example_path())) if s not in text] == []
    assert NIP_UTUH.search(text)


@pytest.mark.lambat
def test_a_public_copy_says_that_groups_are_left_out() -> None:
    said = "kurang dari 5 atau tidak diketahui tidak ditampilkan pada salinan untuk umum"
    for publik in (True, False):
        texts = texts_of(example_path(), "lkip", publik=publik)
        assert [said in text for name, text in texts.items() if name.endswith("html")] == [publik]


def test_a_masked_nip_keeps_its_last_three_digits_only() -> None:
    bahan = computed(example_path()).bahan
    nip = "196701141986102001"
    assert format_nip(bahan, nip) == "NIP 19670114 198610 2 001"
    assert format_nip(public_copy(bahan), nip) == "NIP ******** ****** * 001"


@pytest.mark.parametrize(
    ("answers", "total", "hidden"),
    [
        ({"A": 5, "B": 4}, None, {"B"}),  # the threshold itself is enough
        ({"A": 5, "B": None}, None, {"B"}),  # unknown is not safe
        ({"A": 42, "B": None}, 64, {"B"}),  # the rest, 22 answers, tells nothing of a person
        ({"A": 30, "B": 10, "C": 4}, 44, {"B", "C"}),  # total less A and B would give C away
        ({"A": 30, "B": 10, "C": 4, "D": 3}, 47, {"C", "D"}),  # seven answers together
        ({"A": 30, "B": 10}, 40, set()),
        ({"A": 3}, 3, {"A"}),
    ],
)
def test_groups_that_are_withheld(answers: dict[str, int | None], total: int | None, hidden: set[str]) -> None:
    assert small_groups(answers, total, Decimal(5)) == hidden


@pytest.mark.lambat
def test_the_choice_stands_in_the_file_name(tmp_path: Path) -> None:
    names = [
        write(computed(UJI), Pesanan("triwulan", ("json",), pilihan=tw), tmp_path).berkas[0].name
        for tw in ("tw1", "tw2")
    ]
    assert len(set(names)) == 2
    assert [n.split("-")[1] for n in names] == ["tw1", "tw2"]


def test_services_that_only_answers_know_are_withheld_alike(tmp_path: Path) -> None:
    paket = tmp_path / "paket"
    shutil.copytree(example_path(), paket)
    (paket / "skm_rekap.csv").unlink()
    names = ["AK1"] * 40 + ["PKWT"] * 20 + ["SP-SB"] * 2 + [""] * 2
    lines = [f"{n};2025-tw4;{name}" + ";4" * 9 for n, name in enumerate(names)]
    heading = "kode;periode;layanan;" + ";".join(f"u{n}" for n in range(1, 10))
    (paket / "skm_responden.csv").write_text("\n".join([heading, *lines]) + "\n", encoding="utf-8")
    bahan = public_copy(compute_paket(paket).bahan)
    of_services = [i for i in bahan.withheld if i.besaran not in PROFIL]
    assert {":".join(i.kode.split(":")[:2]) for i in of_services} == {"2025-tw4:SP-SB", "2025-tw4:PKWT"}
