"""Which connection a query takes."""

from __future__ import annotations

from typing import Any

TEMBOLOK = "tembolok"


class CacheApart:
    """The cache has a connection of its own, outside of the transaction of the request.

    Wrong passwords are counted there: a request that fails would take its count back with it, and requests at the same
    time would not see each other's.
    """

    def db_for_read(self, model: Any, **_: Any) -> str | None:
        """The connection of the cache for its table."""
        return TEMBOLOK if model._meta.app_label == "django_cache" else None

    def db_for_write(self, model: Any, **_: Any) -> str | None:
        """The same."""
        return self.db_for_read(model)
