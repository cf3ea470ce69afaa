"""The satisfaction survey: answers -> counts by group -> index, exactly. Counting runs on an SQL engine."""
