"""`./dev chaos --rounds 50 --seed S`: faults in real processes, and after each a look at every fact."""

import argparse
import random
import sys
import time

from tests.chaos.campaign import Round, chosen, run
from tests.chaos.faults import FAULTS


def main() -> None:
    parser = argparse.ArgumentParser(prog="./dev chaos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=len(FAULTS))
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--fault", choices=FAULTS, help="this one alone, in every round")
    asked = parser.parse_args()
    faults = [asked.fault] * asked.rounds if asked.fault else chosen(asked.rounds, asked.seed)
    print(f"seed {asked.seed}, {asked.rounds} rounds", flush=True)
    done: list[Round] = []
    start = time.monotonic()
    for one in run(faults, asked.seed):
        done.append(one)
        lost, doubled, out_of_order, problems = one.verdict
        said = f"lost {lost}, doubled {doubled}, out of order {out_of_order}"
        print(f"{one.number:3} {one.fault:<22} {one.stored:>7} stored  {said}  {time.monotonic() - start:.0f} s", flush=True)
        for problem in problems:
            print(f"    {problem}", flush=True)
    wrong = [sum(getattr(one.verdict, name) for one in done) for name in ("lost", "doubled", "out_of_order")]
    amid = sum(one.was_amid for one in done)
    struck = f"{amid} struck amid work, {done[-1].restarts} programs started again"
    print(f"seed {asked.seed}: {len(done)} rounds, {wrong[0]} lost, {wrong[1]} doubled, {wrong[2]} out of order; {struck}")
    is_clean = len(done) == asked.rounds and all(one.verdict.is_clean for one in done)
    sys.exit(0 if is_clean and (amid or asked.rounds < len(FAULTS)) else 3)


if __name__ == "__main__":
    main()
