"""The lint checks: one a module, named for the fault, each ending in CHECK."""
