"""A cited regulation bears the title that belongs to its number and year."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.sitiran import Sitiran
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.regulations import Regulations
from akuntabel.regulations.dasar import Regulasi
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.regulasi import certainty, find_by_title, find_cited, title_fault


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for citation in fakta.sitiran:
        regulation = find_cited(citation, konteks.regulations)
        if regulation is None:
            yield _unknown(citation, find_by_title(citation, konteks.regulations))
            continue
        fault = _fault(regulation, citation, konteks.regulations) if citation.lanjutan else ""
        yield _wrong_title(citation, regulation, fault) if fault else LOLOS


def _fault(regulation: Regulasi, citation: Sitiran, regulations: Regulations) -> str:
    """What differs from the title; nothing where the citation is the title in one of its accepted spellings."""
    titles = (regulation.judul, *regulation.ejaan_lain)
    faults = [title_fault(title, citation.lanjutan, regulations) for title in titles]
    return faults[0] if all(faults) else ""


def _wrong_title(citation: Sitiran, regulation: Regulasi, fault: str) -> Masalah:
    other = fault.startswith("judulnya lain")
    return Masalah(
        proof(citation.kalimat),
        f"{citation.cetak[:160]}: {fault}",
        certainty(regulation),
        Tingkat.SEDANG if other else Tingkat.RENDAH,
        tertulis=citation.judul,
        seharusnya=regulation.label(long=True),
    )


def _unknown(citation: Sitiran, regulation: Regulasi | None) -> Jawaban:
    """A regulation outside the list, unless its title is in the list under another number or year."""
    if regulation is None:
        return Lewat("peraturan tidak ada pada daftar peraturan")
    return Masalah(
        proof(citation.kalimat),
        f"{citation.cetak[:160]}: peraturan dengan judul itu ialah {regulation.label()}",
        Keyakinan.MUNGKIN,
        Tingkat.SEDANG,
        tertulis=f"Nomor {citation.nomor} Tahun {citation.tahun}",
        seharusnya=regulation.label(long=True),
    )


ATURAN = Aturan(
    kode="IDN-11",
    judul="Peraturan yang dikutip sesuai dengan nomor, tahun, dan judulnya",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.RENDAH,
    dasar="Daftar peraturan; yang belum diperiksa pada naskah asli ditandai demikian",
    penjelasan=(
        "Judul di belakang kata 'tentang' ialah judul peraturan dengan nomor dan tahun itu. Huruf besar, kata tugas, "
        "salah ketik, dan judul yang tidak ditulis sampai akhir diterima. Peraturan di luar daftar dilewati."
    ),
    bila_kosong="tidak ada peraturan bernomor yang dikutip",
    run=_run,
)
