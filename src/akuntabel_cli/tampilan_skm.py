"""What the terminal shows of the survey: how columns were understood, what was left out, the results."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from akuntabel.bahasa.angka import format_number, parse_number
from akuntabel.errors import PanggilanError
from akuntabel.pipelines.skm import Terhitung, hasil_of
from akuntabel.pipelines.skm_keluaran import (
    JUDUL_CSV,
    JUDUL_REKAP,
    aturan_lines,
    cetak,
    ditolak,
    ejaan_lines,
    peringkat,
    profil_publik,
    publik,
    rekap_rows,
    to_dict,
    to_rows,
)
from akuntabel.survey.bahan import AturanIndeks, BahanHasil, CaraTahun
from akuntabel.survey.hasil import Hasil, Tingkat
from akuntabel.survey.sql import KUNCI

_REJECTED = {
    "kosong": "jawaban kosong",
    "di_luar_skala": "jawaban di luar skala",
    "jawaban_ganda": "jawaban ganda",
    "bukan_skor": "jawaban yang bukan skor",
    "lembar_kosong": "lembar tanpa jawaban sah",
    "lembar_tak_utuh": "lembar dengan jawaban yang tidak sah",
    "lembar_ganda_sama": "salinan lembar yang sama",
    "lembar_ganda_berbeda": "lembar bernomor sama dengan jawaban berbeda",
}


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What the user chose of the index and of what is shown."""

    bobot: Sequence[str]
    desimal_nrr: int | None
    setahun: str
    pengguna: Sequence[str]
    tahun: int | None
    publik: bool
    rincian: bool

    def aturan(self) -> AturanIndeks:
        """The policy of the index. Raises PanggilanError for what is no weight."""
        one, each = parse_bobot(self.bobot)
        return AturanIndeks(one, each, self.desimal_nrr, CaraTahun(self.setahun))


def parse_peta(texts: Sequence[str]) -> dict[str, str]:
    """'Judul kolom=U1' as heading and meaning. Raises PanggilanError."""
    found = {}
    for text in texts:
        heading, mark, meaning = text.rpartition("=")
        if not mark or not heading.strip() or not meaning.strip():
            raise PanggilanError(f"--peta: '{text}' bukan pasangan; tulis misalnya 'Kenyamanan ruang=U9'.")
        code = meaning.strip()
        found[heading.strip()] = code.upper() if code[:1] in "uU" and code[1:].isdigit() else code.lower()
    return found


def parse_bobot(texts: Sequence[str]) -> tuple[Decimal | None, dict[str, Decimal] | None]:
    """One weight for all elements (None: exactly 1/n), or one each. Raises PanggilanError."""
    if not texts or list(texts) == ["tepat"]:
        return None, None
    if len(texts) == 1 and "=" not in texts[0]:
        return _weight(texts[0], texts[0]), None
    found = {}
    for text in texts:
        code, mark, value = text.partition("=")
        if not mark:
            raise PanggilanError(f"--bobot: '{text}' tidak menyebut unsurnya; tulis misalnya U1=0,2.")
        found[code.strip().upper()] = _weight(value, text)
    return None, found


def _weight(value: str, text: str) -> Decimal:
    parsed = parse_number(value.strip())
    if parsed.value is None or not 0 < parsed.value <= 1:
        raise PanggilanError(f"--bobot: '{text}' bukan bobot; tulis tepat, 0,11, atau U1=0,2.")
    return parsed.value


def parse_isi(texts: Sequence[str]) -> dict[str, str]:
    """'periode=2025-tw4' as meaning and what all sheets have. Raises PanggilanError."""
    found = {}
    for text in texts:
        meaning, _, value = text.partition("=")
        if meaning.strip() not in KUNCI or not value.strip():
            raise PanggilanError(
                f"--isi: '{text}' tidak dapat dipakai; tulis {', '.join(KUNCI)} dan isinya, misalnya periode=2025-tw4."
            )
        found[meaning.strip()] = value.strip()
    return found


def parse_pengguna(texts: Sequence[str]) -> dict[str, int]:
    """'AK1=180' as name and number of users. Raises PanggilanError."""
    found = {}
    for text in texts:
        name, _, value = text.rpartition("=")
        digits = value.strip().replace(".", "")
        if not name.strip() or not digits.isdigit():
            raise PanggilanError(f"--pengguna: '{text}' bukan pasangan nama dan banyak; tulis misalnya AK1=180.")
        found[name.strip()] = int(digits)
    return found


