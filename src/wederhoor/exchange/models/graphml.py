"""A model as GraphML, for Gephi, yEd and networkx, and back from what these write.

Edges carry ``sign`` (+, -, 0), ``weight`` (1, -1, 0), ``optional``, ``quote`` and ``source`` for the eye, and ``grounds`` for
the way back: all that is known of the quotes, as JSON. A link that its holder does not maintain has an x before its sign, the
weight 0 and his ``stance`` (denies, doubts, asks ...). In a file from elsewhere the sign is that of the attributes sign,
polarity or weight, or an edge label (yEd); a variable's name is its label, else its id.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.sax import ContentHandler, SAXException, SAXParseException
from xml.sax.xmlreader import AttributesImpl, Locator

import defusedxml.sax  # type: ignore[import-untyped]
import msgspec
from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]

from wederhoor.errors import WederhoorError
from wederhoor.exchange.models.draft import SIGNS, UNHELD, ModelDraft, clean_name, edge_sign, stance_in, unheld_sign
from wederhoor.exchange.models.markup import xml
from wederhoor.records import Edge, Ground, Model, Sign, UnheldLink
from wederhoor.records.prepared import prepared

_KEYS: Final = (
    ("node", "label", "string"),
    ("edge", "sign", "string"),
    ("edge", "weight", "double"),
    ("edge", "optional", "boolean"),
    ("edge", "stance", "string"),
    ("edge", "speaker", "string"),
    ("edge", "quote", "string"),
    ("edge", "source", "string"),
    ("edge", "grounds", "string"),
)
_WEIGHTS: Final[Mapping[Sign, str]] = {"+": "1.0", "-": "-1.0", "0": "0.0"}
_SIGN_NAMES: Final = ("sign", "polarity", "weight", "label")
_NAME_NAMES: Final = ("label", "name")
_NUMBER: Final = re.compile(r"([+-]?)\d*\.?\d+([eE][+-]?\d+)?")


def read_graphml(data: bytes, where: str) -> Model:
    """The model of a GraphML file. Entities and document types are refused. Raises W501, W502, W503."""
    handler = _Handler(where)
    try:
        defusedxml.sax.parseString(data, handler, forbid_dtd=True)
    except DefusedXmlException:
        raise WederhoorError("W501", where=where, why="it has a document type, which may hide a trap") from None
    except SAXParseException as error:
        why = f"it is not XML on line {error.getLineNumber()}: {error.getMessage()}"
        raise WederhoorError("W501", where=where, why=why) from None
    except (SAXException, ValueError, LookupError) as error:
        raise WederhoorError("W501", where=where, why=f"it is not XML: {error}") from None
    return handler.model()


def write_graphml(model: Model) -> str:
    """The model as GraphML."""
    ids = {variable.name: f"n{number}" for number, variable in enumerate(model.variables)}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(f'  <key id="{name}" for="{on}" attr.name="{name}" attr.type="{kind}"/>' for on, name, kind in _KEYS),
        f'  <graph id="{xml(model.name)}" edgedefault="directed">',
        *(f'    <node id="{id_}"><data key="label">{xml(name)}</data></node>' for name, id_ in ids.items()),
    ]
    for number, link in enumerate(model.links()):
        lines.append(f'    <edge id="e{number}" source="{ids[link.cause]}" target="{ids[link.effect]}">')
        lines += [f'      <data key="{key}">{xml(value)}</data>' for key, value in _link_data(link).items()]
        lines.append("    </edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def _link_data(link: Edge | UnheldLink) -> dict[str, str]:
    if isinstance(link, UnheldLink):
        data = {"sign": UNHELD + link.sign, "weight": "0.0", "optional": "false", "stance": link.stance}
    else:
        data = {"sign": link.sign, "weight": _WEIGHTS[link.sign], "optional": "true" if link.optional else "false"}
    if link.grounds:
        data["quote"] = " / ".join(ground.quote for ground in link.grounds)
        sources = dict.fromkeys(ground.source for ground in link.grounds if ground.source is not None)
        data["source"] = ", ".join(sources)
        data["speaker"] = ", ".join(dict.fromkeys(ground.speaker for ground in link.grounds if ground.speaker))
        data["grounds"] = msgspec.json.encode(link.grounds).decode()
    return data


class _Handler(ContentHandler):
    """Collects nodes and edges, with the lines that they begin on."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.draft = ModelDraft(where)
        self.where = where
        self.keys: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.edges: list[tuple[int, str, str, dict[str, str]]] = []
        self.open: list[str] = []
        self.at: tuple[int, dict[str, str]] = (0, {})
        self.data: dict[str, str] = {}
        self.key = ""
        self.text: list[str] = []

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802  # as SAX calls it
        self.locator = locator

    def startElement(self, name: str, attrs: AttributesImpl[str]) -> None:  # noqa: N802  # as SAX calls it
        tag = name.rpartition(":")[2]
        if not self.open and tag != "graphml":
            raise SAXException(f"it is <{tag}>, not <graphml>")
        self.open.append(tag)
        self.text = []
        if tag == "graph" and attrs.get("edgedefault") == "undirected":
            raise WederhoorError("W501", where=self.where, why="its edges have no direction")
        if tag == "key":
            self.keys[attrs.get("id", "")] = attrs.get("attr.name", attrs.get("id", "")).lower()
        elif tag in {"node", "edge"}:
            self.at, self.data = (self._line(), dict(attrs.items())), {}
            if tag == "node":
                self.names.setdefault(attrs.get("id", ""), attrs.get("id", ""))
        elif tag == "data":
            self.key = self.keys.get(attrs.get("key", ""), attrs.get("key", "").lower())

    def characters(self, content: str) -> None:
        self.text.append(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802  # as SAX calls it
        tag = self.open.pop()
        text = "".join(self.text).strip()
        self.text = []
        if tag == "data" and text:
            self.data.setdefault(self.key, text)
        elif tag in {"NodeLabel", "EdgeLabel"} and text:
            self.data.setdefault("label", text)
        elif tag == "node":
            self._node()
        elif tag == "edge":
            line, attributes = self.at
            self.edges.append((line, attributes.get("source", ""), attributes.get("target", ""), self.data))

    def model(self) -> Model:
        """What was collected. Raises W501, W502, W503."""
        first: dict[str, str] = {}
        for id_, name in self.names.items():
            other = first.setdefault(clean_name(name), id_)
            if other != id_:
                why = f"its nodes {other} and {id_} are both called {name}"
                raise WederhoorError("W501", where=self.where, why=why)
            self.draft.variable(name)
        for line, source, target, data in self.edges:
            cause, effect = self.names.get(source, source), self.names.get(target, target)
            apart = self._unheld_sign(data)
            stance = stance_in(data.get("stance", ""), self.where, line, apart=apart is not None)
            if apart is not None or stance is not None:
                sign = self._sign(line, data) if apart is None else apart
                self.draft.unheld(line, (cause, effect), sign, stance or "denies", self._grounds(line, data))
                continue
            self.draft.edge(line, cause, effect, self._sign(line, data), _is_true(data.get("optional", "")))
            for ground in self._grounds(line, data):
                self.draft.ground(cause, effect, ground)
        return self.draft.model()

    def _node(self) -> None:
        id_ = self.at[1].get("id", "")
        self.names[id_] = next((self.data[key] for key in _NAME_NAMES if key in self.data), id_)

    def _unheld_sign(self, data: Mapping[str, str]) -> Sign | None:
        found = (unheld_sign(data.get(key, "")) for key in _SIGN_NAMES if key != "weight")
        return next((sign for sign in found if sign is not None), None)

    def _sign(self, line: int, data: Mapping[str, str]) -> Sign:
        for key in _SIGN_NAMES:
            if data.get(key) in SIGNS:
                return SIGNS[data[key]]
            number = _NUMBER.fullmatch(data.get(key, ""))
            if number and key != "label":
                return "0" if float(number[0]) == 0 else "-" if number[1] == "-" else "+"
        return edge_sign(next((data[key] for key in _SIGN_NAMES if key in data), ""), self.where, line)

    def _grounds(self, line: int, data: Mapping[str, str]) -> tuple[Ground, ...]:
        if "grounds" in data:
            try:
                return msgspec.json.decode(data["grounds"], type=prepared(tuple[Ground, ...]))
            except (msgspec.DecodeError, UnicodeEncodeError) as error:
                remedy = "Leave grounds out, or take it over as it was written"
                raise WederhoorError("W502", where=self.where, line=line, why=error, remedy=remedy) from None
        if "quote" in data:
            return (Ground(quote=data["quote"], source=data.get("source")),)
        return ()

    def _line(self) -> int:
        return int(self.locator.getLineNumber() or 0)


def _is_true(text: str) -> bool:
    return text.lower() in {"1", "true"}
