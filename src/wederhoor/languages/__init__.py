"""What Wederhoor knows of languages: one folder of TOML files each, behind one interface (``pack``)."""
