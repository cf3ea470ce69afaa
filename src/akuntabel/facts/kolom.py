"""What a column of a table holds, read from its head: role, year, version of the budget, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz, process

from akuntabel.facts.angka import years


class Peran(StrEnum):
    """The role of a column. LAIN: not known."""

    NOMOR = "nomor"
    KODE = "kode"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    PROGRAM = "program"  # program, kegiatan, subkegiatan, uraian of a budget table
    URAIAN = "uraian"
    SATUAN = "satuan"
    DASAR = "dasar"  # baseline
    TARGET = "target"
    TARGET_AKHIR = "target_akhir"  # of the plan's end, in a column that does not say its year
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    KEMAJUAN = "kemajuan"  # to the target of the plan's end
    KEMAJUAN_DASAR = "kemajuan_dasar"  # of the way from the baseline to that target
    PERSEN = "persen"  # a percentage whose base the head does not name
    PREDIKAT = "predikat"
    ANGGARAN = "anggaran"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    SISA = "sisa"
    SELISIH = "selisih"
    FISIK = "fisik"
    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    SUMBER = "sumber"
    KETERANGAN = "keterangan"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head from the top row down, joined head in lower case, and what it means."""

    indeks: int
    judul: tuple[str, ...]
    peran: Peran
    tahun: int | None = None
    versi: str = ""
    persen: bool = False
    rupiah: bool = False
    triwulan: str = ""

    @property
    def teks(self) -> str:
        """The head as one line."""
        return " / ".join(self.judul)


_WORDS = (
    "nomor", "kode", "tujuan", "sasaran", "indikator", "program", "kegiatan", "subkegiatan", "uraian", "satuan",
    "target", "realisasi", "capaian", "persentase", "presentase", "predikat", "kategori", "anggaran", "pagu", "sisa",
    "selisih", "fisik", "keuangan", "jumlah", "total", "rata-rata", "sumber", "keterangan", "kinerja", "baseline",
    "penyerapan", "serapan", "indeks", "rencana", "status", "perubahan", "murni",
)  # fmt: skip
_TYPO = 86  # likeness above which a split or misspelt word of a column head is mended
_WHOLE = {*_WORDS, "no"}
_RULES: tuple[tuple[Peran, str], ...] = (
    (Peran.NOMOR, r"no|nomor|no urut|nomor urut|#"),
    (Peran.KODE, r"kode( rekening)?|kode .*"),
    (Peran.SISA, r".*\b(sisa|silpa|tidak terserap)\b.*"),
    (Peran.SELISIH, r".*\b(selisih|kenaikan|penurunan|pertumbuhan|naik|gap|deviasi|bertambah)\b.*"),
    (Peran.SELISIH, r".*\blebih\s*/?\s*\(?kurang\b.*"),
    (Peran.SATUAN, r"satuan( .*)?"),
    (Peran.PREDIKAT, r".*\b(predikat|kategori|kriteria|status|mutu|interpretasi|kualifikasi)\b.*"),
    (Peran.CAPAIAN, r"(?!.*indikator$).*\b(capaian|pencapaian|ketercapaian|tingkat capaian)\b.*"),
    (Peran.FISIK, r".*\bfisik\b.*"),
    (Peran.KEMAJUAN_DASAR, r".*\bkemajuan\b.*\b(dasar|baseline|awal)\b.*"),
    (Peran.KEMAJUAN, r".*\bkemajuan\b.*"),
    (Peran.PERSEN, r".*(%|persen|persentase|presentase|prosentase|serapan|penyerapan).*"),
    (Peran.REALISASI_ANGGARAN, r"(?=.*\brealisasi\b).*\b(anggaran|keuangan|belanja|rp)\b.*"),
    (Peran.REALISASI, r".*\brealisasi\b.*"),
    (Peran.ANGGARAN, r".*\b(anggaran|pagu|dpa|dppa|alokasi|plafon)\b.*"),
    (Peran.DASAR, r".*\b(baseline|data awal|kondisi awal|data dasar|tahun dasar)\b.*"),
    (Peran.TARGET, r".*\b(target|rencana|ditargetkan)\b.*"),
    (Peran.INDIKATOR, r".*\b(indikator|iku|ikk)\b.*"),
    (Peran.PROGRAM, r".*\b(program|kegiatan|subkegiatan|sub kegiatan)\b.*"),
    (Peran.SASARAN, r".*\bsasaran\b.*"),
    (Peran.TUJUAN, r".*\btujuan\b.*"),
    (Peran.RATA_RATA, r".*\b(rata-rata|rerata|rata rata)\b.*"),
    (Peran.JUMLAH, r".*\b(jumlah|total|banyaknya)\b.*"),
    (Peran.SUMBER, r".*\bsumber\b.*"),
    (Peran.KETERANGAN, r"(keterangan|ket|catatan)( .*)?"),
    (Peran.URAIAN, r".*\b(uraian|nama|jenis|jabatan|pendidikan|golongan|pangkat|unsur|layanan|bidang|tahun)\b.*"),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _RULES)
_QUARTER = re.compile(r"\b(?:triwulan|tw|tribulan)\s*(iv|i{1,3}|[1-4])\b")
_VERSION = re.compile(r"\b(murni|perubahan|pergeseran|apbd-?p|apbdp|p-apbd|dppa|sebelum|sesudah|setelah)\b")


