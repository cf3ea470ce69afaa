"""The process that draws: it reads a Vega-Lite spec on each line, and writes an SVG or an error on each line."""

from __future__ import annotations

import json
import os
import signal
import sys

from akuntabel.charts.fonts import font_dir

_VEGA_LITE = "5.21"
_AWAKE = {"mark": "bar", "data": {"values": [{"v": 1, "t": "1"}]}, "encoding": {"y": {"field": "v"}}}


def child_main() -> None:
    """Answer until the other side closes; what the engine prints cannot mix with the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers Ctrl+C for all
    answer = os.dup(1)
    os.dup2(2, 1)
    import vl_convert  # noqa: PLC0415  no other process loads it

    vl_convert.register_font_directory(str(font_dir()))
    vl_convert.vegalite_to_svg(_AWAKE, vl_version=_VEGA_LITE)  # the first drawing is slow: do it before one is asked
    with os.fdopen(answer, "w", encoding="utf-8", newline="\n") as out:
        for line in sys.stdin.buffer:
            try:
                drawn = {"svg": vl_convert.vegalite_to_svg(line.decode(), vl_version=_VEGA_LITE)}
            except ValueError as error:
                drawn = {"salah": str(error)}
            print(json.dumps(drawn), file=out, flush=True)
