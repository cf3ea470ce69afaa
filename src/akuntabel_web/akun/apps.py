"""People, what they are entrusted with, invitations."""

from django.apps import AppConfig


class AkunConfig(AppConfig):
    """People, what they are entrusted with, invitations."""

    name = "akuntabel_web.akun"
    label = "akun"
