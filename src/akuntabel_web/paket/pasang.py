"""The installation: the government, its own agency, and on request the example or packages of agencies.

Running it twice changes nothing.
"""

from __future__ import annotations

from datetime import date

from django.utils.text import slugify

from akuntabel.domain.instansi import Instansi as Kontrak
from akuntabel.errors import BerkasError
from akuntabel.pipelines.contoh import example_path
from akuntabel_web.instansi.models import Instansi, Pemerintah, Tahun
from akuntabel_web.instansi.tindakan import add_agency, open_year
from akuntabel_web.inti.konteks import SISTEM, Konteks, apply, konteks
from akuntabel_web.paket.bandingkan import plan
from akuntabel_web.paket.simpan import apply_plan, keep_pictures, keep_units
from akuntabel_web.paket.unggahan import Bacaan, read_any

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
    read = read_any(example_path())
    if not Instansi.objects.using(OWNER).filter(kode=read.paket.instansi[0].kode).exists():
        load(read, f"{_REASON}: paket contoh")


def load(read: Bacaan, alasan: str) -> bool:
    """Put a package that was read into the database, whole, its agency and year too where they are new.

    False where its agency has that year already: nothing is overwritten. Raises BerkasError for a package that could
    not be read wholly or does not say whose it is.
    """
    about, tahun = _identity(read)
    there = Instansi.objects.using(OWNER).filter(kode=about.kode).values_list("pk", flat=True).first()
    if there and Tahun.objects.using(OWNER).filter(instansi_id=there, tahun=tahun).exists():
        return False
    with konteks(Konteks(SISTEM, there, tahun, alasan)):
        instansi = Instansi.objects.get(pk=there) if there else _add(about)
        apply(Konteks(SISTEM, instansi.pk, tahun, alasan))
        open_year(instansi, tahun)
        apply_plan(plan(read.paket, read.hadir, instansi, tahun), instansi, tahun)
        keep_pictures(read.paket, instansi, tahun)
        keep_units([(u.kode, u.nama) for u in read.paket.unit], instansi)
    return True


def _identity(read: Bacaan) -> tuple[Kontrak, int]:
    problems = list(read.halangan)
    if len(read.paket.instansi) != 1 or len(read.paket.laporan) != 1:
        problems.append("Tabel instansi dan laporan masing-masing harus berisi satu baris.")
    if problems:
        raise BerkasError("paket", problems[0].rstrip("."), "perbaiki paketnya dengan akuntabel periksa")
    return read.paket.instansi[0], read.paket.laporan[0].tahun


def _add(about: Kontrak) -> Instansi:
    pemerintah = Pemerintah.objects.get()
    alamat = slugify(about.nama_pendek or about.kode)
    return add_agency(pemerintah, about.kode, f"{about.nama} {about.daerah}", about.jenis.value, alamat)
