"""Articles read in a copy, with a title in front or without what stands between, and what was linked there given back."""
