"""Indicators are worded, measured in units and computed as in the given agreement, Renstra or IKU decree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.indikator_tabel import IndikatorTercantum, first_of_each, formula_words, read_listed, unit_kind
from akuntabel.facts.subjek import bare_name, find_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, NAMA, of_kinds, of_other_years

_KINDS = ("perjanjian_kinerja", "iku", "renstra")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    alike = konteks.regulations.ambang("reviu.bunyi_mirip")
    formula = konteks.regulations.ambang("reviu.rumus_lain")
    listed = read_listed(fakta.tabel)
    own = first_of_each(listed)
    yield from of_other_years(fakta, konteks, *_KINDS)
    for other in of_kinds(fakta, konteks, *_KINDS):
        theirs = {one.nama: one for one in first_of_each(read_listed(other.fakta.tabel))}
        taken = {bare_name(name) for name in theirs}
        for mine in own:
            name = find_name(mine.nama, theirs, alike)
            exact = name is not None and bare_name(name) == bare_name(mine.nama)
            if name is None or (not exact and (bare_name(mine.nama) in taken or _has(own, name))):
                continue
            yield _wording(mine, theirs[name], other) if not exact else LOLOS
            yield from _unit(_with_unit(mine, listed), theirs[name], other)
            yield from _formula(mine, theirs[name], other, formula)


def _has(own: tuple[IndikatorTercantum, ...], name: str) -> bool:
    """Whether the report has an indicator of exactly this name, so that a like one is another."""
    return any(bare_name(one.nama) == bare_name(name) for one in own)


def _with_unit(mine: IndikatorTercantum, listed: tuple[IndikatorTercantum, ...]) -> IndikatorTercantum:
    return next((i for i in listed if i.satuan and bare_name(i.nama) == bare_name(mine.nama)), mine)


def _wording(mine: IndikatorTercantum, his: IndikatorTercantum, other: Pembanding) -> Masalah:
    return _problem(
        mine, his, other, f"bunyi indikator '{mine.nama}'", his.nama, "indikator yang sama?", Tingkat.RENDAH
    )


def _unit(mine: IndikatorTercantum, his: IndikatorTercantum, other: Pembanding) -> Iterator[Jawaban]:
    kinds = (unit_kind(mine.satuan), unit_kind(his.satuan))
    if all(kinds):
        what = f"satuan {mine.nama} '{mine.satuan}'"
        yield LOLOS if kinds[0] == kinds[1] else _problem(mine, his, other, what, his.satuan, "satuan yang sama?", None)


def _formula(mine: IndikatorTercantum, his: IndikatorTercantum, other: Pembanding, limit: Decimal) -> Iterator[Jawaban]:
    """Only formulas that share few words: the same one may be written out in many ways."""
    words = (formula_words(mine.rumus), formula_words(his.rumus))
    if all(words):
        same = len(words[0] & words[1]) >= limit * min(map(len, words))
        what = f"rumus {mine.nama} '{mine.rumus}'"
        yield LOLOS if same else _problem(mine, his, other, what, his.rumus, "cara hitung yang sama?", None)


def _problem(
    mine: IndikatorTercantum, his: IndikatorTercantum, other: Pembanding, what: str, theirs: str, asked: str,
    level: Tingkat | None,
) -> Masalah:  # fmt: skip
    return Masalah(
        proof(mine.sel, mine.tabel, mine.baris.teks()),
        f"{what}, sedangkan pada {NAMA[other.jenis]} ({other_place(other.fakta, his.sel)}) '{theirs}'; {asked}",
        Keyakinan.MUNGKIN,
        level,
        terkait=(proof_of_other(other.fakta, his.baris, his.tabel),),
        saran="Tulis indikator seperti pada dokumen yang ditetapkan, atau jelaskan perubahannya.",
    )


ATURAN = Aturan(
    kode="PBD-13",
    judul="Bunyi, satuan, dan rumus indikator sama dengan dokumen perencanaan yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Indikator pada tabel laporan dipasangkan dengan indikator yang sama atau sangat mirip pada perjanjian "
        "kinerja, keputusan IKU, atau Renstra yang diberikan dengan --pembanding. Bunyinya dibandingkan tanpa tanda "
        "baca dan huruf besar; satuannya menurut jenisnya (% sama dengan persen); rumusnya hanya ditanyakan bila "
        "hampir tidak ada kata yang sama. Selalu mungkin; perbedaan bunyi bertingkat rendah."
    ),
    bila_kosong="tidak ada perjanjian kinerja, IKU, atau Renstra pembanding yang memuat indikator laporan ini",
    run=_run,
)
