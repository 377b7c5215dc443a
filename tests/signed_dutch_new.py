"""Dutch sentences as newspapers, textbooks, reports and policy papers say that one thing drives another, as templates.

Written by another taste than ``signed_dutch_wide.py``, before any miss of that was read, and dealt out by chance to two halves
with nouns and verbs of their own: ``new`` is read, ``kept`` was unread until rules were made by it in December 2026.

    python tests/signed_dutch_new.py new 100 --list
"""

from __future__ import annotations

from typing import Final

from signed import Generated, Sentences, main
from signed_dutch import Noun, _nouns
from signed_dutch_wide import Words, _makes, _verbs
from signed_templates import halved, made_set

WORDS: Final = {
    "new": Words(
        (
            _verbs(
                "stijgt stijgen - gestegen stijgen, neemt nemen toe toegenomen toenemen, "
                "schiet schieten omhoog omhooggeschoten omhoogschieten"
            ),
            _verbs(
                "daalt dalen - gedaald dalen, kalft kalven af afgekalfd afkalven, vermindert verminderen - verminderd verminderen"
            ),
        ),
        (
            _verbs(
                "bevordert bevorderen - bevorderd bevorderen, jaagt jagen op opgejaagd opjagen, "
                "stimuleert stimuleren - gestimuleerd stimuleren, werkt werken in_de_hand in_de_hand_gewerkt in_de_hand_werken"
            ),
            _verbs(
                "remt remmen - geremd remmen, schaadt schaden - geschaad schaden, tast tasten aan aangetast aantasten, "
                "beperkt beperken - beperkt beperken"
            ),
        ),
        ("hoger groter", "lager kleiner"),
        ("stijgend toenemend", "dalend afnemend"),
        ("stijging groei", "daling afname"),
    ),
    "kept": Words(
        (
            _verbs(
                "groeit groeien - gegroeid groeien, loopt lopen op opgelopen oplopen, gaat gaan omhoog omhooggegaan omhooggaan"
            ),
            _verbs(
                "neemt nemen af afgenomen afnemen, keldert kelderen - gekelderd kelderen, "
                "gaat gaan omlaag omlaaggegaan omlaaggaan"
            ),
        ),
        (
            _verbs(
                "versterkt versterken - versterkt versterken, voedt voeden - gevoed voeden, stuwt stuwen op opgestuwd opstuwen, "
                "vergroot vergroten - vergroot vergroten"
            ),
            _verbs(
                "drukt drukken - gedrukt drukken, ondermijnt ondermijnen - ondermijnd ondermijnen, "
                "holt hollen uit uitgehold uithollen, hindert hinderen - gehinderd hinderen"
            ),
        ),
        ("hoger sterker", "lager geringer"),
        ("groeiend oplopend", "krimpend teruglopend"),
        ("toename verhoging", "afname krimp"),
    ),
}

