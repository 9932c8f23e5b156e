"""What claims look like elsewhere: one format a module, each ending in EXPORT."""
