"""Sides that set words tell wherever they stand: plans, forecasts, rules, verdicts, reasons, sources, when a thing will be.

Found by the words of ``sided.toml`` and by the theme that stands beside them.
"""
