"""Which agencies a document names beside its own, and in which slots only its own may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.identitas import JenisDokumen, SebutanInstansi
from akuntabel.regulations import Regulations

_MAIN_KINDS = re.compile(
    r"(?:dinas|badan|inspektorat|sekretariat (?:daerah|dprd|dewan)|kecamatan|rsud|rumah sakit|satuan polisi|kantor)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\b(?:rsud|rumah sakit|puskesmas|uptd?|balai|kelurahan|bagian|cabang dinas)\b", re.IGNORECASE)
_REGION = re.compile(r" (?=(?:Kota|Kabupaten|Provinsi|Daerah Istimewa|Daerah Khusus)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pemilik:
    """The agency whose document it is, ready for comparing names."""

    nama: str
    daerah: str
    vertikal: tuple[str, ...]
    penunjang: bool  # it writes of the plans, money, staff and reports of all others by its office
    batas: float  # likeness from 0 to 100 from which two names are one

    def likeness(self, agency: str) -> float:
        """How much an agency's name is like the own one, from 0 to 100; capitals, commas and '&' do not count."""
        return float(fuzz.ratio(plain_agency(agency), plain_agency(self.nama)))

    def is_same_agency(self, agency: str) -> bool:
        """The same agency, whatever its region."""
        return self.likeness(agency) >= self.batas

    def is_elsewhere(self, name: str) -> bool:
        """The own agency's name with another region's: what a copied report leaves behind."""
        agency, region = split_region(name)
        mine, theirs = plain_agency(self.nama), plain_agency(agency)
        own = self.is_same_agency(agency) or (len(theirs.split()) > 1 and mine.startswith(theirs))
        return own and bool(region) and not _same_region(region, self.daerah)

    def is_near(self, name: str) -> bool:
        """Whether a region is one like the own: a city or regency where the own is one, a province for a province."""
        province = [re.match(r"(?i)prov", r) is not None for r in (split_region(name)[1], self.daerah)]
        return province[0] is province[1]

    def is_other(self, name: str) -> bool:
        """Another agency of the same level: no office of the state, no part of the agency."""
        low = plain_agency(name)
        agency, _ = split_region(name)
        if not _MAIN_KINDS.match(name) or low.startswith(self.vertikal) or self.is_same_agency(agency):
            return False
        mine = plain_agency(self.nama)
        return mine not in low and plain_agency(agency) not in mine


def _same_region(first: str, second: str) -> bool:
    """One region, also where a name runs on into other words or is cut."""
    a, b = (re.sub(r"^kab\.? ", "kabupaten ", " ".join(r.lower().split())) for r in (first, second))
    return a.startswith(b) or b.startswith(a)


def plain_agency(name: str) -> str:
    """An agency's name as it is compared."""
    return " ".join(name.lower().replace("&", "dan").replace(",", " ").split())


def split_region(name: str) -> tuple[str, str]:
    """Agency and region of a full name."""
    parts = _REGION.split(name, maxsplit=1)
    return (parts[0].strip(), parts[1].strip()) if len(parts) == 2 else (name.strip(), "")


def owner_of(fakta: Fakta, regulations: Regulations) -> Pemilik | None:
    """The owner; None where the document is the government's own, belongs to a part of an agency, or is unknown."""
    identity = fakta.identitas
    if not identity.instansi or not identity.daerah or identity.jenis is JenisDokumen.LKJ_PEMDA:
        return None
    if _BELOW.search(identity.instansi):
        return None
    words = tuple(w for entry in regulations.instansi_vertikal for w in entry.kata)
    fields = [u for u in regulations.urusan if any(w in identity.instansi.lower() for w in u.instansi)]
    limit = float(regulations.ambang("reviu.instansi_sama"))
    return Pemilik(identity.instansi, identity.daerah, words, any(u.penunjang for u in fields), limit)


def others_named(fakta: Fakta, owner: Pemilik) -> Iterator[SebutanInstansi]:
    """Mentions of other agencies."""
    return (m for m in fakta.identitas.sebutan if owner.is_other(m.nama))


