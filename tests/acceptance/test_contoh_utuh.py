"""The example as a whole: totals an inspector adds up, decisions on contradictions, privacy, narrative, exact bytes."""

import csv
import hashlib
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from akuntabel.doctree.nodes import FigureRef
from akuntabel.domain.figure import FigureId
from akuntabel.domain.kolom import JenisKolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.domain.pilihan import Asal
from akuntabel.ingest import Ingested
from akuntabel.paket.tulis_folder import package_files
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.pipelines.paket import read_paket
from akuntabel.reports.narasi import reference, verbatim

CONTOH = Path(__file__).resolve().parents[2] / "contoh" / "disnaker-kota-bekasi-2025"
BAHAN = compute_paket(CONTOH).bahan
# a table or chapter by its number: the report made of the example has such numbers of its own
NOMOR = re.compile(r"\bTabel \d+\.\d+|\bBab [IVX]+\b")
NASKAH = re.compile(r"\bnaskah\b(?! (?:sebelumnya|itu|yang sama|perjanjian kinerja)\b)", re.IGNORECASE)

# place in the real report | rows of the package | column to add, or 'baris' to count | value
HITUNGAN = """
Tabel 1.1, jumlah | pegawai_rekap dimensi=jabatan status_pegawai=pns,pppk | jumlah | 71
Tabel 1.1, PNS | pegawai_rekap dimensi=jabatan status_pegawai=pns | jumlah | 39
Tabel 1.1, PPPK | pegawai_rekap dimensi=jabatan status_pegawai=pppk | jumlah | 32
Tabel 1.2, jumlah | pegawai_rekap dimensi=golongan | jumlah | 71
Tabel 1.3 | pegawai_rekap dimensi=jabatan status_pegawai=non_asn | jumlah | 1
Tabel 1.4, jumlah | pegawai_rekap dimensi=pendidikan | jumlah | 72
Tabel 1.4, jumlah PNS | pegawai_rekap dimensi=pendidikan status_pegawai=pns | jumlah | 39
Tabel 1.4, jumlah PPPK | pegawai_rekap dimensi=pendidikan status_pegawai=pppk | jumlah | 32
Sarana dan prasarana | sarana | baris | 46
Sarana dan prasarana, jumlah barang | sarana | jumlah | 249
Sarana dan prasarana, rusak ringan | sarana | rusak_ringan | 3
Sarana dan prasarana, rusak berat | sarana | rusak_berat | 6
Tabel 1.5, kendaraan roda 4 | kendaraan roda=4 | baris | 7
Kendaraan roda 2 | kendaraan roda=2 | baris | 10
Tabel 1.6 | permasalahan | baris | 6
Tabel 1.6, milik Dinas | permasalahan asal=sendiri | baris | 2
Bab I, fungsi | tugas_fungsi jenis=fungsi | baris | 10
Tabel 2.1 | target dokumen=renstra | baris | 12
Tabel 2.3 | target dokumen=pk | baris | 1
Perjanjian kinerja, anggaran | perjanjian_anggaran | baris | 13
Perjanjian kinerja, anggaran nomor 8 sampai 14 | perjanjian_anggaran urutan=8,9,10,12,13,14 | anggaran | 497330000
Tabel 3.9, anggaran 2025 | anggaran tahun=2025 | pagu | 18113302758
Tabel 3.9, realisasi 2025 | realisasi_anggaran tahun=2025 dokumen=naskah-tabel-3.9 | realisasi | 17745401889
Tabel 3.9, baris 2024 | anggaran tahun=2024 | baris | 18
Tabel 3.9, baris 2025 | anggaran tahun=2025 | baris | 17
Tabel 3.6 | realisasi_anggaran dokumen=naskah-tabel-3.6 | baris | 15
IKM, unsur | skm_rekap layanan= periode=2025-tw4 | baris | 9
IKM, jumlah skor | skm_rekap layanan= | jumlah_skor | 2061
IKM, layanan | skm_layanan | baris | 4
IKM, tahun yang dipakai | skm_tahunan dipakai=True | indeks | 263.79
Analisis unsur, pendukung | analisis_unsur jenis=pendukung | baris | 19
Analisis unsur, penghambat | analisis_unsur jenis=penghambat | baris | 10
Analisis unsur, tindakan | analisis_unsur jenis=tindakan | baris | 6
Analisis unsur, solusi | analisis_unsur jenis=solusi | baris | 34
Tindak lanjut periode lalu | rtl status=selesai | baris | 3
Rencana jangka panjang | rtl jangka=panjang | baris | 4
Bab IV, permasalahan dan rekomendasi | uraian | baris | 4
"""

