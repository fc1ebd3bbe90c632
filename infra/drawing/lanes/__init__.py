"""What stands in each lane, one module a subject."""
