"""A job of the very small application."""

from __future__ import annotations

from procrastinate.contrib.django import app


@app.task(name="kuadrat")
def kuadrat(angka: int) -> int:
    return angka * angka
