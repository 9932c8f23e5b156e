"""Pages of the web, read by trafilatura (see page.py). Needs `jijitsu[html]`."""

from __future__ import annotations

from jijitsu.extract.reading import Reading
from jijitsu.extract.reading.raw import Content, Format


def text(data: bytes, options: Reading) -> Content:
    """Return the article of a page. Raises UnreadableError where there is none."""
    from jijitsu.extract.reading.page import content  # here, since few runs read pages

    return content(data, options)


FORMAT = Format(name="html", about="pages of the web", suffixes=(".html", ".htm", ".xhtml"), text=text)