def own_elsewhere(fakta: Fakta, owner: Pemilik) -> list[str]:
    """Names of the own agency in another region, each once."""
    return list(dict.fromkeys(m.nama for m in fakta.identitas.sebutan if owner.is_elsewhere(m.nama)))


_DISTRICT = re.compile(r"\bKecamatan (?!Dalam\b|Tahun\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?")


def sister_districts(fakta: Fakta, owner: Pemilik) -> list[str]:
    """Other districts that the report of a district names, mostly without their region."""
    if not owner.nama.lower().startswith("kecamatan"):
        return []
    found = dict.fromkeys(m for k in fakta.kalimat for m in _DISTRICT.findall(k.teks))
    return [n for n in found if not _same_region(n, owner.nama)]


# --- slots of identity and possession ---

_POSSESSED = (
    "pegawai|asn|pns|sarana|prasarana|kendaraan|aset|sasaran|tujuan|renstra|rencana strategis|rencana kerja"
    "|perjanjian kinerja|laporan kinerja|lkip|lkjip|lakip|struktur organisasi"
    "|(?:realisasi|pagu|serapan|penyerapan) anggaran"
    "|(?:capaian|realisasi|secara umum|secara keseluruhan|pencapaian|peningkatan) kinerja"
)
_BEFORE = re.compile(
    r"(?:(?:yang )?dimiliki(?: oleh)?|milik|(?:tugas|fungsi)(?: pokok)?(?: dan fungsi\w*)?(?: pada| dari)?"
    rf"|tata kerja(?: pada)?|keberhasilan(?: kinerja)?|kegagalan"
    rf"|(?:{_POSSESSED})(?: (?:pada|di|dari|milik|di lingkungan))?|di lingkungan)\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\s*(?:juga |telah |ini |dalam \w+ )*(?:didukung|mempunyai (?:tugas|fungsi)|memiliki (?:tugas|fungsi|sarana)"
    r"|menyelenggarakan fungsi|dipimpin|berkedudukan|melaksanakan \d|diukur|berhasil mencapai)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:dengan|bersama|melalui|kepada|oleh tim|dari|antara|seperti|misalnya|yaitu)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
_RIGHTLY = re.compile(
    r"\b(?:sumber (?:data|:)|sumber:|koordinasi|berkoordinasi|kerja ?sama|bekerja ?sama|lintas|crosscutting|sinergi\w*"
    r"|dibanding\w*|perbandingan|semula|sebelumnya|dahulu|penggabungan|digabung|pemisahan|pembentukan|nomenklatur"
    r"|berubah menjadi|(?:di)?pinjam\w*|(?:di)?sewa|menyewa|hibah|menumpang"
    r"|mantan|beralamat|alamat|mutasi dari|pindah|difasilitasi|rekomendasi dari|data dari)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """The words of identity or possession at a name. `pasti`: nobody else's duties or goods belong there."""

    kata: str
    di_depan: bool
    pasti: bool


_STRONG = re.compile(r"(?:sarana|prasarana|aset|kendaraan|barang)\b.{0,40}\bmilik|dimiliki oleh", re.IGNORECASE)
_WATCHES = re.compile(r"\b(?:reviu|direviu|evaluasi|dievaluasi|pengawasan|audit|pemeriksaan)\b", re.IGNORECASE)


def slot_of(text: str, name: str) -> Slot | None:
    """The slot in which a name stands; None where it stands rightly or in no slot."""
    at = text.find(name)
    if at < 0 or _RIGHTLY.search(text) or (_WATCHES.search(text) and name.lower().startswith("inspektorat")):
        return None
    if before := _BEFORE.search(text[:at]):
        return Slot(before[0].strip(), True, _STRONG.search(text[: before.end()]) is not None)
    behind = _BEHIND.match(text[at + len(name) :])
    return Slot(behind[0].strip(), False, False) if behind and not _BESIDE.search(text[:at]) else None


def stands_rightly(text: str) -> bool:
    """Whether a sentence gives a reason to name another agency: source, cooperation, comparison, predecessor."""
    return _RIGHTLY.search(text) is not None
