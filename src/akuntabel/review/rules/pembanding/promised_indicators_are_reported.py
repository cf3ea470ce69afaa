"""Every indicator of the given IKU decree or agreement is in the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.indikator_tabel import IndikatorTercantum, first_of_each, read_listed
from akuntabel.facts.subjek import mentions, same_name
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.banding_baris import agreeing
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, NAMA, of_kinds, of_other_years

_KINDS = ("iku", "perjanjian_kinerja")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    alike = konteks.regulations.ambang("reviu.bunyi_mirip")
    share = konteks.regulations.ambang("reviu.baris_sepakat")
    names = _names(fakta)
    yield from of_other_years(fakta, konteks, *_KINDS)
    for other in of_kinds(fakta, konteks, *_KINDS) if names else ():
        promised = first_of_each(read_listed(other.fakta.tabel))
        there = [_is_there(one, fakta, names, alike) for one in promised]
        if agreeing(there, share):
            yield from (LOLOS if ok else _problem(one, other, fakta) for one, ok in zip(promised, there, strict=True))
        elif promised:
            yield Lewat(
                f"{there.count(False)} dari {len(there)} indikator pada {other.berkas} lain, agaknya jenjang atau "
                "instansi lain",
                seluruhnya=True,
            )


def _names(fakta: Fakta) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(v.indikator for v in fakta.nilai), *(i.nama for i in read_listed(fakta.tabel)))))


def _is_there(one: IndikatorTercantum, fakta: Fakta, names: Sequence[str], alike: Decimal) -> bool:
    """In a table under this or a very like name, or named anywhere in the text."""
    if any(same_name(one.nama, name, alike) for name in names):
        return True
    return any(mentions(a.teks, one.nama) for a in fakta.struktur.alinea)


def _problem(one: IndikatorTercantum, other: Pembanding, fakta: Fakta) -> Masalah:
    return Masalah(
        _measured(fakta),
        f"indikator '{one.nama}' pada {NAMA[other.jenis]} ({other_place(other.fakta, one.sel)}) tidak ditemukan dalam "
        "laporan; apakah diganti atau berganti nama?",
        Keyakinan.MUNGKIN,
        Tingkat.TINGGI if other.jenis == "perjanjian_kinerja" else None,
        terkait=(proof_of_other(other.fakta, one.baris, one.tabel),),
        seharusnya=one.nama,
        saran="Ukur indikator itu, atau jelaskan perubahannya.",
    )


def _measured(fakta: Fakta) -> Terkait:
    """The table in which the report measures, where it has one."""
    table = next((v.tabel for v in fakta.nilai), None)
    return proof(table, table) if table is not None else proof(fakta.struktur.alinea[-1])


ATURAN = Aturan(
    kode="PBD-12",
    judul="Indikator pada keputusan IKU dan perjanjian kinerja yang diberikan ada dalam laporan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Setiap indikator pada tabel keputusan IKU atau perjanjian kinerja yang diberikan dengan --pembanding dicari "
        "pada tabel dan kalimat laporan. Bila sebagian besar tidak ada, dokumen itu dianggap dari jenjang atau "
        "instansi lain. Selalu mungkin, karena indikator dapat diganti; tingkat tinggi untuk perjanjian kinerja."
    ),
    bila_kosong="tidak ada keputusan IKU atau perjanjian kinerja pembanding yang memuat tabel indikator",
    run=_run,
)
