"""Rules of plausibility and quality: each only asks."""
