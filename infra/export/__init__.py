"""The log for analysis elsewhere."""
