"""The kinds of claim: one a module, each ending in KIND."""
