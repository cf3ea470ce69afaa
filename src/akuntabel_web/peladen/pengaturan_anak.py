"""What the children that know Django share."""

from __future__ import annotations

SETTINGS = ("DJANGO_SETTINGS_MODULE", "akuntabel_web.pengaturan")
QUEUE_APP = "procrastinate.contrib.django"
