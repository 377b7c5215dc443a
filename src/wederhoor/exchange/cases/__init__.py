"""A case on paper: accounts side by side, conflicts with both quotes, and the ledger of forecasts; one module per format."""
