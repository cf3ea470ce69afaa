"""The data package: its schema and version, and its two equal forms, a folder and a workbook."""

from akuntabel.paket.buka import open_paket
from akuntabel.paket.opened import Bentuk, OpenedPaket
from akuntabel.paket.tulis_buku import write_template, write_workbook
from akuntabel.paket.tulis_folder import write_folder

__all__ = ["Bentuk", "OpenedPaket", "open_paket", "write_folder", "write_template", "write_workbook"]
