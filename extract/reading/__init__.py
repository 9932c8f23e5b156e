"""File in, Article out."""
