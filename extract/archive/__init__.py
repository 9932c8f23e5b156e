"""Archives too large for one machine: inputs cut into parts, each part made by itself, wherever it is made."""
