"""The plan documents in force."""

from __future__ import annotations

from akuntabel.domain.perjanjian import PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian, JenisRencana, Jenjang
from akuntabel.domain.rencana import DokumenRencana
from akuntabel.reports.bahan import Bahan


def plan_of(bahan: Bahan, jenis: JenisRencana = JenisRencana.RENSTRA) -> DokumenRencana | None:
    """The plan of one kind whose period holds the report year; the latest of several."""
    held = [d for d in bahan.paket.dokumen_rencana if d.jenis is jenis and d.tahun_awal <= bahan.tahun <= d.tahun_akhir]
    return max(held, key=lambda d: (d.tahun_awal, d.kode), default=None)


def agreements(bahan: Bahan, jenjang: Jenjang = Jenjang.KEPALA_INSTANSI) -> list[PerjanjianKinerja]:
    """The agreements of the report year at one level, first before changed."""
    own = [p for p in bahan.paket.perjanjian_kinerja if p.tahun == bahan.tahun and p.jenjang is jenjang]
    return sorted(own, key=lambda p: (p.jenis is JenisPerjanjian.PERUBAHAN, str(p.tanggal or ""), p.kode))
