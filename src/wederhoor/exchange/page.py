"""What all pages are made with: the templates' environment, the styles and scripts that lie in the package, and their hashes.

Texts are hostile input: all is escaped, and what a page's policy lets run is named by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wederhoor.exchange.visible import visible

PACKAGE: Final = "wederhoor.exchange"
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""What may stand in an attribute ``lang``."""
NOWHERE: Final = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""NUL and lone surrogates, which no page can hold."""


@cache
def asset(name: str) -> str:
    """A style or script of the project's own, by its name in ``templates``."""
    return files(PACKAGE).joinpath("templates", name).read_text(encoding="utf-8")


def source_hash(content: str) -> str:
    """The hash by which a content security policy names a style or a script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def environment(*packages: str) -> Environment:
    """The environment of the templates of this room; those of other ``packages`` come first."""
    return Environment(
        auto_reload=False,  # a template is not written again while the program runs
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, PACKAGE)]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """Names and words outside a text have to be what they seem; the text itself is shown as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
