"""Views compared with a rebuild."""

from domain.policy import DEFAULT_POLICY
from infra.wiring import projector_for


def dump(projector):
    return b"\n".join(projector.views.dump())


def live_and_rebuilt(store):
    """Give the live views, and those of a rebuild. The live ones are read first: the rebuild takes their place."""
    projector = projector_for(store, DEFAULT_POLICY)
    live = dump(projector)
    projector.rebuild()
    return live, dump(projector)
