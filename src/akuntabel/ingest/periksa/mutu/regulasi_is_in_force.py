"""A legal basis that is cited is in force: not marked as revoked, and not known to be."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.instansi import Regulasi
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.regulations import Regulations, cite


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.regulasi:
        if not row.dicabut:
            yield _known(row, context.regulations) or LOLOS
            continue
        why = f" ({row.keterangan})" if row.keterangan else ""
        yield problem(
            row,
            "dicabut",
            f"{row.jenis} Nomor {row.nomor} Tahun {row.tahun} sudah dicabut{why}, tetapi masih menjadi dasar hukum; "
            "ganti dengan peraturan penggantinya",
        )


def _known(row: Regulasi, regulations: Regulations) -> Jawaban | None:
    """A question where the list of regulations knows a successor; citing the old one as history is right."""
    kind = row.jenis.casefold()
    found = next(
        (
            r
            for r in regulations.regulasi
            if (r.nomor.casefold(), r.tahun) == (row.nomor.casefold(), row.tahun)
            and kind in (r.jenis.nama.casefold(), r.jenis.singkatan.casefold())
        ),
        None,
    )
    if found is None or found.dicabut_oleh is None or row.dicabut is not None:
        return None
    after = cite(regulations.regulasi_by_kode(found.dicabut_oleh))
    text = f"{cite(found)} sudah digantikan {after}; apakah masih dimaksud sebagai dasar hukum?"
    return problem(row, "nomor", text, keyakinan=Keyakinan.MUNGKIN, seharusnya=after)


CHECK = Check(
    kode="PRK-MTU-03",
    judul="Dasar hukum masih berlaku",
    tingkat=Tingkat.SEDANG,
    dasar="Undang-Undang 12/2011 (pembentukan peraturan perundang-undangan)",
    penjelasan=(
        "Peraturan yang ditandai sudah dicabut tidak dipakai sebagai dasar hukum. Peraturan yang menurut daftar "
        "Akuntabel "
        "sudah digantikan ditanyakan, kecuali kolom dicabut sudah diisi tidak."
    ),
    bila_kosong="tabel regulasi kosong",
    run=_run,
)
