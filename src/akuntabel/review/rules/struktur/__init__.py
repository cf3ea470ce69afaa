"""Parts, numbering and references that must fit."""
