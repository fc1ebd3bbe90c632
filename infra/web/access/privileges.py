"""What a login grants by the Danish profile OIO-BPP: XML in base64, in one claim."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]  # it has no types
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]  # the same

LONGEST = 64 * 1024
"""Characters: a list of privileges is far shorter."""
CVR = "urn:dk:gov:saml:cvrNumberIdentifier:"


class PrivilegeError(ValueError):
    """The privileges cannot be read."""


class PrivilegeGroup(NamedTuple):
    """Privileges that hold for the same organisation, within the same limits."""

    cvr: str | None
    privileges: Sequence[str]
    """Jobfunktionsroller or brugersystemroller, by their URI."""
    constraints: Mapping[str, Sequence[str]]
    """Dataafgrænsninger: values by name."""


def read_privileges(claim: str) -> list[PrivilegeGroup]:
    """Read the claim. Elements are known by their local names: the profile has changed its namespace.

    Raises:
        PrivilegeError: it is not what the profile says.

    """
    if len(claim) > LONGEST:
        raise PrivilegeError
    try:
        root = fromstring(b64decode(claim, validate=True), forbid_dtd=True)
    except (NotBase64, ParseError, DefusedXmlException, ValueError) as error:
        raise PrivilegeError from error
    if _local(root) != "PrivilegeList":
        raise PrivilegeError
    return [_group(one) for one in root if _local(one) == "PrivilegeGroup"]


def _group(group: Any) -> PrivilegeGroup:
    scope = group.get("Scope", "")
    constraints: dict[str, list[str]] = {}
    for one in group:
        if _local(one) == "Constraint":
            constraints.setdefault(one.get("Name", ""), []).extend(part.strip() for part in (one.text or "").split(","))
    privileges = [(one.text or "").strip() for one in group if _local(one) == "Privilege"]
    return PrivilegeGroup(scope.removeprefix(CVR) if scope.startswith(CVR) else None, privileges, constraints)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
