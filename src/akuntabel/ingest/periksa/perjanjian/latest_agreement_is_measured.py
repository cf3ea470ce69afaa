"""The target that is measured is that of the latest agreement; another one is asked about where its value differs."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kinerja import DasarPengukuran, Target
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusNilai
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import agreements, yearly_targets
from akuntabel.ingest.periksa.wording import cell_text


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.dasar_pengukuran:
        latest = next(iter(agreements(paket, row.tahun)), None)
        by_document = {t.dokumen: t for t in yearly_targets(paket, row.indikator, row.tahun)}
        if latest is None or latest.kode not in by_document:
            yield Lewat("indikator tidak diperjanjikan pada tahun itu")
        elif row.dokumen in by_document:
            yield _judge(row, by_document[row.dokumen], by_document[latest.kode])


def _judge(row: DasarPengukuran, chosen: Target, signed: Target) -> Jawaban:
    if (chosen.nilai, chosen.nilai_atas) == (signed.nilai, signed.nilai_atas):
        return LOLOS
    waits = row.status is StatusNilai.SEMENTARA
    return problem(
        row,
        "dokumen",
        f"{row.indikator} tahun {row.tahun} diukur atas target {chosen.dokumen} ({cell_text(chosen.nilai)}), sedangkan "
        f"perjanjian kinerja terakhir {signed.dokumen} menetapkan {cell_text(signed.nilai)}; "
        + ("menunggu konfirmasi: " if waits else "")
        + "target manakah yang ditandatangani?",
        keyakinan=Keyakinan.MUNGKIN,
        sebab=f"target/{row.indikator}/{row.tahun}",
        seharusnya=signed.dokumen,
        terkait=[(chosen, "nilai"), (signed, "nilai")],
    )


CHECK = Check(
    kode="PRK-PRJ-02",
    judul="Yang diukur adalah perjanjian kinerja terakhir",
    tingkat=Tingkat.SEDANG,
    dasar=(
        "PermenPANRB 53/2014, lampiran I dan II (pengukuran membandingkan realisasi dengan target perjanjian kinerja)"
    ),
    penjelasan=(
        "Bila tabel dasar_pengukuran memilih dokumen lain dan targetnya berbeda dari perjanjian terakhir, hal itu "
        "ditanyakan."
    ),
    bila_kosong="tabel dasar_pengukuran kosong; perjanjian kinerja terakhir yang diukur",
    run=_run,
)
