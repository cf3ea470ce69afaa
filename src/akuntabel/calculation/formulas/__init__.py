"""Formulas, one file each. `RUMUS_BY_KODE` is the table that the manual and `jejak` read."""

from akuntabel.calculation.formulas import (
    agregasi,
    bagian,
    batas,
    capaian_naik,
    capaian_rentang,
    capaian_tetap,
    capaian_turun_dua_target,
    capaian_turun_target_per_realisasi,
    capaian_ya_tidak,
    indeks_skm,
    jawaban_skm,
    kemajuan,
    rasio,
    realisasi_ikm,
    sampel,
    selisih,
)
from akuntabel.calculation.formulas.rumus import Rumus
from akuntabel.regulations.dasar import Kepastian

PASTI = Kepastian.TERVERIFIKASI
DATA = Rumus("data", "Nilai data", "nilai sebagaimana tertulis pada data", "data instansi", kepastian=PASTI)
KATA = Rumus(
    "kata", "Kata dari angka", "kata dipilih program dari angka", "skala atau arah yang tercantum", kepastian=PASTI
)

_ALL: tuple[Rumus, ...] = (
    DATA,
    KATA,
    capaian_naik.RUMUS,
    capaian_turun_dua_target.RUMUS,
    capaian_turun_target_per_realisasi.RUMUS,
    capaian_rentang.RUMUS,
    capaian_tetap.RUMUS,
    capaian_ya_tidak.RUMUS,
    batas.RUMUS,
    kemajuan.RUMUS,
    kemajuan.RUMUS_KUMULATIF,
    kemajuan.RUMUS_TARGET_AKHIR,
    bagian.RUMUS,
    bagian.RUMUS_RUPIAH,
    rasio.RUMUS,
    agregasi.RUMUS,
    agregasi.RUMUS_SAMPAI,
    agregasi.RUMUS_PERIODE,
    agregasi.RUMUS_RATA,
    indeks_skm.RUMUS_UNSUR,
    indeks_skm.RUMUS,
    indeks_skm.RUMUS_NRR,
    indeks_skm.RUMUS_TERTIMBANG,
    indeks_skm.RUMUS_TERTINGGI,
    sampel.RUMUS,
    jawaban_skm.RUMUS_SKOR,
    jawaban_skm.RUMUS_BANYAK,
    realisasi_ikm.RUMUS,
    selisih.RUMUS,
    selisih.RUMUS_JUMLAH,
)
RUMUS_BY_KODE: dict[str, Rumus] = {r.kode: r for r in _ALL}
