"""One year of an agency: what was promised, reached and spent, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from akuntabel.domain.anggaran import Anggaran, DokumenRealisasi, RealisasiAnggaran
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Analisis, Langkah, Monev, Realisasi, RencanaAksi, Target
from akuntabel.domain.paket import Paket
from akuntabel.domain.perjanjian import PerjanjianAnggaran, PerjanjianIndikator, PerjanjianKinerja
from akuntabel.domain.pilihan import (
    Arah,
    JenisAnalisis,
    JenisPerjanjian,
    Jenjang,
    Periode,
    StatusNilai,
    StatusTindak,
    Tingkatan,
)
from akuntabel.pipelines.contoh_besar import umum
from akuntabel.pipelines.contoh_besar.bahan import Dinas, Undian, data
from akuntabel.pipelines.contoh_besar.rencana import KEPALA, RENSTRA, TAHUN_AKHIR, TAHUN_AWAL, Rencana, target_of

_TRIWULAN = (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4)
_BAGIAN = (15, 45, 75, 100)  # of the year's count, in percent, at the end of each quarter
_TINGKAT = (94, 96, 98, 100)  # of the year's level
_JUTA = 1_000_000


@dataclass(frozen=True)
class Tahunan:
    """An agency in a year: everything that its package is made of."""

    undian: Undian
    dinas: Dinas
    rencana: Rencana
    tahun: int

    @property
    def pk(self) -> str:
        """The code of its agreement."""
        return f"pk-{self.tahun}"

    def draw(self, low: int, high: int, *nama: object) -> int:
        """A number of this agency and year."""
        return self.undian.draw(low, high, self.dinas.kode, self.tahun, *nama)

    def target(self, ind: Indikator, tahun: int | None = None) -> Decimal:
        """The target of an indicator in a year."""
        return target_of(self.undian, self.dinas, ind, tahun or self.tahun)

    def reached(self, ind: Indikator, tahun: int) -> Decimal:
        """What an indicator reached in a year; about one in eight fell well short."""
        luck = self.undian.draw(0, 99, self.dinas.kode, tahun, ind.kode, "nasib")
        low, high = (600, 880) if luck < 12 else (900, 1020)
        share = Decimal(self.undian.draw(low, high, self.dinas.kode, tahun, ind.kode, "hasil")) / 1000
        aim = self.target(ind, tahun)
        if ind.arah is Arah.TURUN:
            share = 2 - share
        return (aim * share).quantize(Decimal(1) if ind.desimal == 0 else Decimal("0.01"))

    def budget(self, kode: str, tahun: int) -> int:
        """The pagu of a subkegiatan."""
        return self.undian.draw(20, 900, self.dinas.kode, tahun, kode, "pagu") * _JUTA

    @cached_property
    def promised(self) -> tuple[Indikator, ...]:
        """The indicators of the agreement: those of sasaran."""
        return tuple(i for i in self.rencana.indikator if i.tingkat is Tingkatan.SASARAN)


def make_paket(tahunan: Tahunan) -> Paket:
    """The package of an agency and year."""
    rencana = tahunan.rencana
    return Paket(
        **umum.tables(tahunan.dinas, tahunan.undian, tahunan.tahun),
        tujuan=rencana.tujuan,
        sasaran=rencana.sasaran,
        program=rencana.program,
        kegiatan=rencana.kegiatan,
        subkegiatan=rencana.subkegiatan,
        program_sasaran=umum.program_sasaran(rencana),
        indikator=rencana.indikator,
        target=tuple(_targets(tahunan)),
        realisasi=tuple(r for ind in rencana.indikator for r in _realisasi(tahunan, ind)),
        rencana_aksi=tuple(_rencana_aksi(tahunan)),
        langkah=tuple(_langkah(tahunan)),
        monev=tuple(_monev(tahunan)),
        analisis=tuple(_analisis(tahunan)),
        anggaran=tuple(_anggaran(tahunan)),
        dokumen_realisasi=(DokumenRealisasi(kode="lra", nama="Laporan Realisasi Anggaran"),),
        realisasi_anggaran=tuple(_spending(tahunan)),
        perjanjian_kinerja=(_perjanjian(tahunan),),
        perjanjian_indikator=tuple(
            PerjanjianIndikator(perjanjian=tahunan.pk, urutan=n, indikator=i.kode, sasaran=i.induk)
            for n, i in enumerate(tahunan.promised, 1)
        ),
        perjanjian_anggaran=tuple(_signed_money(tahunan)),
    )


def _targets(t: Tahunan) -> Iterator[Target]:
    """The plan's target of every year, the agreement's, and those of the quarters."""
    promised = {i.kode for i in t.promised}
    for ind in t.rencana.indikator:
        for tahun in range(TAHUN_AWAL, TAHUN_AKHIR + 1):
            yield _target(ind, tahun, Periode.TAHUN, RENSTRA, t.target(ind, tahun))
        aim, document = t.target(ind), t.pk if ind.kode in promised else RENSTRA
        if ind.kode in promised:
            yield _target(ind, t.tahun, Periode.TAHUN, document, aim)
        for periode, value in zip(_TRIWULAN, quarters(ind, aim), strict=True):
            yield _target(ind, t.tahun, periode, document, value)


def _target(ind: Indikator, tahun: int, periode: Periode, dokumen: str, nilai: Decimal) -> Target:
    return Target(indikator=ind.kode, tahun=tahun, periode=periode, dokumen=dokumen, nilai=nilai)


def quarters(ind: Indikator, year: Decimal) -> tuple[Decimal, ...]:
    """The values of the four quarters that make a year: parts of a count, the way to a level."""
    if ind.desimal == 0:
        ends = [int(year) * share // 100 for share in _BAGIAN]
        return tuple(Decimal(end - before) for end, before in zip(ends, [0, *ends], strict=False))
    shares = [200 - s for s in _TINGKAT] if ind.arah is Arah.TURUN else _TINGKAT
    return tuple((year * share / 100).quantize(Decimal("0.01")) for share in shares)


def _realisasi(t: Tahunan, ind: Indikator) -> Iterator[Realisasi]:
    """The years before of tujuan and sasaran, then the year: reached, zero, not entered, or not out yet."""
    strategic = ind.tingkat in (Tingkatan.TUJUAN, Tingkatan.SASARAN)
    if strategic:
        for tahun in range(TAHUN_AWAL, t.tahun):
            yield _value(ind, tahun, Periode.TAHUN, t.reached(ind, tahun))
    state = t.draw(0, 99, ind.kode, "keadaan")
    if state < 3:
        yield _value(ind, t.tahun, Periode.TAHUN, None, StatusNilai.BELUM_RILIS)
        return
    if not strategic and state < 6:
        return
    zero = not strategic and state < 9 and ind.desimal == 0
    year = Decimal(0) if zero else t.reached(ind, t.tahun)
    last = 3 if not strategic and state > 96 else len(_TRIWULAN)
    for periode, value in list(zip(_TRIWULAN, quarters(ind, year), strict=True))[:last]:
        yield _value(ind, t.tahun, periode, value)
    if strategic:
        yield _value(ind, t.tahun, Periode.TAHUN, year)


def _value(
    ind: Indikator, tahun: int, periode: Periode, nilai: Decimal | None, status: StatusNilai | None = None
) -> Realisasi:
    return Realisasi(
        indikator=ind.kode,
        tahun=tahun,
        periode=periode,
        versi="lkip",
        nilai=nilai,
        dipakai=True,
        status=status,
        sumber="Laporan unit penanggung jawab",
    )


def _rencana_aksi(t: Tahunan) -> Iterator[RencanaAksi]:
    for n, ind in enumerate(t.promised, 1):
        parts = {f"target_tw{q}": Decimal(t.draw(0, 6, ind.kode, "aksi", q)) for q in range(1, 5)}
        yield RencanaAksi(
            kode=f"RA-{n}",
            indikator=ind.kode,
            uraian=f"Pemantauan atas {ind.nama[0].lower()}{ind.nama[1:]}",
            keluaran="Laporan pemantauan",
            satuan="laporan",
            penanggung_jawab=ind.penanggung_jawab,
            **parts,
        )


def _langkah(t: Tahunan) -> Iterator[Langkah]:
    for n, ind in enumerate(t.promised, 1):
        for step, uraian in enumerate(("Menyusun jadwal pemantauan", "Membahas hasil pemantauan"), 1):
            yield Langkah(
                kode=f"L-{n}-{step}",
                rencana_aksi=f"RA-{n}",
                uraian=uraian,
                penanggung_jawab=ind.penanggung_jawab,
                mulai=date(t.tahun, 6 * step - 4, 1),
                selesai=date(t.tahun, 6 * step - 2, 20),
                status=StatusTindak.SELESAI,
            )


def _monev(t: Tahunan) -> Iterator[Monev]:
    for quarter in range(1, 5):
        ind = t.promised[t.draw(0, len(t.promised) - 1, "monev", quarter)]
        yield Monev(
            kode=f"MV-{quarter}",
            tahun=t.tahun,
            triwulan=quarter,
            indikator=ind.kode,
            hambatan="Bukti dukung dari pelaksana belum lengkap",
            keputusan="Menugaskan pendampingan pengumpulan bukti",
            penanggung_jawab=ind.penanggung_jawab,
            tenggat=date(t.tahun + quarter // 4, quarter * 3 % 12 + 2, 15),
            status=StatusTindak.SELESAI if quarter < 4 else StatusTindak.BERJALAN,
        )


def _analisis(t: Tahunan) -> Iterator[Analisis]:
    for ind in t.rencana.strategis():
        better = t.reached(ind, t.tahun) - t.target(ind)
        good = better <= 0 if ind.arah is Arah.TURUN else better >= 0
        kind = JenisAnalisis.PENYEBAB_KEBERHASILAN if good else JenisAnalisis.PENYEBAB_KEGAGALAN
        cause = "Pelaksanaan kegiatan sesuai dengan jadwal." if good else "Sebagian kegiatan dilaksanakan terlambat."
        for jenis, teks in ((kind, cause), (JenisAnalisis.TINDAKAN, "Jadwal tahun berikutnya disusun lebih awal.")):
            yield Analisis(indikator=ind.kode, tahun=t.tahun, jenis=jenis, urutan=1, teks=teks)


def _anggaran(t: Tahunan) -> Iterator[Anggaran]:
    for tahun in (t.tahun - 1, t.tahun):
        for sub in t.rencana.subkegiatan:
            pagu = Decimal(t.budget(sub.kode, tahun))
            yield Anggaran(kode=sub.kode, tahun=tahun, versi="murni", pagu=pagu, sumber_dana="APBD")


def _spending(t: Tahunan) -> Iterator[RealisasiAnggaran]:
    """The year before as a whole, the year itself at the end of each quarter."""
    for sub in t.rencana.subkegiatan:
        yield _spent(t, sub.kode, t.tahun - 1, 12)
        for month in (3, 6, 9, 12):
            yield _spent(t, sub.kode, t.tahun, month)


def _spent(t: Tahunan, kode: str, tahun: int, bulan: int) -> RealisasiAnggaran:
    share = t.undian.draw(820, 995, t.dinas.kode, tahun, kode, "serapan") * bulan // 12
    money = t.budget(kode, tahun) // 1000 * share
    return RealisasiAnggaran(
        kode=kode,
        tahun=tahun,
        bulan=bulan,
        dokumen="lra",
        realisasi=Decimal(money),
        fisik=Decimal(100 * bulan // 12),
        sumber_dana="APBD",
        dipakai=True,
    )


def _perjanjian(t: Tahunan) -> PerjanjianKinerja:
    head, mayor = umum.head(t.dinas, t.undian), umum.mayor(t.undian)
    return PerjanjianKinerja(
        kode=t.pk,
        tahun=t.tahun,
        jenis=JenisPerjanjian.MURNI,
        jenjang=Jenjang.KEPALA_INSTANSI,
        tempat=data()["ibu_kota"],
        tanggal=date(t.tahun, 1, 18),
        tanggal_dpa=date(t.tahun, 1, 4),
        pihak_pertama=head.nama,
        jabatan_pertama=head.jabatan,
        pangkat_pertama=head.pangkat,
        nip_pertama=head.nip,
        pihak_kedua=mayor.nama,
        jabatan_kedua=mayor.jabatan,
        unit=KEPALA,
    )


def _signed_money(t: Tahunan) -> Iterator[PerjanjianAnggaran]:
    for n, program in enumerate(t.rencana.program, 1):
        below = (s.kode for s in t.rencana.subkegiatan if s.kode.startswith(f"{program.kode}."))
        money = Decimal(sum(t.budget(kode, t.tahun) for kode in below))
        yield PerjanjianAnggaran(perjanjian=t.pk, kode=program.kode, urutan=n, anggaran=money, sumber_dana="APBD")
