"""Loading: whatever bytes come in, either a document with exactly their text comes out, or a coded message."""

from __future__ import annotations

import codecs
import io
import os
import pickle
import string
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from wederhoor.documents import find_texts, identify_language, load_document, load_file, load_text, require_pack
from wederhoor.errors import TEMPLATES, Code, Notice, WederhoorError, notice, notice_of

DUTCH = (
    "De burgemeester van Oosterwaal zegt dat de brug over de Lemmer volgende maand opengaat, "
    "maar de vissers geloven hem niet. Volgens wethouder Zoë Huijbers is er nog geen euro betaald.\n"
)
OTHERS = {
    "af": "Die burgemeester van Oosterwaal sê dat die brug oor die Lemmer volgende maand oopgaan, maar die vissers "
    "glo hom nie en wil eers sien wie daarvoor gaan betaal.",
    "de": "Der Bürgermeister von Osterwall sagt, dass die Brücke über die Lemmer nächsten Monat öffnet, aber die "
    "Fischer glauben ihm nicht.",
    "en": "The mayor of Eastwall says that the bridge over the Lemmer will open next month, but the fishermen do not "
    "believe him.",
}


def load(data: bytes, *, lang: str | None = "nl") -> str:
    return load_document(data, lang=lang).text


def refused(code: Code, source: object, **options: object) -> str:
    """Loads what must be refused with ``code``; gives the message."""
    with pytest.raises(WederhoorError) as caught:
        load_document(source, **options)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert str(caught.value).startswith(f"{code}: ")
    assert len(str(caught.value).splitlines()) == 1
    return caught.value.message


# The text is the one that was written


@pytest.mark.parametrize(
    "text",
    [
        DUTCH,
        "Regel een\r\nregel twee\rregel drie\n\n\tingesprongen\u2028en\x85verder",
        "Een bel\x07, een nul\x00 en een escape\x1b[31m staan in deze tekst van Oosterwaal.",
        "Hij juicht 🎉👩‍👩‍👧‍👦 en zwaait 🇳🇱, zegt de visser.",
        "\u200fמר כהן\u200f zegt \u202bשלום\u202c in Oosterwaal.",
        "Zoe\u0308 en Zoë zijn niet gelijk; \ufb01jn\u00a0zo\u00ad.",
        "Middenin \ufeff staat een merkteken.",
        "🎉",
        "a",
        "woord " * 16_667,
        "x" * 100_000,
    ],
    ids=["plain", "breaks", "control", "emoji", "rtl", "unnormalised", "inner-bom", "one", "letter", "line", "word"],
)
def test_utf8_text_is_kept_as_it_is(text: str) -> None:
    assert load(text.encode("utf-8")) == text
    assert load_text(text, lang="nl").text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_encodings_are_told(mark: bytes, encoding: str) -> None:
    text = "“Nee”, zegt Zoë uit Oosterwaal.\r\nHet kost € 5 🎉.\r\n"
    assert load(mark + text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "“Ja”, zegt Zoë.",
        "Het kost € 5 miljoen, zegt wethouder Zoë Lamberts.",
        "café",
        "Een visser uit Oosterwaal, René Huijbeë, eist ½ ton vis – ‘direct’, zegt hij.\r\n",
    ],
)
def test_windows_1252_is_told(text: str) -> None:
    assert load(text.encode("cp1252")) == text


def test_euro_sign_of_iso_8859_15_is_told() -> None:
    text = "Het kost € 5 miljoen, zegt wethouder Zoë Lamberts van Oosterwaal."
    assert load(text.encode("iso8859-15")) == text


def is_mostly_text(text: str) -> bool:
    """More control characters than this are refused as binary."""
    controls = sum(c == "\x7f" or (ord(c) < 32 and c not in "\t\n\v\f\r\x1b") for c in text)
    return controls * 10 <= len(text)


def is_utf8(data: bytes) -> bool:
    return "\ufffd" not in data.decode("utf-8", errors="replace")


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_comes_back_from_its_bytes(text: str) -> None:
    assume(is_mostly_text(text) and not text.lstrip("\ufeff").startswith("WEBVTT"))  # subtitles are another format
    try:
        document = load_text(text, lang="nl")
    except WederhoorError as error:
        assert error.code == "W101"
        return
    assert document.text == text
    assert load(text.encode("utf-8-sig")) == text
    assert load(text.encode("utf-8")) == text.removeprefix("\ufeff")


