"""The public copy of a report holds no NIP in full and no number that identifies a vehicle."""

from __future__ import annotations

from pathlib import Path

import pytest

from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.dokumen import Pesanan, write
from akuntabel.pipelines.hitungan import compute_paket


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, str]:
    computed = compute_paket(example_path())
    out = tmp_path_factory.mktemp("salinan")
    texts = {}
    for publik in (False, True):
        (path,) = write(computed, Pesanan("lkip", ("html",), publik=publik), out).berkas
        texts[publik] = path.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    return texts


@pytest.mark.lambat
def test_secret_numbers_stand_in_the_internal_copy_only(copies: dict[bool, str]) -> None:
    paket = compute_paket(example_path()).bahan.paket
    vehicles = [n for k in paket.kendaraan for n in (k.nomor_mesin, k.nomor_rangka, k.nomor_polisi) if n]
    signer = next(p for p in paket.pejabat if p.kode == paket.laporan[0].penanda_tangan)
    assert signer.nip is not None
    secrets = [*vehicles, f"{signer.nip[:8]} {signer.nip[8:14]}"]
    assert [s for s in secrets if s not in copies[False]] == []
    assert [s for s in secrets if s in copies[True]] == []


@pytest.mark.lambat
def test_the_choice_stands_in_the_file_name(tmp_path: Path) -> None:
    computed = compute_paket(Path(__file__).parents[2] / "paket" / "uji-dokumen")
    names = [
        write(computed, Pesanan("triwulan", ("json",), pilihan=tw), tmp_path).berkas[0].name for tw in ("tw1", "tw2")
    ]
    assert len(set(names)) == 2
    assert [n.split("-")[1] for n in names] == ["tw1", "tw2"]
