"""Who is told of in a paragraph, and who of them may speak in it: a relative, somebody whom the words speak of, one who acts."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.attributions.draft import Draft
from wederhoor.reading.cast import Candidate
from wederhoor.reading.pronoun_forms import means_many
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children


def meets_another(text: Text, subject: int) -> bool:
    """*Bos hield [Mayer] aan de grond. “Ik moest hem ...”*: a person who does something to another may speak of him."""
    p = text.parse
    told = (c for c in children(p, p.heads[subject], "obj", "iobj") if text.type_at(c) == "PER")
    return text.type_at(subject) == "PER" and any(text.name_at(c) != text.name_at(subject) for c in told)


def others(people: Sequence[Candidate], relatives: Sequence[Candidate], name: str | None) -> set[str | None]:
    """Who else is the subject of a sentence, by name, and no relative."""
    return {c.name for c in people if c.subject == 1 and c not in relatives} - {None, name}


def people_before(text: Text, word: int) -> list[Candidate]:
    """The persons of a paragraph up to a word, outside of quotations."""
    begin = text.parse.paragraphs[text.parse.paragraph_of(word)][0]
    return [c for c in text.cast.before(word + 1) if c.word >= begin and c.kind == "person" and not c.quoted]


def speaks_of_one(text: Text, draft: Draft) -> bool:
    """Whether *hij* or *zij* stands in what is said, for somebody who does not say it."""
    p, closed = text.parse, text.pack.closed
    return any(p.lower[w] in closed.he | closed.she and not means_many(p, w) for w in draft.content)


def is_anothers(text: Text, word: int) -> bool:
    """Whether a person is told of as somebody's: *zijn moeder*."""
    p, closed = text.parse, text.pack.closed
    return any(p.lower[c] not in closed.first_person for c in children(p, word, "nmod:poss") if p.upos[c] != "PROPN")
