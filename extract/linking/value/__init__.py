"""What the words around one value say of it: measure, direction, amount, mark, how firm it is."""
