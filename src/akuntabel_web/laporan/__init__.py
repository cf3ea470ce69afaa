"""Reports: builds, findings, narrative, the shelf of documents."""
