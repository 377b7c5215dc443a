"""Numbers, each with its unit and with all that its clause tells besides, however the clause is built."""
