"""Views of a case as interval rows, and the runner that keeps them."""
