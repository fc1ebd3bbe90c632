"""The log of reads of each store, and the store opened once more as another process has it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from infra.access_log import AccessLog
from infra.wiring import access_log_for, opened_store

Open = Callable[[], AbstractContextManager[AccessLog]]


@pytest.fixture(params=["sqlite", "postgres"])
def kind(request):
    return request.param


@pytest.fixture
def url(kind, tmp_path, request):
    return f"sqlite:///{tmp_path}/sager.db" if kind == "sqlite" else request.getfixturevalue("postgres").migrated().url


@pytest.fixture
def opened(url) -> Open:
    """Give what opens the log."""

    @contextmanager
    def opening() -> Iterator[AccessLog]:
        with opened_store(url, create=True) as store, access_log_for(store) as log:
            yield log

    return opening


@pytest.fixture
def log(opened) -> Iterator[AccessLog]:
    with opened() as log:
        yield log
