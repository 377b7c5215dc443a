"""``python -m wederhoor`` is the command ``wederhoor``."""

from wederhoor.cli import run

if __name__ == "__main__":
    run()
