"""One thing of which one speaks well and another ill."""

from __future__ import annotations

from wederhoor.reading.conflicts.candidates import FAR
from wederhoor.reading.conflicts.meeting import LEAST_OVERLAP, Collision, Meeting

MOST_JUDGED = 6
"""Terms of a statement, at most, that is a judgment on all of it though no predicate says so: *noemt de operatie een succes*."""


def judged(m: Meeting) -> Collision | None:
    """One speaks well of what the other speaks ill of: two verdicts on it, or two statements with much in common."""
    denied = "denial" in (m.a.dispute, m.b.dispute)  # whose words say what is not so
    against = m.a.judgment and m.b.judgment and m.a.judgment != m.b.judgment and not denied
    if not (m.by_speakers and against and m.shared and m.a.stating and m.b.stating):
        return None
    if _is_one_matter(m) and m.gap <= FAR:
        return m.collision("evaluation", "evaluation", m.overlap + 0.2 * m.b.contrast, "judged")
    return None


def _is_one_matter(m: Meeting) -> bool:
    """Whether two judgments are of one thing: two verdicts, or more is the same than the word that praises or blames.

    A long statement praises and blames many things.
    """
    if m.a.verdict and m.b.verdict:
        joined = not {*m.a.judged}.isdisjoint(m.b.judged)
    else:
        short = not (m.a.verdict or m.b.verdict) and max(len(m.a.terms), len(m.b.terms)) <= MOST_JUDGED
        joined = short and m.telling and len(m.shared) > 1
    return joined and m.overlap >= LEAST_OVERLAP * (2 - m.a.verdict - m.b.verdict)
