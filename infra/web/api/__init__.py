"""The JSON interface: what the pages show, for other programs."""
