"""Judges what sentences call the most or the least against the lines of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.deret_banding import Anggota, DeretBanding, lines_of
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import is_total
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pasangan_persen import near_tables
from akuntabel.facts.subjek import mentions, normal_name
from akuntabel.facts.superlatif import Superlatif
from akuntabel.facts.tabel import Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait
from akuntabel.review.aturan import Jawaban, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_Place = tuple[DeretBanding, Anggota]
_TELLING = 3  # digits of a value that is no chance
_LEAST = 4  # letters of a word of a head that tells what is compared
_ADJECTIVES = ("padat", "luas", "panjang")  # terpadat: kepadatan


def judge_valued(claim: Superlatif, fakta: Fakta) -> Jawaban:
    """A name with its value: the value is that of the name, and no other is more."""
    value = claim.angka.nilai if claim.angka else None
    same = [p for t in fakta.tabel for p in _places(claim, t) if p[1].nilai == value]
    if any(member in line.end(claim.terbesar) for line, member in same):
        return LOLOS
    if same and not claim.terbatas:
        return _not_the_end(claim, *same[0], sure=len(same) == 1)
    if claim.terbatas:
        return Lewat("kalimatnya mungkin berbicara tentang sebagian isi tabel")
    near = [p for t in near_tables(claim.kalimat, fakta.tabel) for p in _places(claim, t)]
    found = next((_of_another(claim, *p, value) for p in near if _is_of_another(claim, *p, value)), None)
    return found or _wrong_value(claim, near) or Lewat("tabel yang memuat nama dan nilainya tidak ditemukan")


def _places(claim: Superlatif, table: Tabel) -> Iterator[_Place]:
    """The lines of a table that have a member of the claimed name."""
    for line in lines_of(table, claim.nama, claim.terbesar):
        member = line.named(claim.nama)
        changes = line.kolom is not None and line.kolom.peran is Peran.SELISIH
        if member is not None and (changes or not _OF_CHANGE.search(claim.perihal)):
            yield line, member


_OF_CHANGE = re.compile(
    r"\b(?:penambahan|kenaikan|penurunan|peningkatan|pertumbuhan|perubahan|selisih|lonjakan|kekurangan|pengurangan)\b",
    re.IGNORECASE,
)


def _is_of_another(claim: Superlatif, line: DeretBanding, member: Anggota, value: Decimal | None) -> bool:
    """Whether the value is the most of a line and stands in the row of another name, which the clause does not name."""
    ends = line.end(claim.terbesar)
    others = line.all_named(claim.klausa)
    digits = len(value.normalize().as_tuple().digits) if value is not None else 0
    if digits < _TELLING and not _compared(claim, line) and not _adds(line):
        return False
    return len(ends) == 1 and ends[0].nilai == value and member not in ends and ends[0] not in others


def _of_another(claim: Superlatif, line: DeretBanding, member: Anggota, value: Decimal | None) -> Masalah:
    end = line.end(claim.terbesar)[0]
    written = claim.angka.teks if claim.angka else ""
    return _problem(
        claim, line,
        f"'{member.nama}' disebut {claim.kata} dengan {written}, sedangkan pada {line.tabel.nama} itu nilai "
        f"'{end.nama}'; nilai '{member.nama}' {member.sel.teks}",
        (member.nama, end.nama), (end, member), sure=value is not None and len(value.normalize().as_tuple().digits) > 1,
    )  # fmt: skip


def _wrong_value(claim: Superlatif, places: Sequence[_Place]) -> Jawaban | None:
    """The name is right, and its value slipped: only in the one column that the words tell, or that there is."""
    number = claim.angka
    told = [p for p in places if _compared(claim, p[0])] or (places if number and not number.persen else [])
    if number is None or number.nilai is None or len(told) != 1:
        return None
    line, member = told[0]
    if member not in line.end(claim.terbesar):
        return None
    if number.near(member.nilai):
        return LOLOS
    cause = slip(number.nilai, member.nilai)
    return None if cause is None else _problem(
        claim, line,
        f"'{member.nama}' disebut {claim.kata} dengan {number.teks}, sedangkan pada {line.tabel.nama} nilainya "
        f"{member.sel.teks}",
        (number.teks, member.sel.teks), (member,), sure=True, cause=cause,
    )  # fmt: skip


def judge_plain(claim: Superlatif, fakta: Fakta) -> Jawaban:
    """A name without a value, in the one column of a near table that the words tell."""
    near = [p for t in near_tables(claim.kalimat, fakta.tabel) for p in _places(claim, t) if _compared(claim, p[0])]
    if len(near) != 1 or "unsur" in claim.perihal.lower() or claim.terbatas:
        return Lewat("kolom yang dibandingkan tidak dapat dipastikan")
    line, member = near[0]
    ends = line.end(claim.terbesar)
    if member in ends:
        return LOLOS
    named = any(e in line.all_named(claim.klausa) for e in ends)
    return Lewat("kalimatnya menyebut beberapa nama") if named else _not_the_end(claim, line, member, sure=True)


def judge_several(claim: Superlatif, fakta: Fakta) -> Jawaban:
    """The two or three named are those that are the most, in any column of a near table."""
    for table in near_tables(claim.kalimat, fakta.tabel):
        lines = [d for d in lines_of(table, claim.nama, claim.terbesar) if d.kolom is not None]
        named = [(d, d.all_named(claim.nama)) for d in lines if len(d.anggota) > claim.banyak]
        named = [(d, found) for d, found in named if len(found) == claim.banyak]
        if named and not claim.terbatas:
            wrong = [_left_out(claim, d, found) for d, found in named]
            main = max(range(len(named)), key=lambda n: (_compared(claim, named[n][0]), _adds(named[n][0]), -n))
            pair = wrong[main]
            return LOLOS if pair is None or not all(wrong) else _several_problem(claim, named[main][0], *pair)
    return Lewat("tabel yang memuat semua nama itu tidak ditemukan")


def _adds(line: DeretBanding) -> bool:
    return line.kolom is not None and is_total(line.kolom)


def _left_out(claim: Superlatif, line: DeretBanding, found: Sequence[Anggota]) -> tuple[Anggota, Anggota] | None:
    """The named member that is farthest from the end, and the one nearer to it that is not named."""
    order = sorted(line.anggota, key=lambda a: a.nilai, reverse=claim.terbesar)
    others = [a for a in order if a not in found]
    worst = [a for a in order if a in found][-1]
    beyond = worst.nilai < others[0].nilai if claim.terbesar else worst.nilai > others[0].nilai
    return (worst, others[0]) if beyond else None


def _compared(claim: Superlatif, line: DeretBanding) -> bool:
    """Whether the words of a claim tell the column: a word of its head, terpadat for kepadatan, or the percent mark."""
    if line.kolom is None:
        return False
    head = normal_name(line.kolom.judul[-1]) if line.kolom.judul else ""
    adjective = next((a for a in _ADJECTIVES if a in claim.kata), None)
    if adjective:
        return adjective in head
    if claim.angka and claim.angka.persen != (line.kolom.persen or line.kolom.peran is Peran.PERSEN):
        return False
    words = [w for w in re.findall(r"\w+", head) if len(w) >= _LEAST and w not in ("jumlah", "nilai", "total")]
    return any(mentions(claim.perihal, w) for w in words)


def _not_the_end(claim: Superlatif, line: DeretBanding, member: Anggota, *, sure: bool) -> Masalah:
    end = line.end(claim.terbesar)[0]
    shown = claim.angka.teks if claim.angka else member.sel.teks
    return _problem(
        claim, line,
        f"'{member.nama}' ({shown}) disebut {claim.kata}, sedangkan pada {line.tabel.nama} yang {claim.kata} ialah "
        f"'{end.nama}' ({end.sel.teks})",
        (member.nama, end.nama), (end, member), sure=sure,
    )  # fmt: skip


def _several_problem(claim: Superlatif, line: DeretBanding, worst: Anggota, missing: Anggota) -> Masalah:
    return _problem(
        claim, line,
        f"'{worst.nama}' ({worst.sel.teks}) disebut di antara {claim.banyak} yang {claim.kata}, sedangkan pada "
        f"{line.tabel.nama} '{missing.nama}' ({missing.sel.teks}), yang tidak disebut, lebih "
        f"{'tinggi' if claim.terbesar else 'rendah'}",
        (worst.nama, missing.nama), (missing, worst), sure=True,
    )  # fmt: skip


def _problem(
    claim: Superlatif,
    line: DeretBanding,
    message: str,
    texts: tuple[str, str],
    members: Sequence[Anggota],
    *,
    sure: bool,
    cause: str | None = None,
) -> Masalah:
    """`texts`: what is written and what is right; `members` are the proof."""
    return Masalah(
        proof(claim.kalimat),
        message,
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=tuple(_proof(m, line) for m in members),
        tertulis=texts[0],
        seharusnya=texts[1],
        dugaan_penyebab=cause,
        saran="Sebut yang benar menurut tabelnya, atau periksa angka pada tabel.",
        sebab=f"{claim.kata}: baris {claim.kalimat.alinea.tempat.baris}",
    )


def _proof(member: Anggota, line: DeretBanding) -> Terkait:
    return proof(member.sel, line.tabel, member.baris.teks())