@given(st.text(string.printable + "éëïöüàçèêâ€“”‘’–ŠšŽž", min_size=1))
def test_dutch_in_windows_1252_never_turns_into_something_else(text: str) -> None:
    data = text.encode("cp1252")
    assume(text.isascii() or not is_utf8(data))  # the bytes of "âŠŠ" are good UTF-8: nobody could tell
    try:
        found = load(data)
    except WederhoorError as error:
        assert error.code in {"W101", "W103", "W109"}
        return
    assert found == text


@given(st.binary())
@settings(max_examples=500)
def test_any_bytes_give_a_document_or_a_message(data: bytes) -> None:
    try:
        document = load_document(data, lang="nl")
    except WederhoorError as error:
        assert error.code in {"W101", "W102", "W103", "W109", "W114"}
        return
    assert document.text.encode("utf-8")
    assert len(document.sha256) == 64


# What is refused


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \t\r\n ", "\u200b\u00a0\u200f\n\x01".encode()])
def test_empty_is_refused(data: bytes) -> None:
    refused("W101", data)


def test_empty_text_is_refused_with_the_name_of_the_document() -> None:
    with pytest.raises(WederhoorError, match=r"W101: brief-7 is empty") as caught:
        load_text(" \n", doc="brief-7")
    assert caught.value.values == {"where": "brief-7"}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", "PNG"),
        (b"\x7fELF\x02\x01\x01" + bytes(40), "control characters"),
        (bytes(range(256)) * 4, "NUL byte at 0"),
        (bytes(range(1, 256)) * 4, "control characters"),
    ],
)
def test_binary_is_refused(data: bytes, what: str) -> None:
    assert what in refused("W102", data)


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF16_LE + b"a\x00\x00\xd8",
        "Мэр Остервала говорит, что мост откроется, но рыбаки ему не верят. ".encode("koi8-r") * 3,
        "市長は来月橋が開くと言っているが、漁師たちは彼を信じていない。".encode("shift-jis") * 5,
    ],
    ids=["broken-utf16", "koi8", "shift-jis"],
)
def test_unknown_encoding_is_refused(data: bytes) -> None:
    refused("W103", data)


def test_damaged_utf8_is_refused_at_its_place_and_not_read_as_windows_1252() -> None:
    message = refused("W103", "Zoë zegt ja.\nRené zegt nee.\n".encode() + b"Andr\xe9 zwijgt.\n")
    assert "byte 34 (line 3)" in message


def test_half_characters_are_refused() -> None:
    with pytest.raises(WederhoorError, match=r"W103.*character 4 is half of a surrogate pair"):
        load_text("Zoë \ud83c zegt ja.")


def test_missing_files_folders_and_bad_names_are_refused(tmp_path: Path) -> None:
    refused("W104", tmp_path / "nergens.txt")
    refused("W104", tmp_path)
    refused("W104", "")
    refused("W104", "nul\0teken.txt")
    assert "regel\\ntwee" in refused("W104", tmp_path / "regel\ntwee.txt")


def test_limit_holds_for_every_source(tmp_path: Path) -> None:
    exact, more = b"x" * 1_000_000, b"x" * 1_000_001
    path = tmp_path / "groot.txt"
    path.write_bytes(more)
    for source in (path, more, io.BytesIO(more)):
        assert "1 MB" in refused("W106", source, limit_mb=1, lang="nl")
    assert len(load_document(exact, limit_mb=1, lang="nl").text) == len(exact)
    assert len(load_document(path, limit_mb=2, lang="nl").text) == len(more)


@pytest.mark.parametrize("date", ["2023-02-29", "2024-13-01", "0000-01-01", "20240229", "2024-W09-4", "29-2-2024", ""])
def test_date_that_is_none_is_refused(date: str) -> None:
    refused("W107", DUTCH.encode(), date=date)
    with pytest.raises(WederhoorError, match="W107"):
        load_text(DUTCH, date=date)


def test_date_comes_from_the_argument_only() -> None:
    assert load_text(DUTCH, date="2024-02-29").date == "2024-02-29"
    assert load_text("1 mei 2020. " + DUTCH).date is None


# Names and sources


