import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "domain"))  # cases and histories, which the tests of the domain tell
