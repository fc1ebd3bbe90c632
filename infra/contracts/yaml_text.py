"""YAML as people like to read it: text of several lines stands as such, and equal parts are written out."""

from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter

UNFOLDED = 10_000
"""Columns: a long line stays one line."""


class _Readable(RoundTripRepresenter):
    def ignore_aliases(self, _data: Any) -> bool:
        """Write no anchors: not every reader knows them."""
        return True

    def represent_lines(self, text: str) -> ScalarNode:
        """Keep the lines of a text."""
        return self.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _Readable.represent_lines)


def yaml_text(document: Any) -> str:
    """Write a document. Equal documents give equal text."""
    yaml = YAML()
    yaml.Representer = _Readable
    yaml.width = UNFOLDED
    written = StringIO()
    yaml.dump(document, written)
    return written.getvalue()
