"""The kinds of nodes that the plan has, as data: which hangs on which, and by which column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Jenis:
    """A kind of node: its table, the kind above it, the column that names the row above, the column of its wording.

    `kolom` is None for a vision (it is the top) and where a table of links joins the two (program and sasaran).
    """

    kode: str
    judul: str
    tabel: str
    induk: str | None
    kolom: str | None
    bunyi: str

    @property
    def terukur(self) -> bool:
        """Whether an indicator may measure it."""
        return self.kode in TERUKUR


TERUKUR = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
TAUTAN = "program_sasaran"

JENIS: dict[str, Jenis] = {
    j.kode: j
    for j in (
        Jenis("visi", "Visi", "visi_misi", None, None, "teks"),
        Jenis("misi", "Misi", "visi_misi", "visi", None, "teks"),
        Jenis("tujuan", "Tujuan", "tujuan", "misi", "misi", "teks"),
        Jenis("sasaran", "Sasaran", "sasaran", "tujuan", "tujuan", "teks"),
        Jenis("program", "Program", "program", "sasaran", None, "nama"),
        Jenis("kegiatan", "Kegiatan", "kegiatan", "program", "program", "nama"),
        Jenis("subkegiatan", "Subkegiatan", "subkegiatan", "kegiatan", "kegiatan", "nama"),
    )
}
INDIKATOR = Jenis("indikator", "Indikator", "indikator", None, "induk", "nama")
TARGET = Jenis("target", "Target", "target", "indikator", "indikator", "nilai")
DOKUMEN = Jenis("dokumen", "Dokumen rencana", "dokumen_rencana", None, None, "nama")
SEMUA: dict[str, Jenis] = {**JENIS, "indikator": INDIKATOR, "target": TARGET, "dokumen": DOKUMEN}
# Kinds that may be added with nothing above them, to be hung on something later.
TANPA_INDUK = frozenset({"visi", "tujuan", "program", "dokumen"})


def below(kode: str) -> Jenis | None:
    """The kind that hangs below a kind."""
    return next((j for j in JENIS.values() if j.induk == kode), None)
