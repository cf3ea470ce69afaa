"""The documents beside the yearly report: one module each over the shared parts of `bagian`."""
