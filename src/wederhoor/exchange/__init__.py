"""How a Reading is shown and written: one module per format (``json``, ``text``, ``html``)."""
