"""Pages of the very small application."""

from __future__ import annotations

import os

from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.urls import path


def who(request: HttpRequest) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FROM django_migrations WHERE app = 'auth' GROUP BY 1")
        role, migrations = cursor.fetchone()
    owner = "DATABASE_URL_PEMILIK" in os.environ
    uid = os.geteuid() if hasattr(os, "geteuid") else None
    return JsonResponse({"pid": os.getpid(), "peran": role, "migrasi": migrations, "pemilik": owner, "uid": uid})


def later(request: HttpRequest, number: int) -> JsonResponse:
    from uji_tugas import kuadrat

    return JsonResponse({"tugas": kuadrat.defer(angka=number)})


def done(request: HttpRequest, job: int) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs WHERE id = %s", [job])
        return JsonResponse({"keadaan": cursor.fetchone()[0]})


urlpatterns = [path("", who), path("tugas/<int:number>", later), path("keadaan/<int:job>", done)]
