"""What results are computed under: the policy of an agency, the guide, the scale of mutu, users by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from akuntabel.errors import PanggilanError
from akuntabel.regulations import Regulations
from akuntabel.regulations.entri import PedomanSkm
from akuntabel.regulations.scale import Skala
from akuntabel.survey.indeks import KONVERSI, bobot_tepat, decimal_of


class CaraTahun(StrEnum):
    """How the year comes from its periods: all answers together, mean of the periods, the last period."""

    GABUNGAN = "gabungan"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"


@dataclass(frozen=True, slots=True)
class AturanIndeks:
    """The policy: one weight for all elements, or one each (none: exactly 1/n); rounding of NRR; the year."""

    bobot: Decimal | None = None
    bobot_unsur: Mapping[str, Decimal] | None = None
    desimal_nrr: int | None = None
    tahun: CaraTahun = CaraTahun.GABUNGAN

    def weights(self, codes: Sequence[str]) -> tuple[Fraction, ...]:
        """The weight of each element, in order."""
        if self.bobot_unsur is not None:
            if absent := [c for c in codes if c not in self.bobot_unsur]:
                raise PanggilanError(
                    f"Bobot per unsur harus menyebut semua unsur; yang belum: {', '.join(absent)}. Tulis misalnya "
                    f"{' '.join(f'--bobot {c}=0,1' for c in absent[:2])}, atau satu bobot untuk semua."
                )
            return tuple(Fraction(self.bobot_unsur[c]) for c in codes)
        return bobot_tepat(len(codes)) if self.bobot is None else (Fraction(self.bobot),) * len(codes)

    def terbesar(self, codes: Sequence[str]) -> Decimal:
        """The converted index if every answer were 4: 100 only where the weights sum to one."""
        return decimal_of(sum(self.weights(codes), Fraction()) * 4 * KONVERSI)


@dataclass(frozen=True, slots=True)
class BahanHasil:
    """What every result needs; elements, their weights, and the scale of mutu follow from the first three."""

    aturan: AturanIndeks
    pedoman: PedomanSkm
    regulations: Regulations
    tahun: int
    pengguna: Mapping[str, int]
    lembar_utuh: bool = False
    kode: tuple[str, ...] = field(init=False)
    bobot: tuple[Fraction, ...] = field(init=False)
    skala: Skala = field(init=False)

    def __post_init__(self) -> None:
        codes = tuple(u.kode for u in self.pedoman.unsur)
        object.__setattr__(self, "kode", codes)
        object.__setattr__(self, "bobot", self.aturan.weights(codes))
        object.__setattr__(self, "skala", self.regulations.skala_pada("mutu_skm", self.tahun))
