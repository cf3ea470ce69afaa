"""The processes of `akuntabel serve`: database, web, workers, one supervisor over all."""
