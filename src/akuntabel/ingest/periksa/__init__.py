"""Checks of the package: references, ranges, dates, sums, completeness. One check, one file, three answers."""

from akuntabel.ingest.periksa.runner import check_paket
from akuntabel.ingest.periksa.table import CHECKS

__all__ = ["CHECKS", "check_paket"]
