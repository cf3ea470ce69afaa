"""A lost second factor: an administrator takes it away, and who may not does not."""

from __future__ import annotations

from typing import Any

import pytest
from dunia import TAHUN, Dunia, make_person, own_agency, roles
from test_keamanan import ADMIN, ALASAN, account_url, dihitung_baru, signed_in
from test_segel import activated

__all__ = ["dihitung_baru"]
ALAMAT = f"/disnaker/{TAHUN}/"
KATA = "lepas-faktor"


def kinds(person: Any) -> set[str]:
    from allauth.mfa.models import Authenticator

    return set(Authenticator.objects.filter(user=person).values_list("type", flat=True))


def with_factor(dunia: Dunia, surel: str, *duties: tuple[Any, str, Any]) -> Any:
    person = make_person(dunia, surel, *(duties or ((dunia.disnaker, "penyusun", None),)))
    activated(dunia, surel)
    assert kinds(person) == {"totp", "recovery_codes"}
    return person


def test_who_lost_it_signs_in_with_his_password_again_and_is_told(dunia: Dunia) -> None:
    from django.core import mail

    surel = "telepon_hilang@disnaker.test"
    person = with_factor(dunia, surel)
    before = dunia.klien(surel)
    assert before.get(ALAMAT).status_code == 200
    admin, url = dunia.klien(ADMIN), account_url(dunia, surel, KATA)
    assert f'href="{url}"' in admin.get(f"{ALAMAT}orang/").content.decode()
    assert admin.get(url).status_code == 200
    assert admin.post(url, {"alasan_tindakan": ""}).status_code == 422  # no reason, no change
    assert kinds(person) == {"totp", "recovery_codes"}
    mail.outbox.clear()
    assert admin.post(url, {"alasan_tindakan": "telepon jatuh ke kali"}).status_code == 302
    assert kinds(person) == set()
    assert [(m.to, m.subject) for m in mail.outbox] == [([surel], "Faktor kedua Anda dilepas")]
    assert "telepon jatuh ke kali" in mail.outbox[0].body
    assert before.get(ALAMAT)["Location"].startswith("/akun/login/")  # every session of before is over
    assert signed_in(dunia, surel).get(ALAMAT).status_code == 200
    assert f'href="{url}"' not in admin.get(f"{ALAMAT}orang/").content.decode()
    assert admin.post(url, ALASAN).status_code == 422  # nothing left to take
    trail = admin.get(f"{ALAMAT}jejak/", {"tabel": "mfa_authenticator"}).content.decode()
    assert "hapus oleh Administrator" in trail
    assert "telepon jatuh ke kali" in trail


@pytest.mark.parametrize("peran", [r for r in roles() if r != "administrator"])
def test_nobody_else_may(dunia: Dunia, peran: str) -> None:
    url = account_url(dunia, "apip@disnaker.test", KATA)
    client = dunia.klien(f"{peran}@disnaker.test")
    assert [client.get(url).status_code, client.post(url, ALASAN).status_code] == [403, 403]


def test_one_s_own_and_those_of_other_agencies_are_out_of_reach(dunia: Dunia) -> None:
    both = with_factor(
        dunia, "dua_kantor@lain.test", (dunia.disnaker, "apip", None), (dunia.lain, "apip", None)
    )  # fmt: skip
    mine = with_factor(dunia, "admin@faktor.test", (own_agency(dunia, "FAKTOR"), "administrator", None))
    admin = dunia.klien(ADMIN)
    refused = admin.post(account_url(dunia, "dua_kantor@lain.test", KATA), ALASAN)
    assert refused.status_code == 422
    assert "juga bertugas di instansi lain" in refused.content.decode()
    own = dunia.klien("admin@faktor.test").post(f"/faktor/{TAHUN}/orang/{mine.pk}/{KATA}/", ALASAN)
    assert own.status_code == 422
    assert "Keamanan akun" in own.content.decode()
    assert admin.post(account_url(dunia, "penyusun@lain.test", KATA), ALASAN).status_code == 404
    assert kinds(both) == kinds(mine) == {"totp", "recovery_codes"}
