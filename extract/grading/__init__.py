"""Claims held against gold."""
