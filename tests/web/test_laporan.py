"""Documents built in the web: the same as the library's, built once, whole, for those who may."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dunia import TAHUN, Dunia
from pekerja_uji import do_jobs

from akuntabel.pipelines.dokumen import Pesanan, write
from akuntabel.pipelines.hitungan import compute_paket

ALAMAT = f"/disnaker/{TAHUN}/"
PENYUSUN = "penyusun@disnaker.test"


def order(client: Any, dokumen: str = "lkip:", **more: str) -> str:
    page = client.post(f"{ALAMAT}laporan/", {"dokumen": dokumen, **more})
    assert page.status_code == 302, page.content.decode()
    return str(page["Location"])


def built(dunia: Dunia, url: str) -> Any:
    from akuntabel_web.laporan.models import Versi

    with dunia.konteks():
        return Versi.objects.prefetch_related("berkas").get(pk=url.rstrip("/").rpartition("/")[2])


def content(client: Any, dunia: Dunia, url: str, form: str) -> bytes:
    file = next(b for b in built(dunia, url).berkas.all() if b.format == form)
    return bytes(client.get(f"{ALAMAT}laporan/berkas/{file.pk}/").content)


@pytest.fixture(scope="module")
def lkip(dunia: Dunia) -> str:
    """The report of the example, built."""
    url = order(dunia.klien(PENYUSUN))
    do_jobs()
    assert built(dunia, url).keadaan == "selesai", built(dunia, url).galat
    return url


def test_the_document_is_that_of_the_library_from_the_exported_package(dunia: Dunia, lkip: str, tmp_path: Path) -> None:
    client = dunia.klien(PENYUSUN)
    package = tmp_path / f"paket-{TAHUN}.xlsx"
    package.write_bytes(client.get(f"{lkip}data.xlsx").content)
    result = write(compute_paket(package), Pesanan("lkip", ("json", "html", "docx")), tmp_path / "keluaran")
    theirs = {p.suffix[1:]: p.read_bytes() for p in result.berkas}
    ours = {form: content(client, dunia, lkip, form) for form in theirs}
    figures = [figures_of(json.loads(side["json"])) for side in (ours, theirs)]
    assert figures[0] == figures[1]
    assert len(figures[0]) > 200
    assert ours == theirs


def figures_of(tree: Any) -> list[tuple[str, str]]:
    """Every figure of a document's JSON, in order: (FigureId, printed)."""
    found = []
    if isinstance(tree, dict):
        if "figure_id" in tree and "text" in tree:
            found.append((tree["figure_id"], tree["text"]))
        for value in tree.values():
            found += figures_of(value)
    elif isinstance(tree, list):
        for value in tree:
            found += figures_of(value)
    return found


def test_the_same_data_are_not_built_twice(dunia: Dunia, lkip: str) -> None:
    client = dunia.klien(PENYUSUN)
    assert order(client) == lkip
    assert queued(dunia) == 0


def queued(dunia: Dunia) -> int:
    from procrastinate.contrib.django.models import ProcrastinateJob

    return int(ProcrastinateJob.objects.filter(status__in=("todo", "doing"), task_name="laporan.susun").count())