def show(counted: Terhitung, rules: AturanIndeks, choice: Pilihan, format_name: str) -> int:
    """Print the results; the exit status: 1 where files were left out, or no index came of it."""
    results, bahan = hasil_of(counted.rekap, rules, parse_pengguna(choice.pengguna), choice.tahun)
    shown = publik(results, bahan) if choice.publik else list(results)
    counted = profil_publik(counted, bahan) if choice.publik else counted
    for line in counted.ditinggalkan:
        sys.stderr.write(f"akuntabel: ditinggalkan: {line}\n")
    for line in (*counted.catatan, *ejaan_lines(counted)):
        sys.stderr.write(f"akuntabel: {line}\n")
    if format_name == "json":
        json.dump(to_dict(shown, bahan, counted), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif format_name == "skm_rekap":
        writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
        writer.writerow(JUDUL_REKAP)
        writer.writerows(rekap_rows(shown))
    elif format_name == "csv":
        writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
        writer.writerow(JUDUL_CSV)
        writer.writerows(to_rows(shown))
    else:
        _tables(shown, bahan, counted, choice, len(results) - len(shown))
    return int(bool(counted.ditinggalkan) or all(r.nilai is None for r in results))


def _tables(results: Sequence[Hasil], bahan: BahanHasil, counted: Terhitung, choice: Pilihan, withheld: int) -> None:
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    for names, lines in _alike(counted.peta):
        told = names[0] if len(names) == 1 else f"{len(names)} berkas, misalnya {names[0]}"
        console.print(f"Kolom {told}: " + "; ".join(lines), markup=False)
    for line in aturan_lines(bahan, counted):
        console.print(line, markup=False)
    _rejects(console, counted)
    for level in Tingkat:
        own = [r for r in results if r.tingkat is level]
        if own:
            console.print(_table(level, own))
    if choice.rincian:
        for r in results:
            console.print(_detail(r))
    _ranks(console, results, bahan)
    if withheld:
        fewest = format_number(bahan.regulations.ambang("skm.responden_publik"))
        console.print(f"{withheld} kelompok dengan responden kurang dari {fewest} tidak ditampilkan.", markup=False)


def _alike(peta: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple[list[str], tuple[str, ...]]]:
    """Files whose columns are understood alike, together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, lines in peta:
        found.setdefault(lines, []).append(name)
    return [(names, lines) for lines, names in found.items()]


def _rejects(console: Console, counted: Terhitung) -> None:
    counts = ditolak(counted)
    told = [f"{format_number(Decimal(counts[name]))} {words}" for name, words in _REJECTED.items() if counts[name]]
    console.print("Tidak dihitung: " + ("; ".join(told) if told else "tidak ada") + ".", markup=False)
    if unread := counts["hari_tak_terbaca"]:
        day = next((f.contoh_hari for f in counted.rekap.berkas if f.contoh_hari), "")
        like = f", misalnya '{day}'" if day else ""
        console.print(
            f"Tanggal {format_number(Decimal(unread))} lembar tidak terbaca{like}; lembarnya dihitung tanpa periode. "
            "Tanggal dibaca sebagai hari/bulan/tahun atau tahun-bulan-hari; bila bulannya ditulis lebih dahulu, pakai "
            "--tanggal bulan-dahulu.",
            markup=False,
        )


def _table(level: Tingkat, results: Sequence[Hasil]) -> Table:
    table = Table(title=f"Indeks menurut {level.value}" if level is not Tingkat.PEMERINTAH else "Indeks seluruhnya")
    for title in (level.value.capitalize(), "Periode"):
        table.add_column(title, overflow="fold")
    for title in ("Responden", "Indeks"):
        table.add_column(title, justify="right")
    for title in ("Mutu", "Kinerja", "Sampel"):
        table.add_column(title, overflow="fold")
    for r in results:
        table.add_row(*map(escape, _row(r)))
    told = (
        ["Gabungan beberapa layanan tertimbang menurut banyak responden."] if any(r.bagian > 1 for r in results) else []
    )
    if any(_is_of_fewer(r) for r in results):
        told.append("Rentang dihitung dari lembar yang seluruh jawabannya sah; banyaknya (n) di belakang rentang.")
    table.caption = "\n".join(told) or None
    return table


def _is_of_fewer(r: Hasil) -> bool:
    """Whether the interval comes from fewer sheets than the index."""
    return r.galat is not None and r.lembar_galat != r.responden


def _row(r: Hasil) -> list[str]:
    period = f"setahun {r.periode}".strip() if r.cara else r.periode or "-"
    margin = f" ± {cetak(r.galat)}" if r.galat is not None else ""
    margin += f" (n = {format_number(Decimal(r.lembar_galat))})" if _is_of_fewer(r) else ""
    grade = [r.kelas.kode, r.kelas.nama] if r.kelas else ["-", r.alasan or "-"]
    if r.sampel is None:
        sample = "tidak dapat dinilai"
    else:
        sample = f"{'tercapai' if r.sampel.tercapai else 'kurang'}: {r.responden} dari {r.sampel.diminta}"
    return [r.nama, period, format_number(Decimal(r.responden)), (cetak(r.nilai) or "-") + margin, *grade, sample]


def _detail(r: Hasil) -> Table:
    when = f"setahun {r.periode}".strip() if r.cara else r.periode
    table = Table(title=escape(f"{r.nama} {when} (n = {r.responden})"))
    for title in ("Unsur", "Nama"):
        table.add_column(title, overflow="fold")
    for title in ("n", "1", "2", "3", "4", "Tak dihitung", "NRR", "NRR x bobot", "Nilai", "Dari terendah"):
        table.add_column(title, justify="right")
    for u in r.unsur:
        c = u.cacah
        counts = [str(n) for n in (c.banyak, *c.skor, c.kosong + c.ditolak)]
        means = [cetak(u.nrr, 3), cetak(u.nrr_tertimbang, 3), cetak(u.nilai), str(u.dari_bawah or "-")]
        table.add_row(u.kode, escape(u.nama), *counts, *means)
    return table


def _ranks(console: Console, results: Sequence[Hasil], bahan: BahanHasil) -> None:
    fewest = format_number(bahan.regulations.ambang("skm.responden_diperingkat"))
    for periode, (best, worst) in peringkat(results, bahan).items():
        when = periode or "setahun"
        console.print(
            f"Layanan dengan indeks tertinggi ({when}): {', '.join(best)}; terendah: {', '.join(worst)} "
            f"(di antara yang sedikitnya {fewest} responden).",
            markup=False,
        )
