"""How the number of a civil servant is built: birth date, appointment, sex, serial number."""

from __future__ import annotations

from datetime import date

from akuntabel.domain.pilihan import StatusPegawai

_SEXES = ("1", "2")
_PPPK = ("21", "22", "23", "24", "25", "26", "27", "28", "29")
_YOUNGEST, _OLDEST = 15, 60


def nip_fault(nip: str, status: StatusPegawai | None, tahun: int | None) -> str | None:
    """What is wrong with a NIP of 18 digits, in Indonesian; None when it is well built."""
    digits = nip.replace(" ", "")
    if len(digits) != 18 or not digits.isdecimal():
        return f"berisi {len(digits)} karakter; NIP terdiri atas 18 angka, misalnya 196701141986102001"
    birth = _date(digits[:8])
    if birth is None:
        return f"diawali {digits[:8]}, yang bukan tanggal lahir; tulis tahun, bulan, dan tanggal, misalnya 19670114"
    if digits[14] not in _SEXES:
        return f"memuat angka {digits[14]} pada urutan ke-15; tulis 1 untuk pria atau 2 untuk wanita"
    return _appointment_fault(digits, birth, status, tahun)


def _appointment_fault(digits: str, birth: date, status: StatusPegawai | None, tahun: int | None) -> str | None:
    year, month = int(digits[8:12]), digits[12:14]
    pppk = month in _PPPK
    if status is StatusPegawai.PNS and pppk:
        return f"berpola PPPK (angka ke-13 dan ke-14 {month}), padahal statusnya PNS; periksa status kepegawaian"
    if status is not None and status is not StatusPegawai.PNS and not pppk:
        return f"memuat {month} pada angka ke-13 dan ke-14; untuk PPPK tertulis 21, 22, dan seterusnya"
    if not pppk and not 1 <= int(month) <= 12:
        return f"memuat {month} pada angka ke-13 dan ke-14; untuk PNS tertulis bulan pengangkatan 01 sampai 12"
    age = year - birth.year
    if not _YOUNGEST <= age <= _OLDEST:
        return f"menyatakan lahir {birth.year} dan diangkat {year} (umur {age} tahun); periksa kedua tahun itu"
    if tahun is not None and year > tahun + 1:
        return f"menyatakan pengangkatan tahun {year}, sesudah tahun laporan {tahun}; periksa angka ke-9 sampai ke-12"
    return None


def _date(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None
