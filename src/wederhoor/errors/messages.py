"""The messages by their codes: each says in one line what was wrong, where, and what to do.

Codes never change their meaning and are never used again:
W1.. the document, W2.. pipelines and language packs, W3.. gold and gates, W4.. output, W5.. models that are
run, W6.. the user's own files, W7.. cases, W8.. where cases and corpora are kept, W9.. the pages.
"""

from __future__ import annotations

from typing import Final, Literal

Code = Literal[
    "W101", "W102", "W103", "W104", "W105", "W106", "W107", "W108", "W109", "W110", "W111",
    "W112", "W113", "W114", "W115", "W116",
    "W201", "W202", "W203", "W204", "W205", "W206", "W207",
    "W301", "W302", "W303", "W304",
    "W401",
    "W501", "W502", "W503", "W504", "W505", "W506", "W507", "W508", "W509", "W510", "W511",
    "W520", "W521", "W522", "W523", "W524", "W525", "W526", "W527", "W528", "W529", "W530", "W531", "W532", "W533",
    "W550", "W551", "W552", "W553", "W554", "W555", "W556", "W557", "W558", "W559", "W560", "W561", "W562", "W563",
    "W564", "W565",
    "W601", "W602", "W603", "W604", "W605",
    "W701", "W702", "W703", "W704",
    "W801", "W802", "W803", "W804", "W805", "W806", "W807", "W808", "W809", "W810", "W811", "W812", "W813", "W814",
    "W815", "W816", "W818", "W819", "W820", "W821", "W822", "W823", "W824", "W825", "W826", "W827", "W828", "W829",
    "W902", "W903", "W904", "W905", "W906", "W907", "W908", "W909", "W910", "W911", "W912", "W913", "W917", "W920",
    "W921", "W922", "W923", "W924",
]  # fmt: skip

