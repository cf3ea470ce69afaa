"""Lists of programmes, and of the activities of a programme, name the same things in every part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.program import DaftarProgram, Sebutan
from akuntabel.facts.subjek import find_name, normal_name, same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import short


@dataclass(frozen=True, slots=True)
class _Isi:
    """What one list holds of one kind."""

    daftar: DaftarProgram
    butir: tuple[Sebutan, ...]


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    whole = [_Isi(d, tuple(p for p in d.program if "penunjang" not in p.nama.lower())) for d in fakta.daftar_program]
    yield from _compare(whole, "program", limit)
    names: list[str] = []
    for program in (p.nama for d in fakta.daftar_program for p in d.program):
        if not find_name(program, names, limit):
            names.append(program)
            yield from _compare(_children(fakta.daftar_program, program, limit), f"kegiatan {program}", limit)


def _children(lists: Sequence[DaftarProgram], program: str, limit: Decimal) -> list[_Isi]:
    """The activities that each list gives below one programme."""
    found = []
    for d in lists:
        own = [c for key, items in d.anak.items() if same_name(key, program, limit) for c in items]
        found.append(_Isi(d, tuple(own)))
    return found


def _compare(lists: Sequence[_Isi], what: str, limit: Decimal) -> Iterator[Jawaban]:
    """Every name once, over all lists that share a name with another."""
    alike = [i for i in lists if i.butir and any(i is not j and _shares(i, j, limit) for j in lists)]
    seen: list[str] = []
    for item in (s for i in alike for s in i.butir):
        if find_name(item.nama, seen, limit):
            continue
        seen.append(item.nama)
        holding = [i for i in alike if item in i.butir or find_name(item.nama, [s.nama for s in i.butir], limit)]
        lacking = [i for i in alike if i not in holding]
        yield _problem(item, holding, lacking, what) if lacking else LOLOS


def _shares(one: _Isi, other: _Isi, limit: Decimal) -> bool:
    """At least half of the shorter list stands in the other: two statements of one list."""
    names = [s.nama for s in other.butir]
    shared = sum(find_name(s.nama, names, limit) is not None for s in one.butir)
    return shared > 0 and 2 * shared >= min(len(one.butir), len(other.butir))


def _problem(item: Sebutan, holding: list[_Isi], lacking: list[_Isi], what: str) -> Masalah:
    here, there = (d.daftar.nama for d in (holding[0], lacking[0]))
    more = f" dan {len(lacking) - 1} tempat lain" if len(lacking) > 1 else ""
    quotes = [proof(i.butir[0].fakta, i.daftar.tabel) for i in lacking]
    return Masalah(
        proof(item.fakta, holding[0].daftar.tabel),
        f"'{short(item.nama)}' ada pada {here} tetapi tidak pada {there}{more}; berbeda nama, jenjang, atau terlewat?",
        Keyakinan.MUNGKIN,
        terkait=tuple(quotes),
        tertulis=item.nama,
        dugaan_penyebab=f"daftar {what} disusun dari sumber yang berbeda",
        saran="Gunakan nama menurut nomenklatur dan daftar yang sama di setiap bagian.",
        sebab=f"program:{normal_name(item.nama)}",
    )


ATURAN = Aturan(
    kode="KON-09",
    judul="Daftar program dan kegiatan sama di setiap bagian",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Program pada daftar dan tabel yang menyebut program yang sama dibandingkan satu sama lain, begitu juga "
        "kegiatan di bawah satu program. Setiap nama disebut sekali. Program penunjang boleh tidak disebut. Nama "
        "yang mirip dianggap sama. Selalu mungkin, karena nomenklatur dapat berubah antartahun."
    ),
    bila_kosong="tidak ada dua daftar program",
    run=_run,
)
