"""The claims that the library gives: a list, which a notebook shows and a data frame takes.

claims = jijitsu.extract_file("article.txt")
claims.to_pandas().query("kind == 'price_move'")
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jijitsu.schemas.claim import Claim
from jijitsu.schemas.errors import JijitsuError
from jijitsu.schemas.record import decode_line, encode_line


class Claims(list[Claim]):
    """A list of claims. `text` is the article that all of them are taken from, if there is one such.

    Slices and sums are plain lists; `Claims(…)` makes one again.
    """

    def __init__(self, claims: Iterable[Claim] = (), text: str | None = None) -> None:
        super().__init__(claims)
        self.text = text

    def to_ndjson(self) -> bytes:
        """Return the records, one JSON object a line, as `jijitsu extract` writes them."""
        return b"".join(map(encode_line, self))

    def to_arrow(self) -> Any:
        """Return a pyarrow table, nested and typed as the record is. Raises ArrowMissingError (one line)."""
        from jijitsu.extract.arrow import table

        return table(self)

    def to_pandas(self) -> Any:
        """Return a pandas data frame, flat, with the columns of the CSV; amounts are exact, days are dates.

        Its columns are of Arrow types; `frame["value_amount"].astype(float)` reckons faster. Raises JijitsuError where
        pandas or pyarrow is not installed.
        """
        from jijitsu.extract.arrow import flat

        found = flat(self)
        try:
            from pandas import ArrowDtype
        except ImportError:
            raise JijitsuError("pandas is not installed", hint="pip install pandas") from None
        return found.to_pandas(types_mapper=ArrowDtype)

    def to_polars(self) -> Any:
        """Return a polars data frame, flat, with the columns of the CSV; amounts are exact, days are dates.

        Raises JijitsuError where polars or pyarrow is not installed.
        """
        from jijitsu.extract.arrow import flat

        found = flat(self)
        try:
            from polars import from_arrow
        except ImportError:
            raise JijitsuError("polars is not installed", hint="pip install polars") from None
        return from_arrow(found)

    def _repr_html_(self) -> str:
        """The article with its claims, or the claims alone, as a notebook shows them."""
        from jijitsu.extract.notebook import article_html, table_html

        return table_html(self) if self.text is None else article_html(self.text, self)


def read_claims(path: str | Path) -> Claims:
    """Return the claims in a file of NDJSON. Raises `jijitsu.schemas.record.RecordError` for a line that is none."""
    with Path(path).open("rb") as file:
        return Claims(decode_line(line) for line in file if line.strip())
