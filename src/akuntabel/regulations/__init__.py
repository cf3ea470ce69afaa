"""What regulations fix, as dated data with citation and certainty: scales, weights, lists, deadlines, presets."""

from akuntabel.regulations.dasar import Dasar, Kepastian, Regulasi, cite
from akuntabel.regulations.loader import load, load_presets
from akuntabel.regulations.regulations import Regulations
from akuntabel.regulations.scale import Kelas, Skala, classify

__all__ = [
    "Dasar",
    "Kelas",
    "Kepastian",
    "Regulasi",
    "Regulations",
    "Skala",
    "cite",
    "classify",
    "load",
    "load_presets",
]
