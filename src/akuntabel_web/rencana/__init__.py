"""The plan: its tree, pohon kinerja, versions of documents, and opening the next year."""
