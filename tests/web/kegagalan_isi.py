"""People, an agency and sessions for a data folder that is being served: run as a program, prints e-mail -> session."""

from __future__ import annotations

import json
from typing import Any

from dunia import Dunia, make_person
from dunia_ukur import make_agency

ALAMAT = "mati"
PENYUSUN_CONTOH = "penyusun@contoh.test"


def main() -> dict[str, str]:
    import django

    django.setup()
    from akuntabel_web.instansi.models import Instansi

    contoh = Instansi.objects.using("pemilik").get(kode="DISNAKER")
    contoh._state.db = "default"
    dunia = Dunia(contoh, None)
    make_person(dunia, PENYUSUN_CONTOH, (contoh, "penyusun", None))
    make_agency(dunia, "DISMATI", ALAMAT)
    return {surel: session(dunia.klien(surel)) for surel in dunia.orang}


def session(klien: Any) -> str:
    from django.conf import settings

    return str(klien.cookies[settings.SESSION_COOKIE_NAME].value)


if __name__ == "__main__":
    print(json.dumps(main()))  # noqa: T201 (read by the test)