def test_names_of_documents(tmp_path: Path) -> None:
    path = tmp_path / "brief.v2.txt"
    path.write_text(DUTCH, encoding="utf-8")
    assert load_document(path).doc == "brief.v2"
    assert load_document(str(path)).doc == "brief.v2"
    assert load_document(path, doc="2024/brief").doc == "2024/brief"
    assert load_document(DUTCH.encode()).doc == "stdin"
    assert load_document(io.BytesIO(DUTCH.encode())).doc == "stdin"
    assert load_text(DUTCH).doc == "text"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are characters")
def test_name_that_is_no_text_still_gives_a_name(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(DUTCH.encode())
    assert load_document(path).doc == "caf\\xe9"
    assert docs(tmp_path) == ["caf\\xe9"]
    write(tmp_path, "caf\\xe9.txt")
    assert docs(tmp_path) == ["caf\\xe9.txt#1", "caf\\xe9.txt#2"]


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DUTCH, encoding="utf-8")


def docs(*paths: Path) -> list[str]:
    return [found.doc for found in find_texts(paths)]


def test_folders_are_walked_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "C.TXT", "sub/a2.txt", "data.csv", ".geheim.txt", ".git/x.txt", "leeg/foto.png")
    assert docs(tmp_path) == ["C", "a", "b", "a2"]
    assert docs(tmp_path / "b.txt", tmp_path) == ["b", "C", "a", "a2"]
    assert docs(tmp_path / "data.csv", tmp_path / ".geheim.txt") == ["data", ".geheim"]
    assert docs(tmp_path / ".git") == ["x"]


def test_files_of_one_name_get_different_document_names(tmp_path: Path) -> None:
    write(tmp_path, "2023/brief.txt", "2024/brief.txt", "2024/brief.md", "2024/nota.txt", "brief.txt", "brief.md.txt")
    assert docs(tmp_path) == ["2023/brief", "2024/brief.md", "2024/brief.txt", "nota", "brief.md", "brief"]
    assert docs(tmp_path / "2023", tmp_path / "2024" / "nota.txt") == ["brief", "nota"]


