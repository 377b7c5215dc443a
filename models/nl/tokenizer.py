"""spaCy's Dutch tokenizer, mended for newspapers: low and doubled quotation marks, years, ordinary words."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

ORDINARY_WORDS = """
hand. me. dat. best. kon. vol. al. mand. pan. pas. ver. lat. top. 'm. 'r. 't. art. bel. ben. bij. bus. dag. deel. den.
des. die. dir. eind. een. fam. gen. hel. her. in. is. kap. kind. kom. lid. link. lit. maand. min. mis. mod. muz. nat.
noord. of. off. ook. oost. op. par. pl. pol. pos. post. rel. ring. rond. school. sport. spel. spot. stam. ster. tekst.
tel. uit. van. vent. verb. vol. voor. was. week. werk. west. zat. zuid. zie.
""".split()
"""Words that end many a sentence; spaCy takes each, with its full stop, for an abbreviation."""

MARKS = [",,", "''", "``", "„", "‚", "‹", "›", "«", "»"]
GENITIVE = {"'s", "’s", "'S", "’S"}
"""English suffixes; a Dutch plural such as foto’s is one word."""
APOSTROPHES = "'’‘"
CLITICS = [mark + word for mark in APOSTROPHES for word in ("m", "n", "t", "s", "r", "k", "ns")]


def mend_tokenizer(nlp: Language) -> None:
    """Change ``nlp.tokenizer`` in place; the changes are saved with the pipeline."""
    defaults = nlp.Defaults
    prefixes = [re.escape(m) for m in MARKS] + list(defaults.prefixes or [])
    suffixes = [re.escape(m) for m in MARKS] + [s for s in defaults.suffixes or [] if s not in GENITIVE]
    infixes = [*(defaults.infixes or []), r"(?<=[\w.,!?:])(?:[“”„]|,,)(?=[\w,.])"]
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    rules = {text: pieces for text, pieces in (tokenizer.rules or {}).items() if text.lower() not in ORDINARY_WORDS}
    whole = [*CLITICS, *(f"{mark}{year:02}" for mark in APOSTROPHES for year in range(100))]
    tokenizer.rules = rules | {text: [{ORTH: text}] for text in whole}
