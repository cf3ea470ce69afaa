"""The index of a service follows from the values of its elements, where both are printed."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.indeks_layanan import IndeksLayanan, read_service_indexes
from akuntabel.facts.jumlahan import value_of
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bobot_unsur import indexes, is_one_of
from akuntabel.review.bukti import proof
from akuntabel.review.wording import digits


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for service in read_service_indexes(fakta.tabel):
        yield _judge(service, konteks, fakta.tahun)


def _judge(service: IndeksLayanan, konteks: Konteks, tahun: int | None) -> Jawaban:
    ways = indexes([value_of(c) for c in service.unsur], konteks.regulations, tahun)
    printed = service.indeks.angka
    if printed is None or is_one_of(printed, ways.values(), konteks.regulations):
        return LOLOS
    right = digits(next(iter(ways.values())))
    return Masalah(
        proof(service.indeks, service.tabel),
        f"indeks layanan '{service.layanan}' tertulis {printed.teks}, sedangkan rata-rata {len(service.unsur)} nilai "
        f"unsurnya pada {service.asal.nama} {right}",
        Keyakinan.PASTI,
        terkait=tuple(proof(c, service.asal) for c in service.unsur),
        tertulis=printed.teks,
        seharusnya=right,
        hitungan=f"({' + '.join(c.teks for c in service.unsur)}) / {len(service.unsur)} = {right}",
        saran="Hitung ulang indeks layanan dari nilai unsurnya.",
        sebab=f"layanan:{service.asal.blok}:{service.layanan}",
    )


ATURAN = Aturan(
    kode="SKM-10",
    judul="Indeks layanan sesuai dengan nilai unsurnya",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran",
    penjelasan=(
        "Bila satu tabel memuat sembilan nilai unsur setiap layanan dan tabel sebelumnya, dari survei yang sama, "
        "memuat indeks layanan itu, indeksnya dihitung ulang dengan bobot tepat 1/9 dan bobot tercetak yang dipakai "
        "orang. Satu yang cocok sudah cukup."
    ),
    bila_kosong="tidak ada layanan dengan indeks dan sembilan nilai unsur",
    run=_run,
)
