"""What is done to every request and every answer, whichever route they belong to."""

from infra.web.hardening.logged_in import by_session
from infra.web.hardening.order import harden
from infra.web.hardening.refusing import BEFORE_ANY_ROUTE
from infra.web.hardening.settings import LOOPBACK, Hardening, Rate, Rates

__all__ = ["BEFORE_ANY_ROUTE", "LOOPBACK", "Hardening", "Rate", "Rates", "by_session", "harden"]
