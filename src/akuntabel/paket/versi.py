"""The schema version of a package."""

from __future__ import annotations

import json
from pathlib import Path

from akuntabel.domain.paket import VERSI_SKEMA
from akuntabel.errors import BerkasError
from akuntabel.findings import Lokasi, Temuan
from akuntabel.grid.kode import found

DATAPACKAGE = "datapackage.json"
KUNCI_VERSI = "akuntabel.versi_skema"


def check_version(where: str, version: object) -> int:
    """The version as a number. Raises BerkasError for what is no version, or is newer than this program."""
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise BerkasError(where, f"versi skema '{version}' tidak sah", "tulis bilangan bulat", str(VERSI_SKEMA))
    if version > VERSI_SKEMA:
        raise BerkasError(
            where,
            f"paket memakai skema versi {version}, program ini mengenal sampai versi {VERSI_SKEMA}",
            "pasang Akuntabel yang lebih baru",
        )
    return version


def folder_version(folder: Path) -> tuple[int, list[Temuan]]:
    """The version that `datapackage.json` names; without the file the newest is assumed and said."""
    path = folder / DATAPACKAGE
    if not path.is_file():
        advice = "jalankan 'akuntabel ubah' untuk menulis paket yang lengkap"
        message = f"{DATAPACKAGE}: berkas tidak ada, skema dianggap versi {VERSI_SKEMA}; {advice}."
        return VERSI_SKEMA, [found("DATA-27", message, Lokasi(berkas=DATAPACKAGE), saran=advice)]
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise BerkasError(DATAPACKAGE, "bukan JSON yang sah", "salin dari paket yang utuh") from error
    if not isinstance(content, dict) or KUNCI_VERSI not in content:
        raise BerkasError(DATAPACKAGE, f"tidak memuat '{KUNCI_VERSI}'", "tambahkan", f'"{KUNCI_VERSI}": {VERSI_SKEMA}')
    return check_version(DATAPACKAGE, content[KUNCI_VERSI]), []
