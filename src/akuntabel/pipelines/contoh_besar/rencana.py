"""The plan of an agency: programmes down to subkegiatan, its indicators, and the value that each year aims at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain, islice

from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import AgregasiTahunan, AgregasiTriwulan, Arah, JenisNilai, Tingkatan
from akuntabel.domain.rencana import Kegiatan, Program, Sasaran, Subkegiatan, Tujuan
from akuntabel.pipelines.contoh_besar.bahan import Dinas, Objek, Undian, penunjang
from akuntabel.regulations import load

TAHUN_AWAL, TAHUN_AKHIR = 2021, 2025
KEPALA, SEKRETARIAT, RENSTRA = "KEPALA", "SEKRETARIAT", "renstra"
# A kegiatan of each programme: what is done, and its passive in the name of an indicator.
_KERJA = (("Pendataan", "didata"), ("Pembinaan", "dibina"), ("Pengembangan", "dikembangkan"), ("Pengawasan", "diawasi"))
_PERSEN, _INDEKS, _HARI = "persen", "indeks", "hari kerja"


@dataclass(frozen=True, slots=True)
class Rencana:
    """The rows of a plan that do not change within its period."""

    tujuan: tuple[Tujuan, ...]
    sasaran: tuple[Sasaran, ...]
    program: tuple[Program, ...]
    kegiatan: tuple[Kegiatan, ...]
    subkegiatan: tuple[Subkegiatan, ...]
    indikator: tuple[Indikator, ...]

    def strategis(self) -> tuple[Indikator, ...]:
        """The indicators of tujuan and sasaran."""
        return tuple(i for i in self.indikator if i.tingkat in (Tingkatan.TUJUAN, Tingkatan.SASARAN))


@dataclass(frozen=True, slots=True)
class _Ukuran:
    """An indicator before it has its code."""

    tingkat: Tingkatan
    induk: str
    nama: str
    satuan: str
    unit: str


def unit_kode(nomor: int) -> str:
    """The code of a bidang, counted from one."""
    return f"BIDANG-{nomor}"


def make_rencana(dinas: Dinas, banyak: int) -> Rencana:
    """The plan of an agency with so many indicators. Raises ValueError where the plan has no place for them."""
    program, kegiatan, subkegiatan, operational = _susunan(dinas)
    wanted = [*_strategis(dinas), *operational]
    if not len(_strategis(dinas)) <= banyak <= len(wanted):
        raise ValueError(f"an agency has {len(_strategis(dinas))} to {len(wanted)} indicators, not {banyak}")
    return Rencana(
        tujuan=(Tujuan(kode="T1", dokumen=RENSTRA, teks=f"Meningkatnya mutu urusan {dinas.urusan}", urutan=1),),
        sasaran=tuple(
            Sasaran(kode=f"S{n}", tujuan="T1", teks=f"Meningkatnya {_mutu(b.pokok)}", urutan=n)
            for n, b in enumerate(dinas.bidang, 1)
        ),
        program=program,
        kegiatan=kegiatan,
        subkegiatan=subkegiatan,
        indikator=tuple(_indikator(n, u) for n, u in enumerate(islice(wanted, banyak), 1)),
    )


def _mutu(pokok: str) -> str:
    return pokok if pokok.startswith("mutu") else f"mutu {pokok}"


def _strategis(dinas: Dinas) -> list[_Ukuran]:
    tujuan = [
        _Ukuran(Tingkatan.TUJUAN, "T1", f"Indeks mutu urusan {dinas.urusan}", _INDEKS, SEKRETARIAT),
        _Ukuran(Tingkatan.TUJUAN, "T1", f"Persentase warga yang puas atas urusan {dinas.urusan}", _PERSEN, SEKRETARIAT),
    ]
    return [*tujuan, *chain.from_iterable(_of_sasaran(dinas, n) for n in range(1, len(dinas.bidang) + 1))]


def _of_sasaran(dinas: Dinas, nomor: int) -> list[_Ukuran]:
    bidang = dinas.bidang[nomor - 1]
    names = (
        (f"Indeks kepuasan atas {bidang.pokok}", _INDEKS),
        (f"Persentase {bidang.objek[0].nama} yang memenuhi standar", _PERSEN),
        (f"Rata-rata lama penyelesaian pengaduan atas {bidang.pokok}", _HARI),
    )
    return [_Ukuran(Tingkatan.SASARAN, f"S{nomor}", nama, satuan, unit_kode(nomor)) for nama, satuan in names]


@cache
def _nomenklatur() -> str:
    """The version of the nomenclature that holds in the last year of the plan."""
    return load().berlaku(date(TAHUN_AKHIR, 1, 1)).versi_nomenklatur[0].kode


def _susunan(
    dinas: Dinas,
) -> tuple[tuple[Program, ...], tuple[Kegiatan, ...], tuple[Subkegiatan, ...], Iterator[_Ukuran]]:
    """Programmes, kegiatan, subkegiatan, and what may be measured of them: a first measure of each, then a second."""
    program: list[Program] = []
    kegiatan: list[Kegiatan] = []
    sub: list[Subkegiatan] = []
    first: list[list[_Ukuran]] = [[], [], []]
    second: list[list[_Ukuran]] = [[], [], []]
    for nomor, (nama, pokok, parts) in enumerate(_program_parts(dinas)):
        unit = unit_kode(nomor) if nomor else SEKRETARIAT
        code = f"{dinas.nomenklatur}.{nomor + 1:02}"
        program.append(Program(kode=code, nama=nama, penunjang=not nomor, nomenklatur=_nomenklatur(), unit=unit))
        _add(first[0], second[0], _measures(Tingkatan.PROGRAM, code, pokok, unit))
        for k, (judul, lines) in enumerate(parts, 1):
            at = f"{code}.2.{k:02}"
            kegiatan.append(Kegiatan(kode=at, program=code, nama=judul, unit=unit))
            _add(first[1], second[1], _measures(Tingkatan.KEGIATAN, at, f"sasaran {judul[0].lower()}{judul[1:]}", unit))
            for s, (uraian, objek, kerja) in enumerate(lines, 1):
                sub.append(Subkegiatan(kode=f"{at}.{s:04}", kegiatan=at, nama=uraian))
                _add(first[2], second[2], _counts(f"{at}.{s:04}", objek, kerja, unit))
    return tuple(program), tuple(kegiatan), tuple(sub), iter([u for part in (*first, *second) for u in part])


_Garis = tuple[str, Objek, str]


def _program_parts(dinas: Dinas) -> Iterator[tuple[str, str, list[tuple[str, list[_Garis]]]]]:
    """Of each programme: its name, what it looks after, and its kegiatan with their subkegiatan."""
    support = [(p.nama, [(nama, objek, "diselesaikan") for nama, objek in p.sub]) for p in penunjang()]
    yield "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", "layanan administrasi", support
    for bidang in dinas.bidang:
        parts = [
            (f"{kerja} {bidang.pokok}", [(f"{kerja} {o.nama}", o, passive) for o in bidang.objek])
            for kerja, passive in _KERJA
        ]
        yield f"Program {_title(bidang.pokok)}", bidang.pokok, parts


def _title(text: str) -> str:
    return " ".join(w if w in {"dan", "atas"} else w[:1].upper() + w[1:] for w in text.split())


def _add(first: list[_Ukuran], second: list[_Ukuran], pair: tuple[_Ukuran, _Ukuran]) -> None:
    first.append(pair[0])
    second.append(pair[1])


def _measures(tingkat: Tingkatan, kode: str, pokok: str, unit: str) -> tuple[_Ukuran, _Ukuran]:
    return (
        _Ukuran(tingkat, kode, f"Persentase {pokok} yang tercapai", _PERSEN, unit),
        _Ukuran(tingkat, kode, f"Persentase keluhan atas {pokok} yang diselesaikan", _PERSEN, unit),
    )


def _counts(kode: str, objek: Objek, kerja: str, unit: str) -> tuple[_Ukuran, _Ukuran]:
    return (
        _Ukuran(Tingkatan.SUBKEGIATAN, kode, f"Jumlah {objek.nama} yang {kerja}", objek.satuan, unit),
        _Ukuran(Tingkatan.SUBKEGIATAN, kode, f"Persentase {objek.nama} yang {kerja} tepat waktu", _PERSEN, unit),
    )


def _indikator(nomor: int, ukuran: _Ukuran) -> Indikator:
    """The row. What is counted adds up over the quarters; everything else is where it stands at the end."""
    counted = not is_level(ukuran.satuan)
    return Indikator(
        kode=f"IK-{nomor:03}",
        tingkat=ukuran.tingkat,
        induk=ukuran.induk,
        nama=ukuran.nama,
        satuan=ukuran.satuan,
        jenis_nilai=JenisNilai.ANGKA,
        arah=Arah.TURUN if ukuran.satuan == _HARI else Arah.NAIK,
        iku=ukuran.tingkat is Tingkatan.SASARAN,
        urutan=nomor,
        desimal=0 if counted else 2,
        alasan="Menggambarkan hasil yang dirasakan masyarakat" if ukuran.tingkat is Tingkatan.SASARAN else None,
        definisi=f"{ukuran.nama} dalam satu tahun",
        rumus="Penjumlahan hasil pendataan" if counted else "Hasil pengukuran pada akhir periode",
        sumber="Laporan unit penanggung jawab",
        penanggung_jawab=ukuran.unit,
        agregasi_triwulan=AgregasiTriwulan.JUMLAH if counted else AgregasiTriwulan.POSISI_AKHIR,
        kumulatif=False,
        agregasi_tahunan=AgregasiTahunan.POSISI_AKHIR,
        berlaku_dari=TAHUN_AWAL,
        berlaku_sampai=TAHUN_AKHIR,
    )


def is_level(satuan: str) -> bool:
    """Whether an indicator of this unit is a level (percent, index, days), not a count."""
    return satuan in {_PERSEN, _INDEKS, _HARI}


def target_of(undian: Undian, dinas: Dinas, ind: Indikator, tahun: int) -> Decimal:
    """What the plan aims at in a year: every year a little better."""
    step = tahun - TAHUN_AWAL
    first = (dinas.kode, ind.kode, "awal")
    match ind.satuan:
        case "persen":
            return Decimal(undian.draw(6000, 7500, *first)) / 100 + 3 * step
        case "indeks":
            return Decimal(undian.draw(7400, 8000, *first)) / 100 + 2 * step
        case "hari kerja":
            return Decimal(undian.draw(1200, 2000, *first)) / 100 - Decimal("0.6") * step
        case _:
            start = undian.draw(12, 400, *first)
            return Decimal(start + step * max(1, start // 20))
