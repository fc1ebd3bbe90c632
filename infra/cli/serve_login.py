"""Which login `sagsspor serve` has, and where the demo's may be used."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

from pydantic import ValidationError

from infra.cli.failures import Exit, Failure
from infra.cli.login_kind import LoginKind
from infra.web.access.cases import Assigned
from infra.web.access.login import Login, demo_login, provider_login
from infra.web.access.settings import LoginSettings

PREFIX = str(LoginSettings.model_config.get("env_prefix"))
DEMO = "Demo-login: alle, der kan nå adressen, lukkes ind som hvem som helst. Derfor lyttes der kun på denne maskine."
ONLY_HERE = (
    "Demo-loginet lukker alle ind som hvem som helst, så der må kun lyttes på denne maskine (--host 127.0.0.1). "
    f"Slå myndighedens eget login til med --login oidc og variablerne {PREFIX}ISSUER, {PREFIX}CLIENT_ID, {PREFIX}CLIENT_KEY (eller "
    f"{PREFIX}CLIENT_SECRET), {PREFIX}ADDRESS, {PREFIX}AUDIENCE og {PREFIX}SESSION_KEY."
)


@contextmanager
def opened_login(kind: LoginKind, listener: socket.socket, assigned: Assigned) -> Iterator[Login]:
    """Open the login for as long as the block runs."""
    if kind is LoginKind.demo:
        if not ip_address(listener.getsockname()[0]).is_loopback:
            raise Failure(ONLY_HERE, Exit.USAGE)
        yield demo_login(assigned)
        return
    with provider_login(_settings(), assigned) as login:
        yield login


def _settings() -> LoginSettings:
    try:
        return LoginSettings()  # type: ignore[call-arg]  # the environment gives the arguments
    except ValidationError as error:
        raise Failure("Loginet er ikke indstillet rigtigt.\n" + "\n".join(_told(error)), Exit.USAGE) from None


def _told(error: ValidationError) -> Iterator[str]:
    """Say what is wrong with each variable, and never what it holds: it may be a secret."""
    for one in error.errors(include_input=False, include_url=False, include_context=False):
        name = str(one["loc"][0]) if one["loc"] else ""
        if not name:
            yield (
                one["msg"].removeprefix("Value error, ").replace("CLIENT_", f"{PREFIX}CLIENT_").replace("AUDIENCE", f"{PREFIX}AUDIENCE")
                + "."
            )
            continue
        field = LoginSettings.model_fields.get(name)
        what = "mangler" if one["type"] == "missing" else "kan ikke bruges"
        yield f"{PREFIX}{name.upper()} {what}. {field.description if field else 'Variablen kendes ikke.'}"
