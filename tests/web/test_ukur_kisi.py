"""Fast entry: pasted blocks, the grid, money and fisik by month, exports with a mapping."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from dunia import TAHUN, Dunia
from dunia_ukur import KODE, Ukur, make_agency, paste


@pytest.fixture(scope="module")
def kerja(dunia: Dunia) -> Ukur:
    """An agency of this module alone."""
    return make_agency(dunia, "DISKISI", "diskisi")


def apply(kerja: Ukur, siapa: str, page: Any) -> Any:
    data = {"dasar": page.context["dasar"], "alasan_tindakan": "rekap triwulan"}
    return kerja.klien(siapa).post(page.request["PATH_INFO"], data)


def values(kerja: Ukur, periode: str) -> dict[str, str]:
    from akuntabel_web.paket.models import MODEL

    with kerja.konteks():
        rows = MODEL["realisasi"].objects.filter(instansi=kerja.instansi, periode=periode)
        return {r.indikator: f"{r.nilai}|{r.status}" for r in rows}


def test_a_pasted_block_with_errors_writes_nothing(kerja: Ukur) -> None:
    before = values(kerja, "tahun")
    block = "I-1\t80,5\nI-3\t8O%\nI-9\t5\nI-4\t1\t\t\tbelum_rilis\nI-1\t81\nI-2\t5\nI-2/LULUS\t3"
    page = paste(kerja, "penyusun", block, "tahun")
    told = " / ".join(page.context["galat"])
    for wanted in ("8O%", "indikator 'I-9' tidak ada", "nilai terisi, padahal", "tertulis dua kali", "dari komponen"):
        assert wanted in told, wanted
    answer = apply(kerja, "penyusun", page)
    assert answer.status_code == 422
    assert values(kerja, "tahun") == before


def test_a_pasted_block_shows_each_change_and_then_writes_all_of_it(kerja: Ukur) -> None:
    block = "Kode Indikator\tRealisasi\tKeterangan\nI-1\t80,5\tdua\nI-3\t1.250\tsatu\nI-4\t\t\n"
    page = paste(kerja, "penyusun", block, "tahun")
    assert (page.context["galat"], len(page.context["perubahan"])) == ((), 2)
    assert values(kerja, "tahun") == {}
    assert apply(kerja, "penyusun", page).status_code == 302
    assert values(kerja, "tahun") == {"I-1": "80.5|None", "I-3": "1250|None"}
    assert kerja.butir("I-1", "tahun").keadaan == "diisi"
    assert apply(kerja, "penyusun", page).status_code == 404
    again = paste(kerja, "penyusun", "I-1\t90", "tahun")
    assert kerja.isi("penyusun", "I-1", "tahun", nilai="85").status_code == 302
    assert apply(kerja, "penyusun", again).status_code == 422
    assert values(kerja, "tahun")["I-1"] == "85|None"


def test_a_block_is_its_owners_and_held_to_his_unit(kerja: Ukur) -> None:
    page = paste(kerja, "pengelola_data", "I-3\t5", "tahun")
    assert "bukan milik unit Anda" in " ".join(page.context["galat"])
    assert kerja.klien("penyusun").get(page.request["PATH_INFO"]).status_code == 404


def test_the_grid_sends_only_what_was_typed(kerja: Ukur) -> None:
    assert kerja.isi("penyusun", "I-1", "tahun", nilai="85").status_code == 302
    client, url = kerja.klien("pengelola_data"), f"{kerja.dasar_url}ukur/tempel/tahun/"
    cells = client.get(url).context["baris"]
    assert [kode for _, kode, *_ in cells] == ["I-1", "I-2", "I-2/LULUS", "I-2/IKUT"]
    same = {name: value for _, _, _, row, _ in cells for name, _, value, _ in row if value is not None}
    assert client.post(url, same).status_code == 422
    answer = client.post(url, same | {"sel-0-nilai": "88"})
    page = client.get(answer["Location"])
    assert [p["nilai"] for p in page.context["perubahan"]] == [[("Nilai", "85", "88")]]


def test_components_are_pasted_below_their_indicator(dunia: Dunia) -> None:
    kerja = make_agency(dunia, "DISKOMP", "diskomp")

    def told(block: str) -> str:
        page = paste(kerja, "pengelola_data", block)
        assert apply(kerja, "pengelola_data", page).status_code == 422
        return " / ".join(page.context["galat"])

    assert "semua komponen harus terisi; belum ada nilai I-2/IKUT" in told("I-2/LULUS\t30")
    assert "isi salah satu" in told("I-2\t75\nI-2/LULUS\t30\nI-2/IKUT\t40")
    assert "bukan dari pembilang dan penyebut" in told("I-2\t\t30\t40")
    assert "baris komponen hanya berisi nilai; sumber ditulis" in told("I-2/LULUS\t30\t\t\t\tBPS\nI-2/IKUT\t40")
    assert "statusnya belum_rilis" in told("I-2\t\t\t\tbelum_rilis\nI-2/LULUS\t30\nI-2/IKUT\t40")
    assert "tertulis dua kali" in told("I-2/LULUS\t30\nI-2/LULUS\t31\nI-2/IKUT\t40")
    assert "indikator 'I-1/LULUS' tidak ada" in told("I-1/LULUS\t30")
    assert "3O" in told("I-2/LULUS\t3O\nI-2/IKUT\t40")
    assert kerja.tanggapan("nilai_komponen") is None
    block = "I-1\t71\nI-2\t\t\t\t\tDinas\tSesuai rencana\nI-2/LULUS\t30\nI-2/IKUT\t40"
    page = paste(kerja, "pengelola_data", block)
    assert (page.context["galat"], page.context["jumlah"], len(page.context["perubahan"])) == ((), 4, 4)
    assert apply(kerja, "pengelola_data", page).status_code == 302
    entry = kerja.butir("I-2")
    assert {k.kode: v.nilai for k, v in entry.komponen} == {"LULUS": 30, "IKUT": 40}
    assert (entry.realisasi.nilai, entry.realisasi.sumber, entry.realisasi.dipakai) == (None, "Dinas", True)
    assert kerja.langkah("pengelola_data", "ajukan", "I-2").status_code == 302
    assert "diajukan" in told("I-2/LULUS\t31")


def test_a_component_typed_into_the_grid_is_laid_over_the_saved_ones(dunia: Dunia) -> None:
    kerja = make_agency(dunia, "DISSEL", "dissel")
    assert kerja.isi("pengelola_data", "I-2", komponen_0="30", komponen_1="40").status_code == 302
    client, url = kerja.klien("pengelola_data"), f"{kerja.dasar_url}ukur/tempel/tw1/"
    cells = {kode: {j: v for _, j, v, _ in row} for _, kode, _, row, _ in client.get(url).context["baris"]}
    own, part = cells["I-2"], cells["I-2/IKUT"]
    assert (own["Nilai"], own["Pembilang"], own["Keterangan"]) == (None, None, "Sesuai rencana")
    assert (part["Nilai"], part["Keterangan"]) == ("40", None)
    page = client.get(client.post(url, {"sel-3-nilai": "50"})["Location"])
    assert (page.context["galat"], [p["nilai"] for p in page.context["perubahan"]]) == ((), [[("Nilai", "40", "50")]])
    assert apply(kerja, "pengelola_data", page).status_code == 302
    assert [v.nilai for _, v in kerja.butir("I-2").komponen] == [30, 50]
    assert "isi salah satu" in " ".join(paste(kerja, "pengelola_data", "I-2\t75").context["galat"])


def test_money_and_fisik_of_a_month(kerja: Ukur) -> None:
    url = f"{kerja.dasar_url}ukur/bulanan/?bulan=3&dokumen=lra"
    assert kerja.klien("verifikator").post(url, {"sel-0-realisasi": "1"}).status_code == 403
    assert kerja.klien("pengelola_data").post(url, {"sel-0-realisasi": "1"}).status_code == 422
    client = kerja.klien("bpkad")
    wrong = client.get(client.post(url, {"sel-0-realisasi": "Rp1,2,3", "sel-0-fisik": "50"})["Location"])
    assert wrong.context["galat"] != ()
    page = client.get(client.post(url, {"sel-0-realisasi": "1.250.000,00", "sel-0-fisik": "32,5"})["Location"])
    assert page.context["galat"] == ()
    assert apply(kerja, "bpkad", page).status_code == 302
    row = kerja.tanggapan("realisasi_anggaran", bulan=3)
    assert (row.kode, row.realisasi, str(row.fisik), row.dokumen) == ("2.07.03.2.01.0001", 1250000, "32.5", "lra")


def test_a_unit_fills_the_money_of_the_budget_that_its_action_plans_alone_name(kerja: Ukur) -> None:
    from akuntabel_web.paket.models import MODEL

    url, kode = f"{kerja.dasar_url}ukur/bulanan/?bulan=6&dokumen=lra", "2.07.03.2.01.0001"
    plan = {"instansi": kerja.instansi, "tahun_paket": TAHUN, "indikator": KODE, "uraian": "x", "kode_anggaran": kode}
    with kerja.konteks():
        MODEL["rencana_aksi"].objects.create(kode="RA-A", penanggung_jawab="BID-A", urutan_baris=1, **plan)
    mine = kerja.klien("pengelola_data")
    page = mine.get(mine.post(url, {"sel-0-fisik": "45,5"})["Location"])
    assert page.context["galat"] == ()
    assert apply(kerja, "pengelola_data", page).status_code == 302
    assert str(kerja.tanggapan("realisasi_anggaran", bulan=6).fisik) == "45.5"
    assert kerja.klien("pengelola_b").post(url, {"sel-0-fisik": "46"}).status_code == 422
    with kerja.konteks():
        MODEL["rencana_aksi"].objects.create(kode="RA-B", penanggung_jawab="BID-B", urutan_baris=2, **plan)
    assert mine.post(url, {"sel-0-fisik": "47"}).status_code == 422


EKSPOR = (
    "Laporan anggaran per subkegiatan;;\nKode Rekening;Uraian;Anggaran (Rp)\n"
    "2.07.03.2.01.0001;Subkegiatan;1.500.000\n2.07.03.2.01;Kegiatan;2.500.000\n"
)


def upload(kerja: Ukur, siapa: str, isi: bytes, nama: str = "sipd.csv", tabel: str = "anggaran") -> Any:
    berkas = BytesIO(isi)
    berkas.name = nama
    return kerja.klien(siapa).post(f"{kerja.dasar_url}ukur/ekspor/", {"berkas": berkas, "tabel": tabel})


MAPPING = {"kolom-kode": "Kode Rekening", "kolom-pagu": "Anggaran (Rp)", "tetap-tahun": str(TAHUN),
           "tetap-versi": "murni", "nama": "SIPD per subkegiatan"}  # fmt: skip


def test_an_export_is_read_through_a_mapping_that_is_saved_and_used_again(kerja: Ukur) -> None:
    from akuntabel_web.ukur.models import Pemetaan

    client = kerja.klien("bpkad")
    url = upload(kerja, "bpkad", EKSPOR.encode())["Location"]
    assert client.get(url).context["kepala"] == ["Kode Rekening", "Uraian", "Anggaran (Rp)"]
    page = client.get(client.post(url, MAPPING)["Location"])
    assert (page.context["galat"], len(page.context["perubahan"])) == ((), 2)
    assert apply(kerja, "bpkad", page).status_code == 302
    assert kerja.tanggapan("anggaran", kode="2.07.03.2.01").pagu == 2500000
    with kerja.konteks():
        saved = Pemetaan.objects.get(instansi=kerja.instansi)
    later = EKSPOR.replace("1.500.000", "1.600.000").encode()
    url = upload(kerja, "bpkad", later)["Location"]
    shown = client.get(f"{url}?pakai={saved.pk}")
    again = {f"kolom-{k.nama}": h for k, _, h, _ in shown.context["baris"]}
    again |= {f"tetap-{k.nama}": t for k, _, _, t in shown.context["baris"]}
    page = client.get(client.post(url, again)["Location"])
    assert [p["kunci"].split("|")[0] for p in page.context["perubahan"]] == ["2.07.03.2.01.0001"]
    assert kerja.klien("penyusun").get(url).status_code == 404


def test_an_export_with_errors_writes_nothing(kerja: Ukur) -> None:
    client = kerja.klien("bpkad")
    broken = EKSPOR.replace("2.500.000", "dua juta") + "9.99;Tidak dikenal;5\n"
    url = upload(kerja, "bpkad", broken.encode())["Location"]
    page = client.get(client.post(url, MAPPING | {"tetap-versi": "perubahan", "nama": ""})["Location"])
    told = " / ".join(page.context["galat"])
    assert "dua juta" in told
    assert "'9.99' belum ada" in told
    assert apply(kerja, "bpkad", page).status_code == 422
    assert kerja.tanggapan("anggaran", versi="perubahan") is None


def test_what_is_no_export_is_said_in_one_line(kerja: Ukur) -> None:
    for isi in (b"PK\x03\x04rusak", b"\x00\x01\x02\x03" * 50):
        answer = upload(kerja, "bpkad", isi, "rusak.xlsx")
        assert answer.status_code == 422
        assert len(answer.context["form"].errors["berkas"]) == 1
    assert upload(kerja, "bpkad", EKSPOR.encode(), tabel="pejabat").status_code == 422
    assert upload(kerja, "bpkad", EKSPOR.encode(), tabel="program").status_code == 403


def test_a_workbook_is_an_export_too(kerja: Ukur) -> None:

    book = openpyxl.Workbook()
    for line in (["Kode Rekening", "Anggaran (Rp)"], ["2.07.03.2.01.0001", 1750000]):
        book.active.append(line)
    out = BytesIO()
    book.save(out)
    client = kerja.klien("bpkad")
    url = upload(kerja, "bpkad", out.getvalue(), "sipd.xlsx")["Location"]
    page = client.get(client.post(url, MAPPING | {"tetap-versi": "pergeseran_1", "nama": ""})["Location"])
    assert page.context["galat"] == ()
    assert apply(kerja, "bpkad", page).status_code == 302
    assert kerja.tanggapan("anggaran", versi="pergeseran_1").pagu == 1750000


def test_kept_blocks_do_not_reach_the_audit(kerja: Ukur) -> None:
    from akuntabel_web.jejak.models import Jejak

    with kerja.konteks():
        rows = list(Jejak.objects.filter(tabel="ukur_unggahan", kerja="tambah").values_list("baru", flat=True))
    assert {r["isi"] for r in rows} == {"(disamarkan)"}
    assert json.dumps(rows)
