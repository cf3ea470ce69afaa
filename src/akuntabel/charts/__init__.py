"""Charts: frozen specs of already formatted data, drawn as SVG in one look and told as alternative text.

The package itself loads nothing, because the process that draws starts with it.
"""
