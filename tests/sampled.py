"""What comes out of samples/, as `jijitsu extract samples` prints it."""

from __future__ import annotations

import os
import subprocess
import sys

from conftest import ROOT

SAMPLES = ROOT / "samples"
EXPECTED = SAMPLES / "expected.ndjson"


def extract_samples(**environment: str) -> bytes:
    """Run the command in the project's folder, as a user would; return its standard output."""
    command = [sys.executable, "-m", "jijitsu", "extract", "samples"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-2000:]}")
    return done.stdout
