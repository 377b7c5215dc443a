"""English sentences as newspapers, textbooks, reports and policy papers say that one thing drives another, as templates.

Written by another taste than ``signed_english_wide.py``, before any miss of that was read, and dealt out by chance to two halves
with nouns and verbs of their own: ``new`` is read, ``kept`` was unread until rules were made by it in December 2026.

    python tests/signed_english_new.py new 100 --list
"""

from __future__ import annotations

from typing import Final

from signed import Generated, Noun, Sentences, main
from signed_english_wide import Words, _makes, _nouns, _verbs
from signed_templates import halved, made_set

WORDS: Final = {
    "new": Words(
        (
            _verbs("rises rise - risen, climbs climb - climbed, creeps creep up crept"),
            _verbs("falls fall - fallen, slides slide - slid, goes go down gone"),
        ),
        (
            _verbs(
                "fosters foster - fostered, fuels fuel - fuelled, drives drive up driven, aggravates aggravate - aggravated"
            ),
            _verbs("hurts hurt - hurt, restricts restrict - restricted, holds hold down held, erodes erode - eroded"),
        ),
        ("higher greater", "lower smaller"),
        ("rising increasing", "falling declining"),
        ("rise growth", "fall decline"),
    ),
    "kept": Words(
        (
            _verbs("grows grow - grown, mounts mount - mounted, shoots shoot up shot"),
            _verbs("declines decline - declined, sinks sink - sunk, tumbles tumble - tumbled"),
        ),
        (
            _verbs(
                "reinforces reinforce - reinforced, boosts boost - boosted, pushes push up pushed, deepens deepen - deepened"
            ),
            _verbs(
                "harms harm - harmed, hinders hinder - hindered, drags drag down dragged, undermines undermine - undermined"
            ),
        ),
        ("higher larger", "lower smaller"),
        ("growing mounting", "shrinking decreasing"),
        ("increase jump", "decrease reduction"),
    ),
}

