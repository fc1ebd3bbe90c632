"""`POST /events`: facts come in over HTTP."""