# unsur, best first | score as printed
UNSUR = """
U8 | 96,48
U7 | 90,23
U6 | 89,85
U1 | 89,08
U2 | 88,68
U5 | 88,28
U3 | 87,9
U4 | 87,9
U9 | 86,73
"""

# table | key | column | value chosen
KEPUTUSAN = """
realisasi | TPT|2024|tahun|renstra | nilai | 7.82
realisasi | TPT|2024|tahun|renstra | dipakai | True
realisasi | TPT|2024|tahun|lkip | nilai | 8.55
realisasi | TPT|2024|tahun|lkip | dipakai | False
realisasi | TPT|2025|tahun|lkip | nilai | 7.33
realisasi | TPAK|2025|tahun|lkip | nilai | 65.36
realisasi | TPAK|2025|tahun|lkip | status | sementara
target | TPT|2025|tahun|pk | nilai | 7.32
target | TPT|2025|tahun|renstra | nilai | 7.73
dasar_pengukuran | TPT|2025 | dokumen | renstra
dasar_pengukuran | TPT|2025 | status | sementara
perjanjian_indikator | pk|TPT | sasaran | S1
indikator | TPT | iku | True
indikator | TPT | arah | turun
indikator | TPT | induk | T1
indikator | TPAK | iku | False
indikator | TPAK | induk | S1
skm_tahunan | 2025|lkip | indeks | 89.36
skm_tahunan | 2025|skm-tw4 | indeks | 89.45
skm_rekap | 2025-tw4|AK1| | responden | 42
skm_rekap | 2025-tw4|AK1|U4 | nilai_tercetak | 83.33
skm_rekap | 2025-tw4|PASPOR-CPMI| | nilai_tercetak | 98.21
"""

# figure in doubt | a value seen, as printed
CATATAN = """
target/TPT/2025 | 7,32 %
realisasi/TPT/2024 | 8.55
realisasi/TPT/2025 | 1.16 %
capaian/TPT/2025 | 94 %
realisasi/TPAK/2025 | 65.36
realisasi_anggaran/total/2025 | 17.172.984.778 (persentase dikalikan pagu, tidak tercetak)
realisasi_anggaran/total/2025 | 16.127.595.079 (pagu dikurangi penghematan, tidak tercetak)
serapan/total/2025 | 89,4 %
serapan/total/2025 | 1.985.707.679
realisasi_anggaran/2.07.01.2.01/2024 | 24.755.00
pagu/2.07.01.2.02/2024 | 11.088.669.,
pagu/2.07.05.2.02.0001/2024 | 322.019.00
pegawai/total/2025 | 72 orang: 59 PNS, 32 PPPK, dan 1 TTK
pegawai/pendidikan/2025 | 79 (jumlah kolom jumlah, tidak tercetak)
sarana/jumlah/2025 | 261 unit
kendaraan/roda-2/2025 | 17 (baik 9, rusak ringan 2, rusak berat 6)
ikm/tahun/2025 | 89.45 (TW IV 2025)
pagu/dana:apbd/2025 | Pendapatan Asli Daerah (PAD)
jumlah/kegiatan/2025 | 15 (sebelas) kegiatan; 4 (4) program
"""

# note | why its figure stays firm although the note is open
TETAP = """
CD-11 | dua tabel dan dua tempat lain memuat jumlah yang sama
CD-20 | tidak berlaku, jadi tanpa nilai
CD-22 | susunan kode yang diragukan, bukan rupiahnya
CD-23 | dihitung dari baris anggaran
CD-24 | baris yang hilang yang diragukan, bukan baris yang ada
CD-25 | sumber dana yang diragukan, bukan rupiahnya
CD-26 | versi anggaran yang diragukan, bukan rupiahnya
CD-27 | jumlah yang lain tidak mungkin
CD-29 | tabelnya yang dipakai
CD-30 | baris sumber setiap tabel sama
CD-33 | tabel kendaraan tidak mempunyai status
CD-34 | nomor rekaan
CD-35 | tabel kendaraan tidak mempunyai status
CD-38 | status IKM tahunan ialah status indeksnya
CD-40 | banyak responden yang tidak diketahui
CD-42 | cacah baris, bukan nilai
CD-43 | cacah baris, bukan nilai
CD-51 | dicocokkan dengan rilis BPS
CD-59 | pemetaan program yang diragukan, bukan rupiahnya
"""

