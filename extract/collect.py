"""Finding the parts: a folder of modules, each of which ends in one object of an agreed name."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any


@cache
def collect(package: str, name: str) -> tuple[Any, ...]:
    """Return the object called `name` of every module in `package`, in the order of the modules' names.

    Raises AttributeError that names the module that lacks it.
    """
    found = []
    for module in sorted(pkgutil.iter_modules(import_module(package).__path__), key=lambda module: module.name):
        loaded = import_module(f"{package}.{module.name}")
        if not hasattr(loaded, name):
            raise AttributeError(f"{package}.{module.name} must end in one {name}")
        found.append(getattr(loaded, name))
    return tuple(found)
