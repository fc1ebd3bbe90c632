"""How days, instants and readings are spelled in a URL, as the description says it. Reading them stays with those who read them."""

from typing import Any

from consumers.wire import DAY
from domain.policy import POLICY_VALUES
from infra.policy_files import written

_ISO = DAY.strip("^$")
_FORM = "(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/(19|2[01])[0-9]{2}"
_CLOCK = "[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
_OFFSET = "(Z|[+-][0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.][0-9]+)?)?)?)?"
_MOMENT = f"{_ISO}|{_FORM}|{_ISO}{_CLOCK}{_OFFSET}"

DAY_IN_PATH: dict[str, Any] = {"pattern": f"^({_ISO})$"}
A_DAY: dict[str, Any] = {"pattern": f"^({_ISO}|{_FORM})?$"}
"""An empty one is none, as a form sends it."""
A_MOMENT: dict[str, Any] = {"pattern": f"^({_MOMENT})$"}
PERHAPS_A_MOMENT: dict[str, Any] = {"pattern": f"^({_MOMENT})?$"}
READINGS: dict[str, Any] = {"enum": ["", *(f"{name}:{written(value)}" for name, values in POLICY_VALUES.items() for value in values)]}
