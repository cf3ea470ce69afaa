"""Services side by side: their index, their unsur, and which may be called best and weakest."""

from __future__ import annotations

from akuntabel.bahasa.angka import format_number
from akuntabel.doctree.nodes import Block, RowKind, Text
from akuntabel.reports.bagian.responden import PENGELOLA
from akuntabel.reports.bagian.skm import service_details, services_index, services_shown, withheld_line
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import kurang, paragraf
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, sumber, tabel, teks

TERBANYAK = 6  # services that find room side by side


def service_blocks(survei: Survei) -> list[Block]:
    """The table of services, and the best and weakest among those with enough answers."""
    bahan = survei.bahan
    made = [*services_index(bahan, survei.periode), *_by_unsur(survei)]
    if not made and not withheld_line(bahan):
        return [kurang(f"Nilai menurut jenis layanan, survei {survei.waktu}.", PENGELOLA)]
    hidden = withheld_line(bahan)
    if survei.has("layanan", "tertinggi") and not hidden:
        fewest = format_number(bahan.regulations.ambang("skm.responden_diperingkat"))
        made.append(
            paragraf(
                "Di antara layanan yang respondennya sedikitnya {batas} orang, indeks tertinggi diperoleh {tinggi} dan "
                "indeks terendah diperoleh {rendah}.",
                batas=fewest,
                tinggi=survei.ref("layanan", "tertinggi"),
                rendah=survei.ref("layanan", "terendah"),
            )
        )
    elif made and not hidden:
        made.append(
            paragraf(
                "Tidak ada layanan yang disebut terbaik atau terlemah karena banyak respondennya belum cukup untuk "
                "dibandingkan."
            )
        )
    return [*made, *hidden]


def _by_unsur(survei: Survei) -> list[Block]:
    """Unsur down, services across, where every service has every unsur from the same answers; else a list."""
    bahan, periode = survei.bahan, survei.periode
    codes = services_shown(bahan, periode)
    names = bahan.regulations.unsur_skm(periode.tahun)
    if not codes or len(codes) > TERBANYAK or not all(_is_whole(survei, k, list(names)) for k in codes):
        return service_details(bahan, periode)
    services = {s.kode: s.nama for s in bahan.paket.skm_layanan}
    body = [baris(teks(u), teks(name), *(survei.cell("nilai_unsur", k, u) for k in codes)) for u, name in names.items()]
    count = baris(
        teks(None), (Text("Responden (n)", bold=True),), *(survei.cell("skm_responden", k) for k in codes),
        kind=RowKind.JUMLAH,
    )  # fmt: skip
    return [
        tabel(
            f"Nilai Unsur Menurut Jenis Layanan, Survei {survei.waktu}",
            f"tabel-layanan-unsur-{periode.kode}",
            ((10, TENGAH), (40, KIRI), *((20, KANAN),) * len(codes)),
            kepala("Kode", "Unsur", *(services.get(k, k) for k in codes)),
            [*body, count],
            source=sumber(bahan),
            small=True,
        )
    ]


def _is_whole(survei: Survei, layanan: str, unsur: list[str]) -> bool:
    """Whether a service has a value of every unsur, and as many answers to each."""
    whole = survei.bahan.figures.get(survei.fid("skm_responden", layanan))
    each = [survei.bahan.figures.get(survei.fid("skm_responden", layanan, u)) for u in unsur]
    return whole is not None and all(n is not None and n.number == whole.number for n in each)
