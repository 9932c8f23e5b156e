"""A sentence laid open: its phrases, what stands in brackets, its tree. Knows nothing of what is claimed."""
