"""Uploads stop at the limit of files that people hand in, not when the disk is full."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from akuntabel.grid.batas import BAKU


class LimitedUpload(FileUploadHandler):
    """Counts what comes in over all files of a request and refuses the rest; keeps nothing itself."""

    received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass a chunk on to the handler behind. Raises RequestDataTooBig (400)."""
        self.received += len(raw_data)
        if self.received > BAKU.ukuran:
            raise RequestDataTooBig
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handler behind has the file."""
        return
