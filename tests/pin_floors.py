"""Rewrite tests/floors.json from the present figures, rounded down to a hundredth: `python tests/pin_floors.py`.

The README's table of them is rewritten too.

Prints every figure that rises or falls. Floors may rise; where one falls, the commit says why.
"""

from __future__ import annotations

import json

import readme
from accuracy import FLOORS, FOLDERS, digest, figures, floors, measure

from jijitsu.cli.evaluating import table


def main() -> None:
    """Measure every set, print what changed and the tables, write the floors."""
    before, now = floors(), {}
    for name in FOLDERS:
        score = measure(name)
        now[name] = {"digest": digest(name), "figures": figures(score)}
        print(f"{name}\n{b''.join(table(score)).decode()}")
        for kind, held in now[name]["figures"].items():
            for figure, value in held.items():
                was = before.get(name, {}).get("figures", {}).get(kind, {}).get(figure)
                if was != value:
                    print(
                        f"  {'FALLS' if was is not None and value < was else 'rises'} {kind} {figure}: {was} -> {value}"
                    )
    FLOORS.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    readme.rewrite()


if __name__ == "__main__":
    main()