TEMPLATES: Final[dict[Code, str]] = {
    "W101": "{where} is empty: it holds white space or control characters only. Give a text with words in it.",
    "W102": "{where} is not a text: {why}. Save it as plain text (.txt, UTF-8) and read that.",
    "W103": "The encoding of {where} cannot be determined: {why}. Save the text as UTF-8 and read that.",
    "W104": "{where} cannot be read: {why}. Check the name and the permissions.",
    "W105": (
        "{where} is in {found} and there is no language pack for that. There are packs for: {packs}. "
        "If the text is in one of these, force it: --lang CODE."
    ),
    "W106": "{where} is larger than {limit_mb} MB. Split it, or raise the limit: --max-mb NUMBER.",
    "W107": "The date {date} of {where} is not valid: {why}. Write year, month and day, as in 2024-02-29.",
    "W108": (
        "The folder {where} has no readable text in it. Files of these kinds are read: {suffixes}; name any other "
        "file explicitly."
    ),
    "W109": (
        "{where} is {kind}, not plain text, as line {line} shows: {sign}. Its marks would be read as words. "
        "Save only the words as plain text (.txt, UTF-8) and read that."
    ),
    "W110": (
        "{where} could not be read because of a bug in this program: {error} in {place}. Please report it, with what "
        "wederhoor --debug shows of it, and with the text if you may."
    ),
    "W111": (
        "{where} is of {own} according to its own text, not of {given}. If that is wrong, put its date in a "
        "table: --metadata FILE."
    ),
    "W112": "{where}, line {line}: {why}. {remedy}.",
    "W113": (
        "The table {where} cannot be used: {why}. Its first line names columns: file, date, outlet, title, url, "
        "language."
    ),
    "W114": "{where} is {kind} that cannot be read: {why}. {remedy}.",
    "W116": (
        "{where} is too short to tell which of these languages it is in: {packs}. Say which: --lang CODE, or a column "
        "language in its table."
    ),
    "W115": (
        "{where} holds {count} texts, and one was asked for. Read them all: wederhoor.read_many, or wederhoor read."
    ),
    "W201": "The pipeline {pipeline} is not installed. {how}.",
    "W202": "The pipeline {pipeline} lacks {missing}, which the component {component} reads. {remedy}.",
    "W203": "There is no language pack {lang}. There are packs for: {packs}. Choose one of these with --lang.",
    "W204": "{package} is not installed, which this needs. Install it: python -m pip install 'wederhoor[{extra}]'.",
    "W205": "The lexicon {where} cannot be read: {why}. Check the file; docs/lexicons.md says what it may hold.",
    "W206": "{where}, line {line}: {why}. {remedy}.",
    "W207": (
        "The words of a language have {count} faults, which are listed above. docs/lexicons.md says what each key "
        "takes."
    ),
    "W301": "{where} is not a valid gold file: {why}. Correct it there; its keys are those of the reading format.",
    "W302": (
        "The text of the gold file {where} differs from the text that was read, first at offset {offset}. "
        "Read the very text that the gold was made on."
    ),
    "W303": (
        "The gate is not passed: {measure} is {score}, its floor is {floor} ({where}). "
        "Repair what made it worse, or lower the floor on purpose."
    ),
    "W304": (
        "The gold {where} has checksum {found}, the gate was set on {expected}. "
        "Restore the gold, or measure and set the floors anew."
    ),
    "W401": "{where} cannot be written: {why}. Check the folder and its permissions, or choose another with --out.",
    "W501": (
        "{where} is not a model: {why}. Give a CSV file with the columns from,to,sign, or a GraphML file, in UTF-8."
    ),
    "W502": "{where}, line {line}: {why}. {remedy}.",
    "W503": (
        "{where}, line {line}: the edge from {cause} to {effect} has the sign {sign} here and {other} on line {first}. "
        "Leave one of the two, or write 0 where the sign cannot be told."
    ),
    "W504": "There is no variable {name} in {where}. {remedy}",
    "W505": "{name} is pressed or observed both up and down. Leave one of the two.",
    "W506": "The observation {given} cannot be understood. Write a variable and what it did, as in protest:down.",
    "W507": "Nothing is pressed. Name at least one variable: --up NAME or --down NAME.",
    "W508": (
        "{where} has {size} variables, more than can be run; the most is {most}. Leave out what lies far from the question."
    ),
    "W509": "There are fewer than two models to compare. Name each with --model.",
    "W510": "{models} have no variable in common. Use the same names for the same things.",
    "W511": "There are {given} beliefs and {models} models. Give one --belief for each --model, in the same order.",
    "W520": (
        "There are more loops than the {most} listed: all shorter than {length} edges are there. Raise --most to "
        "see more."
    ),
    "W521": (
        "The search for loops was cut short, as there are too many paths: all shorter than {length} edges are listed, "
        "{found} in all. "
        "Raise --most to see more."
    ),
    "W522": (
        "The list that covers the graph was left out: finding it takes more than {steps} steps. Drop edges to see it."
    ),
    "W523": "Loops of more than {longest} edges were not looked for. Raise --longest to see them.",
    "W524": (
        "{model} can never settle, whatever the weights: {why}. No response to a press exists. "
        "Give the variables self-limits: an edge from each to itself with the sign -, or --self-limit all."
    ),
    "W525": (
        "None of {drawn} draws of {model} under the {prior} prior was stable. If it can settle at all, it rarely does: "
        "its loops escalate."
    ),
    "W526": (
        "Only {accepted} of {drawn} draws of {model} under the {prior} prior were kept: too few to judge by. "
        "Raise --draws."
    ),
    "W527": (
        "{model} has {size} variables that all act on one another, too many for a proof. "
        "Its verdicts rest on draws alone; drop edges to have them proved."
    ),
    "W528": (
        "What was observed never happens in {drawn} draws of {model} under the {prior} prior. "
        "The model, or the observation, is wrong."
    ),
    "W529": (
        "What was observed contradicts {model} for all weights: {variables}. The model, or the observation, is wrong."
    ),
    "W530": (
        "The variables {first} and {second} of {where} differ in capitals only. Give them one name if they are "
        "one thing."
    ),
    "W531": (
        "Too many edges differ between {first} and {second} to try all sets of them: no part of a set that is shown is enough, "
        "but a smaller one may be. Compare models that differ in fewer edges."
    ),
    "W532": (
        "No weights were found under which {model} settles: the file runs, but away from rest. "
        "Give its variables self-limits: --self-limit all."
    ),
    "W533": (
        "{model} says nothing about {variables}. That it was observed counts neither for this account nor against it."
    ),
    "W550": (
        "{given}. Name texts, as in {command} article.txt, or a model, as in {command} --model FILE; one of the two."
    ),
    "W551": "There is no account of {name} that says what leads to what. {remedy}",
    "W552": "{name} may be {names}. Name one of them in full, or by its id.",
    "W553": (
        "Nobody in {where} says what leads to what, so there is no model to run. "
        "Give more texts of the case, or a model of your own with --model FILE."
    ),
    "W554": "{where}, line {line}: {why}. {remedy}.",
    "W555": "{where}, line {line}: there is no variable {name}. {remedy}",
    "W556": "{where}, line {line}: there is no edge from {cause} to {effect}. {remedy}.",
    "W557": (
        "{account} says both that {cause} leads to more and to less of {effect}: the edge has no sign. "
        "Drop it in an edits file and add it with the sign that you take."
    ),
    "W558": (
        "Claim {claim} of {doc} would lead from {name} to itself and is left out. Split the variable if it is two "
        "things."
    ),
    "W559": "The account of {name} was taken, with {claims}. Others: {others}. Choose with --account.",
    "W560": (
        "None of the pressed variables is in the accounts of {accounts}. They are left out; name one with "
        "--account to see why."
    ),
    "W561": "{who} of the accounts has {names}, and it takes two to compare. {remedy}",
    "W562": (
        "In the account of {account}, that {cause} leads to {effect} is said and is denied or doubted too. Both are "
        "kept; the link runs."
    ),
    "W563": (
        "The author of {doc} says that {cause} leads to {effect}. "
        "It is left out of the account of {account}, who denies it."
    ),
    "W564": "That {cause} leads to {effect} is held by {holders} and denied by {others}. It does not run; both are kept.",
    "W565": "More {cause} gives more {effect} by {plus}, and less by {minus}. The link is kept without a sign.",
    "W601": "Line {line} of {where} is not valid TOML: {why}. Correct it there; an actors file has [[actor]] tables.",
    "W602": "Line {line} of {where} has {key}, which is not one of the keys there. They are: {keys}.",
    "W603": "Line {line} of {where} has a wrong value for {key}: {why}. Correct it there.",
    "W604": (
        "Line {line} of {where} gives {name} a second owner; it is {other} already (line {other_line}). "
        "A name or an alias belongs to one actor: leave it out at one of the two."
    ),
    "W605": "The actors file {where} cannot be read: {why}. Check the name and the permissions.",
    "W701": (
        "The coalition {join} cannot be understood. Write a name and who belongs to it, as in council=mayor,aldermen."
    ),
    "W702": "Nobody in the case is called {name}. There are: {names}.",
    "W703": "{name} cannot be joined to the coalition: {why}. Give the full name, once.",
    "W704": "{where} has the same text as {other}. It is left out, for what one text says would count twice.",
    "W801": "{where} is not a case: {why}. Give the file or the address of a case, or a new name to make one.",
    "W802": (
        "{where} was made by a newer version of Wederhoor: its tables are of revision {found}, this version knows {known}. "
        "Install the newer version; nothing was changed."
    ),
    "W803": "{where} is in use: another program has been writing for {seconds} seconds. Try again when that has ended.",
    "W804": "There is no case at {where}. Make one: wederhoor read FILE --into {where}.",
    "W805": "{where} cannot be opened: {why}. Check the name or the address, and the permissions.",
    "W806": "Cases in PostgreSQL need {package}. Install it: python -m pip install 'wederhoor[postgres]'.",
    "W807": (
        "The document {doc} of {where} was kept in a form that this version cannot read: {why}. Read its text again."
    ),
    "W808": "There is no {what} {name} in {where}. {remedy}",
    "W809": "The correction cannot be made: {why}. {remedy}",
    "W810": "{where} is kept as {doc}. The case has another document called {name}, from another place.",
    "W811": "{given} holds no word to search for. Give at least one with a letter or a digit in it.",
    "W812": "{where} is damaged: {why}. Take its last copy; the texts can be read again.",
    "W813": "{where} cannot be written: {why}. What was written before is complete.",
    "W814": "{where} was brought up to revision {to}. As it was, it is kept in {backup}.",
    "W815": (
        "{where} has {count} documents to compare with each other, and that is for {most}. Choose some: --speaker NAME, "
        "--since DATE, --doc NAME; or allow more: --documents {count}, which takes long. Its pages (wederhoor serve) show all."
    ),
    "W816": (
        "Correction {number} joins {names}, but nobody in {where} goes by that name: it is ignored for them. Take it back with "
        "correct {where} undo {number}, and name them as they are shown."
    ),
    "W819": "Entry {number} of {where} is of words that are not there any more. It is passed over.",
    "W818": "{where} could be read by everyone on this machine. Now only you can read it.",
    "W820": "Another run is reading into {where}. Wait for it, or end it; what it has finished stays.",
    "W821": "{where} was changed since the corpus was looked through. Start again: what is finished stays.",
    "W822": "{where} is no folder of a corpus: {why}. Give a new folder.",
    "W823": (
        "What lies between text {number} of {first} and the end of {last} cannot be read: the {why}, twice. "
        "Give the machine more memory, or leave those texts out; what is finished stays."
    ),
    "W824": "There is no cluster to read with at {address}: {why}. Check the address of its scheduler, as in tcp://10.0.0.1:8786.",
    "W825": "{worker} of the cluster would read otherwise than this program: {what}. Install the same on all of them.",
    "W826": (
        "{where} was read with other versions or options: {what}. Go on with those, or give a new folder, or read all of it "
        "again: --again."
    ),
    "W827": (
        "Nothing that is to be read is in {where}, which holds {count} partitions of other texts. Give a new folder, or "
        "replace what is there: --again."
    ),
    "W828": "The condition {where} cannot be used: {why}. It is SQL on the columns of the table documents; see docs/corpora.md.",
    "W829": "No document of {where} is one for which {condition}. Look what there is: docs/corpora.md shows how to ask.",
    "W902": "This server answers to this machine only. Open it as http://127.0.0.1 with its port.",
    "W903": "This server asks for its token. Open the address that it printed when it started, or fill the token in.",
    "W904": "This was not sent by a page of this server. Load the page again, and send it from there.",
    "W905": "That is more than this server takes at once. Send less.",
    "W906": "Too many runs of models at once. Wait {seconds} seconds.",
    "W907": "There is no such page. The case is at /.",
    "W908": "The request cannot be understood: {why}. Go back to the page before, and try again.",
    "W909": "Port {port} of {host} cannot be used: {why}. Name another: --port.",
    "W910": (
        "{host} can be reached by other machines, and the texts with it. Only who has the token gets in, but nothing is "
        "encrypted on the way: use it on a network that you trust, or behind a server that encrypts."
    ),
    "W912": (
        "This page could not be made because of a bug in this program. The server's own messages say more; please "
        "report this."
    ),
    "W913": (
        "The token has fewer than {least} characters and could be guessed. Give a longer one, or none, and one is "
        "generated."
    ),
    "W920": "Too much is being written out at once. Wait {seconds} seconds.",
    "W921": "{given} cannot be used: {why}. {remedy}",
    "W922": (
        "No token is asked for: everyone who is logged in on this machine can read the case, and correct it under your name. "
        "Leave out --no-token where others use it too."
    ),
    "W923": "You may not do this here. Ask who invited you to the case for more.",
    "W924": "The texts of the case are being compared, and this follows from it. Ask again in {seconds} seconds.",
    "W917": (
        "Meanwhile the text of {where} was read again, or someone changed this: nothing was saved. Look at it as it is now, and "
        "send it again."
    ),
    "W911": "The run was stopped after {seconds} seconds. Take a smaller model, or fewer draws.",
}
