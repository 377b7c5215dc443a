"""English: what is said to come, by every word for it, and what is only wished, imagined or over."""

from __future__ import annotations

import pytest

from wederhoor.reading import Student
from wederhoor.records import Document


def foretold(student: Student, text: str) -> list[str]:
    reading = student(Document(doc="port", text=text, lang="en", date="2031-05-20")).reading
    return [text[slice(*f.span)] for f in reading.forecasts]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The port will close on Monday.", "The port will close on Monday"),
        ("The port won't close on Monday.", "The port won't close on Monday"),
        ("They'll close the port.", "They'll close the port"),
        ("I will be naming a new director next week.", "I will be naming a new director next week"),
        ("The port will be closed in May.", "The port will be closed in May"),
        ("The law is to take effect late this week.", "The law is to take effect late this week"),
        ("The two parties are to hold talks in Orsk.", "The two parties are to hold talks in Orsk"),
        ("The bridge is to be closed in June.", "The bridge is to be closed in June"),
        ("The port is set to close.", "The port is set to close"),
        ("The trial is scheduled for June.", "The trial is scheduled for June"),
        ("The trial is scheduled to begin in June.", "The trial is scheduled to begin in June"),
        ("The ferry is due to leave on Friday.", "The ferry is due to leave on Friday"),
        ("The company plans to build a mill.", "The company plans to build a mill"),
        ("The council aims to finish the dyke by 2035.", "The council aims to finish the dyke by 2035"),
        ("The company is planning to build a mill.", "The company is planning to build a mill"),
        ("The company announced plans to build a mill.", "build a mill"),
        ("The firm unveiled a plan to close forty stores.", "close forty stores"),
        ("The council intends to ban fireworks.", "The council intends to ban fireworks"),
        ("Sarvia vowed to retaliate.", "retaliate"),
        ("Sarvia threatened to close the strait.", "close the strait"),
        ("Sarvia's threat to close the strait alarmed Beldania.", "close the strait"),
        ("Okafor warned of floods.", "floods"),
        ("Okafor warned that the dyke would break.", "the dyke would break"),
        ("Okafor fears a shortage of water.", "a shortage of water"),
        ("Experts expect prices to rise.", "prices to rise"),
        ("Prices are expected to rise.", "Prices are expected to rise"),
        ("Prices are likely to rise.", "Prices are likely to rise"),
        ("Prices could rise by ten percent next year.", "Prices could rise by ten percent next year"),
        ("Okafor said the fire could spread to the port.", "the fire could spread to the port"),
        ("The strike could lead to shortages.", "The strike could lead to shortages"),
        ("The storm may reach Orsk on Tuesday.", "The storm may reach Orsk on Tuesday"),
        ("Lund would be sworn into office on June 20.", "Lund would be sworn into office on June 20"),
        ("The talks would resume on 3 June, she added.", "The talks would resume on 3 June"),
        ("We're not going to wait until June.", "We're not going to wait until June"),
        ("The union is going to strike.", "The union is going to strike"),
        ("The summit takes place in June.", "The summit takes place in June"),
        ("The exhibition opens on Friday.", "The exhibition opens on Friday"),
        ("Beldania to sell state airline", "Beldania to sell state airline"),
        ("Lund to visit Orsk", "Lund to visit Orsk"),
        (
            "The trial, scheduled to begin in June, will last a month.",
            "The trial, scheduled to begin in June, will last a month",
        ),
        ("A summit set to open in June may be moved.", "A summit set to open in June may be moved"),
        ("The bank's forecast of a recession worried investors.", "a recession"),
        ("The number of victims is expected to grow, according to Lund.", "The number of victims is expected to grow"),
        ("The council is about to close the pool.", "The council is about to close the pool"),
        ("He is unlikely to return.", "He is unlikely to return"),
        ("The fleet will return within two weeks.", "The fleet will return within two weeks"),
        ("Residents will be able to return on Monday.", "Residents will be able to return on Monday"),
        ("The museum reopens next week.", "The museum reopens next week"),
        ("The ban takes effect on 1 July.", "The ban takes effect on 1 July"),
        ("The deadline for bids is 12 June.", "The deadline for bids is 12 June"),
        ("Next week's vote will decide the matter.", "Next week's vote will decide the matter"),
        ("Lund will not run again.", "Lund will not run again"),
        ("More strikes are planned for June.", "More strikes are planned for June"),
        ("Another march is planned.", "Another march is planned"),
    ],
)
def test_what_will_be(student: Student, text: str, what: str) -> None:
    assert foretold(student, text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "The company has no plans to close the mill.",
        "She hopes to return.",
        "The mill would have closed by now.",
        "The council wants to close the pool.",
        "The bridge was to be opened in 2029.",
        "It remains to be seen whether the port will close.",
        "The mayor would like a new bridge.",
        "It may have rained.",
        "You may enter.",
        "He would often visit the port.",
        "The port would close if the dyke broke.",
        "The goal is to close the port.",
        "It is hard to say what happened.",
        "The union announced three days of mourning.",
        "He was jailed for possession with intent to sell it.",
    ],
)
def test_what_is_wished_imagined_or_over(student: Student, text: str) -> None:
    assert foretold(student, text) == []
