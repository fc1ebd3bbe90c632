"""A believable municipality's event topic, made from a seed: equal arguments give equal bytes."""

from infra.simulation.topic import simulate

__all__ = ["simulate"]
