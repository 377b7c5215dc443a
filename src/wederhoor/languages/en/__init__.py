"""The English pack."""

from wederhoor.languages.en.hooks import EnglishHooks

HOOKS = EnglishHooks()
