"""Routes of the plan: pattern, view, name, permission."""

from akuntabel_web.rencana import halaman, halaman_tahun, halaman_ubah
from akuntabel_web.rencana.buka_tahun import BUKA
from akuntabel_web.rencana.tindakan import SUSUN

_LIHAT = "paket.lihat"
_SIMPUL = "rencana/<slug:jenis>/<uuid:pk>/"

RUTE_RENCANA = (
    ("rencana/", halaman.pohon, "pohon", _LIHAT),
    ("rencana/pohon-kinerja/", halaman.pohon_kinerja, "pohon_kinerja", _LIHAT),
    ("rencana/dokumen/", halaman.dokumen, "dokumen_rencana", _LIHAT),
    ("rencana/<slug:jenis>/tambah/", halaman_ubah.tambah, "simpul_tambah", SUSUN),
    (_SIMPUL + "ubah/", halaman_ubah.ubah, "simpul_ubah", SUSUN),
    (_SIMPUL + "pindah/", halaman_ubah.pindah, "simpul_pindah", SUSUN),
    (_SIMPUL + "geser/", halaman_ubah.geser, "simpul_geser", SUSUN),
    (_SIMPUL + "hapus/", halaman_ubah.hapus, "simpul_hapus", SUSUN),
    ("rencana/program/<uuid:pk>/dukung/", halaman_ubah.dukung, "program_dukung", SUSUN),
    ("tahun/buka/", halaman_tahun.buka, "buka_tahun", BUKA),
)
