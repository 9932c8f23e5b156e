"""The recognisers: one sort of mention a module, each ending in RECOGNISER."""
