"""No text puts another agency in the place of this one.

Only slots of identity or possession count ("tugas Badan X", "Kepala Badan X", "pada Dinas Y" as the owner of staff or
assets); a table or a passage that names others rightly (crosscutting, source, address) is not read or does not match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Asal
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import short

_KINDS = r"Dinas|Badan|Kecamatan|Inspektorat|RSUD|Sekretariat DPRD|Satuan Polisi Pamong Praja"
# Words after the kind that start no name: "Dinas Tahun 2025", "Badan Usaha".
_NO_NAME = r"Tahun|Kota|Kabupaten|Provinsi|Daerah|Triwulan|Semester|Usaha|Publik|Layanan|Hukum|Luar|Teknis|Terkait"
_OWNED = (
    r"tugas(?: pokok)?(?: dan fungsi)?|fungsi|kedudukan|kinerja|capaian|sasaran|tujuan|indikator kinerja|"
    r"sumber daya(?: manusia)?|"
    r"pegawai|aparatur|sarana(?: dan prasarana)?|prasarana|barang|kendaraan|struktur organisasi|susunan organisasi|"
    r"renstra|rencana strategis|perjanjian kinerja|laporan kinerja|anggaran|layanan|pelayanan|kepala|sekretaris"
)
_SLOT = re.compile(
    rf"\b(?P<slot>(?i:{_OWNED}))\s+(?:pada\s+|di\s+|milik\s+|dari\s+)?"
    rf"(?P<nama>(?P<jenis>{_KINDS})(?!\s+(?:{_NO_NAME})\b)(?:\s+(?:[A-Z][\w/-]*|dan|serta)){{1,8}})"
)
_TEXTS = (
    ("narasi", "teks"), ("tugas_fungsi", "teks"), ("permasalahan", "pokok_masalah"), ("permasalahan", "masalah"),
    ("permasalahan", "akar_masalah"), ("isu_strategis", "teks"), ("analisis", "teks"), ("uraian", "teks"),
    ("analisis_unsur", "teks"), ("strategi", "teks"), ("laporan", "nama"),
)  # fmt: skip


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if not paket.instansi:
        return
    names = [n for i in paket.instansi for n in (i.nama, i.nama_pendek) if n]
    partners = {c.instansi_lain for c in paket.crosscutting}
    for table, column in _TEXTS:
        for row in paket.rows(table):
            if getattr(row, "asal", None) is Asal.INSTANSI_LAIN:
                yield Lewat("baris milik instansi lain")
            elif (text := getattr(row, column)) is not None:
                yield _judge(row, column, text, [*names, *partners])


def _judge(row: Baris, column: str, text: str, known: list[str]) -> Jawaban:
    for found in _SLOT.finditer(text):
        name = re.sub(r"\s+(?:dan|serta)$", "", found["nama"])
        if not any(_same(name, own) for own in known):
            whole = f"{found['slot']} {name}"
            return problem(
                row,
                column,
                f"teks menyebut '{short(whole)}', bukan {known[0]}; apakah ini sisa dari laporan instansi lain? "
                f"Bila ya, ganti dengan {known[0]} atau tulis ulang",
                keyakinan=Keyakinan.MUNGKIN,
                tertulis=name,
                seharusnya=known[0],
            )
    return LOLOS


def _same(name: str, own: str) -> bool:
    """One name is the beginning of the other, apart from capitals and a region that follows."""
    a, b = " ".join(name.split()).casefold(), own.casefold()
    return a.startswith(b) or b.startswith(a)


CHECK = Check(
    kode="PRK-IDN-05",
    judul="Teks bukan milik instansi lain",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran II (laporan memuat kinerja instansi sendiri)",
    penjelasan=(
        "Narasi dan uraian tidak menaruh nama instansi lain pada tempat nama instansi sendiri, misalnya 'tugas "
        "Badan ...' "
        "dalam laporan sebuah dinas. Penyebutan yang wajar (mitra crosscutting, sumber data, alamat) tidak "
        "dipersoalkan, "
        "dan baris bertanda asal instansi_lain dilewati."
    ),
    bila_kosong="tabel instansi kosong atau tidak ada teks",
    run=_run,
)
