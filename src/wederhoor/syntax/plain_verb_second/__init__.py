"""Plain clauses of a language whose finite verb stands second or last: *door meer drukte daalt de turfvraag*.

A parser that never saw a thing may have its bare name for a verb, an adverb or a particle. In such a clause the lexicons say
which words can be the verb, what that takes and which preposition; what is left are the things. ``words`` says what each word
may be, ``parts`` cuts a clause into things, phrases and verbs, ``clauses`` puts these into a tree, ``stretches`` joins them.
"""

from wederhoor.syntax.plain_verb_second.stretches import second_tree

__all__ = ["second_tree"]
