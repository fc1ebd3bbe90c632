"""The command line: `sagsspor`."""

from infra.cli.guard import refuse_scattered_packages


def main() -> None:
    """Run the command line."""
    refuse_scattered_packages()
    from infra.cli.app import run  # noqa: PLC0415 - what it imports may be foreign until the guard has looked

    run()
