"""Rewrite samples/expected.ndjson with what comes out now: `python tests/pin_samples.py`. Look at the diff."""

from __future__ import annotations

from sampled import EXPECTED, extract_samples


def main() -> None:
    """Write the claims and tell how many there are."""
    printed = extract_samples()
    EXPECTED.write_bytes(printed)
    print(f"{EXPECTED.name}: {len(printed.splitlines())} claims; see `git diff --stat`")


if __name__ == "__main__":
    main()
