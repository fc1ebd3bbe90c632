"""How hard the property tests look: the same examples every time in CI, fresh ones by the thousand in a soak."""

import os
import sys

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("ci", max_examples=150, derandomize=True, database=None, deadline=None, print_blob=True)
settings.register_profile("mutants", settings.get_profile("ci"), max_examples=15, phases=[Phase.generate])  # found is enough
settings.register_profile(
    "soak",
    max_examples=10_000,
    derandomize=False,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "mutants" if "mutmut" in sys.modules else "ci"))
