"""The data package: its schema and version, and its two equal forms, a folder and a workbook."""

from akuntabel.paket.buka import open_paket
from akuntabel.paket.opened import Bentuk, OpenedPaket

__all__ = ["Bentuk", "OpenedPaket", "open_paket"]
