"""Duties, services and roles are those of the agency's own field, not of another agency's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.instansi import others_named, owner_of, slot_of, stands_rightly
from akuntabel.review.urusan import Bidang, fields_of

_FIELD = re.compile(
    r"(?P<slot>tugas(?: pokok)?(?: dan fungsi\w*)?|pelayanan(?: publik)?|urusan pemerintahan)(?: di)? bidang "
    r"(?P<bidang>[^,.;:]+)",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\b(?:mempunyai|memiliki|memegang|berperan|peran\w*) .{0,60}", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:sekretari\w+|sub ?bagian|subbag|umum)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    fields = fields_of(fakta, konteks.regulations)
    if fields is None:
        return
    owner = owner_of(fakta, konteks.regulations)
    names = list(dict.fromkeys(m.nama for m in others_named(fakta, owner))) if owner else []
    for sentence in fakta.kalimat:
        yield from _sentence(fakta, sentence, fields, names)


def _sentence(fakta: Fakta, sentence: Kalimat, fields: Bidang, names: list[str]) -> Iterator[Jawaban]:
    text = sentence.teks
    for match in _FIELD.finditer(text):
        found = fields.foreign_field(match["bidang"])
        if found is None or _INSIDE.search(text) or stands_rightly(text):
            yield Lewat("bidang lain disebut untuk bagian dalam atau mitra") if found else LOLOS
            continue
        field, words = found
        quote = f"{text[match.start() : match.start('bidang')]}{words}"
        yield Masalah(
            proof(sentence),
            f"'{quote}' ialah bidang {field.nama.lower()}, bukan bidang {fakta.identitas.instansi}",
            Keyakinan.PASTI if names and any(slot_of(text, n) for n in names) else Keyakinan.MUNGKIN,
            tertulis=quote,
            sebab=f"bidang lain: {field.kode}",
        )
    own = re.search(rf"{re.escape(fakta.identitas.instansi)}\b.{{0,40}}?(?P<peran>{_ROLE.pattern})", text, _ROLE.flags)
    told = text[own.start("peran") :] if own else ""
    phrases = list(fields.foreign_phrases(told))
    if phrases and not fields.speaks_of_own(told):
        field, phrase = phrases[0]
        yield Masalah(
            proof(sentence),
            f"kalimat menyatakan peran {fakta.identitas.instansi} dalam '{phrase}', yaitu bidang {field.nama.lower()}",
            Keyakinan.MUNGKIN,
            tertulis=phrase,
            sebab=f"bidang lain: {field.kode}",
        )


ATURAN = Aturan(
    kode="IDN-02",
    judul="Tugas, pelayanan, dan peran sesuai dengan bidang instansi pelapor",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan dengan bidang urusan instansi menurut namanya",
    penjelasan=(
        "Bidang tugas, pelayanan, dan peran yang disebut ialah bidang instansi pelapor menurut nama dan tugasnya. "
        "Urusan dalam (kepegawaian, keuangan sekretariat) dan instansi mitra dilewati. Pasti bila "
        "kalimat itu juga menyebut instansi lain sebagai pemiliknya."
    ),
    bila_kosong="bidang instansi pelapor tidak dikenali dari namanya",
    run=_run,
)
