"""Every text that the tests know: those of the examples, of our gold, and of the shared folder where there is one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wederhoor.documents import load_document
from wederhoor.records import Document

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("WEDERHOOR_SHARED") or HERE.parents[1] / "shared")
EXAMPLES_DATE = "2031-03-12"


@dataclass(frozen=True)
class Text:
    """A text of a collection. ``case`` is what it is read together with, by its name; alone where None.

    ``ours``: its words may stand in files of the project. ``held_out``: nobody is to look at what is read in it.
    """

    collection: str
    document: Document
    case: str | None = None
    ours: bool = True
    held_out: bool = False


def own_texts() -> list[Text]:
    """The examples and our gold; each but the plain attributions is a case of its own. Blind pairs stay blind."""
    examples = [
        load_document(path, doc=path.stem, lang="nl", date=EXAMPLES_DATE)
        for path in sorted((HERE.parent / "examples").glob("*.txt"))
    ]
    english = [
        load_document(path, doc=path.stem, lang="en", date=EXAMPLES_DATE)
        for path in sorted((HERE.parent / "examples" / "english").glob("*.txt"))
    ]
    found = [Text("examples", document, case=document.doc) for document in [*examples, *english]]
    for folder in ("attributions", "disputes", "heldout", "heldout-disputes"):
        for document in _gold(HERE / "gold" / folder):
            case = document.doc if folder.endswith("disputes") else None
            found.append(Text(folder, document, case, held_out=folder.startswith("heldout")))
    # disputes in four articles each, of which nobody has looked at what is missed
    return [*found, *_disputes(HERE / "gold" / "disputes", "disputes", held_out=True)]


def shared_texts() -> list[Text]:
    """Newspaper articles, which are their publishers', and disputes of four articles each; none without the folder."""
    if not SHARED.is_dir():
        return []
    newspapers = [Text("newspapers", document, ours=False) for document in _gold(SHARED / "gold" / "dev")]
    return [*newspapers, *_disputes(SHARED / "gold" / "disputes-dev", "disputes-dev", ours=False)]


def _gold(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        yield Document(doc=path.stem, text=gold["text"], lang="nl", date=gold.get("date"))


def _disputes(folder: Path, collection: str, *, ours: bool = True, held_out: bool = False) -> Iterator[Text]:
    for path in sorted(folder.glob("*/gold.json")):
        for one in json.loads(path.read_text("utf-8"))["documents"]:
            document = load_document(path.with_name(one["file"]), doc=one["doc"], lang="nl", date=one["date"])
            yield Text(collection, document, path.parent.name, ours=ours, held_out=held_out)
