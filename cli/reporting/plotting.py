"""The plotting library that a report brings along: Vega with Vega-Lite, as vl-convert-python carries them.

Chosen of what comes as a package and works from a file without a network:

* Vega draws SVG, which prints sharply, can be read aloud and takes the page's own colours, light and dark; every mark
  knows its datum, so that each point can lead to its sentence; rules make intervals, and layers make marks.
* It can interpret its expressions (`ast`), so that the page needs no `unsafe-eval`. BSD-3-Clause. 0.9 MB in the page.
* plotly carries 4.6 MB, bokeh about as much, and draws on a canvas; pygal, matplotlib and Vega on our side would draw a
  picture for each of thousands of subjects into the file; uPlot is the smallest (50 KB), but draws on a canvas, and
  reaches PyPI by wrappers alone.
"""

from __future__ import annotations

from jijitsu.schemas.errors import JijitsuError

_SNIPPET = "window.vegaEmbed = vegaEmbed;"


class PlottingMissingError(JijitsuError):
    """vl-convert-python is not installed."""


def bundle() -> str:
    """Return the library as one script that sets `window.vegaEmbed`. Raises PlottingMissingError."""
    try:
        import vl_convert
    except ImportError:
        hint = "pip install 'jijitsu[report]'"
        raise PlottingMissingError("a report needs vl-convert-python, which is not installed", hint=hint) from None
    script: str = vl_convert.javascript_bundle(_SNIPPET)
    return script
