"""A policy written in a file: a YAML or JSON map of the values that differ from the default."""

from pathlib import Path

from domain.policy import POLICY_VALUES, Policy, policy_from


class PolicyFileError(ValueError):
    """A file that holds no policy. The message says why, in Danish, and what to do."""


def read_policy(path: Path) -> Policy:
    """Read a policy. Raise `PolicyFileError` for what is none."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - slow to load, and most commands are run without a policy file
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - the same

    try:
        values = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except OSError:
        raise PolicyFileError(f"Filen {path} kan ikke læses. Kontrollér stien.") from None
    except (YAMLError, UnicodeDecodeError):
        raise PolicyFileError(f"{path.name} er hverken YAML eller JSON. Skriv én linje for hver værdi, fx count_end_day: true.") from None
    if not isinstance(values, dict):
        raise PolicyFileError(f"{path.name} skal være et opslag af spørgsmål og værdier, fx count_end_day: true.")
    for name, value in values.items():
        _refuse_unknown(str(name), value, path.name)
    return policy_from(values)


def _refuse_unknown(name: str, value: object, file: str) -> None:
    known = POLICY_VALUES.get(name)
    if known is None:
        raise PolicyFileError(f"{file} nævner {name!r}, som ikke er et spørgsmål. Spørgsmålene er: {', '.join(POLICY_VALUES)}.")
    if not any(type(value) is type(one) and value == one for one in known):
        raise PolicyFileError(f"{file}: {name} skal være {' eller '.join(map(written, known))}.")


def written(value: str | bool) -> str:
    """Write a policy value as it is written in a file."""
    return str(value).lower() if isinstance(value, bool) else value
