"""Jobs of measuring: the timer of reminders."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from akuntabel_web.ukur.pengingat import remind_by_time


@app.periodic(cron="5 * * * *")
@app.task(name="ukur.ingatkan", queueing_lock="ukur.ingatkan")
def ingatkan(timestamp: int) -> None:
    """Once an hour, so that a server that was off in the morning still reminds on that day."""
    remind_by_time(timezone.localtime())