# length | first 16 digits of the sha256 of NIP, name, plates, engine and chassis numbers of the real report
RAHASIA = """
7 | 1c8cbe94940558c4 25e93aa113f68b28 2b595fbd38b1d690 4fc6473e15546b32 5b4655b91237a8fc 98707abcb3a512ae
7 | e3b804d0c548224d
8 | 1c5a0ae6807a058b 1ce98c613f41211d 262cbfb912a140ed 2c5d77f06c94c668 2e245cd9b0f527d9 4f36945a2bd6ea63
8 | 6acb128f97715e2a 810754c8b0bf5e60 993e708ecda9d8cf ba54f235796f195e cebd84aaffcd27b6 e89b30466b82137c
8 | ecc4d195f8cd33f5 f6e121ff48f18200
10 | 011e1c3d56a23836 27d91458bf55a6d6 f74aa53125b1c57c
12 | 2430996408d51137 2936c42aeb5f73e8 62fc25b2ad7a757f 6f986764c115236c 716b14eb27525028 79e0d99b9a077ddc
12 | 9e878dbd68fc03e0 d056be91a254ce7c e6190e0745017734 f0204eb25453f02f
13 | 84da544efadc3513
15 | de083dd11e6ce3ad
16 | 221e825abe39bab6 f350138bda7d2269
17 | 00896e77db616c77 02431da4e93b8acf 27ed8d83ddc03ef0 288be26a36a7ed89 2a80c45bedb603be 64331ff8e6951e9c
17 | 6a02e8e509651b6f 8073ce559e57a30d a006aa92ba626925 b815b51a7c91a2a9 ba199eb80ce1b954 c199d69cabea0000
17 | e400d8636c993c97 e7bbf91d441951b8
18 | e8d028a8515dd02e
"""

KEADAAN_DIHITUNG = re.compile(
    r"\b(berhasil|meningkat|menurun|naik|turun|tercapai|melampaui|memuaskan|sangat baik)\b", re.IGNORECASE
)
REFERENCE = re.compile(r"\{\{(.*?)\}\}")


@pytest.fixture(scope="module")
def dibaca() -> Ingested:
    return read_paket(CONTOH)


@pytest.fixture(scope="module")
def paket(dibaca: Ingested) -> Paket:
    return dibaca.paket


def lines(text: str) -> list[list[str]]:
    return [[c.strip() for c in line.split(" | ")] for line in text.strip().splitlines()]


def text_of(value: object) -> str:
    return "" if value is None else str(getattr(value, "value", value))


def chosen(paket: Paket, query: str) -> list[object]:
    """Give the rows of a query such as 'sarana' or 'pegawai_rekap dimensi=jabatan status_pegawai=pns,pppk'."""
    table, *filters = query.split()
    wanted = {k: v.split(",") for k, _, v in (f.partition("=") for f in filters)}
    return [r for r in paket.rows(table) if all(text_of(getattr(r, k)) in v for k, v in wanted.items())]


@pytest.mark.parametrize(("place", "query", "column", "expected"), lines(HITUNGAN))
def test_totals(paket: Paket, place: str, query: str, column: str, expected: str) -> None:
    rows = chosen(paket, query)
    values = [Decimal(1) if column == "baris" else Decimal(getattr(r, column) or 0) for r in rows]
    assert (place, sum(values, Decimal(0))) == (place, Decimal(expected))


@pytest.mark.parametrize(("table", "key", "column", "expected"), lines(KEPUTUSAN))
def test_decisions(paket: Paket, table: str, key: str, column: str, expected: str) -> None:
    row = {r.kunci: r for r in paket.rows(table)}[key.replace(" ", "")]
    assert text_of(getattr(row, column)) == expected


