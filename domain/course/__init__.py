"""A citizen's contact course, folded fact by fact in order. One module a topic; `fold.take` is the way in."""
