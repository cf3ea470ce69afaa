"""What the terminal shows of a review: findings with both sides, a summary of several documents, or JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from akuntabel.errors import AkuntabelError
from akuntabel.findings import Hasil, Temuan, exit_status, result_json
from akuntabel.pipelines.banyak import Gagal
from akuntabel.pipelines.reviu import Reviu
from akuntabel_cli.kemajuan import progress
from akuntabel_cli.tampilan import WARNA

ORDER = {"tinggi": 0, "sedang": 1, "rendah": 2}
LIMIT = (
    "Reviu otomatis: yang tidak ditemukan belum tentu benar. Gambar, kebenaran isi, dan bukti tidak diperiksa; aturan "
    "yang tidak berlaku disebut dengan alasannya pada keluaran JSON."
)


class Layar:
    """Shows results as they come; `close` gives the exit status. With JSON nothing else stands on stdout."""

    def __init__(self, total: int, *, as_json: bool) -> None:
        self.results: list[tuple[Path, Reviu | Gagal]] = []
        self._json, self._several = as_json, total > 1
        self._bar = progress(total if self._several else 0)
        self._step = self._bar.__enter__()

    def show(self, path: Path, result: Reviu | Gagal) -> None:
        """One document is done."""
        self.results.append((path, result))
        if self._several:
            self._step(path.name)

    def close(self) -> int:
        """Print everything; 2 when a file could not be used, 1 when a finding is open, else 0."""
        self._bar.__exit__(None, None, None)
        for path, result in self.results:
            if isinstance(result, Gagal):
                name = "" if path.name in result.pesan else f"{path}: "
                sys.stderr.write(f"akuntabel: {name}{result.pesan}\n")
        done = [(p, r) for p, r in self.results if isinstance(r, Reviu)]
        if self._json:
            _print_json([r for _, r in done], several=self._several)
        else:
            _print_text(done, several=self._several)
        failed = len(done) < len(self.results)
        return AkuntabelError.exit_status if failed else max((exit_status(r.hasil.temuan) for _, r in done), default=0)


def _print_json(results: list[Reviu], *, several: bool) -> None:
    objects = [result_json(r.hasil) for r in results]
    if several or objects:
        json.dump({"versi": 1, "hasil": objects} if several else objects[0], sys.stdout, ensure_ascii=False, indent=1)
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
        console.print(LIMIT, style="dim")


def _print_one(console: Console, result: Reviu) -> None:
    about = result.hasil.dokumen
    agency, year = about["instansi"] or "instansi tidak dikenali", about["tahun"] or "tidak dikenali"
    console.print(f"{about['jenis']}, {agency}, tahun {year}", style="bold")
    for name, kind in result.pembanding:
        console.print(f"pembanding: {name} dikenali sebagai {kind}; bila keliru, tulis jenis={name}")
    for note in about["catatan"]:
        console.print(f"catatan: {note}", markup=False)
    for finding in sorted(result.hasil.temuan, key=lambda t: ORDER[t.tingkat.value]):
        _finding(console, finding)
    counts = {h: sum(a.hasil is h for a in result.hasil.aturan) for h in Hasil}
    console.print(
        f"{len(result.hasil.temuan)} temuan. {len(result.hasil.aturan)} aturan: {counts[Hasil.LOLOS]} lolos, "
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
        lines = ", ".join(map(str, other.lokasi.baris))
        console.print(Text(f"    bandingkan baris {lines}: " + other.kutipan.replace("\t", " | "), style="dim"))
    for label, text in (("hitungan", finding.hitungan), ("saran", finding.saran), ("dasar", finding.dasar)):
        if text:
            console.print(f"    {label}: {text}", markup=False)


def _summary(console: Console, results: list[tuple[Path, Reviu]]) -> None:
    table = Table("Berkas", "Instansi", "Tahun", "Tinggi", "Sedang", "Rendah", "Pasti", "Mungkin")
    for path, result in results:
        found = result.hasil.temuan
        levels = [str(sum(t.tingkat.value == level for t in found)) for level in ORDER]
        sure = sum(t.keyakinan.value == "pasti" for t in found)
        about = result.hasil.dokumen
        year = str(about["tahun"] or "–")
        table.add_row(path.name, about["instansi"] or "–", year, *levels, str(sure), str(len(found) - sure))
    console.print(table)
