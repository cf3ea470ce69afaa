"""Indonesian in and out: numbers, Rupiah, dates, number words, list grammar, cleaning of users' text."""
