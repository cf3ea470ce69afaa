"""People, what they are entrusted with, invitations."""

from django.apps import AppConfig


class AkunConfig(AppConfig):
    """People, what they are entrusted with, invitations."""

    name = "akuntabel_web.akun"
    label = "akun"

    def ready(self) -> None:
        """Write sign-ins to the log."""
        from akuntabel_web.akun import peristiwa  # noqa: PLC0415 (models are loaded by now)

        peristiwa.connect()
