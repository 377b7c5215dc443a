"""The Dutch pack."""

from wederhoor.languages.nl.hooks import DutchHooks

HOOKS = DutchHooks()
