"""Rules that compare a document of ours with its data package, given with --data."""