@pytest.mark.parametrize(("besaran", "seen"), lines(CATATAN))
def test_contradictions_are_recorded(paket: Paket, besaran: str, seen: str) -> None:
    notes = {c.kode for c in paket.catatan_data if c.besaran == besaran}
    values = [verbatim(BAHAN, v.nilai, v.kunci) for v in paket.catatan_nilai if v.catatan in notes]
    assert seen in ["".join(i.text if isinstance(i, FigureRef) else getattr(i, "value", "") for i in v) for v in values]


def half_up(value: Decimal, places: str) -> Decimal:
    return value.quantize(Decimal(places), ROUND_HALF_UP)


def test_sums_of_scores_give_every_printed_score_and_both_indices(paket: Paket) -> None:
    scores = {r.unsur: r for r in paket.skm_rekap if r.layanan is None}
    means = {u: Decimal(r.jumlah_skor or 0) / Decimal(r.responden or 1) for u, r in scores.items()}
    # The report rounds the mean to three places before it converts.
    converted = [(u, half_up(half_up(means[u], "0.001") * 25, "0.01")) for u, _ in lines(UNSUR)]
    assert converted == [(u, Decimal(printed.replace(",", "."))) for u, printed in lines(UNSUR)]
    total = sum(means.values(), Decimal(0))
    assert half_up(total / 9 * 25, "0.01") == Decimal("89.45")
    assert half_up(total * Decimal("0.111") * 25, "0.01") == Decimal("89.36")


def test_three_totals_of_spending_cannot_be_reconciled(paket: Paket) -> None:
    pagu = {a.kode: a.pagu or Decimal(0) for a in paket.anggaran if a.tahun == 2025}
    share = [r for r in paket.realisasi_anggaran if r.dokumen == "naskah-tabel-3.6"]
    assert half_up(sum((pagu[r.kode] * (r.persen or 0) / 100 for r in share), Decimal(0)), "1") == 17172984778
    assert sum(pagu.values()) - 1985707679 == 16127595079


def test_an_amount_stands_at_one_level_only(paket: Paket) -> None:
    budgeted = {a.kode for a in paket.anggaran}
    assert [s.kode for s in paket.subkegiatan if s.kode in budgeted and s.kegiatan in budgeted] == []


def test_rows_of_another_agency_are_kept_apart(paket: Paket) -> None:
    assert [p.kode for p in paket.permasalahan if p.asal is Asal.INSTANSI_LAIN] == ["PM-3", "PM-4", "PM-5", "PM-6"]
    own = "\n".join(_texts(exclude="permasalahan.csv"))
    assert re.findall(r"Badan Kepegawaian|Pengembangan Sumber Daya Manusia|BKPSDM", own) == []


def _texts(exclude: str = "") -> list[str]:
    return [p.read_text(encoding="utf-8") for p in sorted(CONTOH.rglob("*")) if p.is_file() and p.name != exclude]


def test_no_personal_or_vehicle_number_of_the_real_report() -> None:
    secrets = {(int(n), h) for n, hashes in lines(RAHASIA) for h in hashes.split()}
    assert len(secrets) == 53
    for path in sorted(CONTOH.rglob("*.*")):
        if path.suffix not in (".csv", ".md"):
            continue
        for cell in _cells(path):
            assert _windows(re.sub(r"[^A-Z0-9]", "", cell.upper())).isdisjoint(secrets), f"{path.name}: {cell}"


