"""What the authority's login is configured with: variables of the environment that begin with SAGSSPOR_LOGIN_."""

from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from infra.web.access.rights import Role
from infra.web.access.sessions import KEY_BYTES

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519")
"""What a signature may be made with: never `none`, never a secret that both sides hold."""


def _safe(url: str) -> str:
    """Take https, and plain http for this machine alone."""
    parts = urlsplit(url)
    if parts.hostname is None or parts.scheme not in {"http", "https"} or (parts.scheme == "http" and not _here(parts.hostname)):
        raise ValueError("skal begynde med https://")
    return url.rstrip("/")


def _here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


Url = Annotated[str, AfterValidator(_safe)]


class LoginSettings(BaseSettings):
    """The authority's own login by OpenID Connect."""

    model_config = SettingsConfigDict(env_prefix="SAGSSPOR_LOGIN_", extra="forbid", frozen=True)

    issuer: Url = Field(description="Udstederens adresse; dens dokument ligger under /.well-known/openid-configuration.")
    client_id: str = Field(min_length=1, description="Sagsspors navn hos udstederen.")
    client_secret: SecretStr | None = Field(None, description="Klientens hemmelighed, hvis den ikke har en nøgle.")
    client_key: Path | None = Field(None, description="Fil med klientens private nøgle (PEM) til private_key_jwt.")
    client_key_algorithm: str = Field("RS256", description="Det, klientens nøgle underskriver med.")
    scopes: str = Field("openid profile", description="Det, der bedes om.")
    address: Url = Field(description="Sagsspors egen adresse, som en browser ser den.")
    audience: str = Field(min_length=1, description="Det, et adgangstoken skal være udstedt til.")
    session_key: SecretStr = Field(
        min_length=KEY_BYTES, description="Underskriver sessioner. Ens i alle processer; mindst 32 tilfældige tegn."
    )
    id_claim: str = Field("sub", description="Claim med brugerens faste navn, aldrig et CPR-nummer.")
    name_claim: str = Field("name", description="Claim med det navn, brugeren selv får at se.")
    role_claim: str = Field("role", description="Claim med rollen, hvor der ikke er privilegier efter OIO-BPP.")
    municipality_claim: str = Field("municipality", description="Claim med kommunens kode.")
    cases_claim: str = Field("cases", description="Claim med de sager, som en klagesagsbehandler har.")
    sources_claim: str = Field("sources", description="Claim med begyndelsen af de source, som et fagsystem må sende fra.")
    privileges_claim: str = Field("privileges_intermediate", description="Claim med privilegier efter OIO-BPP (base64).")
    roles: Mapping[str, Role] = Field({}, description="Fra udstederens navne på roller eller privilegier til Sagsspors.")
    municipalities: Mapping[str, str] = Field({}, description="Fra CVR-nummer til kommunekode, for privilegier uden dataafgrænsning.")
    municipality_constraint: str = Field("urn:sagsspor:kommunekode", description="Dataafgrænsning med kommunens kode.")
    case_constraint: str = Field("urn:sagsspor:sag", description="Dataafgrænsning med en sags UUID.")

    @model_validator(mode="after")
    def _are_consistent(self) -> Self:
        if (self.client_secret is None) == (self.client_key is None):
            raise ValueError("Netop én af CLIENT_SECRET og CLIENT_KEY skal være sat")
        if self.audience == self.client_id:
            raise ValueError("AUDIENCE må ikke være CLIENT_ID: et ID-token kunne da bruges som adgangstoken")
        return self

    @property
    def secure(self) -> bool:
        """Whether browsers come by https."""
        return self.address.startswith("https://")
