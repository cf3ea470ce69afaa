"""Good, lightly and heavily damaged items add up to the number of items."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Asal
from akuntabel.domain.sumber_daya import Sarana
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.sarana:
        if row.asal is Asal.INSTANSI_LAIN:
            yield Lewat("baris milik instansi lain")
        elif row.jumlah is not None and any(v is not None for v in (row.baik, row.rusak_ringan, row.rusak_berat)):
            yield _judge(row, row.jumlah)


def _judge(row: Sarana, count: int) -> Jawaban:
    values = {column: getattr(row, column) for column in ("baik", "rusak_ringan", "rusak_berat")}
    parts = [v or 0 for v in values.values()]
    if sum(parts) == count:
        return LOLOS
    blank = [column for column, value in values.items() if value is None]
    if len(blank) == 1 and sum(parts) < count:
        return problem(
            row,
            blank[0],
            f"kosong; {row.nama} berjumlah {count} dan keadaan lainnya {sum(parts)}, "
            f"apakah keadaan {blank[0].replace('_', ' ')} {count - sum(parts)}?",
            hitungan=f"{count} − {sum(parts)} = {count - sum(parts)}",
            terkait=[(row, column) for column in ("jumlah", *values) if column not in blank],
        )
    return problem(
        row,
        "jumlah",
        f"jumlah {row.nama} tertulis {count}, sedangkan baik {parts[0]} + rusak ringan {parts[1]} + rusak berat "
        f"{parts[2]} = {sum(parts)}; perbaiki jumlah atau keadaannya",
        hitungan=f"{parts[0]} + {parts[1]} + {parts[2]} = {sum(parts)}",
        terkait=[(row, column) for column in values],
    )


CHECK = Check(
    kode="PRK-JML-02",
    judul="Keadaan barang berjumlah sama dengan banyaknya",
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Baik + rusak ringan + rusak berat = jumlah. Keadaan kosong dihitung nol; baris tanpa satu pun keadaan "
        "dilewati."
    ),
    bila_kosong="tabel sarana kosong atau keadaannya belum diisi",
    run=_run,
)
