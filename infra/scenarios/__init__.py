"""The law as examples that run (contract: SCENARIOS)."""
