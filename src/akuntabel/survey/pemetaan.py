"""Which column of a table of answers is which: given by the user, else guessed from its heading, and shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from akuntabel.errors import BerkasError
from akuntabel.regulations.entri import PedomanSkm

KELOMPOK = ("instansi", "unit", "layanan", "periode", "tanggal")
PROFIL = ("jenis_kelamin", "usia", "pendidikan", "pekerjaan", "disabilitas")
LEMBAR = "lembar"
ARTI = (*KELOMPOK, LEMBAR, *PROFIL)

_HEADINGS: tuple[tuple[str, str], ...] = (
    ("jenis_kelamin", r"(?:jenis )?kelamin|gender|jk"),
    ("usia", r"usia|umur(?: responden)?"),
    ("pendidikan", r"pendidikan(?: terakhir)?"),
    ("pekerjaan", r"pekerjaan(?: utama)?"),
    ("disabilitas", r"(?:penyandang |status )?disabilitas"),
    ("tanggal", r"tanggal(?: survei| pengisian| layanan)?|tgl|timestamp|cap waktu|waktu (?:survei|pengisian)"),
    ("periode", r"(?:kode )?periode(?: survei)?|triwulan|tw|semester"),
    ("instansi", r"(?:nama |kode )?(?:instansi|opd|perangkat daerah|skpd|dinas)"),
    ("unit", r"(?:nama |kode )?(?:unit(?: kerja| pelayanan| layanan)?|upt|upp|bidang|loket)"),
    ("layanan", r"(?:nama |kode )?(?:jenis )?(?:layanan|pelayanan)(?: yang (?:di)?terima| yang digunakan)?"),
    (LEMBAR, r"kode|id|uuid|(?:kode |nomor |no )(?:lembar|responden|kuesioner|formulir)"),
)  # fmt: skip
_CODE = re.compile(r"u(?:nsur)? ?0?(\d{1,2})(?: ?[a-z])?\b(?! \d)")
_QUESTION = re.compile(r"(?:q|p|pertanyaan|soal|no|nomor) ?0?(\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Pemetaan:
    """Columns by meaning. `unsur` holds every question with its element, `lain` the columns by their meaning.

    `sisa` are the columns that mean nothing here, `catatan` what a user should look at. `bulan_dahulu`: days are
    written with the month first.
    """

    unsur: tuple[tuple[str, str], ...]  # (column, element)
    lain: Mapping[str, str]
    ditebak: frozenset[str] = frozenset()
    sisa: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
    bulan_dahulu: bool = False

    @property
    def sifat(self) -> tuple[str, ...]:
        """The traits of respondents that the columns tell."""
        return tuple(s for s in PROFIL if s in self.lain)

    def lines(self, pedoman: PedomanSkm) -> list[str]:
        """What was understood, one line a column."""
        names = {u.kode: u.nama for u in pedoman.unsur}
        told = [(c, f"{u} {names.get(u, '')}".strip()) for c, u in self.unsur]
        told += [(c, m.replace("_", " ")) for m, c in self.lain.items()]
        lines = [f"{meaning} <- '{column}'{' (ditebak)' if column in self.ditebak else ''}" for column, meaning in told]
        return [*lines, f"tidak dipakai: {_shown(self.sisa)}"] if self.sisa else lines


def petakan(
    kolom: Sequence[str], pedoman: PedomanSkm, diberikan: Mapping[str, str], berkas: str, tambahan: Sequence[str] = ()
) -> Pemetaan:
    """The meaning of each column of `berkas`. `diberikan` maps headings to meanings; `tambahan` are more elements.

    Raises BerkasError for a heading that is not there, a meaning that is none, and where an element has no column.
    """
    _refuse(kolom, pedoman, diberikan, berkas, tambahan)
    codes = [u.kode for u in pedoman.unsur]
    found: dict[str, str] = {}
    guessed: set[str] = set()
    for column in kolom:
        meaning = diberikan.get(column) or _guess(column, pedoman, tambahan)
        taken = meaning in ARTI and meaning in found.values()
        if meaning and not taken:
            found[column] = meaning
            guessed |= {column} - diberikan.keys()
    questions = tuple((c, m) for c, m in found.items() if m not in ARTI)
    missing = [u for u in codes if u not in {m for _, m in questions}]
    if missing:
        raise BerkasError(
            berkas,
            f"tidak ada kolom untuk unsur {', '.join(missing)}; kolomnya {_shown(kolom)}",
            "sebutkan kolomnya dengan --peta",
            f"--peta 'Kenyamanan ruang={missing[0]}'",
        )
    order = {code: n for n, code in enumerate((*codes, *tambahan))}
    return Pemetaan(
        tuple(sorted(questions, key=lambda q: order[q[1]])), {m: c for c, m in found.items() if m in ARTI},
        frozenset(guessed), tuple(c for c in kolom if c.strip() and c not in found), _doubts(found, guessed, pedoman),
    )  # fmt: skip


def _doubts(found: Mapping[str, str], guessed: Collection[str], pedoman: PedomanSkm) -> tuple[str, ...]:
    """Headings whose code says one element and whose words another, as forms of other orders have them."""
    names = {u.kode: u.nama for u in pedoman.unsur}
    made = []
    for column in found:
        text = _plain(column)
        match = _CODE.match(text)
        words = _by_word(text[match.end() :].strip(), pedoman) if match else ""
        code = found[column]
        if column in guessed and words and words != code and code in names and not _shares(text, code, pedoman):
            made.append(
                f"kolom '{column}' dihitung sebagai {code} ({names[code]}) menurut kodenya, sedangkan kata-katanya "
                f"menyebut {words} ({names[words]}). Bila kodenya keliru, tulis --peta '{column}={words}'."
            )
    return tuple(made)


def _shares(text: str, code: str, pedoman: PedomanSkm) -> bool:
    """Whether a heading also holds a word of the element that its code says."""
    own = next((u.kata for u in pedoman.unsur if u.kode == code), ())
    return bool(set(text.split()) & set(own))


def _refuse(
    kolom: Sequence[str], pedoman: PedomanSkm, diberikan: Mapping[str, str], berkas: str, tambahan: Sequence[str]
) -> None:
    known = (*(u.kode for u in pedoman.unsur), *tambahan, *ARTI)
    for column, meaning in diberikan.items():
        if column not in kolom:
            raise BerkasError(berkas, f"tidak ada kolom '{column}'; kolomnya {_shown(kolom)}", "perbaiki --peta")
        if meaning not in known:
            raise BerkasError("--peta", f"'{meaning}' bukan arti kolom", f"pakai salah satu dari {', '.join(known)}")


def _shown(kolom: Sequence[str]) -> str:
    shown = ", ".join(f"'{c}'" for c in kolom[:20])
    return shown if len(kolom) <= 20 else f"{shown}, dan {len(kolom) - 20} lagi"


def _plain(column: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9/]+", " ", column.lower()).split())


def _guess(column: str, pedoman: PedomanSkm, tambahan: Sequence[str]) -> str:
    """The meaning of a heading: by code, by place in the sample form, by its own words, by a word of an element."""
    text = _plain(column)
    codes = [u.kode for u in pedoman.unsur]
    if match := _CODE.match(text):
        code = f"U{match[1]}"
        return code if code in (*codes, *tambahan) else ""
    if match := _QUESTION.match(text):
        return next((u.kode for u in pedoman.unsur if u.pertanyaan == int(match[1])), "")
    for meaning, pattern in _HEADINGS:
        if re.fullmatch(pattern, text):
            return meaning
    return _by_word(text, pedoman)


def _by_word(text: str, pedoman: PedomanSkm) -> str:
    """The one element whose words a heading holds; a heading of remarks is no question of the scale."""
    if re.match(r"(?:kritik|saran|masukan|komentar|catatan)\b", text):
        return ""
    words = set(text.replace("/", " ").split())
    told = [u.kode for u in pedoman.unsur if words & set(u.kata)]
    return told[0] if len(told) == 1 else _strongest(text, told, pedoman)


def _strongest(text: str, told: Sequence[str], pedoman: PedomanSkm) -> str:
    """Of several elements the one whose own word comes first: "kecepatan waktu dalam prosedur" is of U3."""
    places = {
        u.kode: min(m.start() for w in u.kata if (m := re.search(rf"\b{w}\b", text)))
        for u in pedoman.unsur
        if u.kode in told
    }
    return min(places, key=lambda code: places[code], default="")
