"""Names: the registry of what is known, and names that an article brings in itself."""
