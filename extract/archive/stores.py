"""Where articles and claims lie: folders, and whatever fsspec reaches (s3://, gs://, http://, sftp:// ...).

A name without `://` is a path on this machine, or on a file system that all workers share. Credentials and endpoints
come from where the store's own library takes them, or from fsspec's settings (`FSSPEC_S3_ENDPOINT_URL`).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

from jijitsu.extract.regex import regex
from jijitsu.schemas.errors import JijitsuError

_WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "oci", "memory"})
"""Stores in which an object appears when it is whole, so that nothing needs to be moved into place."""
_BESIDE = ".part"
_LEFT = regex(r"\.[0-9a-f]{32}\.part\Z")
"""What `put` calls what is not in its place yet."""


class UnfitError(JijitsuError):
    """This machine cannot do the work, while another may: it does not reach the store, or reads in another way."""


def remote(name: str) -> bool:
    """True for what is no path."""
    return "://" in name or "::" in name


def join(folder: str, *names: str) -> str:
    """Return the name of something in a folder."""
    return "/".join((folder.rstrip("/") or "/", *names)) if remote(folder) else os.path.join(folder, *names)  # noqa: PTH118


def get(name: str, start: int | None = None, end: int | None = None) -> bytes:
    """Return what lies at a name, or the bytes from `start` to `end` of it.

    Raises FileNotFoundError, and UnfitError where the store cannot be reached.
    """
    try:
        if not remote(name):
            with Path(name).open("rb") as file:
                file.seek(start or 0)
                return file.read() if end is None else file.read(end - (start or 0))
        system, path = at(name)
        found: bytes = system.cat_file(path, start=start, end=end)
        return found
    except (FileNotFoundError, JijitsuError):
        raise
    except Exception as fault:  # each store has errors of its own
        raise unreached(name, fault) from None


def put(name: str, data: bytes) -> None:
    """Write bytes beside a name and move them into place: nobody sees half of them. Raises UnfitError.

    The folder must be there: a machine without the shared folder must not make one of its own.
    """
    try:
        if not remote(name):
            _put_here(Path(name), data)
            return
        system, path = at(name)
        if _protocols(system) & _WHOLE:
            system.pipe_file(path, data)
            return
        beside = f"{path}.{uuid4().hex}{_BESIDE}"
        system.pipe_file(beside, data)
        system.mv(beside, path)
    except JijitsuError:
        raise
    except Exception as fault:
        raise unreached(name, fault) from None


def _put_here(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.{uuid4().hex}{_BESIDE}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def make_folder(name: str) -> None:
    """Make a folder where there is none; in an object store there is nothing to make. Raises JijitsuError."""
    try:
        if not remote(name):
            Path(name).mkdir(parents=True, exist_ok=True)
            return
        system, path = at(name)
        if not _protocols(system) & _WHOLE:
            system.makedirs(path, exist_ok=True)
    except JijitsuError:
        raise
    except Exception as fault:
        raise unreached(name, fault) from None


def listing(folder: str) -> dict[str, int]:
    """Return the names of the files in a folder, without the folder, with their sizes. Raises UnfitError."""
    try:
        if not remote(folder):
            with os.scandir(folder) as entries:
                return {entry.name: entry.stat().st_size for entry in entries if entry.is_file()}
        system, path = at(folder)
        system.invalidate_cache()
        found = system.ls(path, detail=True)
        return {one["name"].rstrip("/").rpartition("/")[2]: one["size"] or 0 for one in found if one["type"] == "file"}
    except FileNotFoundError:
        return {}
    except JijitsuError:
        raise
    except Exception as fault:
        raise unreached(folder, fault) from None


def remove(folder: str, names: Iterable[str]) -> None:
    """Remove files of a folder; one that is gone already is no matter. Raises UnfitError."""
    try:
        for name in names:
            if not remote(folder):
                (Path(folder) / name).unlink(missing_ok=True)
            else:
                system, path = at(join(folder, name))
                if system.exists(path):
                    system.rm_file(path)
    except Exception as fault:
        raise unreached(folder, fault) from None


def remove_folder(name: str) -> None:
    """Remove a folder with all that is in it; one that is gone already is no matter. Raises UnfitError."""
    try:
        if not remote(name):
            shutil.rmtree(name, ignore_errors=True)
            return
        system, path = at(name)
        system.invalidate_cache()
        if system.exists(path):
            system.rm(path, recursive=True)
    except Exception as fault:
        raise unreached(name, fault) from None


def sweep(folder: str) -> None:
    """Remove what killed writers left beside: call it when nobody writes any more."""
    remove(folder, [name for name in listing(folder) if _LEFT.search(name)])


def at(name: str) -> tuple[Any, str]:
    """Return fsspec's file system for a name, and the path there. Raises JijitsuError where a library is missing."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        hint = "pip install 'jijitsu[dask]'"
        raise JijitsuError("names with :// need fsspec, which is not installed", where=name, hint=hint) from None
    try:
        system, path = url_to_fs(name)
    except ImportError as fault:
        hint = "For s3:// pip install s3fs, for gs:// gcsfs"
        raise JijitsuError(f"the library for this store is missing ({_first(fault)})", where=name, hint=hint) from None
    except ValueError as fault:
        raise JijitsuError(f"no such kind of store ({_first(fault)})", where=name) from None
    return system, path


def full_name(system: Any, path: str) -> str:
    """Return the name that `at` takes for a path of a file system."""
    found: str = system.unstrip_protocol(path)
    return found


def unreached(name: str, fault: Exception) -> UnfitError:
    """Return what to say of a store that does not answer as it should."""
    why = getattr(fault, "strerror", None) or _first(fault) or type(fault).__name__
    return UnfitError(
        f"cannot be reached ({why})", where=name, hint="Check the store, its address and your rights there"
    )


def _first(fault: Exception) -> str:
    return (str(fault).splitlines() or [""])[0].rstrip(".")


def _protocols(system: Any) -> frozenset[str]:
    named = system.protocol
    return frozenset({named} if isinstance(named, str) else named)
