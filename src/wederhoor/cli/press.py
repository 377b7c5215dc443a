"""``wederhoor press``: what a lasting push does to every variable of a model."""

from __future__ import annotations

from wederhoor.cli.model_options import (
    Form,
    Lang,
    ModelFile,
    Out,
    Pushed,
    ResultFormat,
)
from wederhoor.cli.model_sources import (
    answer,
    load_one,
    merged_names,
)
from wederhoor.cli.model_texts import OneAccount
from wederhoor.cli.shared_options import with_shared_options


@with_shared_options
def press_command(
    given: OneAccount,
    pushed: Pushed,
    model: ModelFile = None,
    form: Form = ResultFormat.text,
    out: Out = None,
    lang: Lang = None,
) -> None:
    """Push variables of an account and say what every other does: certain, robust, leaning or open, and on what that hangs.

    **Examples**

        wederhoor press article.txt --account Veldkamp --up onvrede

        wederhoor press --model harbour.csv --up police

        wederhoor press --model harbour.csv --up police --observed protest:down --format json
    """
    from wederhoor.exchange.runs.html import press_page
    from wederhoor.exchange.runs.text import press_view
    from wederhoor.running import press

    loaded = load_one("press", model, given)
    names = merged_names(loaded, pushed.up), merged_names(loaded, pushed.down)
    report = press(loaded.models[0], pushed.question(*names))
    answer(
        report, loaded, form, out, lang,
        view=lambda words: press_view(report, loaded.models[0], words),
        page=lambda words, aside: press_page(report, loaded.models[0], words, aside),
    )  # fmt: skip
