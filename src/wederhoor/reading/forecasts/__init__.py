"""What will be, by whose word, on what condition and when: statements about the future that can be checked."""

from __future__ import annotations

from bisect import bisect_left

from wederhoor.reading.argument_spans import span_of
from wederhoor.reading.forecasts.clauses import find_clauses
from wederhoor.reading.forecasts.draft import Outlook
from wederhoor.reading.forecasts.horizon import times_to_come
from wederhoor.reading.forecasts.reported import find_reported
from wederhoor.reading.holders import NOBODY, Extent, words_of
from wederhoor.reading.rules import Rule
from wederhoor.reading.standing import standing_of
from wederhoor.reading.text import Text
from wederhoor.records import Condition, Forecast, Span
from wederhoor.records.spans import overlap


def find_forecasts(text: Text) -> tuple[Forecast, ...]:
    """All forecasts of a document in text order, numbered F1, F2, ...

    With the document's date its times tell what lies ahead and the window of a forecast.
    """
    p = text.parse
    rules: dict[int, list[Rule]] = {}
    for rule in text.rules:
        rules.setdefault(p.sentence_of[rule.head], []).append(rule)
    told = find_clauses(text, _to_come(text), rules)
    denying = {
        a.id for a in text.attributions if a.attitude == "deny"
    }  # *ontkent dat hij zal aftreden* predicts nothing
    outlooks = [*told, *find_reported(text, told, rules)]
    near = _Near(text)
    forecasts: list[Forecast] = []
    for outlook in sorted(outlooks, key=lambda o: (o.extent, o.head)):
        forecast = _forecast(text, outlook, f"F{len(forecasts) + 1}", near)
        if forecast is not None and forecast.holder not in denying and standing_of(text, outlook.head)[0] == "held":
            forecasts.append(forecast)
            text.found_by[forecast.id] = outlook.rule
    return tuple(forecasts)


def _forecast(text: Text, outlook: Outlook, name: str, near: _Near) -> Forecast | None:
    p = text.parse
    span = span_of(p, outlook.extent)
    if span is None:
        return None
    condition = near.condition(span, p.sentence_of[outlook.extent[0]])
    whose = outlook.whose if outlook.whose != NOBODY else text.holders.around(outlook.extent)
    if whose == NOBODY and condition is not None:
        whose = text.holders.around(words_of(p, condition))  # mocht het stijgen, zoals X verwacht, dan ...
    start, end = near.window(span)
    return Forecast(
        id=name,
        span=span,
        holder=text.holders.name(whose),
        condition=condition,
        kind="plan" if outlook.plan else "expectation",
        from_=start,
        until=end,
    )


def _to_come(text: Text) -> list[Extent]:
    """The words of times that lie ahead, by the calendar where that tells, else by the words alone."""
    p, date = text.parse, text.date
    known = {t: words_of(p, t.span) for t in text.times if date is not None and (t.start or t.end)}
    ahead = [extent for t, extent in known.items() if (t.start or t.end or "") > (date or "")]
    dated = {w for extent in known.values() for w in range(*extent)}
    bare = text.pack.forecasts.days | text.pack.forecasts.months
    words = (e for e in times_to_come(text) if e[0] not in dated or p.lower[e[0]] not in bare)
    return [*words, *ahead]


class _Near:
    """The conditions and times of a document by where they stand."""

    def __init__(self, text: Text) -> None:
        p = text.parse
        self._date = text.date
        self._times = sorted((t for t in text.times if not text.is_denied_time(t)), key=lambda t: t.span)
        self._conditions: dict[int, list[Condition]] = {}
        for condition in text.conditions:
            sentence = p.sentence_of[words_of(p, condition.consequent)[0]]
            self._conditions.setdefault(sentence, []).append(condition)

    def condition(self, span: Span, sentence: int) -> Span | None:
        """The antecedent whose consequent is, for the most part, the forecast."""
        best = max(self._conditions.get(sentence, ()), key=lambda c: overlap(c.consequent, span), default=None)
        if best is None or overlap(best.antecedent, span):
            return None
        shorter = min(best.consequent[1] - best.consequent[0], span[1] - span[0])
        return best.antecedent if 2 * overlap(best.consequent, span) > shorter else None

    def window(self, span: Span) -> tuple[str | None, str | None]:
        """First and last day of the first time in the span that is not over on the document's day."""
        for time in self._times[bisect_left(self._times, span[0], key=lambda t: t.span[0]) :]:
            if time.span[0] >= span[1]:
                break
            over = self._date is not None and (time.end or time.start or "") < self._date
            if not over and (time.start or time.end):
                return time.start, time.end
        return None, None
