"""An account's model: its links with their words, and which names were taken for one variable, why, and how that is undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from wederhoor.exchange import local
from wederhoor.exchange.runs.text import unheld_lines
from wederhoor.exchange.runs.words import RunWords, link_name, quoted
from wederhoor.exchange.visible import one_line
from wederhoor.records import AccountModel, Comparison, LoopLink, LoopReport, Merge, MergeKind, PressReport
from wederhoor.records.prepared import prepared


class AccountWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language; braces stand for what is filled in."""

    links_title: str
    merges_title: str
    undo_hint: str
    kinds: dict[MergeKind, str]


@cache
def account_words(lang: str) -> AccountWords:
    """The words in ``lang``: those of its language, else of the views' own."""
    source = files("wederhoor.exchange.runs").joinpath(f"account_words.{local.view_language(lang)}.toml")
    return msgspec.toml.decode(source.read_bytes(), type=prepared(AccountWords))


class Aside(msgspec.Struct, frozen=True):
    """What a page tells beside its result: a title, lines, and what to do about them."""

    title: str
    lines: list[str]
    hint: str


@dataclass(frozen=True, slots=True)
class ReportMerges:
    """A report with the merges of the accounts that its models are of; as it is where they are of files."""

    accounts: tuple[AccountModel, ...]
    words: AccountWords

    def lines(self) -> list[str]:
        """Each merge once, with the line that undoes it."""
        merges = [merge for one in self.accounts for merge in told_merges(one.merges)]
        return list(dict.fromkeys(_line(merge, self.words) for merge in merges))

    def view(self, report: RenderableType) -> RenderableType:
        """For the terminal: the report, and the merges below it."""
        return Group(report, *_merges(self.lines(), self.words))

    def aside(self) -> Aside | None:
        """For a page: the merges, None where there are none."""
        lines = self.lines()
        return Aside(self.words.merges_title, lines, self.words.undo_hint) if lines else None

    def json(self, report: LoopReport | PressReport | Comparison) -> str:
        """The report as JSON, with the accounts of its models and their merges where there are any."""
        data = msgspec.to_builtins(report)
        if self.accounts:
            known = [{"account": one.account, "model": one.model.name, "merges": one.merges} for one in self.accounts]
            data |= {"accounts": msgspec.to_builtins(known)}
        return _written(data)


def report_merges(accounts: Sequence[AccountModel], lang: str) -> ReportMerges:
    return ReportMerges(tuple(accounts), account_words(lang))


def _merges(lines: Sequence[str], words: AccountWords) -> Iterator[RenderableType]:
    if lines:
        yield Text(f"\n{words.merges_title}:")
        yield from (Padding(Text(line), (0, 0, 0, 4)) for line in lines)
        yield Padding(Text(words.undo_hint, style="dim"), (0, 0, 0, 4))


def told_merges(merges: Sequence[Merge]) -> list[Merge]:
    """What views tell: of words that stand for several variables at one place (*dat*) the first."""
    kept = []
    for _, group in groupby(merges, key=lambda m: (m.kind, m.merged, m.grounds[:1]) if m.kind == "anaphor" else id(m)):
        kept.append(next(group))
    return kept


def _line(merge: Merge, words: AccountWords) -> str:
    why = words.kinds[merge.kind].format(why=one_line(merge.why or ""))
    undo = f" [{one_line(merge.undo)}]" if merge.undo else ""
    return f"{one_line(merge.kept)} = {one_line(merge.merged)} ({why}){undo}"


def model_view(one: AccountModel, words: RunWords, lang: str) -> RenderableType:
    """The links of a model with the sentences that they rest on, and its merges."""
    model = one.model
    size = [words.count(len(model.variables), words.variables), words.count(len(model.edges), words.links)]
    return Group(
        Text.assemble((one_line(model.name), "bold"), (f"\n{' · '.join(size)}", "dim")),
        Text(f"\n{account_words(lang).links_title}:"),
        *_links(one, words),
        *unheld_lines(model, words),
        *_merges(report_merges([one], lang).lines(), account_words(lang)),
    )


def _links(one: AccountModel, words: RunWords) -> Iterator[RenderableType]:
    for edge in one.model.edges:
        optional = f", {words.optional}" if edge.optional else ""
        yield Padding(Text(f"{link_name(LoopLink(edge.cause, edge.effect, edge.sign))}{optional}"), (0, 0, 0, 4))
        for ground in edge.grounds:
            yield Padding(Text(quoted(ground, by=one.model), style="dim"), (0, 0, 0, 8))


def write_account(one: AccountModel) -> str:
    """The model with its merges as JSON, a line end at the end."""
    return _written(msgspec.to_builtins(one))


def _written(data: object) -> str:
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"
