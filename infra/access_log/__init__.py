"""The log of reads: who read which case, when, and for what purpose."""

from infra.access_log.access import Access, UnfitAccessError
from infra.access_log.chain import Head, Noted
from infra.access_log.log import AccessLog

__all__ = ["Access", "AccessLog", "Head", "Noted", "UnfitAccessError"]
