"""Errors for people: what is wrong, where, and what to do about it. The command line prints them as they are."""

from __future__ import annotations


class JijitsuError(Exception):
    """Something that the user can mend. `str()` of it is one line: where, what, and what to do.

    `where` is a path or the name of an option; `hint` says what to do, as a whole sentence without its full stop.
    """

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what, where, hint)
        self.what, self.where, self.hint = what, where, hint

    def __reduce__(self) -> tuple[object, ...]:
        return _remade, (type(self), self.what, self.where, self.hint)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        # A question keeps its mark: "Did you mean a.txt?"
        mark = "?" if self.hint and self.hint.startswith("Did you mean") else "."
        return f"{line}. {self.hint}{mark}" if self.hint else f"{line}."


class UnreadableError(JijitsuError):
    """A file that gives no article: missing, forbidden, no text, or with metadata that cannot be read."""


def _remade(shape: type[JijitsuError], what: str, where: str | None, hint: str | None) -> JijitsuError:
    """An error that comes from another process."""
    return shape(what, where=where, hint=hint)