SHAPES: Final = """
naarmate er {x.amount} <n is~zijn>, {y.inv}
{y.main} naarmate er {x.amount} <n komt~komen>
hoe <x hoger/lager> {x.the}, hoe <y groter/kleiner> {y.the} <m wordt~worden>
hoe <x meer/minder> {x.bare} er <n is~zijn>, des te <y hoger/lager> <m is~zijn> {y.the}
{x.the} <s komt~komen/gaat~gaan> <s ten goede aan/ten koste van> {y.the}
{x.the} <s jaagt~jagen/drukt~drukken> {y.the} <s op/>
{x.np} <s draagt~dragen/helpt~helpen> <s bij aan/tegen> {y.np}
{x.np} <n is~zijn> <s een zegen|gunstig|bevorderlijk/funest|een ramp|nadelig> voor {y.the}
zonder {x.bare} <s geen/meer> {y.bare}
het <n is~zijn> {x.the} {x.rel} {d.relverb}
wat {y.the} <s aanjaagt|opdrijft/remt|tempert>, <n is~zijn> {x.the}
het <x stijgen|toenemen/dalen|afnemen> van {x.the} leidt tot {y.amount}
{x.the_change} <y komt/gaat> <y ten goede aan/ten koste van> {y.the}
door {x.np} <m wordt~worden> {y.the} <s aangewakkerd|gestimuleerd/afgeremd|beperkt>
{y.the}, {y.rel} <m wordt~worden> <s gevoed|versterkt/geremd|gedrukt> door {x.np}, <m is~zijn> al jaren een punt van zorg
{x.the} <n is~zijn> een <s belangrijke oorzaak van|drijvende kracht achter/obstakel voor|hinderpaal voor> {y.the}
{x.main}, met {y.change} als gevolg
{x.main}; <? daardoor|hierdoor|als gevolg daarvan> {y.inv}
met {x.the_change} {y.inv}
{y.the} <m heeft~hebben> <s baat bij/te lijden onder> {x.the}
{x.amount} <n maakt~maken> {y.the} <y groter|hoger/kleiner|lager>
er <m is~zijn> {y.amount} <? doordat|omdat> er {x.amount} <n is~zijn>
de reden dat {y.sub}, is dat {x.sub}
dat {y.sub}, <? komt door|is te wijten aan|ligt aan> {x.the_change}
{x.main}, <? hetgeen|wat> {y.amount} <? oplevert|veroorzaakt|betekent>
zolang {x.sub}, {y.inv}
<? telkens als|elke keer dat> {x.sub}, {y.inv}
{x.amount} <n leidt~leiden> <? op termijn|onherroepelijk|in veel gevallen> tot {y.amount}
{x.amount} <n kan~kunnen> <? leiden tot|zorgen voor> {y.amount}
{x.amount} <n draagt~dragen> ertoe bij dat {y.sub}
{x.the} <n houdt~houden> {y.the} <s hoog|in stand/laag|in toom>
{x.the} <s geeft~geven/staat~staan> {y.the} <s een duw in de rug|een impuls/in de weg>
{x.np} <s vergroot~vergroten/verkleint~verkleinen> de kans op {y.np}
{x.the} <s stuwt~stuwen/haalt~halen> {y.the} <s omhoog/omlaag>
{x.np} <n maakt~maken> dat {y.the} <sy toeneemt~toenemen|groeit~groeien/afneemt~afnemen|daalt~dalen>
bij {x.high} {y.inv}
stel dat {x.sub}: dan {y.inv}
{x.the} <n beïnvloedt~beïnvloeden> {y.the} <s positief|gunstig/negatief|ongunstig>
onder invloed van {x.the_change} {y.inv}
{x.the} <s wakkert~wakkeren/zet~zetten> {y.the} <s aan/onder druk>
{d.main}, <? zo blijkt uit onderzoek|blijkt uit cijfers van het bureau>
uit <? onderzoek|cijfers> blijkt dat {d.sub}
<? het gevolg|een van de gevolgen> van {x.the_change} is {y.amount}
{x.amount} <n trekt~trekken> {y.amount} aan
{x.amount} <n lokt~lokken> {y.amount} uit
{x.np} <n is~zijn> <s een voedingsbodem voor/een remedie tegen|een middel tegen> {y.the}
{y.the} <sy ontstaat~ontstaan/verdwijnt~verdwijnen> door {x.np}
{x.the} <n werkt~werken> {y.the} <s in de hand/tegen>
{x.amount}, {y.amount}: zo simpel is het
{x.the} <s veroorzaakt~veroorzaken/voorkomt~voorkomen> {y.the}
<s aan/tegen> {y.the} <s draagt~dragen/helpt~helpen> {x.np} <s bij/>
{x.change} <? mondt uit in|vertaalt zich in> {y.change}
{y.change} <? vloeit voort uit|is toe te schrijven aan> {x.change}
{x.the} <x steeg~stegen/daalde~daalden>, waardoor {y.the} <y groeide~groeiden/kromp~krompen>
{x.the} <n is~zijn> <x gestegen|gegroeid/gedaald|gekrompen> en daardoor <m is~zijn> {y.the} <y toegenomen/afgenomen>
als {x.sub}, <m zal~zullen> {y.the} <y stijgen|toenemen/dalen|afnemen>
door {x.the_change} <m zal~zullen> {y.the} <y stijgen|groeien/dalen|slinken>
{x.the} <s versnelt~versnellen/vertraagt~vertragen> {y.the}
steeds <x meer/minder> {x.bare} <n leidt~leiden> tot steeds <y meer/minder> {y.bare}
te <x veel/weinig> {x.bare} <n leidt~leiden> tot {y.amount}
voldoende {x.bare} <n zorgt~zorgen> voor <s meer/minder> {y.bare}
{x.amount} <n zet~zetten> aan tot {y.amount}
{x.amount} <n verklaart~verklaren> waarom {y.sub}
niet het weer, maar {d.main}
{d.main}, en niet andersom
{y.main}, <? met name|vooral> door {x.the_change}
{y.main}, <? mede|vooral> doordat {x.sub}
{x.amount} <n resulteert~resulteren> in {y.amount}
{x.amount} <n heeft~hebben> {y.amount} als gevolg
{x.the} <s ligt~liggen/vormt~vormen> <s aan de basis van/een rem op> {y.the}
dankzij {x.amount} {y.inv}
nu {x.sub}, {y.inv}
"""
CHAINS: Final = """
{x.amount} <n leidt~leiden> tot {y.amount}, en {y.amount} tot {z.amount}
{d.main}; {e.main}
doordat {x.sub}, {y.inv}, zodat {z.sub}
{x.main}. daardoor {y.inv}. en zo {z.inv}
hoe <x meer/minder> {x.bare}, hoe <y meer/minder> {y.bare}, en hoe <y meer/minder> {y.bare}, hoe <z meer/minder> {z.bare}
{x.amount} <n leidt~leiden> via {y.amount} tot {z.amount}
{d.main} en {y.the} {e.also}
{x.main}, daardoor {y.inv} en dus {z.inv}
"""
FORKS: Final = """
{x.amount} <n leidt~leiden> tot {y.amount} en {z.amount}
door {x.amount} {y.inv} en {z.inv}
{x.the} <s bevordert~bevorderen/remt~remmen> {y.the} en <tx bevordert~bevorderen/schaadt~schaden> {z.the}
als {x.sub}, {y.inv} en {z.inv}
"""
JOINS: Final = """
{x.amount} en {y.amount} leiden tot {z.amount}
{x.amount} of {y.amount} leidt tot {z.amount}
zowel {x.amount} als {y.amount} <? leidt tot|zorgt voor> {z.amount}
{z.main} door {x.amount} en {y.amount}
doordat {x.sub} en {y.sub}, {z.inv}
"""
CIRCLES: Final = """
{x.amount} <n leidt~leiden> tot {y.amount}, en {y.amount} <m leidt~leiden> weer tot {x.amount}
{x.the} en {y.the} <s versterken/verzwakken> elkaar
als {x.sub}, {y.inv}, en als {y.sub}, {x.inv}
{x.amount} <n leidt~leiden> tot {y.amount}, wat weer {x.amount} veroorzaakt: een vicieuze cirkel
"""
ASIDES: Final = """
{x.the} <n hangt~hangen> samen met {y.the}
er is een zwak verband tussen {x.the} en {y.the}
{x.change} ging gepaard met {y.change}
{x.the} en {y.the} stijgen allebei
onderzoekers willen weten of {x.the} {y.the} <n beperkt~beperken>
het is niet zo dat {x.the} {y.the} <n bevordert~bevorderen>
ondanks {x.the_change} {y.inv}
hoewel {x.sub}, {y.inv}
{x.main}, maar {y.main}
de minister sprak vorige week over {x.the} en {y.the}
"""

