"""jijitsu (事実, "fact") reads Japanese news and turns what it says into structured, checkable claims.

>>> import jijitsu
>>> [claim.value.text for claim in jijitsu.extract_text("トヨタの株価は3%下落した。")]
['3%']
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # typing itself takes longer to load than all else that is loaded here
if TYPE_CHECKING:
    from typing import Any

    from jijitsu.extract import extract_each as extract_each
    from jijitsu.extract import extract_file as extract_file
    from jijitsu.extract import extract_text as extract_text
    from jijitsu.extract.collection import Claims as Claims
    from jijitsu.extract.collection import read_claims as read_claims
    from jijitsu.schemas.claim import Claim as Claim

_HOME = {
    "extract_text": "jijitsu.extract",
    "extract_each": "jijitsu.extract",
    "extract_file": "jijitsu.extract",
    "read_claims": "jijitsu.extract.collection",
    "Claim": "jijitsu.schemas.claim",
    "Claims": "jijitsu.extract.collection",
}


def __getattr__(name: str) -> Any:
    """Load the public names when they are first asked for, so that `jijitsu --help` loads none of them."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'jijitsu' has no attribute {name!r}")
