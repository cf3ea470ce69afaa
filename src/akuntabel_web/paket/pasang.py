"""The installation: the government, its own agency, and the example on request. Running it twice changes nothing."""

from __future__ import annotations

from datetime import date

from django.utils.text import slugify

from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.paket import read_paket as read_files
from akuntabel_web.instansi.models import Instansi, Pemerintah
from akuntabel_web.instansi.tindakan import add_agency, open_year
from akuntabel_web.inti.konteks import SISTEM, Konteks, apply, konteks
from akuntabel_web.paket.bandingkan import plan
from akuntabel_web.paket.simpan import apply_plan, keep_pictures, keep_units
from akuntabel_web.paket.unggahan import read_path

_REASON = "pemasangan"
PEMDA = "pemda"
OWNER = "pemilik"


def seed(hari_ini: date, *, contoh: bool) -> None:
    """Make what an empty installation needs. It writes as the role that serves: the seed too passes row-level security.

    What is there already is asked of the owner, who alone sees every agency.
    """
    with konteks(Konteks(SISTEM, alasan=_REASON)):
        pemerintah = Pemerintah.objects.first() or Pemerintah.objects.create(nama="Pemerintah Daerah")
        if not Instansi.objects.using(OWNER).filter(jenis=PEMDA).exists():
            open_year(add_agency(pemerintah, "PEMDA", pemerintah.nama, PEMDA, PEMDA), hari_ini.year)
    if contoh:
        _seed_example()


def _seed_example() -> None:
    path = example_path()
    paket = read_files(path).paket
    about, tahun = paket.instansi[0], paket.laporan[0].tahun
    if Instansi.objects.using(OWNER).filter(kode=about.kode).exists():
        return
    with konteks(Konteks(SISTEM, alasan=f"{_REASON}: paket contoh")):
        pemerintah = Pemerintah.objects.get()
        alamat = slugify(about.nama_pendek or about.kode)
        instansi = add_agency(pemerintah, about.kode, f"{about.nama} {about.daerah}", about.jenis.value, alamat)
        apply(Konteks(SISTEM, instansi.pk, tahun, f"{_REASON}: paket contoh"))
        open_year(instansi, tahun)
        read = read_path(path, instansi, tahun)
        apply_plan(plan(read.paket, read.hadir, instansi, tahun), instansi, tahun)
        keep_pictures(read.paket, instansi, tahun)
        keep_units([(u.kode, u.nama) for u in read.paket.unit], instansi)