SHAPES: Final = """
as {x.np} <x rose|grew/fell|shrank>, {y.np} <y rose|climbed/fell|dropped>
the <x more/less> {x.bare} there <n is~are>, the <y higher/lower> {y.np}
{x.np} <s goes~go/comes~come> <s to the benefit of/at the expense of> {y.np}
{x.np} <s drives~drive/drags~drag> {y.np} <s up/down>
{x.np} <n helps~help> <s create|boost/against|combat> {y.np}
{x.np} <n is~are> <s a boon to|conducive to|beneficial to/a blow to|detrimental to|disastrous for> {y.np}
without {x.bare}, <s no/more> {y.bare}
no {x.bare}, <s no/more> {y.bare}
it is {x.np} that <s drives~drive/holds~hold> {y.np} <s up/back>
what <s drives|fuels/curbs|limits> {y.np} is {x.np}
the <x rise|growth/fall|decline> of {x.np} leads to {y.amount}
{x.rising} <yx raises~raise|increases~increase/lowers~lower|reduces~reduce> {y.np}
{y.np}, which <m is~are> <s fuelled|boosted/curbed|slowed> by {x.np}, <m has~have> been a concern for years
{y.np} <m has~have> been <s boosted|pushed up/eroded|reduced> by {x.np}
{x.np} <n is~are> a <s major cause of|key driver of/major obstacle to|barrier to> {y.np}
{x.main}, with {y.change} as a result
{x.main}; <? as a result|consequently|therefore>, {y.main}
{x.main}; {y.np} therefore <y rises~rise/falls~fall>
with {x.the_change}, {y.main}
{x.amount} <n makes~make> {y.np} <y higher|greater/lower|smaller>
there <m is~are> {y.amount} because there <n is~are> {x.amount}
the reason that {y.main} is that {x.main}
that {y.main} is due to {x.the_change}
{x.main}, which <? causes|means|brings> {y.amount}
as long as {x.main}, {y.main}
every time {x.main}, {y.main}
{x.amount} <n leads~lead> <? inevitably|over time|often> to {y.amount}
{x.amount} <? can lead to|may cause|could result in> {y.amount}
{x.amount} <n contributes~contribute> to {y.amount}
{x.np} <n keeps~keep> {y.np} <s high/in check>
{x.np} <s gives~give/stands~stand> <s {y.np} a boost/in the way of {y.np}>
{x.np} <s increases~increase/reduces~reduce> the <? risk|likelihood> of {y.np}
if {x.np} <x rises~rise/falls~fall>, {y.np} will <y rise|increase/fall|decrease>
{x.np} <n affects~affect> {y.np} <s positively|favourably/negatively|adversely>
{d.main}, <? research shows|according to a new study>
<? research|a study> shows that {d.main}
<? one result|a consequence> of {x.the_change} is {y.amount}
{x.amount} <n attracts~attract|invites~invite|breeds~breed> {y.amount}
{x.np} <n is~are> <s a breeding ground for/a remedy for> {y.np}
{y.np} <sy arises~arise/disappears~disappear> because of {x.np}
{x.np} <s causes~cause/prevents~prevent> {y.np}
{x.amount}, {y.amount}: it is that simple
{x.change} translates into {y.change}
{y.change} <? results from|flows from|can be traced to> {x.change}
{x.np} <n has~have> <x risen|grown/fallen|declined>, so {y.np} <m has~have> <y risen|increased/fallen|shrunk>
{x.np} <x rose|grew/fell|declined>, <y pushing up|raising/pushing down|reducing> {y.np}
{x.np} <s speeds~speed/slows~slow> {y.np} <s up/down>
<x more and more/less and less> {x.bare} <n leads~lead> to {y.amount}
<x too much~too many/too little~too few> {x.bare} <n leads~lead> to {y.amount}
{x.amount} <n explains~explain> why {y.main}
it is not the weather but {x.np} that <s drives~drive/holds~hold> {y.np} <s up/back>
{d.main}, not the other way round
{y.main}, <? mainly|partly|largely> because {x.main}
{y.main}, <? mainly|partly> because of {x.the_change}
{x.np} <s lies~lie/acts~act> <s at the root of/as a brake on> {y.np}
thanks to {x.the_change}, {y.main}
now that {x.main}, {y.main}
{y.np} <m has~have> <y grown|risen/fallen|shrunk> now that {x.main}
in response to {x.the_change}, {y.main}
{x.np} <s stokes~stoke|spurs~spur/dents~dent|undercuts~undercut> {y.np}
{x.np} <s feeds~feed/weighs~weigh> <s into/on> {y.np}
enough {x.bare} <n ensures~ensure> <sy more~more/less~fewer> {y.bare}
{x.amount} <n gives~give> rise to {y.amount}
{x.amount} <n translates~translate> into {y.amount}
the effect of {x.the_change} is {y.amount}
{x.the_change} <y drives up|pushes up/drives down|depresses> {y.np}
{x.np} <n makes~make> for <sy more~more/less~fewer> {y.bare}
were {x.np} to <x rise/fall>, {y.np} would <y rise/fall>
should {x.np} <x rise/fall>, {y.np} will <y rise/fall>
{x.np} <s encourages~encourage/discourages~discourage> {y.np}
"""
CHAINS: Final = """
{x.amount} <n leads~lead> to {y.amount}, and {y.amount} to {z.amount}
{d.main}; {e.main}
because {x.main}, {y.main}, so that {z.main}
{x.main}. as a result, {y.main}. and so {z.main}
the <x more/less> {x.bare}, the <y more/less> {y.bare}, and the <y more/less> {y.bare}, the <z more/less> {z.bare}
{x.amount} <n leads~lead> via {y.amount} to {z.amount}
{d.main} and {y.np} in turn {e.verbs}
{x.main}, so {y.main} and therefore {z.main}
"""
FORKS: Final = """
{x.amount} <n leads~lead> to {y.amount} and {z.amount}
because of {x.amount}, {y.main} and {z.main}
{x.np} <s promotes~promote/hampers~hamper> {y.np} and <tx promotes~promote/hampers~hamper> {z.np}
if {x.main}, {y.main} and {z.main}
"""
JOINS: Final = """
{x.amount} and {y.amount} lead to {z.amount}
{x.amount} or {y.amount} leads to {z.amount}
both {x.amount} and {y.amount} <? lead to|bring> {z.amount}
{z.main} because of {x.amount} and {y.amount}
because {x.main} and {y.main}, {z.main}
"""
CIRCLES: Final = """
{x.amount} <n leads~lead> to {y.amount}, and {y.amount} <m leads~lead> to {x.amount} again
{x.np} and {y.np} <s reinforce/weaken> each other
if {x.main}, {y.main}, and if {y.main}, {x.main}
{x.amount} <n leads~lead> to {y.amount}, which in turn causes {x.amount}: a vicious circle
"""
ASIDES: Final = """
{x.np} <n is~are> correlated with {y.np}
there is a weak association between {x.np} and {y.np}
{x.change} went hand in hand with {y.change}
both {x.np} and {y.np} have risen
researchers want to know whether {x.np} <n limits~limit> {y.np}
it is not true that {x.np} <n boosts~boost> {y.np}
despite {x.the_change}, {y.main}
although {x.main}, {y.main}
{x.main}, but {y.main}
the minister spoke about {x.np} and {y.np} last week
"""

NOUNS: Final = {
    "new": _nouns(
        "unemployment, illiteracy, water scarcity, vacancy, glass wastage, lombering, overgrazing, school absence, silt content, "
        "brindle loss",
        "debts, drongles, care costs, nitrogen limits, reed imports, evictions, ferry delays",
    ),
    "kept": _nouns(
        "loneliness, bee mortality, pike demand, workload, dike unrest, public support, saving, soil salinity, drift export, "
        "tanding",
        "energy bills, reed prices, asylum claims, clay fratters, power cuts, landslides, vacancies",
    ),
}
SPEAKERS: Final = {
    "new": ("William Stokes", "Annabel Rudd", "Henry Finch"),
    "kept": ("Tina Hale", "Justin Farmer", "Liz Baker"),
}
QUOTED: Final = (
    "{speaker} argued: “{line}.”",
    "“{line},” {speaker} said.",
    "This is how it is, according to {speaker}: “{line}.”",
)
HALVES: Final = ("new", "kept")


def _set(name: str) -> Sentences[Noun]:
    shapes, chains, forks, joins, circles, asides = (
        halved(templates, f"en {kind}")[HALVES.index(name)]
        for kind, templates in enumerate((SHAPES, CHAINS, FORKS, JOINS, CIRCLES, ASIDES))
    )
    makes, more = _makes(WORDS[name]), {"forks": forks, "joins": joins, "circles": circles}
    return made_set(name, NOUNS[name], SPEAKERS[name], makes, shapes, chains, asides, **more)


ENGLISH_NEW: Final = Generated("en", {name: _set(name) for name in HALVES}, QUOTED, seed="en new ", unread=frozenset())

if __name__ == "__main__":
    main(ENGLISH_NEW)
