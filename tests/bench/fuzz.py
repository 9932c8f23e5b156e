"""Readers under odd input, in bulk: `python tests/bench/fuzz.py [NAME ...] [--seconds 60] [--seed 1] [--guided]`.

NAMES are those of tests/properties.py (all by default). `--guided` lets atheris steer by coverage (it must be
installed; one NAME at a time); else inputs are drawn by chance. Printed are, for each NAME, how many were tried in how
much processor time, and what broke (the input as it can be given to `properties.held`); ends with 1 if anything did.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))


def drawn(name: str, seconds: float, seed: int) -> bool:
    """Try inputs drawn by chance; print what happened, and return whether all held."""
    from properties import PROPERTIES, held, inputs

    broken: dict[str, bytes] = {}
    begin, tried = time.process_time(), 0
    PROPERTIES[name](b"")  # loads words and names, which takes longer than any input may
    while time.process_time() - begin < seconds and len(broken) < 20:
        data = inputs(seed, tried)
        tried += 1
        try:
            held(name, data)
        except Exception as fault:
            broken.setdefault(f"{type(fault).__name__}: {fault}"[:100], data)
    print(f"{name}: {tried:,} inputs in {time.process_time() - begin:.0f} s, {len(broken)} faults", flush=True)
    for what, data in broken.items():
        print(f"  {what}: {data!r}", flush=True)
    return not broken


def guided(name: str, seconds: float, seed: int) -> None:
    """Let atheris try inputs; it ends the process itself."""
    import atheris

    with atheris.instrument_imports(include=["jijitsu"]):
        from properties import PROPERTIES, held

    PROPERTIES[name](b"")  # loads words and names, which takes longer than any input may
    options = [
        f"-max_total_time={seconds:.0f}",
        f"-seed={seed}",
        "-max_len=200",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options], lambda data: held(name, data))
    atheris.Fuzz()


def main() -> None:
    """Try what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true", help="let atheris steer by coverage")
    given = parser.parse_args()
    if given.guided:
        if len(given.names) != 1:
            parser.error("--guided takes one NAME")
        guided(given.names[0], given.seconds, given.seed)
    from properties import PROPERTIES

    whole = [drawn(name, given.seconds, given.seed) for name in given.names or PROPERTIES]
    sys.exit(not all(whole))


if __name__ == "__main__":
    main()
