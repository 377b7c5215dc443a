"""Fit how sure findings are, on gold that was not held out, and write the numbers into the language's ``confidence.toml``.

    python models/confidence/fit.py GOLD_DEV [--check]

GOLD_DEV is the folder of newspaper gold that is not in the repository; the project's own is added to it. Same gold and reader:
same file. With ``--check`` nothing is written: each document is foretold by a fit on the others, and the held-out gold by all.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from wederhoor import evaluation
from wederhoor.evaluation.calibration import RatedFinding, calibrate, judged_claims, judged_statements
from wederhoor.languages.pack import load_pack
from wederhoor.reading.confidence.kinds import kind_of
from wederhoor.reading.confidence.rate import statement_signs
from wederhoor.reading.names import agree_names
from wederhoor.reading.reader import study_document, who_says_what
from wederhoor.reading.text import Text
from wederhoor.records import Document
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "src/wederhoor/languages/nl/confidence.toml"
GOLD = ROOT / "tests/gold"
RIDGE = 2.0
"""Strength of the prior that a sign weighs nothing; of 1, 2, 3, 4 and 6 the best by ``--check``."""
FEW = 10
"""Findings of the layer's average that are added to those of every kind, so that a kind of two says little."""
LAYERS = ("causal", "conditions", "forecasts", "conflicts")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    pack = load_pack("nl")
    signs = [sign for group in pack.confidence.signs.values() for sign in group]
    own = [GOLD / "attributions", GOLD / "disputes"]
    built = [
        *evaluation.load_gold(own, None, claims=GOLD / "claims"),
        *evaluation.load_gold([options.dev], None),
    ]
    nlp = load_pipeline(pack.about.pipeline, pack.about.probe)
    docs, table, wrong = statements(built, nlp, pack, signs)
    if options.check:
        check(docs, table, wrong)
        held = evaluation.load_gold([GOLD / "heldout", GOLD / "heldout-disputes"], None)
        _, other, truth = statements(held, nlp, pack, signs)
        print("held out", told(foretold(fit(table, wrong), other), truth))
        return
    weights = fit(table, wrong)
    text = numbered(
        TARGET.read_text(encoding="utf-8"), {"bias": weights[0], **dict(zip(signs, weights[1:], strict=True))}
    )
    TARGET.write_text(shared(text, counted(built, nlp, pack)), encoding="utf-8")


def statements(gold, nlp, pack, signs):
    """Of every statement read: its document, its signs as 0 and 1, and whether it is wrong."""
    docs, rows, wrong = [], [], []
    for document in gold:
        parsed = agree_names(parse(nlp, document.text, pack), pack)
        text = Text(parsed, pack)
        who_says_what(text)
        for attribution, right in judged_statements(document, text.attributions):
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


def check(docs, table, wrong) -> None:
    """Foretell every document by a fit on all others."""
    guess = np.zeros(len(wrong))
    for doc in sorted(set(docs)):
        here = docs == doc
        guess[here] = foretold(fit(table[~here], wrong[~here]), table[here])
    print("each document by the others", told(guess, wrong))


def told(guess, wrong) -> str:
    return str(calibrate([RatedFinding(round(1 - float(g), 2), not w) for g, w in zip(guess, wrong, strict=True)]))


def counted(gold, nlp, pack):
    """Right and all of every kind, by layer."""
    counts = {layer: defaultdict(Counter) for layer in LAYERS}
    for document in gold:
        read = study_document(Document(doc=document.doc, text=document.text, lang="nl", date=document.date), nlp, pack)
        for layer, claim, right in judged_claims(document, read.reading):
            counts[layer][kind_of(claim)].update(all=1, right=int(right))
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
