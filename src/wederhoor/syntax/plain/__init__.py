"""Plain clauses about bare things, whatever the parser made of them: *peat demand lowers barge complaints*.

In a language that tells a noun from a verb by its place alone, a parser that never saw the things guesses which word is the verb.
Such a sentence needs no guess: of the ways to take its words as subject, verb and what the verb takes, by what the lexicons say
of verbs of change and of cause, mostly one is possible. ``words`` says what each word may be, ``phrases``, ``predicates`` and
``clauses`` find the ways, ``stretches`` joins clauses, and ``mend`` puts a tree in place where there is one way only.
"""

from wederhoor.syntax.plain.mend import mend_plain

__all__ = ["mend_plain"]
