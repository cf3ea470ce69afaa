"""The head of the region, its plans and its regulations are those of the agency's own region."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import AlineaFakta
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.instansi import stands_rightly

_NAME = r"(?!(?:dan|Tahun|TAHUN|Nomor|NOMOR|yang|dalam|untuk|atau|Periode)\b)[A-Z][\w'-]+"
_PLACE = rf"(?P<nama>{_NAME}(?: {_NAME}){{0,2}})"
_SLOTS = (
    re.compile(rf"\b(?P<kata>(?i:wali ?kota)) {_PLACE}"),
    re.compile(rf"\b(?P<kata>(?i:bupati)) {_PLACE}"),
    re.compile(
        r"\b(?P<kata>(?i:rpjmd|rpjpd|rencana pembangunan jangka menengah daerah(?: \(rpjmd\))?|visi(?: dan misi)?"
        rf"|peraturan daerah|apbd) (?i:kota|kabupaten)) {_PLACE}"
    ),
)
_HEAD = re.compile(r"\b[Mm]empunyai tugas (?:pokok )?membantu (?P<kata>[Ww]ali ?[Kk]ota|[Bb]upati)\b(?! [A-Z])")
_KINDS = {"wali kota": "kota", "walikota": "kota", "bupati": "kabupaten"}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    kind, _, name = fakta.identitas.daerah.lower().partition(" ")
    if kind not in ("kota", "kabupaten") or not name:
        return
    for fact in fakta.struktur.alinea:
        text = clean(fact.teks)
        yield from _head(fact, text, kind, fakta)
        for slot in _SLOTS:
            for match in slot.finditer(text):
                wrong = _wrong(match, kind, name)
                if wrong is None:
                    yield LOLOS
                elif stands_rightly(text):
                    yield Lewat("daerah lain disebut sebagai pembanding atau mitra")
                else:
                    yield Masalah(
                        proof(fact),
                        f"tertulis '{match[0]}', padahal laporan ini milik {fakta.identitas.lengkap}",
                        Keyakinan.MUNGKIN,
                        tertulis=match[0],
                        seharusnya=fakta.identitas.daerah,
                        dugaan_penyebab="Teks disalin dari laporan daerah lain.",
                    )


def _head(fact: AlineaFakta, text: str, kind: str, fakta: Fakta) -> Iterator[Jawaban]:
    """Whom an agency helps: a kota has a wali kota, a kabupaten a bupati."""
    for match in _HEAD.finditer(text):
        stated = _KINDS[match["kata"].lower()]
        yield (
            LOLOS
            if stated == kind
            else Masalah(
                proof(fact),
                f"tertulis 'membantu {match['kata']}', padahal {fakta.identitas.daerah} dipimpin "
                f"{'bupati' if kind == 'kabupaten' else 'wali kota'}",
                Keyakinan.PASTI,
                tertulis=match["kata"],
                seharusnya="Bupati" if kind == "kabupaten" else "Wali Kota",
                dugaan_penyebab="Teks disalin dari laporan daerah lain.",
            )
        )


def _wrong(match: re.Match[str], kind: str, name: str) -> str | None:
    """The region that a slot names, where it is another one. A longer match may run on into other words."""
    word = match["kata"].lower()
    stated = _KINDS.get(word) or word.rpartition(" ")[2]
    place = match["nama"].lower()
    same = place == name or place.startswith(f"{name} ") or name.startswith(f"{place} ")
    return None if same and stated == kind else f"{stated} {place}"


ATURAN = Aturan(
    kode="IDN-03",
    judul="Kepala daerah, rencana, dan peraturan milik daerah sendiri",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan nama daerah",
    penjelasan=(
        "Wali kota atau bupati, RPJMD, visi dan misi, serta peraturan daerah yang disebut ialah milik daerah instansi "
        "pelapor. Daerah lain sebagai pembanding, mitra, atau sumber dilewati; provinsi tidak diperiksa."
    ),
    bila_kosong="kota atau kabupaten instansi pelapor tidak dikenali",
    run=_run,
)
