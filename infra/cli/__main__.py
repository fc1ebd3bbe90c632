"""`python -m infra.cli` does the same as `sagsspor`."""

from infra.cli import main

main()