def read_column(index: int, head: tuple[str, ...]) -> Kolom:
    """The meaning of a column from its head, top row first. Misspelt words are read as the nearest known one."""
    text = normalise_head(" ".join(head))
    stripped = re.sub(r"\b(?:19|20)\d{2}\b|\(\s*\)", " ", text)
    found = list(dict.fromkeys(year for part in head for year in years(part)))  # "2024" above "%" is no percentage
    quarter, version = _QUARTER.search(text), _VERSION.search(text)
    return Kolom(
        indeks=index,
        judul=head,
        peran=_role(" ".join(stripped.split()), bool(found)),
        tahun=found[0] if len(found) == 1 else None,
        versi=version[1] if version else "",
        persen="%" in text or "persen" in text or "prosen" in text,
        rupiah=bool(re.search(r"\brp\b|rupiah", text)),
        triwulan=quarter[1] if quarter else "",
    )


def _role(text: str, has_year: bool) -> Peran:
    bare = re.sub(r"\((?:rp|%|orang|unit|org|thn|\d+)\.?\)|[:*]", " ", text)
    bare = " ".join(bare.split()).rstrip(".")
    for role, pattern in _COMPILED:
        if pattern.fullmatch(bare) or (role is Peran.PERSEN and pattern.fullmatch(text)):
            return role
    return Peran.TARGET if has_year and "target" in text else Peran.LAIN


def mend_roles(columns: tuple[Kolom, ...]) -> tuple[Kolom, ...]:
    """Roles that only the neighbours tell: realisasi in rupiah, or beside an anggaran and no indikator, is money."""
    roles = {k.peran for k in columns}
    money = Peran.ANGGARAN in roles and Peran.TARGET not in roles and Peran.INDIKATOR not in roles
    return tuple(_mend_role(k, money) for k in _continued(columns))


_BARE_YEAR = re.compile(r"(?:tahun\s*)?(?:19|20)\d{2}\*?", re.IGNORECASE)


def _continued(columns: tuple[Kolom, ...]) -> tuple[Kolom, ...]:
    """Heads that are the next year alone go on with the head before: "Realisasi 2021", "2022", "2023"."""
    found: list[Kolom] = []
    for column in columns:
        last = found[-1] if found else None
        follows = last and last.tahun and column.tahun == last.tahun + 1 and last.peran in _YEARLY
        if last and follows and column.peran is Peran.LAIN and _BARE_YEAR.fullmatch(column.teks.strip()):
            found.append(replace(column, peran=last.peran, persen=last.persen, rupiah=last.rupiah))
        else:
            found.append(column)
    return tuple(found)


_OF_VALUES = re.compile(r"\b(?:perkembangan|tren|trend|realisasi)\b", re.IGNORECASE)
_SET_AGAINST = re.compile(r"\b(?:terhadap|di ?banding\w*)\b", re.IGNORECASE)
_NO_VALUES = re.compile(r"\b(?:target|capaian|pencapaian|anggaran|pagu|belanja|rencana)\b", re.IGNORECASE)


def of_years(columns: tuple[Kolom, ...], title: str) -> tuple[Kolom, ...]:
    """ "Perkembangan Indikator": where heads beside the indikator are only years, they are realisasi."""
    plain = [k for k in columns if k.peran is Peran.LAIN and k.tahun and _BARE_YEAR.fullmatch(k.teks.strip())]
    named = any(k.peran is Peran.INDIKATOR for k in columns)
    others = any(k.peran in (Peran.REALISASI, Peran.CAPAIAN, Peran.ANGGARAN) for k in columns)
    told = _SET_AGAINST.split(title)[0]
    if len(plain) < 2 or not named or others or not _OF_VALUES.search(told) or _NO_VALUES.search(told):
        return columns
    if any(k.peran is Peran.TARGET and k.indeks < plain[-1].indeks for k in columns):
        return columns
    return tuple(replace(k, peran=Peran.REALISASI) if k in plain else k for k in columns)


_YEARLY = (Peran.TARGET, Peran.REALISASI)


def _mend_role(column: Kolom, money: bool) -> Kolom:
    if column.peran is Peran.REALISASI and (column.rupiah or money) and not column.persen:
        return replace(column, peran=Peran.REALISASI_ANGGARAN)
    if column.peran is Peran.TARGET and column.rupiah:
        return replace(column, peran=Peran.ANGGARAN)
    return column


def normalise_head(text: str) -> str:
    """Lower case, single spaces, misspelt words of the field mended ("rea;isasi", "reslisasi")."""
    return " ".join(_mend(word) for word in _join_broken(re.sub(r"[\n/|]", " ", text.lower()).split()))


def _join_broken(words: list[str]) -> list[str]:
    """Words that a narrow column broke: "n o", "jumla h"."""
    joined: list[str] = []
    for word in words:
        whole = joined[-1] + word if joined else ""
        if whole and len(word.strip(".:")) < 3 and joined[-1] not in _WHOLE and whole.strip(".:") in _WHOLE:
            joined[-1] = whole
        else:
            joined.append(word)
    return joined


def _mend(word: str) -> str:
    core = word.strip("().:,")
    if len(core) < 6 or core in _WORDS or not re.fullmatch(r"[a-z;,'-]+", core):
        return word
    best = process.extractOne(core, _WORDS, scorer=fuzz.ratio, score_cutoff=_TYPO)
    return word.replace(core, best[0]) if best else word
