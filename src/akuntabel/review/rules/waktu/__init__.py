"""Years, periods and dates that must fit each other."""