NOUNS: Final = {
    "new": _nouns(
        "werkloosheid laaggeletterdheid waterschaarste leegstand rietimport glasuitval lombering overbemesting",
        "schoolverzuim slibgehalte zorggebruik roestbezit",
        "schulden verzakkingen drongels zorgkosten stikstofnormen",
    ),
    "kept": _nouns(
        "eenzaamheid vergrijzing bijensterfte snoekvraag kweldrift dijkonrust werkdruk verzilting",
        "draagvlak spaargedrag grutverlies ledental",
        "energielasten rietprijzen asielaanvragen kleifraters stroomstoringen",
    ),
}
SPEAKERS: Final = {
    "new": ("Wiebe Stoker", "Annelies Roorda", "Henk Vink"),
    "kept": ("Tineke Haan", "Joost Vermeer", "Lies Bakker"),
}
QUOTED: Final = ("{speaker} stelt: “{line}.”", "“{line}”, aldus {speaker}.", "Zo zit het volgens {speaker}: “{line}.”")
HALVES: Final = ("new", "kept")


def _set(name: str) -> Sentences[Noun]:
    shapes, chains, forks, joins, circles, asides = (
        halved(templates, f"nl {kind}")[HALVES.index(name)]
        for kind, templates in enumerate((SHAPES, CHAINS, FORKS, JOINS, CIRCLES, ASIDES))
    )
    makes, more = _makes(WORDS[name]), {"forks": forks, "joins": joins, "circles": circles}
    return made_set(name, NOUNS[name], SPEAKERS[name], makes, shapes, chains, asides, **more)


DUTCH_NEW: Final = Generated("nl", {name: _set(name) for name in HALVES}, QUOTED, seed="nl new ", unread=frozenset())

if __name__ == "__main__":
    main(DUTCH_NEW)
