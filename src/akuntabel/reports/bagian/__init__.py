"""Parts that several documents share: measurement, agreement, indicators, survey, money."""
