"""Fit how sure findings are, on gold that was not held out, and write the numbers into the language's ``confidence.toml``.

    python models/confidence/fit.py LANG SHARED [--check]

SHARED is the folder with the gold and texts that are not in the repository; the project's own gold is added to it. Same gold
and reader: same file. With ``--check`` nothing is written: each document is foretold by a fit on the others, before and after
the correction, and the blind rounds by all, of which no more is told than their totals.

Rules were made by what was missed in the texts that the weights are fitted on, so that fewer statements are wrong there than
in a new text. ``FIRST`` says how many were right before anybody had read these misses; the bias is moved until as many are
expected to be right, as is done for samples with another share of cases than the population (prior correction, King and Zeng
2001).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import msgspec
import numpy as np
from scipy.optimize import minimize

from wederhoor import evaluation
from wederhoor.evaluation.alignment import align
from wederhoor.evaluation.calibration import RatedFinding, calibrate, judged_claims, judged_statements
from wederhoor.languages.pack import load_pack
from wederhoor.reading.confidence.kinds import kind_of
from wederhoor.reading.confidence.rate import statement_signs
from wederhoor.reading.names import agree_names
from wederhoor.reading.reader import study_document, who_says_what
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, Document
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests/gold"
BUILDING = {"nl": ("nl-1", "nl-2"), "en": ()}
"""Rounds whose misses were read."""
BLIND = {"nl": ("nl-3", "nl-4"), "en": ("en-1", "en-2")}
FIRST = {"nl": (19, 36)}
"""Statements that were right, content and speaker, of those shown in the building rounds before their misses were read
(docs/measurements.md, commit 1c707fb). English has none: of PolNeAR's development texts nobody read what was missed."""
RIDGE = 2.0
"""Strength of the prior that a sign weighs nothing; of 1, 2, 3, 4 and 6 the best by ``--check``."""
THIRD = 3
"""Of PolNeAR's development texts every third one is read, some 33,000 words."""
FEW = 10
"""Findings of the layer's average that are added to those of every kind, so that a kind of two says little."""
LAYERS = ("causal", "conditions", "forecasts")
JUDGED: tuple[int | str, ...] = (*range(8, 21), "wikinews", "parool")
"""Cases of news whose conflicts were judged one by one. The gold of disputes has what is disputed and no more, so that by it
nearly all that is shown is right; Dutch news shows hardly one, and the readers are the same."""
PARTLY = 0.5
"""How right a conflict is that two have, and whose words show it indirectly only."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lang", choices=sorted(BUILDING))
    parser.add_argument("shared", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    lang = options.lang
    pack = load_pack(lang)
    signs = [sign for group in pack.confidence.signs.values() for sign in group]
    built = polnear(options.shared / "data/polnear/dev.jsonl.gz") if lang == "en" else dutch(options.shared)
    rounds = {name: joined(name) for name in BUILDING[lang]}
    nlp = load_pipeline(pack.about.pipeline, pack.about.probe)
    judge = source_judged if lang == "en" else judged_statements
    texts = [*built, *(document for few in rounds.values() for document in few)]
    docs, table, wrong = statements(texts, nlp, pack, signs, judge)
    newest = np.isin(docs, [document.doc for few in rounds.values() for document in few])
    share = 1 - FIRST[lang][0] / FIRST[lang][1] if lang in FIRST else None
    if options.check:
        check(docs, table, wrong, newest, share)
        weights = corrected(fit(table, wrong), table[newest], share)
        for name in BLIND[lang]:
            _, other, truth = statements(joined(name), nlp, pack, signs)
            now = [pack.confidence.bias, *(w for group in pack.confidence.signs.values() for w in group.values())]
            print("blind", name, "as it is:", told(foretold(np.array(now), other), truth))
            print("blind", name, "fitted:", told(foretold(weights, other), truth))
        return
    weights = corrected(fit(table, wrong), table[newest], share)
    target = ROOT / f"src/wederhoor/languages/{lang}/confidence.toml"
    # of a sign that no text has nothing is known: it keeps its weight
    seen = {sign: weight for sign, weight, had in zip(signs, weights[1:], table.any(axis=0), strict=True) if had}
    text = numbered(target.read_text(encoding="utf-8"), {"bias": weights[0], **seen})
    text = shared(text, counted([*texts, *disputes()], nlp, pack)) if lang == "nl" else text
    target.write_text(shared(text, {"conflicts": conflicts_in_news()}), encoding="utf-8")


def dutch(folder: Path):
    """Newspapers that others annotated, and the project's own texts."""
    own = evaluation.load_gold([GOLD / "attributions"], None, claims=GOLD / "claims")
    return [*own, *evaluation.load_gold([folder / "gold/dev"], None)]


def disputes():
    """The project's own texts in which sides collide, for the layers that are counted by kind."""
    return evaluation.load_gold([GOLD / "disputes"], None, claims=GOLD / "claims")


def joined(round_name: str):
    """The gold of a blind round with its texts."""
    sys.path.insert(0, str(ROOT / "tests"))
    from blind import join  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        join(round_name, Path(folder))
        return [*evaluation.load_gold([Path(folder)], None)]