def _cells(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".md":
            return [file.read()]
        return [cell for row in csv.reader(file, delimiter=";") for cell in row]


def _windows(text: str) -> set[tuple[int, str]]:
    lengths = {int(n) for n, _ in lines(RAHASIA)}
    parts = [(n, text[i : i + n]) for n in lengths for i in range(len(text) - n + 1)]
    return {(n, hashlib.sha256(part.encode()).hexdigest()[:16]) for n, part in parts}


def test_invented_identities_are_valid(paket: Paket) -> None:
    for person in paket.pejabat:
        if person.nip:
            assert re.fullmatch(r"\d{14}[12]\d{3}", person.nip)
            born = date.fromisoformat(f"{person.nip[:4]}-{person.nip[4:6]}-{person.nip[6:8]}")
            assert 18 <= int(person.nip[8:12]) - born.year <= 40
            assert 1 <= int(person.nip[12:14]) <= 12
    for car in paket.kendaraan:
        assert re.fullmatch(r"[A-HJ-NPR-Z0-9]{17}", car.nomor_rangka or ""), car.kode
        assert re.fullmatch(r"[A-Z]{1,2} \d{1,4} [A-Z]{1,3}", car.nomor_polisi or ""), car.kode
    for column in ("nomor_polisi", "nomor_mesin", "nomor_rangka"):
        assert len({getattr(v, column) for v in paket.kendaraan}) == 17


def test_every_reference_between_tables_holds(paket: Paket) -> None:
    codes = {name: {getattr(r, "kode", "") for r in rows} for name, rows in paket.tables()}
    missing = [
        (name, row.kunci, column.nama, getattr(row, column.nama))
        for name, model in TABEL.items()
        for column in columns_of(model)
        if column.acuan
        for row in paket.rows(name)
        if getattr(row, column.nama) is not None
        and not any(getattr(row, column.nama) in codes[t] for t in column.acuan.split("|"))
    ]
    assert missing == []


def test_every_note_names_a_figure_a_choice_and_what_was_seen(paket: Paket) -> None:
    assert [c.kode for c in paket.catatan_data if not (c.akibat and c.konfirmasi)] == []
    assert {c.kode for c in paket.catatan_data} == {v.catatan for v in paket.catatan_nilai}
    for note in paket.catatan_data:
        if note.besaran:
            assert str(FigureId.parse(note.besaran)) == note.besaran


def test_a_figure_in_doubt_is_provisional_or_says_why_not(paket: Paket) -> None:
    figures = compute_paket(CONTOH).bahan.figures
    named = [(c.kode, figures[FigureId.parse(c.besaran)]) for c in paket.catatan_data if c.besaran]
    assert [kode for kode, figure in named if not figure.sementara] == [kode for kode, _ in lines(TETAP)]


def test_tables_of_the_manuscript_before_are_told_from_those_of_this_report(paket: Paket) -> None:
    told, asked = [], 0
    for name, rows in paket.tables():
        prose = (JenisKolom.TEKS, JenisKolom.TEKS_PANJANG)
        columns = [k.nama for k in columns_of(TABEL[name]) if k.jenis in prose and k.nama != "nilai"]
        for row in rows:
            for text in (REFERENCE.sub("", t) for c in columns if isinstance(t := getattr(row, c), str)):
                asked += bool(NOMOR.search(text))
                if NASKAH.search(text) or (NOMOR.search(text) and "naskah sebelumnya" not in text.lower()):
                    told.append((name, row.kunci, text))
    assert told == []
    assert asked > 200


def test_narrative_types_no_figure_and_no_judgement(paket: Paket) -> None:
    for passage in paket.narasi:
        own = REFERENCE.sub("", passage.teks)
        assert re.findall(r"\d+", re.sub(r"(?m)^\d+\. ", "", own)) == [], passage.kode
        assert KEADAAN_DIHITUNG.findall(own) == [], passage.kode


def test_every_reference_to_a_figure_is_computed(paket: Paket) -> None:
    bahan = compute_paket(CONTOH).bahan
    texts = [(p.kode, p.teks) for p in paket.narasi]
    texts += [(c.kode, f"{c.dipilih} {c.akibat or ''}") for c in paket.catatan_data]
    texts += [(v.kunci, v.nilai) for v in paket.catatan_nilai]
    found = [(kode, body) for kode, text in texts for body in REFERENCE.findall(text)]
    assert len(found) >= 20
    for kode, body in found:
        reference(bahan, body, kode)
    named = [c.besaran for c in paket.catatan_data if c.besaran]
    assert [b for b in named if FigureId.parse(b) not in bahan.figures] == []


def test_reading_and_writing_gives_the_same_bytes(dibaca: Ingested) -> None:
    assert [t.pesan for t in dibaca.temuan] == []
    written = dict(package_files(dibaca.paket))
    here = {p.relative_to(CONTOH).as_posix(): p.read_bytes() for p in sorted(CONTOH.rglob("*")) if p.is_file()}
    assert sorted(written) == sorted(here)
    assert [name for name in here if here[name] != written[name]] == []
