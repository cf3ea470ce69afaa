"""What the terminal shows of a review: findings with both sides, a summary of several documents, or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.kata_reviu import (
    BATAS_REVIU,
    banyak_temuan,
    cara_mengoreksi,
    kalimat_pembanding,
    kalimat_temuan,
    menurut_tingkat,
    tentang,
)
from akuntabel.errors import AkuntabelError
from akuntabel.findings import Hasil, Temuan, Terkait, exit_status, result_json
from akuntabel.pipelines.banyak import Gagal
from akuntabel.pipelines.hasil_reviu import Keluaran, write_one, write_summary
from akuntabel.pipelines.kesampingan import DaftarKesampingan
from akuntabel.pipelines.reviu import Reviu
from akuntabel_cli.kemajuan import progress
from akuntabel_cli.tampilan import WARNA


class Layar:
    """Shows results as they come; `close` gives the exit status. With JSON nothing else stands on stdout."""

    def __init__(
        self,
        out: Keluaran,
        formats: Sequence[str],
        waivers: DaftarKesampingan | None = None,
        skipped: Sequence[Path] = (),
    ) -> None:
        self.results: list[tuple[Path, Reviu | Gagal]] = []
        self._out, self._formats, self._waivers = out, formats, waivers
        self._skipped = skipped
        self._several = len(out.nama) > 1
        self._written: list[Path] = []
        self._bar = progress(len(out.nama))
        self._step = self._bar.__enter__()

    def show(self, path: Path, result: Reviu | Gagal) -> None:
        """One document is done: its files are written."""
        if isinstance(result, Reviu):
            result = self._write(path, result)
        self.results.append((path, result))
        self._step(path.name)

    def _write(self, path: Path, result: Reviu) -> Reviu | Gagal:
        try:
            self._written += write_one(self._out, path, result)
        except AkuntabelError as error:
            return Gagal(str(error))
        return result

    def close(self) -> int:
        """Print everything; 2 when a file could not be used, 1 when a finding is open, else 0."""
        self._bar.__exit__(None, None, None)
        if self._several:
            self._written += write_summary(self._out, self.results)
        self._tell()
        done = [(p, r) for p, r in self.results if isinstance(r, Reviu)]
        if "json" in self._formats:
            _print_json([r for _, r in done], self._skipped, several=self._several)
        else:
            if "teks" in self._formats:
                _print_text(done, several=self._several)
            sys.stdout.writelines(f"{path}\n" for path in self._written)
        failed = len(done) < len(self.results)
        return AkuntabelError.exit_status if failed else max((exit_status(r.hasil.temuan) for _, r in done), default=0)

    def _tell(self) -> None:
        """What went wrong, on stderr: files that cannot be used, waivers that hold for nothing."""
        for path, result in self.results:
            if isinstance(result, Gagal):
                name = "" if path.name in result.pesan else f"{path}: "
                sys.stderr.write(f"akuntabel: {name}{result.pesan}\n")
        for path in self._skipped:
            sys.stderr.write(f"akuntabel: {path} dilewati: bukan docx, PDF, atau teks\n")
        if self._waivers is not None:
            found = [t for _, r in self.results if isinstance(r, Reviu) for t in r.hasil.temuan]
            for line in (*self._waivers.catatan, *self._waivers.unmatched(found)):
                sys.stderr.write(f"akuntabel: {line}\n")


def _print_json(results: list[Reviu], skipped: Sequence[Path], *, several: bool) -> None:
    objects = [result_json(r.hasil) for r in results]
    whole = {"versi": 1, "hasil": objects, "dilewati": [str(path) for path in skipped]}
    if several or objects:
        json.dump(whole if several else objects[0], sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")


def _print_text(results: list[tuple[Path, Reviu]], *, several: bool) -> None:
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    for path, result in results:
        if several:
            console.rule(str(path))
        _print_one(console, result)
    if several:
        _summary(console, results)
    if results:
        console.print(" ".join(BATAS_REVIU), style="dim")


def _print_one(console: Console, result: Reviu) -> None:
    about = result.hasil.dokumen
    console.print(tentang(about), style="bold", markup=False)
    for other in result.pembanding:
        console.print(f"pembanding {kalimat_pembanding(other)}", markup=False)
    if advice := cara_mengoreksi(result.pembanding):
        console.print(advice, style="dim", markup=False)
    for note in about["catatan"]:
        console.print(f"catatan: {note}", markup=False)
    for finding in menurut_tingkat(result.hasil.temuan):
        _finding(console, finding)
    counts = {h: sum(a.hasil is h for a in result.hasil.aturan) for h in Hasil}
    console.print(
        f"{kalimat_temuan(result.hasil.temuan)} {len(result.hasil.aturan)} aturan: {counts[Hasil.LOLOS]} lolos, "
        f"{counts[Hasil.DITEMUKAN]} dengan temuan, {counts[Hasil.TIDAK_BERLAKU]} tidak berlaku."
    )


def _finding(console: Console, finding: Temuan) -> None:
    head = Text.assemble((finding.tingkat.value, WARNA[finding.tingkat.value]), f" {finding.kode} ")
    likely = "" if finding.keyakinan.value == "pasti" else "(mungkin) "
    console.print(head + Text(likely + finding.pesan))
    quote = Text("    " + finding.kutipan.replace("\t", " | "), style="dim")
    if finding.tertulis:
        quote.highlight_words([finding.tertulis], "bold")
    console.print(quote)
    for other in finding.terkait:
        console.print(Text(f"    bandingkan {_place(other)}: " + other.kutipan.replace("\t", " | "), style="dim"))
    aside = finding.kesampingan
    set_aside = f"oleh {aside.oleh}, {format_tanggal(aside.tanggal)}: {aside.alasan}" if aside else None
    rows = (
        ("hitungan", finding.hitungan), ("dugaan penyebab", finding.dugaan_penyebab), ("saran", finding.saran),
        ("dasar", finding.dasar), ("dikesampingkan", set_aside), ("sidik", finding.sidik),
    )  # fmt: skip
    for label, text in rows:
        if text:
            console.print(f"    {label}: {text}", markup=False)


def _place(other: Terkait) -> str:
    """Where the other side stands: the lines of this document, or file, sheet, page and line of another one."""
    place = other.lokasi
    lines = "baris " + ", ".join(map(str, place.baris))
    sheet = f"lembar {place.lembar}" if place.lembar else None
    page = f"halaman {place.halaman}" if place.berkas and place.halaman else None
    return " ".join(part for part in (place.berkas, sheet, page, lines) if part)


def _summary(console: Console, results: list[tuple[Path, Reviu]]) -> None:
    columns = ("tinggi", "sedang", "rendah", "pasti", "mungkin", "dikesampingkan")
    table = Table("Berkas", "Instansi", "Tahun", *(name.capitalize() for name in columns))
    for path, result in results:
        counts = banyak_temuan(result.hasil.temuan)
        about = result.hasil.dokumen
        year = str(about["tahun"] or "–")
        table.add_row(path.name, about["instansi"] or "–", year, *(str(counts[name]) for name in columns))
    console.print(table)
