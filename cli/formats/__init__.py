"""What findings look like: one format a module, each ending in FORMAT."""
