"""Numbers: how they are written, read, held against each other and said."""
