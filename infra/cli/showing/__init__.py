"""How results look to a person at a terminal."""
