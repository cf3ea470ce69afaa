"""The element cost (U4) of a free service below the highest score asks a question; it is no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import round_half_up
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Unsur
from akuntabel.domain.skm import SkmRekap
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import angka, join_some

_FULL = Decimal(100)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for period in dict.fromkeys(r.periode for r in paket.skm_rekap):
        rows = [r for r in paket.skm_rekap if r.periode == period and r.unsur == Unsur.U4 and _is_free(paket, r)]
        scored = [(r, score) for r in rows if (score := _score(r)) is not None]
        low = [(r, score) for r, score in scored if score < _FULL]
        yield from (LOLOS for _ in range(len(scored) - len(low)))
        if low:
            # Services tell more than their sum.
            named = [(r, s) for r, s in low if r.layanan is not None] or low
            row, _ = named[0]
            listed = join_some([f"{r.layanan or 'semua layanan'} {angka(round_half_up(s, 2))}" for r, s in named])
            yield problem(
                row,
                "nilai_tercetak" if row.nilai_tercetak is not None else "jumlah_skor",
                f"unsur biaya (U4) layanan gratis di bawah nilai penuh pada periode {period}: {listed}; apakah "
                "responden salah "
                "memahami pertanyaan, atau masih ada pungutan?",
                keyakinan=Keyakinan.MUNGKIN,
                terkait=[(r, "unsur") for r, _ in low if r is not row],
            )


def _is_free(paket: Paket, row: SkmRekap) -> bool:
    agency = any(i.layanan_gratis for i in paket.instansi)
    if row.layanan is None:
        return agency
    service = by_key(paket.skm_layanan).get(row.layanan)
    return agency if service is None or service.berbayar is None else not service.berbayar


def _score(row: SkmRekap) -> Decimal | None:
    if row.jumlah_skor is not None and row.responden:
        return Decimal(row.jumlah_skor) / row.responden * 25
    return row.nilai_tercetak


CHECK = Check(
    kode="PRK-SKM-04",
    judul="Unsur biaya layanan gratis bernilai penuh",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran (jawaban 'gratis' berskor 4)",
    penjelasan=(
        "Pada layanan gratis, jawaban yang benar untuk unsur biaya adalah gratis, skor 4. Nilai di bawahnya "
        "ditanyakan satu kali per periode."
    ),
    bila_kosong="tidak ada unsur biaya pada layanan gratis",
    run=_run,
)
