"""How fast it is, beside the ways it is compared with: `python -m benchmarks [name...]`."""
