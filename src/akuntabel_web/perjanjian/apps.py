"""Perjanjian kinerja."""

from django.apps import AppConfig


class PerjanjianConfig(AppConfig):
    """Perjanjian kinerja."""

    name = "akuntabel_web.perjanjian"
    label = "perjanjian"

    def ready(self) -> None:
        """Whoever writes rows of the package asks first whether an agreement holds them."""
        from akuntabel_web.paket.kunci import register  # noqa: PLC0415  models are not loaded earlier
        from akuntabel_web.perjanjian.kunci import locked  # noqa: PLC0415

        register(locked)
