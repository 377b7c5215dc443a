"""What a language gives to the training: the modules ``sources``, ``quotes`` and ``tokenizer`` of its folder beside this one."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

MODELS = Path(__file__).parent.parent


def part(code: str, name: str) -> ModuleType:
    """Module ``name`` of language ``code``: ``part("nl", "tokenizer")`` is models/nl/tokenizer.py."""
    path = MODELS / code / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"{code}_{name}", path)
    assert spec is not None
    assert spec.loader is not None, f"no {path}"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def languages() -> list[str]:
    return sorted(path.parent.name for path in MODELS.glob("*/sources.py"))
