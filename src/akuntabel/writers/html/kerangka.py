"""The frame of every page: head with its security policy, one style, one script, nothing from outside."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from akuntabel.writers.html.builder import Html, join, tag


def frame(
    title: str, style: str, script: str, *content: Html, meta: Html | None = None, language: str = "id-ID"
) -> str:
    """A whole page as text. `script` is empty for a page that needs none."""
    run = Html(f"<script>{script}</script>") if script else Html("")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        meta or Html(""),
        tag("title", title),
        Html(f"<style>{style}</style>"),
    )
    return f"<!doctype html>\n{tag('html', head, tag('body', join(content), run), lang=language)}\n"


def _policy(style: str, script: str) -> str:
    """Nothing is loaded; only this page's own style and script run."""
    allowed = f"'{_hash(script)}'" if script else "'none'"
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src {allowed}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode('ascii')}"


@cache
def resource(name: str) -> str:
    """A style sheet or script that lies beside this module."""
    return (files(__package__) / name).read_text(encoding="utf-8")