def polnear(file: Path):
    """PolNeAR's statements, of which it says where the source stands and not who that is."""

    def statement(said):
        roles = {role: tuple((start, end) for start, end in said[role]) for role in ("content", "cue", "source")}
        return Attribution(id=said["id"], speaker=None, form="indirect", **roles)

    with gzip.open(file, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][::THIRD]
    return [
        evaluation.GoldDocument(
            doc=one["doc"], text=one["text"], attributions=tuple(map(statement, one["attributions"]))
        )
        for one in records
    ]


def source_judged(gold, attributions):
    """As ``judged_statements``, where gold has no speakers: right is who shares a word with the source, or neither has one."""
    aligned = align(gold, msgspec.structs.replace(gold, attributions=tuple(attributions)))
    right = {
        said.record.id
        for true, said in aligned.matched()
        if {*true.tokens["source"]} & {*said.tokens["source"]} or not (true.tokens["source"] or said.tokens["source"])
    }
    return ((one, one.id in right) for one in attributions)


def corrected(weights, table, share):
    """The weights with a bias by which this share of the statements of a table is expected to be wrong."""
    if share is None:
        return weights
    low, high = -10.0, 10.0
    for _ in range(60):
        bias = (low + high) / 2
        moved = np.r_[bias, weights[1:]]
        low, high = (bias, high) if foretold(moved, table).mean() < share else (low, bias)
    return np.round(np.r_[low, weights[1:]], 2)


def statements(gold, nlp, pack, signs, judge=judged_statements):
    """Of every statement read: its document, its signs as 0 and 1, and whether it is wrong."""
    docs, rows, wrong = [], [], []
    for document in gold:
        parsed = agree_names(parse(nlp, document.text, pack), pack)
        text = Text(parsed, pack)
        who_says_what(text)
        for attribution, right in judge(document, text.attributions):
            seen = statement_signs(text, attribution)
            docs.append(document.doc)
            rows.append([float(sign in seen) for sign in signs])
            wrong.append(float(not right))
    return np.array(docs), np.array(rows), np.array(wrong)


def fit(table, wrong):
    """Weights at the maximum of the penalised likelihood, the bias first; no weight is below 0."""
    design = np.c_[np.ones(len(table)), table]

    def loss(weights):
        odds = design @ weights
        free = np.r_[0.0, weights[1:]]
        value = np.logaddexp(0, odds).sum() - wrong @ odds + RIDGE / 2 * free @ free
        return value, design.T @ (1 / (1 + np.exp(-odds)) - wrong) + RIDGE * free

    bounds = [(None, None), *[(0, None)] * table.shape[1]]
    found = minimize(
        loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 5000}
    )
    return np.round(found.x, 2) + 0.0


def foretold(weights, table):
    return 1 / (1 + np.exp(-(weights[0] + table @ weights[1:])))


def check(docs, table, wrong, newest, share) -> None:
    """Foretell every document by a fit on all others, as it comes and corrected."""
    plain, moved = np.zeros(len(wrong)), np.zeros(len(wrong))
    for doc in sorted(set(docs)):
        here = docs == doc
        weights = fit(table[~here], wrong[~here])
        plain[here] = foretold(weights, table[here])
        moved[here] = foretold(corrected(weights, table[newest & ~here], share), table[here])
    print("each document by the others", told(plain, wrong))
    if share is not None:
        print("the same, corrected", told(moved, wrong))


def told(guess, wrong) -> str:
    return str(calibrate([RatedFinding(round(1 - float(g), 2), not w) for g, w in zip(guess, wrong, strict=True)]))


def counted(gold, nlp, pack):
    """Right and all of every kind, by layer."""
    counts = {layer: defaultdict(Counter) for layer in LAYERS}
    for document in gold:
        read = study_document(
            Document(doc=document.doc, text=document.text, lang=pack.code, date=document.date), nlp, pack
        )
        for layer, claim, right in judged_claims(document, read.reading):
            if layer in counts:
                counts[layer][kind_of(claim)].update(all=1, right=int(right))
    return counts


def conflicts_in_news():
    """Right and all of every kind of conflict that is shown in the news, of those that were judged."""
    sys.path.insert(0, str(ROOT / "tests"))
    from conflicts_in_news import judged_by_kind  # noqa: PLC0415

    worth = {"R": 1.0, "P": PARTLY, "W": 0.0}
    counts = defaultdict(Counter)
    for case in JUDGED:
        for (kind, verdict), times in judged_by_kind(case).items():
            if verdict in worth:
                counts[kind].update(all=times, right=worth[verdict] * times)
    return counts


def numbered(text: str, values: dict[str, float]) -> str:
    """The file with these numbers in place of those that stand there."""
    for name, value in values.items():
        text = re.sub(rf"^{name} = .*$", f"{name} = {float(value)!r}", text, count=1, flags=re.MULTILINE)
    return text


def shared(text: str, counts) -> str:
    """The file with the shares of the layers that are counted by kind."""
    for layer, kinds in counts.items():
        every = sum((Counter(count) for count in kinds.values()), Counter())
        mean = every["right"] / every["all"]
        shares = {
            kind: round((count["right"] + FEW * mean) / (count["all"] + FEW), 2)
            for kind, count in sorted(kinds.items())
        }
        kept = ", ".join(f"{kind} = {share}" for kind, share in shares.items())
        table = f"[{layer}]\nother = {round(mean, 2)}\nkinds = {{{kept}}}"
        text = re.sub(rf"\[{layer}\]\nother = .*\nkinds = .*", table, text)
    return text


if __name__ == "__main__":
    main()
