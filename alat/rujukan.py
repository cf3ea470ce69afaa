"""Print the reference pages in docs/rujukan from the program and from the specifications: never edited by hand.

python alat/rujukan.py            write the pages
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import halaman_ikm
from spek import BAKU, HALAMAN, TAHUN, all_cases, figures_of, make_paket

from akuntabel.calculation.besaran import BESARAN
from akuntabel.calculation.formulas import RUMUS_BY_KODE
from akuntabel.calculation.policy import SETTINGS, make_policy
from akuntabel.domain.catatan import Kebijakan
from akuntabel.domain.figure import FigureId
from akuntabel.domain.kolom import Kolom, columns_of
from akuntabel.domain.paket import TABEL, VERSI_SKEMA
from akuntabel.ingest.periksa.halaman import render_pages
from akuntabel.regulations import load
from akuntabel.regulations.dasar import Kepastian

AKAR = Path(__file__).resolve().parents[1]
TUJUAN = AKAR / "docs" / "rujukan"
TANDA = "Halaman ini dicetak oleh `python alat/rujukan.py`; jangan diubah dengan tangan."
KEPASTIAN = {
    Kepastian.TERVERIFIKASI: "pasti",
    Kepastian.INGATAN_TINGGI: "hampir pasti, belum diperiksa pada naskah asli",
    Kepastian.INGATAN_SEDANG: "mungkin, belum diperiksa pada naskah asli",
    Kepastian.INGATAN_RENDAH: "lemah, belum diperiksa pada naskah asli",
    Kepastian.PRAKTIK: "praktik, tidak ditetapkan peraturan",
}
JENIS = {
    "kode": "kode", "teks": "teks", "teks_panjang": "teks panjang", "bulat": "bilangan bulat", "desimal": "angka",
    "uang": "rupiah", "tahun": "tahun", "tanggal": "tanggal", "ya_tidak": "ya atau tidak", "pilihan": "pilihan",
    "nip": "NIP", "nilai": "angka, tanggal, ya/tidak, atau peringkat",
}  # fmt: skip


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(c.replace("|", "\\|") for c in line) + " |" for line in lines)


def page(title: str, *parts: str) -> str:
    """A page with its title and its mark."""
    return "\n\n".join([f"# {title}", TANDA, *parts]) + "\n"


def anchor(heading: str) -> str:
    """The anchor of a heading as Markdown viewers make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def cases_by_rumus() -> dict[str, list[str]]:
    """Links to the cases in which an expected figure comes from a formula."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for case in all_cases():
        link = f"[{case.nama}](hitung-{case.halaman}.md#{anchor(case.nama)})"
        for preset in case.preset_list:
            figures = figures_of(make_paket(case, preset))
            for row in case.harapan:
                figure = figures.get(FigureId.parse(row["besaran"], TAHUN))
                if figure is not None:
                    found[figure.trace.rumus][link] = None
    return {k: list(v) for k, v in found.items()}


def rumus() -> str:
    """Every formula: expression, source, certainty, cases."""
    links = cases_by_rumus()
    parts = ["Rumus yang dipakai program. Perintah `akuntabel jejak` menyebut rumus setiap angka."]
    for r in RUMUS_BY_KODE.values():
        rows = [
            ("Kode", f"`{r.kode}`"),
            ("Bunyi", r.ekspresi),
            ("Dasar", r.dasar),
            ("Kepastian", KEPASTIAN[r.kepastian]),
        ]
        rows.append(("Kasus uji", "; ".join(links.get(r.kode, ["–"])[:6])))
        parts.append(f"## {r.nama}\n\n" + table(("", ""), rows))
    return page("Rumus", *parts)


def besaran() -> str:
    """Every kind of figure."""
    rows = [(f"`{b.kode}`", b.nama, b.arti, b.format) for b in BESARAN.values()]
    grammar = (
        "Nama besaran ditulis `besaran/KODE/TAHUN[/periode][/dokumen]`, misalnya `capaian/IKU-1/2025` atau "
        "`pagu/2.07.03/2025/perubahan`. Periode: `tw1` sampai `tw4`, `sm1`, `sm2`, `b01` sampai `b12`. Dokumen yang "
        "kodenya sama dengan nama periode ditulis dengan awalan `dok-`."
    )
    return page("Besaran", grammar, table(("Kode", "Nama", "Arti", "Bentuk cetak baku"), rows))


def kebijakan() -> str:
    """The settings and the presets, side by side."""
    presets = load().preset
    wording = {
        p.kode: make_policy((Kebijakan(kunci_kebijakan="preset", nilai=p.kode),), as_settings()) for p in presets
    }
    rows = [(f"`{k}`", *(f"`{p.setelan[k]}`" for p in presets)) for k in SETTINGS]
    parts = [
        "Yang tidak ditetapkan peraturan dipilih pemerintah daerah. Tabel `kebijakan` pada paket menyebut kumpulan "
        "pengaturan (`preset`) dan pengaturan yang menyimpang darinya, masing-masing dengan dasar dan alasannya.",
        table(("Pengaturan", *(f"`{p.kode}`" for p in presets)), rows),
    ]
    for p in presets:
        lines = [f"- {wording[p.kode].label(k).removeprefix(f'{p.nama}, ')}" for k in SETTINGS]
        note = f"\n\n{p.catatan}" if p.catatan else ""
        parts.append(f"## `{p.kode}`: {p.nama}\n\nDasar: {p.dasar.label()}.{note}\n\n" + "\n".join(lines))
    return page("Kebijakan pengukuran", *parts)


def as_settings() -> dict[str, dict[str, str]]:
    """The presets as a policy reads them."""
    return {p.kode: {"nama": p.nama, **p.setelan} for p in load().preset}


def skala() -> str:
    """Every scale with its classes."""
    parts = [
        "Nilai dibulatkan menurut ketelitian skala, lalu dicari kelasnya. Setiap skala menutup seluruh garis bilangan."
    ]
    for s in load().skala_list:
        since, until = s.berlaku_sejak or "awal", s.berlaku_sampai or "sekarang"
        about = f"Dasar: {s.dasar.label()}. Kepastian: {KEPASTIAN[s.kepastian]}. Berlaku: {since} sampai {until}."
        note = f"\n\n{s.catatan}" if s.catatan else ""
        rows = [(k.kode, k.nama, k.rentang_teks) for k in reversed(s.kelas)]
        parts.append(f"## `{s.kode}`: {s.nama}\n\n{about}{note}\n\n" + table(("Kelas", "Sebutan", "Rentang"), rows))
    return page("Skala", *parts)


def skema() -> str:
    """Every table and column of the package."""
    parts = [f"Skema paket data versi {VERSI_SKEMA}. Berkas CSV memakai titik koma; angka memakai koma desimal."]
    for name, model in TABEL.items():
        keys = ", ".join(f"`{k}`" for k in model.KUNCI)
        rows = [_column(k) for k in columns_of(model)]
        head = ("Kolom", "Jenis", "Wajib", "Arti", "Contoh", "Acuan")
        parts.append(f"## {model.JUDUL} (`{name}`)\n\nKunci: {keys}.\n\n" + table(head, rows))
    return page("Skema paket data", *parts)


def _column(k: Kolom) -> tuple[str, ...]:
    kind = f"{JENIS[k.jenis.value]}: {', '.join(k.pilihan)}" if k.pilihan else JENIS[k.jenis.value]
    return (f"`{k.nama}`", kind, "ya" if k.wajib else "", k.petunjuk, k.contoh, k.acuan.replace("|", " atau "))


def hitung(path: Path) -> str:
    """A chapter of the specification with its mark and the defaults of the tables that it shows."""
    text = path.read_text(encoding="utf-8")
    title, _, body = text.partition("\n")
    used = sorted({n for case in all_cases() if case.halaman == path.stem for n in case.tabel if n in BAKU})
    defaults = [f"- `{n}`: " + ", ".join(f"{k} = {v}" for k, v in BAKU[n].items()) for n in used]
    note = (
        "Setiap kasus dijalankan sebagai uji. Angka harapan dihitung dengan tangan menurut catatannya. `–` berarti "
        "besaran itu tidak ada; `*` menandai nilai sementara. Tahun laporan 2025 bila tidak disebut."
    )
    tail = ["", "## Isi kolom yang tidak ditampilkan", "", *defaults] if defaults else []
    return "\n".join([title, "", TANDA, "", note, body.rstrip(), *tail]) + "\n"


def pages() -> dict[str, str]:
    """All pages by file name."""
    made = {"rumus": rumus(), "besaran": besaran(), "kebijakan": kebijakan(), "skala": skala(), "skema": skema()}
    made |= {f"hitung-{path.stem}": hitung(path) for path in sorted(HALAMAN.glob("*.md"))}
    made["indeks-dari-unsur"] = page("Mengapa indeks dari nilai unsur yang tercetak berbeda", *halaman_ikm.parts(table))
    made["periksa"] = render_pages(AKAR / "tests" / "spec" / "periksa")
    return {f"{name}.md": text for name, text in made.items()}


def main() -> None:
    """Write every page, and take away those whose chapter is gone."""
    TUJUAN.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in TUJUAN.glob("hitung-*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (TUJUAN / name).write_text(text, encoding="utf-8")
        print(f"docs/rujukan/{name}")


if __name__ == "__main__":
    main()
