"""Whom a headline means: *Vakbond dreigt met staking* says in brief of whom the text tells at length."""

from __future__ import annotations

from typing import Final

from wederhoor.reading.actors.bodies import ends_in
from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.origins_and_roles import roles_called
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.bearers import wrong_role_gender
from wederhoor.reading.headings import headline_end
from wederhoor.reading.text import Text
from wederhoor.records import ActorKind
from wederhoor.syntax.clauses import is_plural

BODIES: Final[tuple[ActorKind, ...]] = ("organisation", "group")
NAMELESS: Final = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON")
"""Parts of speech of what tells a noun from others, or gives it a name."""


def join_headline(text: Text, stage: Stage) -> None:
    """Make one of whom the headline calls by a bare noun and the body that the text calls so first, or the only person."""
    end = headline_end(text.parse)
    for cluster in [c for c in stage.clusters.found if _is_brief(text, c, end)]:
        lemma = text.parse.lemmas[cluster.mentions[0].head].lower()
        called = [c for c in stage.clusters.found if c is not cluster and _is_called(text, c, lemma, cluster.kind)]
        if len(called) == 1 or (called and cluster.kind in BODIES):
            meant = min(called, key=lambda c: c.mentions[0].first)
            meant.brief = cluster.mentions[0].head
            stage.clusters.merge(cluster, meant)


def _is_brief(text: Text, cluster: ActorCluster, end: int) -> bool:
    """Whether a cluster begins with a noun that stands alone in the headline: *Union*; not *de vakbond*, *vakbond van zeelui*."""
    p = text.parse
    if not cluster.mentions or cluster.key is not None or cluster.plural or cluster.owner is not None:
        return False
    first = cluster.mentions[0]
    alone = not any(p.upos[c] in NAMELESS for c in p.children[first.head] if p.deps[c] not in ("nsubj", "obj", "obl"))
    return first.head < end and first.form == "noun" and alone and not is_plural(p, first.head)


def _is_called(text: Text, cluster: ActorCluster, lemma: str, kind: ActorKind) -> bool:
    if not cluster.mentions or cluster.plural or cluster.owner is not None:
        return False
    if cluster.kind != kind and not (cluster.kind in BODIES and kind in BODIES):
        return False
    if kind == "person" and wrong_role_gender(text, cluster.key or "", lemma):
        return False
    return lemma in roles_called(text, cluster) or ends_in(text, cluster, lemma)
