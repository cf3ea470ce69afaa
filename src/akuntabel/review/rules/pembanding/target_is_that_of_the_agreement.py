"""The target that the report measures is that of the agreement or the plan that is given beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.angka import same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel, Sumber
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, NAMA, of_kinds, of_other_years
from akuntabel.review.penjelasan import explains

_REVISED = re.compile(r"\b(?:perjanjian kinerja|pk) perubahan\b|\bperubahan (?:perjanjian kinerja|pk)\b", re.IGNORECASE)
_KINDS = ("perjanjian_kinerja", "renstra", "iku")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    measured = [v for v in _targets(fakta) if v.tahun == fakta.tahun]
    measured = [v for v in measured if v.sumber is Sumber.PENGUKURAN] or measured
    yield from of_other_years(fakta, konteks, *_KINDS)
    for kind in _KINDS:
        others = of_kinds(fakta, konteks, kind)
        for value in {v.indikator: v for v in reversed(measured)}.values():
            if not explains(fakta, value.indikator):
                yield from _judge(value, others, NAMA[kind], limit, revised=_speaks_of_revision(fakta))


def _targets(fakta: Fakta) -> list[NilaiTabel]:
    return [v for v in fakta.nilai if v.besaran is Peran.TARGET and v.sel.nilai_ada and not v.kolom.triwulan]


def _speaks_of_revision(fakta: Fakta) -> bool:
    """Whether a document says that the agreement was changed within the year, or is the changed one."""
    return any(_REVISED.search(a.teks) for a in fakta.struktur.alinea)


def _judge(
    value: NilaiTabel, others: Sequence[Pembanding], name: str, limit: Decimal, *, revised: bool
) -> Iterator[Jawaban]:
    """One agreement of several (murni and perubahan) that agrees is enough."""
    found = [
        (other, target)
        for other in others
        for target in _targets(other.fakta)
        if target.tahun == value.tahun and same_name(target.indikator, value.indikator, limit)
    ]
    if not found:
        return
    if any(_agree(value, target) for _, target in found):
        yield LOLOS
        return
    other, target = found[-1]
    agreement = other.jenis == "perjanjian_kinerja"
    other_version = revised and not any(_speaks_of_revision(o.fakta) for o, _ in found)
    certain = agreement and all(_agree(target, t) for _, t in found) and not other_version
    asked = "; perjanjian perubahannya tidak diberikan?" if agreement and other_version else ""
    yield Masalah(
        proof(value, value.tabel),
        f"target {value.indikator} tahun {value.tahun} tertulis {value.sel.teks}, sedangkan pada {name} "
        f"({other_place(other.fakta, target)}) {target.sel.teks}{asked}",
        Keyakinan.PASTI if certain else Keyakinan.MUNGKIN,
        None if agreement else Tingkat.SEDANG,
        terkait=tuple(proof_of_other(o.fakta, t, t.tabel) for o, t in found),
        tertulis=value.sel.teks,
        seharusnya=target.sel.teks if certain else None,
        saran="Ukur terhadap target yang ditandatangani, atau jelaskan perubahannya.",
        sebab=f"target:{value.indikator}:{value.tahun}",
    )


def _agree(one: NilaiTabel, other: NilaiTabel) -> bool:
    a, b = one.angka, other.angka
    if a is None or b is None or a.nilai is None or b.nilai is None:
        return one.sel.teks.strip().lower() == other.sel.teks.strip().lower()
    return same_value(a, b)


ATURAN = Aturan(
    kode="PBD-01",
    judul="Target sama dengan perjanjian kinerja, Renstra, atau IKU yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.TINGGI,
    dasar=DASAR,
    penjelasan=(
        "Target tahun laporan pada tabel pengukuran dibandingkan dengan target indikator yang sama pada dokumen yang "
        "diberikan dengan --pembanding. Cocok dengan salah satu perjanjian (murni atau perubahan) sudah cukup; bila "
        "laporan menyebut perjanjian perubahan dan yang diberikan bukan itu, perbedaannya hanya ditanyakan. "
        "Indikator yang perbedaan targetnya dijelaskan laporan dilewati. Terhadap Renstra dan IKU selalu mungkin, "
        "karena perbedaan yang dijelaskan dibolehkan."
    ),
    bila_kosong="tidak ada perjanjian kinerja, Renstra, atau IKU pembanding yang memuat indikator laporan ini",
    run=_run,
)
