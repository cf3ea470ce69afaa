"""Charts print exactly the given labels, tell them in the alternative text, and never change between runs."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from akuntabel.charts.describe import describe
from akuntabel.charts.picture import to_picture
from akuntabel.charts.render import render, size_mm
from akuntabel.charts.specs import (
    BarChart,
    ChartSpec,
    LineChart,
    Series,
    StackedBar,
    TargetLine,
    TreeChart,
    TreeNode,
)
from akuntabel.charts.tree_layout import place_down

HOSTILE = "Bidang <script>\"R&D\"</script> 'utama' 🚀"


def seri(name: str, *labels: str) -> Series:
    """A series from printed numbers; a text that is no number is the reason of a gap."""

    def value(text: str) -> Decimal | None:
        digits = text.replace(".", "").replace(",", ".")
        return Decimal(digits) if digits.lstrip("-").replace(".", "").isdigit() else None

    return Series(name, tuple(value(t) for t in labels), labels)


IKM = BarChart(
    "Indeks Kepuasan Masyarakat",
    ("2023", "2024", "2025"),
    (seri("IKM", "89,00", "85,43", "89,45"),),
    "Nilai IKM",
    target=TargetLine(Decimal("88.31"), "Target 88,31"),
)
TPT = LineChart(
    "Tingkat Pengangguran Terbuka",
    ("2023", "2024", "2025"),
    (seri("Kota", "7,90", "7,82", "7,35"), seri("Provinsi", "7,44", "6,75", "")),
    "Persen",
)
PEGAWAI = StackedBar(
    "Pegawai menurut pendidikan",
    ("PNS", "PPPK"),
    (seri("S2", "12", "1"), seri("S1", "34", "11"), seri("D3", "4", "2")),
    "Orang",
)
PAGU = BarChart(
    "Anggaran program",
    ("Program Penempatan Tenaga Kerja", "Program Hubungan Industrial"),
    (seri("Pagu", "1.800.100.000", "18.113.302.758"), seri("Realisasi", "1.700.100.000", "belum diaudit")),
    "Rupiah",
    horizontal=True,
)
NEGATIF = BarChart("Pertumbuhan", ("TW I", "TW II"), (seri("Kota", "-2,10", "1,40"),), "Persen")
BERMUSUHAN = BarChart(HOSTILE, (HOSTILE, "B"), (seri(HOSTILE, "1,00", "2,00"), seri("</svg>", "3,00", "4,00")))
ORGANISASI = TreeChart(
    "Struktur organisasi",
    (
        TreeNode("k", None, ("Kepala Dinas", "Nama Pejabat & Gelar")),
        TreeNode("s", "k", ("Sekretariat",), staf=True),
        TreeNode("s1", "s", ("Subbagian Umum",)),
        TreeNode("b1", "k", ("Bidang Pelatihan",)),
        TreeNode("b2", "k", ("Bidang Penempatan",)),
    ),
)
LEBAR = TreeChart(
    "Cascading",
    (
        TreeNode("t", None, ("Meningkatnya pertanggungjawaban penyelenggaraan",)),
        *(TreeNode(f"p{i}", "t", (f"Pertanggungjawaban penyelenggaraan {i}",)) for i in range(12)),
    ),
)
SEMUA: dict[str, ChartSpec] = {
    "ikm": IKM,
    "tpt": TPT,
    "pegawai": PEGAWAI,
    "pagu": PAGU,
    "negatif": NEGATIF,
    "bermusuhan": BERMUSUHAN,
    "organisasi": ORGANISASI,
    "lebar": LEBAR,
}

SVG = "{http://www.w3.org/2000/svg}"
by_name = pytest.mark.parametrize("name", SEMUA)


def texts(svg: str) -> list[str]:
    """Every line of text drawn, in drawing order."""
    root = etree.fromstring(svg.encode())
    return [(t.text or "").strip() for t in root.iter(f"{SVG}text", f"{SVG}tspan") if (t.text or "").strip()]


@by_name
def test_svg_is_sized_in_millimetres_and_refers_to_nothing_outside(name: str) -> None:
    spec = SEMUA[name]
    root = etree.fromstring(render(spec).encode())
    width, height = size_mm(spec)
    assert (root.get("width"), root.get("height")) == (f"{width:g}mm", f"{height:g}mm")
    drawn = [float(n) for n in (root.get("viewBox") or "").split()]
    assert drawn[2] == pytest.approx(width * 72 / 25.4, abs=1)
    assert drawn[3] == pytest.approx(height * 72 / 25.4, abs=1)
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        "svg",
        "g",
        "path",
        "rect",
        "line",
        "text",
        "tspan",
        "defs",
        "pattern",
        "circle",
    }
    values = [v for e in root.iter() for v in e.attrib.values()]
    assert [v for v in values if "http" in v or "href" in v] == []
    assert [v for v in values if v.startswith("url(") and f'id="{v[5:-1]}"' not in render(spec)] == []


@by_name
def test_text_is_at_least_eight_points_and_stays_on_the_picture(name: str) -> None:
    root = etree.fromstring(render(SEMUA[name]).encode())
    sizes = {e.get("font-size") for e in root.iter() if e.get("font-size")}
    assert sizes == {"8px"}  # a unit of the picture is a point


@pytest.mark.parametrize("spec", [IKM, TPT, PEGAWAI, PAGU, NEGATIF, BERMUSUHAN], ids=lambda s: s.title[:12])
def test_every_label_is_printed_once_exactly_as_given(spec: BarChart | LineChart | StackedBar) -> None:
    drawn = texts(render(spec))
    given = [label for s in spec.series for label in s.labels if label]
    assert sorted(t for t in drawn if t in given) == sorted(given)


def test_series_and_categories_are_named() -> None:
    drawn = texts(render(PAGU))
    assert {"Pagu", "Realisasi", "Program Hubungan Industrial", "Rupiah"} <= set(drawn)
    assert "belum diaudit" in drawn


def test_axis_numbers_are_indonesian() -> None:
    small = BarChart("x", ("a",), (Series("s", (Decimal("0.4"),), ("0,40",)),))
    assert [t for t in texts(render(small)) if "." in t] == []
    assert "0,2" in texts(render(small))
    assert "10.000.000.000" in texts(render(PAGU))


def test_target_line_carries_its_label() -> None:
    assert [t for t in texts(render(IKM)) if t in ("Target", "88,31")] == ["Target", "88,31"]
    assert "Target 88,31" in texts(render(replace(IKM, horizontal=True)))


def test_bars_lie_where_names_would_not_fit() -> None:
    names = tuple(f"Pertanggungjawaban{i}" for i in range(9))
    many = BarChart("x", names, (Series("s", (Decimal(1),) * 9, ("1",) * 9),))
    assert describe(many).startswith("Diagram batang mendatar x: Pertanggungjawaban0 1;")
    assert set(names) <= set(texts(render(many)))


def test_a_gap_breaks_the_line() -> None:
    whole = LineChart("x", ("1", "2", "3"), (Series("s", (Decimal(1), Decimal(2), Decimal(3)), ("1", "2", "3")),))
    gap = LineChart("x", ("1", "2", "3"), (Series("s", (Decimal(1), None, Decimal(3)), ("1", "", "3")),))

    def moves(spec: LineChart) -> list[int]:
        root = etree.fromstring(render(spec).encode())
        return [(e.get("d") or "").count("M") for e in root.iter(f"{SVG}path") if e.get("stroke-dasharray")]

    assert (moves(whole), moves(gap)) == ([1], [2])


def test_tree_draws_every_box_and_one_connector_each() -> None:
    root = etree.fromstring(render(ORGANISASI).encode())
    assert len(list(root.iter(f"{SVG}rect"))) == len(ORGANISASI.nodes)
    (path,) = root.iter(f"{SVG}path")
    assert (path.get("d") or "").count("M") == len(ORGANISASI.nodes) - 1
    assert " ".join(texts(render(ORGANISASI))).startswith("Kepala Dinas Nama Pejabat & Gelar Sekretariat")


@pytest.mark.parametrize("spec", [ORGANISASI, LEBAR], ids=["down", "across"])
def test_tree_boxes_stay_inside_and_do_not_overlap(spec: TreeChart) -> None:
    root = etree.fromstring(render(spec).encode())
    width, height = (float(n) for n in (root.get("viewBox") or "").split()[2:])
    boxes = [tuple(float(r.get(k) or 0) for k in ("x", "y", "width", "height")) for r in root.iter(f"{SVG}rect")]
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in boxes)
    for i, (ax, ay, aw, ah) in enumerate(boxes):
        for bx, by, bw, bh in boxes[i + 1 :]:
            assert ax + aw <= bx or bx + bw <= ax or ay + ah <= by or by + bh <= ay


def middles(*nodes: tuple[str, str | None]) -> dict[str, float]:
    """The middle of each box of a tree that grows from the top down, by its text."""
    drawing = place_down(TreeChart("Bagan", tuple(TreeNode(i, above, (i,)) for i, above in nodes)))
    assert drawing is not None
    return {box.lines[0].text: round(box.x + box.width / 2, 6) for box in drawing.boxes}


def test_an_only_child_stands_on_the_axis_of_those_above() -> None:
    found = middles(("visi", None), ("misi", "visi"), ("tujuan", "misi"), ("sasaran", "tujuan"))
    assert len(set(found.values())) == 1


def test_a_parent_stands_in_the_middle_of_its_row() -> None:
    found = middles(("visi", None), ("t1", "visi"), ("t2", "visi"), ("s1", "t1"), ("s2", "t2"), ("s3", "t2"))
    assert found["t1"] == found["s1"]
    assert found["visi"] == pytest.approx((found["t1"] + found["t2"]) / 2)


ALT = [
    (
        IKM,
        "Diagram batang Indeks Kepuasan Masyarakat (Nilai IKM): 2023 89,00; 2024 85,43; 2025 89,45. "
        "Garis acuan: Target 88,31.",
    ),
    (
        TPT,
        "Diagram garis Tingkat Pengangguran Terbuka (Persen): Kota: 2023 7,90; 2024 7,82; 2025 7,35. "
        "Provinsi: 2023 7,44; 2024 6,75; 2025 tidak ada data.",
    ),
    (
        PEGAWAI,
        "Diagram batang bertumpuk Pegawai menurut pendidikan (Orang): S2: PNS 12; PPPK 1. S1: PNS 34; PPPK 11. "
        "D3: PNS 4; PPPK 2.",
    ),
    (
        PAGU,
        "Diagram batang mendatar Anggaran program (Rupiah): "
        "Pagu: Program Penempatan Tenaga Kerja 1.800.100.000; Program Hubungan Industrial 18.113.302.758. "
        "Realisasi: Program Penempatan Tenaga Kerja 1.700.100.000; Program Hubungan Industrial belum diaudit.",
    ),
    (
        ORGANISASI,
        "Bagan Struktur organisasi: paling atas Kepala Dinas, Nama Pejabat & Gelar. "
        "Di bawah Kepala Dinas, Nama Pejabat & Gelar: Sekretariat; Bidang Pelatihan; Bidang Penempatan. "
        "Di bawah Sekretariat: Subbagian Umum.",
    ),
]


@pytest.mark.parametrize(("spec", "expected"), ALT, ids=[s.title for s, _ in ALT])
def test_alternative_text(spec: ChartSpec, expected: str) -> None:
    assert describe(spec) == expected


def test_picture_node_carries_size_text_and_figures() -> None:
    picture = to_picture(IKM, label="gambar-ikm", figures=("nilai/IKM/2025",))
    assert (picture.drawing.svg(), picture.alt, picture.figures) == (render(IKM), describe(IKM), ("nilai/IKM/2025",))
    assert (picture.width_mm, picture.height_mm) == size_mm(IKM)


def test_two_processes_draw_the_same_bytes() -> None:
    code = (
        "import hashlib; from decimal import Decimal; "
        "from akuntabel.charts.render import render; from akuntabel.charts.specs import LineChart, Series; "
        "s = LineChart('x', ('1', '2'), (Series('a', (Decimal(1), Decimal(2)), ('1', '2')),)); "
        "print(hashlib.sha256(render(s).encode()).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    here = LineChart("x", ("1", "2"), (Series("a", (Decimal(1), Decimal(2)), ("1", "2")),))
    assert runs == {hashlib.sha256(render(here).encode()).hexdigest() + "\n"}


WRONG = [
    (lambda: Series("s", (None,), ()), "seri 's': 1 nilai, 0 label"),
    (lambda: BarChart("d", (), (seri("s"),)), "diagram 'd': tidak ada data"),
    (lambda: BarChart("d", ("a", "b"), (seri("s", "1"),)), "diagram 'd': seri 's' 1 nilai, kategori 2"),
    (lambda: BarChart("d", ("a",), (seri("s", "1"), seri("s", "2"))), "diagram 'd': nama seri berulang"),
    (
        lambda: BarChart("d", ("a",), tuple(seri(f"s{i}", "1") for i in range(7))),
        "diagram 'd': 7 seri; paling banyak 6 yang masih terbedakan",
    ),
    (lambda: StackedBar("d", ("a",), (seri("s", "-1"),)), "diagram 'd': nilai negatif tidak dapat ditumpuk"),
    (lambda: TreeChart("b", (TreeNode("x", "y", ("X",)),)), "bagan 'b': harus ada tepat satu puncak"),
    (lambda: TreeChart("b", (TreeNode("x", None, ("X",)), TreeNode("x", None, ("Y",)))), "bagan 'b': id berulang"),
    (
        lambda: TreeChart("b", (TreeNode("x", None, ("X",)), TreeNode("y", "z", ("Y",)))),
        "bagan 'b': atasan tidak dikenal: z",
    ),
    (
        lambda: TreeChart("b", (TreeNode("x", None, ("X",)), TreeNode("y", "z", ("Y",)), TreeNode("z", "y", ("Z",)))),
        "bagan 'b': y berada di bawah dirinya sendiri",
    ),
]


@pytest.mark.parametrize(("build", "message"), WRONG, ids=[m for _, m in WRONG])
def test_a_spec_that_cannot_be_drawn_is_refused(build: object, message: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 (the whole message is compared)
        build()  # type: ignore[operator]
    assert str(error.value) == message
