"""What accumulates while one document is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from akuntabel.grid.batas import Batas
from akuntabel.readers.docx.daftar import Penghitung
from akuntabel.readers.docx.gaya import DaftarGaya, Gaya
from akuntabel.readers.docx.isi import JenisLampiran, Lampiran, Pembersih
from akuntabel.readers.docx.nama import Element
from akuntabel.readers.docx.ruas import Ruas

Catatan = Mapping[str, Element]


@dataclass(slots=True)
class Konteks:
    """Definitions of the document, and counters that all of its stories share.

    `halaman` is the page that is being read, None where the file does not know its pages. `tanda` is the mark of the
    note that is being read.
    """

    where: str
    batas: Batas
    gaya: DaftarGaya = field(default_factory=DaftarGaya)
    daftar: Penghitung = field(default_factory=Penghitung)
    catatan_kaki: Catatan = field(default_factory=dict)
    catatan_akhir: Catatan = field(default_factory=dict)
    bagan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    halaman: int | None = None
    bersih: Pembersih = field(default_factory=Pembersih)
    ruas: Ruas = field(default_factory=Ruas)
    hitungan: dict[str, Penghitung] = field(default_factory=dict)
    tanda: str = ""
    tersembunyi: int = 0
    sisipan: int = 0
    sel: int = 0
    dirujuk: dict[JenisLampiran, set[str]] = field(default_factory=dict)
    akhir: list[Lampiran] = field(default_factory=list)
    gaya_alinea: Gaya = field(default_factory=Gaya)

    def note_number(self, kind: JenisLampiran, ident: str) -> int:
        """The number of a note, by its first reference; 0 when it was referred to before."""
        known = self.dirujuk.setdefault(kind, set())
        if ident in known:
            return 0
        known.add(ident)
        return len(known)

    def counts(self, story: str) -> Penghitung:
        """The counts of a story by its name; a story without a name counts on its own."""
        return self.hitungan.setdefault(story, self.daftar.new_story()) if story else self.daftar.new_story()
