"""spaCy's English tokenizer, mended for the treebank's way with hyphens and for marks and apostrophes of all shores."""

from __future__ import annotations

import re

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

MARKS = ["''", "``", "‘‘", "’’", "<<", ">>", "„", "‚", "‹", "›", "«", "»"]
RUNS = [r"[!?]{2,}", r"_{2,}", r"={2,}", r"\*{2,}", r"\.{2,}", r"-{2,}"]
"""Several marks that are one word."""
BOUND = """
anti co counter cross e ex extra inter intra mid mini multi neo non over post pre pro quasi re semi socio sub ultra un
""".split()
"""What keeps a word whole over its hyphen: *anti-war*, but *well - known*."""
ORDINARY_WORDS = {"and/or", "hed", "id", "ill", "its", "lets", "shed", "shell", "wed", "well", "were", "whore"}
"""Words that spaCy takes for two, since somebody may have left the apostrophe out."""
ABBREVIATIONS = """
Amb. Assn. Atty. Ave. Brig. Capt. Cmdr. Col. Cpl. Dep. Dept. Det. Ft. Hon. Insp. Lt. Maj. Pres. Pte. Pvt. Sgt. Supt. Univ. al.
Sec. Spc. Tex. Wyo. Ont. Que. U.S. U.K. U.N. E.U. U.S.A. Tues. Wed. Thurs. Fri.
""".split()
NO_ABBREVIATIONS = {"a.", "i.", "Id.", "Sat.", "Sun.", "Mon."}
"""What more often ends a sentence than it shortens a word."""


def mend_tokenizer(nlp: Language) -> None:
    """Change ``nlp.tokenizer`` in place; the changes are saved with the pipeline."""
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    marks = [*RUNS, *map(re.escape, MARKS)]
    tokenizer.prefix_search = compile_prefix_regex([*marks, *(defaults.prefixes or [])]).search
    tokenizer.suffix_search = compile_suffix_regex([*marks, *(defaults.suffixes or [])]).search
    tokenizer.infix_finditer = compile_infix_regex(_infixes(list(defaults.infixes or []))).finditer
    rules = {text: pieces for text, pieces in (tokenizer.rules or {}).items() if _kept(text)}
    tokenizer.rules = rules | {text: [{ORTH: text}] for text in ABBREVIATIONS}


def _kept(text: str) -> bool:
    return text.lower() not in ORDINARY_WORDS and text not in NO_ABBREVIATIONS


def _infixes(infixes: list[str]) -> list[str]:
    """A hyphen between letters divides, unless one of BOUND stands before it."""
    divides = f"(?:{HYPHENS})(?="
    [dividing] = [i for i in infixes if divides in i]
    bound = "".join(rf"(?<!\b{prefix})(?<!\b{prefix.capitalize()})" for prefix in BOUND)
    mended = [i.replace(divides, bound + divides) if i is dividing else i for i in infixes]
    return [*mended, r"(?<=[\w.,!?:;])(?:[“”„]|''|``)(?=[\w,.])", rf"(?<=[{ALPHA}]{{2}})/(?=[{ALPHA}]{{2}})"]
