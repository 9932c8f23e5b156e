"""What a figure measures, by its own words, by its neighbours, by what was measured last."""
