"""A target is not worse than what was reached the year before, unless the report says why. Only asked."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.angka import same_value
from akuntabel.facts.arah import ArahBaik
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel
from akuntabel.facts.subjek import bare_name, same_name
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.penjelasan import explains


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    if fakta.tahun is None:
        return
    values = [v for v in fakta.nilai if v.angka and v.angka.nilai is not None and not v.kolom.triwulan]
    targets = [v for v in values if v.besaran is Peran.TARGET and v.tahun == fakta.tahun]
    before = [v for v in values if v.besaran is Peran.REALISASI and v.tahun == fakta.tahun - 1]
    for target in {v.indikator: v for v in targets}.values():
        reached = [v for v in before if same_name(v.indikator, target.indikator, limit)]
        arah = fakta.arah.get(bare_name(target.indikator))
        if not reached or not arah:
            continue
        if any(not _alike(v, reached[0]) for v in reached):
            yield Lewat("realisasi tahun sebelumnya tertulis dengan nilai yang berlainan")
        else:
            worse = _is_worse(target, reached[0], arah.arah)
            yield _problem(target, reached[0]) if worse and not explains(fakta, target.indikator) else LOLOS


def _alike(a: NilaiTabel, b: NilaiTabel) -> bool:
    return bool(a.angka and b.angka and same_value(a.angka, b.angka))


def _is_worse(target: NilaiTabel, reached: NilaiTabel, arah: ArahBaik) -> bool:
    a, b = target.angka, reached.angka
    if a is None or b is None or a.nilai is None or b.nilai is None or same_value(a, b):
        return False
    return a.nilai < b.nilai if arah is ArahBaik.NAIK else a.nilai > b.nilai


def _problem(target: NilaiTabel, reached: NilaiTabel) -> Masalah:
    a, b = target.sel.teks, reached.sel.teks
    return Masalah(
        proof(target, target.tabel),
        f"target {target.indikator} tahun {target.tahun} ({a}) tidak lebih baik daripada realisasi tahun "
        f"{reached.tahun} ({b}); apakah target itu masih menantang?",
        Keyakinan.MUNGKIN,
        terkait=(proof(reached, reached.tabel),),
        tertulis=a,
        saran="Jelaskan dasar target, atau sesuaikan pada perubahan perjanjian kinerja.",
    )


ATURAN = Aturan(
    kode="KWJ-01",
    judul="Target tidak di bawah realisasi tahun sebelumnya",
    kelompok=Kelompok.KEWAJARAN,
    tingkat=Tingkat.RENDAH,
    dasar="Kelaziman evaluasi akuntabilitas kinerja",
    penjelasan=(
        "Target tahun laporan dibandingkan dengan realisasi tahun sebelumnya menurut arah indikatornya. Selalu "
        "mungkin: keadaan dapat berubah, dan Renstra dapat ditetapkan lebih dahulu. Dilewati bila laporan menjelaskan "
        "targetnya."
    ),
    bila_kosong="tidak ada indikator dengan target tahun laporan dan realisasi tahun sebelumnya",
    run=_run,
)
