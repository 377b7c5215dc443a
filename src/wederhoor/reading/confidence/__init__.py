"""How sure the findings are: statements by the signs of doubt seen in them, the other layers by the share right of their kind.

A confidence is a share of what was right on gold and no more: .7 says that of ten such findings seven were right.
"""

from wederhoor.reading.confidence.kinds import rate_kinds
from wederhoor.reading.confidence.rate import rate_statements

__all__ = ["rate_kinds", "rate_statements"]
