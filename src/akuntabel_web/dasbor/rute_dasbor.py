"""Routes of the dashboard: pattern, view, name, permission."""

from __future__ import annotations

from akuntabel_web.dasbor import halaman

RUTE_DASBOR = (
    ("dasbor/", halaman.dasbor, "dasbor", "dasbor.lihat"),
    ("asal/", halaman.asal, "asal", "dasbor.lihat"),
    ("sumber/<slug:tabel>/", halaman.sumber, "sumber", "paket.lihat"),
)
