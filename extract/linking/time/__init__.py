"""When: dates, periods and trading days, and which of them a value or an utterance has."""
