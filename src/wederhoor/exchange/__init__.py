"""How a Reading is shown and written: one module a format (``json``, ``text``, ``html``)."""
