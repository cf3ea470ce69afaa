"""Bab I: background, purpose, position and duties, structure, resources, strategic issues."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, CrossRef, Heading, Orientation, Text
from akuntabel.domain.pilihan import SubjekRegulasi
from akuntabel.reports.bagian import organisasi, sumber_daya
from akuntabel.reports.bagian.hukum import basis_list
from akuntabel.reports.bagian.isu import issue_blocks
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.narasi import passage
from akuntabel.reports.tata_letak import is_wide


def sections(bahan: Bahan) -> list[tuple[tuple[Block, ...], Orientation]]:
    """The chapter; tables of vehicles that need wide pages stand at its end, so that no text waits for them."""
    head = (Heading(1, (Text("PENDAHULUAN"),), "bab-pendahuluan"), *_first(bahan))
    issues = (Heading(2, (Text("Aspek Strategis dan Isu Strategis"),), "isu"), *passage(bahan, "aspek_strategis"))
    last = (*issues, *issue_blocks(bahan))
    vehicles = tuple(sumber_daya.vehicle_blocks(bahan))
    if not is_wide(bahan, vehicles):
        return [((*head, *vehicles, *last), Orientation.TEGAK)]
    pointer = paragraf("Daftar kendaraan dinas disajikan pada {tempat}.", tempat=CrossRef("kendaraan"))
    listed = (Heading(2, (Text("Daftar Kendaraan Dinas"),), "kendaraan"), *vehicles)
    return [((*head, pointer, *last), Orientation.TEGAK), (listed, Orientation.LEBAR)]


def _first(bahan: Bahan) -> tuple[Block, ...]:
    """Everything before the vehicles."""
    basis = basis_list(bahan, SubjekRegulasi.LATAR_BELAKANG, SubjekRegulasi.PELAPORAN)
    lead = (paragraf("Dasar hukum penyusunan laporan ini adalah:"),) if basis else ()
    parts: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        ("Latar Belakang", "latar-belakang", (*_narrative(bahan, "latar_belakang", "Latar belakang"), *lead, *basis)),
        ("Maksud dan Tujuan", "maksud-tujuan", _narrative(bahan, "maksud_tujuan", "Maksud dan tujuan")),
        ("Kedudukan, Tugas, dan Fungsi", "tugas-fungsi", organisasi.duty_blocks(bahan)),
        ("Struktur Organisasi", "struktur", organisasi.structure_blocks(bahan)),
        ("Sumber Daya Manusia", "sdm", sumber_daya.staff_blocks(bahan)),
        ("Sarana dan Prasarana", "sarana", sumber_daya.asset_blocks(bahan)),
    )
    made: list[Block] = []
    for title, label, content in parts:
        made += [Heading(2, (Text(title),), label), *content]
    return tuple(made)


def _narrative(bahan: Bahan, kode: str, title: str) -> tuple[Block, ...]:
    """A passage, or the notice that it is missing."""
    return passage(bahan, kode) or (kurang(f"{title} (narasi {kode}).", "penyusun laporan"),)
