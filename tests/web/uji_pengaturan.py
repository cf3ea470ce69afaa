"""Settings of a very small application: it tells which process and which database role answers, and has a queue."""

from __future__ import annotations

import os

from psycopg.conninfo import conninfo_to_dict

from akuntabel_web.basisdata.peran import Peran


def _database(url: str) -> dict[str, object]:
    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts["dbname"],
        "USER": parts["user"],
        "PASSWORD": parts["password"],
        "HOST": parts["host"],
        "PORT": parts["port"],
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = "uji"
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "uji_rute"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "procrastinate.contrib.django"]
MIDDLEWARE: list[str] = []
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PROCRASTINATE_IMPORT_PATHS = ["uji_tugas"]
DATABASES = {"default": _database(os.environ["DATABASE_URL"])}
if "DATABASE_URL_PEMILIK" in os.environ:
    DATABASES["pemilik"] = _database(os.environ["DATABASE_URL_PEMILIK"])
PERAN_WEB = Peran.APLIKASI.value
