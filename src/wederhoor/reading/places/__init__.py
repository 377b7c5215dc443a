"""Where things are: what country a word stands for, and the places that a document names.

The places come from the entities of type LOC. ``atlas`` knows what a name may stand for (countries and regions of the language
pack, towns of the ``gazetteer``), ``mentions`` what stands beside it, ``evidence`` of which countries the document speaks, and
``choice`` takes one.
"""

from wederhoor.reading.places.countries import Countries, CountryNaming, Sense, countries_of
from wederhoor.reading.places.find import find_places

__all__ = ["Countries", "CountryNaming", "Sense", "countries_of", "find_places"]
