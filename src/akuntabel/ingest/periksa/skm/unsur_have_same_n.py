"""Every element of a survey was answered by the same number of people, or the period explains why not."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key, grouped
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    periods = by_key(paket.skm_periode)
    filled = [r for r in paket.skm_rekap if r.unsur is not None and r.responden is not None]
    for (period, service), rows in grouped(filled, "periode", "layanan").items():
        counts = {str(getattr(r, "unsur", "")): getattr(r, "responden", 0) for r in rows}
        if len(counts) < 2:
            continue
        if len(set(counts.values())) == 1:
            yield LOLOS
        elif (known := periods.get(str(period))) is not None and known.keterangan:
            yield Lewat("perbedaan banyak jawaban sudah dijelaskan pada periode")
        else:
            where = f"periode {period}" + (f" layanan {service}" if service else "")
            listed = join([f"{unsur} {n}" for unsur, n in counts.items()])
            text = (
                f"banyak jawaban antarunsur berbeda pada {where} ({listed}); apakah ada jawaban kosong? Jelaskan "
                "pada keterangan periode"
            )
            yield problem(
                rows[0],
                "responden",
                text,
                keyakinan=Keyakinan.MUNGKIN,
                tertulis=None,
                terkait=[(r, "responden") for r in rows[1:]],
            )


CHECK = Check(
    kode="PRK-SKM-02",
    judul="Banyak jawaban sama untuk semua unsur",
    tingkat=Tingkat.RENDAH,
    dasar="PermenPANRB 14/2017, lampiran (kuesioner yang terisi lengkap)",
    penjelasan=(
        "Banyak jawaban per unsur dibandingkan dalam satu periode dan layanan; perbedaan yang dijelaskan pada "
        "keterangan periode dilewati."
    ),
    bila_kosong="tidak ada banyak jawaban per unsur",
    run=_run,
)