@given(st.lists(st.text("ab./", min_size=1, max_size=6), min_size=1, max_size=8))
@settings(max_examples=50, deadline=None)
def test_document_names_are_unique_and_do_not_depend_on_the_run(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    root = tmp_path_factory.mktemp("boom")
    for name in names:
        parts = [part.strip(".") or "a" for part in name.split("/")]
        write(root, "/".join([*(f"{part}.map" for part in parts[:-1]), f"{parts[-1]}.txt"]))
    found = find_texts([root])
    assert len({one.doc for one in found}) == len(found)
    assert found == find_texts([root])


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders, links need a privilege")
def test_pipes_are_left_alone_and_dead_links_are_not_hidden(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pijp.txt")
    (tmp_path / "dood.txt").symlink_to(tmp_path / "nergens.txt")
    assert docs(tmp_path) == ["a", "dood"]
    refused("W104", tmp_path / "dood.txt")


def test_folder_without_texts_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "vol/a.txt", "leeg/foto.png")
    with pytest.raises(WederhoorError, match=r"W108.*leeg has no readable text.*\.txt and \.md"):
        find_texts([tmp_path / "vol", tmp_path / "leeg"])
    with pytest.raises(WederhoorError, match="W104"):
        find_texts([tmp_path / "nergens"])
    with pytest.raises(WederhoorError, match="W104"):
        find_texts([""])


def test_no_paths_give_no_texts() -> None:
    assert find_texts([]) == []


# Languages


def test_dutch_is_dutch() -> None:
    found = identify_language(DUTCH)
    assert found.code == "nl"
    assert found.probability is not None
    assert found.probability > 0.9
    assert load_text(DUTCH).lang == "nl"
    assert load_text(DUTCH.upper()).lang == "nl"


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_told_and_refused(code: str) -> None:
    document = load_text(OTHERS[code], doc="brief")
    assert document.lang == code
    with pytest.raises(WederhoorError, match=rf"W105: brief is in \w+ \({code}\).*packs for: fr, nl\. .*--lang"):
        require_pack(document, {"nl", "fr"})
    require_pack(document, {"nl", code})


def test_language_can_be_forced() -> None:
    assert load_text(OTHERS["de"], lang="nl").lang == "nl"


@pytest.mark.parametrize("text", ["Yes, we can.", "Water in was", "1 2 3 4 5 " * 50, "🎉" * 100])
def test_short_text_is_trusted_to_be_what_was_asked(text: str) -> None:
    for code in ("nl", "en"):
        found = identify_language(text, [code])
        assert (found.code, found.probability) == (code, None)


def test_short_text_is_in_the_likeliest_of_what_may_be_asked() -> None:
    assert identify_language("Yes, we can do that.", ["en", "nl"]).code == "en"
    assert identify_language("Nee, dat doen wij niet.", ["en", "nl"]).code == "nl"
    assert identify_language("Yes, we can do that.", ["en", "nl"]).probability is None


def test_each_text_of_a_folder_is_in_its_own_language(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "De brug over de Horne blijft tot vrijdag dicht, zegt de gemeente.", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text(
        "The bridge across the Horne will stay closed until Friday, the town said.", encoding="utf-8"
    )
    (tmp_path / "c.html").write_text(
        "<html><body><article><h1>Bridge</h1><p>The bridge across the Horne will stay closed until Friday, the town "
        "said. Nobody knows why it has been closed since March.</p></article></body></html>",
        encoding="utf-8",
    )
    (tmp_path / "d.csv").write_text(
        'text,language\n"De brug blijft dicht.",nl\n"The bridge stays shut.",en\n"The bridge stays shut.",\n',
        encoding="utf-8",
    )
    packs = ["en", "nl"]
    told = {
        document.doc: document.lang
        for file in find_texts([tmp_path, tmp_path / "d.csv"])
        for document in load_file(file, lang=None, date=None, expected=packs)
        if not isinstance(document, WederhoorError)
    }
    assert {name: lang for name, lang in told.items() if not name.startswith("d")} == {"a": "nl", "b": "en", "c": "en"}
    assert [lang for name, lang in told.items() if name.startswith("d")] == ["nl", "en", "en"]
    forced = [
        document
        for file in find_texts([tmp_path])
        for document in load_file(file, lang="nl", date=None, expected=packs)
    ]
    assert {document.lang for document in forced if not isinstance(document, WederhoorError)} == {"nl"}


def test_a_short_text_that_may_be_in_two_languages_is_refused_in_one_line() -> None:
    with pytest.raises(WederhoorError, match=r"W116: brief is too short .* en, nl.*--lang") as refusal:
        load_text("Water in was.", doc="brief", expected=["en", "nl"])
    assert "\n" not in str(refusal.value)
    assert load_text("Water in was.", doc="brief", lang="nl", expected=["en", "nl"]).lang == "nl"
    assert load_text("Water in was.", doc="brief", expected=["nl"]).lang == "nl"


def test_what_is_not_surely_another_language_is_what_was_asked() -> None:
    names = "Zelensky, Tokajev, Huijbers, Moskou, Almaty, Washington, Oosterwaal"
    assert identify_language(names, ["nl"]).code == "nl"


def test_foreign_head_does_not_decide_over_a_long_text() -> None:
    assert identify_language(OTHERS["en"] * 20 + DUTCH * 500).code == "nl"


def test_language_model_is_loaded_at_need_only() -> None:
    program = (
        "import sys; from wederhoor.documents import load_text; load_text('De brug gaat open.', expected=['nl']); "
        f"load_text({OTHERS['de']!r}, lang='nl'); assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


# Messages


@pytest.mark.parametrize("code", get_args(Code))
def test_every_code_has_a_one_line_message_with_a_remedy(code: Code) -> None:
    fields = {name: f"<{name}>" for _, name, _, _ in string.Formatter().parse(TEMPLATES[code]) if name}
    error = WederhoorError(code, **fields)
    assert all(value in error.message for value in fields.values())
    assert len(str(error).splitlines()) == 1
    assert error.message.count(". ") >= 1
    assert notice(code, **fields) == notice_of(error) == Notice(code, error.message)
    assert str(notice_of(error)) == str(error)


def test_table_holds_the_codes_and_nothing_else() -> None:
    assert set(TEMPLATES) == set(get_args(Code))


def test_errors_come_whole_out_of_another_process() -> None:
    error = WederhoorError("W106", where="groot\n.txt", limit_mb=50)
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.message, again.values) == (error.code, error.message, error.values)


def test_forgotten_value_is_a_bug_at_the_raise() -> None:
    with pytest.raises(KeyError, match="why"):
        WederhoorError("W104", where="a.txt")
