"""Jobs of the queue. A job carries identifiers only; it takes actor, agency and year as its context."""

from __future__ import annotations

from uuid import UUID

from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from akuntabel_web.inti.putus import is_lost
from akuntabel_web.laporan.susun import Kerja, perform

TERHENTI = 30  # seconds without a sign of life; workers give one every 10
DISIMPAN = 72  # hours that a finished job stays to be looked at
JEDA = 5  # seconds for a database to come back


class UlangiTerputus(BaseRetryStrategy):
    """A job that lost its database is called again; `perform` counts how often and gives up."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """In a moment, or never: every other failure was told to the person by the job itself."""
        return RetryDecision(retry_in={"seconds": JEDA}) if is_lost(exception) else None


@app.task(name="laporan.susun", pass_context=True, retry=UlangiTerputus())
def susun(context: JobContext, versi: str, instansi: str, tahun: int, pengguna: str) -> None:
    """Build a version of a document."""
    perform(Kerja(UUID(versi), UUID(instansi), tahun, UUID(pengguna)), context.job.attempts)


@app.periodic(cron="* * * * *")
@app.task(name="laporan.ulangi_terhenti", pass_context=True)
async def ulangi_terhenti(context: JobContext, timestamp: int) -> None:
    """Once a minute: jobs whose worker was killed go back into the queue, and old ones that are done go."""
    manager = context.app.job_manager
    await manager.delete_old_jobs(nb_hours=DISIMPAN)
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=TERHENTI):
        await manager.retry_job(job)


def enqueue(kerja: Kerja) -> None:
    """Put a build into the queue, in the transaction of the caller: a request that fails leaves no job."""
    susun.configure(lock=f"susun:{kerja.versi}").defer(
        versi=str(kerja.versi), instansi=str(kerja.instansi), tahun=kerja.tahun, pengguna=str(kerja.pengguna)
    )
