"""Where things are: what country a word stands for, and the places that a document names.

The places come from the entities of type LOC. ``atlas`` knows what a name may stand for (countries and regions of the language
pack, towns of the ``gazetteer``), ``mentions`` what stands beside it, ``evidence`` of which countries the document speaks, and
``choice`` takes one. ``whereabouts`` also tells what *daar*, *de stad* and *het land* mean.
"""

from wederhoor.reading.places.countries import Countries, CountryNaming, Sense, countries_of
from wederhoor.reading.places.whereabouts import Whereabouts, find_places, find_whereabouts

__all__ = ["Countries", "CountryNaming", "Sense", "Whereabouts", "countries_of", "find_places", "find_whereabouts"]
