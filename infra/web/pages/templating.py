"""The one template environment: every value is escaped, and a name that nobody gave is an error."""

from functools import cache
from importlib.metadata import version

from jinja2 import Environment, PackageLoader, StrictUndefined

from domain.texts.words import danish_date, days_counted
from domain.times import Instant, moment
from infra.danish_dates import danish_time
from infra.web.access import LABELS
from infra.web.pages.static_files import static_files


@cache
def environment() -> Environment:
    """Give the environment; each template is compiled the first time it is used."""
    made = Environment(
        loader=PackageLoader("infra.web.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "danish_date": danish_date,
        "danish_moment": danish_time,
        "days_counted": days_counted,
        "number": number,
        "rfc3339": rfc3339,
        "role_name": LABELS.__getitem__,
    }
    files = static_files()
    made.globals |= {"static": files.url, "designed": files.designed, "version": version("sagsspor")}
    return made


def number(value: int) -> str:
    """Write a count in Danish: 1.234."""
    return f"{value:,}".replace(",", ".")


def rfc3339(at: Instant) -> str:
    """Write an instant for programs."""
    return moment(at).isoformat()
