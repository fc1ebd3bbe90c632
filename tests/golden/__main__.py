"""`python -m tests.golden write`: answers for new questions, and for the rule set in force. `--superseded` for the older ones too."""

import argparse

from domain.policy import DEFAULT_POLICY
from domain.rulesets import RULE_SETS
from infra.dossier.question import as_bytes
from tests.golden.asking import HERE, STANDARD, goldens


def main() -> None:
    """Write, and name what was written and what was left as it is."""
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("verb", choices=["write"])
    parser.add_argument("--superseded", action="store_true", help="also the answers of rule sets that hold no more: see the how-to")
    asked = parser.parse_args()
    if not STANDARD.exists():
        STANDARD.write_bytes(as_bytes(DEFAULT_POLICY.as_dict()))
    for rules in RULE_SETS:
        _write(rules.id, again=asked.superseded or rules.valid_to is None)


def _write(rule_set: str, *, again: bool) -> None:
    for golden in goldens(rule_set):
        for path, answer in golden.files.items():
            if path.exists() and path.read_bytes() == answer:
                continue
            write = again or not path.exists()
            if write:
                path.write_bytes(answer)
            print("written" if write else "DIFFERS, left as it is", path.relative_to(HERE))  # noqa: T201 - the command's result


if __name__ == "__main__":
    main()
