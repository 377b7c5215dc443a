"""Names of one body in a document: a firm with and without its legal form, a name and its initials."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from wederhoor.languages.pack import LanguagePack

LONGEST_ACRONYM = 6
"""Letters of a word in capitals that may be the initials of a name."""
Pair = tuple[str, str]


def same_firms(names: Sequence[str], pack: LanguagePack) -> Iterator[Pair]:
    """Pairs of names of bodies that mean one: *Ralden* and *Ralden Motor Company*, *Ralden NV* and *Ralden Holding*."""
    there, first = set(names), dict[str, str]()
    for name in names:
        shorter = list(_without_forms(name, pack.names.legal_forms))
        bare = next((short for short in shorter if short in there), None)
        if bare is not None:
            yield bare, name
        elif shorter and (other := first.setdefault(shorter[-1], name)) != name:
            yield other, name


def _without_forms(name: str, forms: Collection[str]) -> Iterator[str]:
    """The name with ever more of its legal form left out."""
    words = name.split(" ")
    while len(words) > 1 and words[-1].rstrip(",").lower() in forms:
        del words[-1]
        yield " ".join(words).rstrip(",")


def same_initials(names: Sequence[str], known: Collection[str], usual: Mapping[str, str]) -> Iterator[Pair]:
    """Initials and the one name in the document that they can stand for: *RCP* and *Ralden Capital Partners*.

    Two letters are the initials of much: those of a body that everybody knows (``known``) are of no stranger. ``usual`` has
    for what names are known as: what is known as something else is not this.
    """
    long: dict[str, list[str]] = {}
    for name in names:
        if " " in name:
            long.setdefault(initials_of(name), []).append(name)
    for short in names:
        if not (short.isupper() and short.isalpha() and 1 < len(short) <= LONGEST_ACRONYM):
            continue
        wholes = long.get(short, [])
        if len(wholes) == 1 and _may_be(short, wholes[0], known, usual):
            yield short, wholes[0]


def initials_of(name: str) -> str:
    """The first letters of the words with capitals: *BOA* of *Bank of America*, of *Van den Berg Transport* *VBT*."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _may_be(short: str, long: str, known: Collection[str], usual: Mapping[str, str]) -> bool:
    meant = usual.get(short)
    if meant is not None:
        return meant == usual.get(long, long)
    return len(short) > 2 or short not in known or long in known
