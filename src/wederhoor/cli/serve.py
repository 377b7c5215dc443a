"""``wederhoor serve``: the pages of a case, on this machine or for a team."""

from __future__ import annotations

import ctypes
import errno
import getpass
import os
import signal
import socket
import sys
import threading
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn
from urllib.parse import urlencode
from zlib import crc32

import typer

from wederhoor.cli.browser import has_screen, opened
from wederhoor.errors import WederhoorError, notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi import FastAPI
    from uvicorn import Server

    from wederhoor.store import Store
    from wederhoor.web.settings import Settings

EXAMPLES = """
**Examples**

    wederhoor serve harbour.db

    wederhoor serve cases/

    wederhoor serve harbour.db --host 0.0.0.0 --port 9000 --user anna --user piet --token-file team.txt
"""
ARENA_MAX = -8
"""The parameter of glibc's mallopt(3) for how many heaps there are."""
LAST_PORT = 65_535
PORTS = 500
"""Ports behind that of a shelf from which its cases have theirs."""
EVERYWHERE = {"0.0.0.0": socket.AF_INET, "::": socket.AF_INET6}  # noqa: S104  # what was asked for
ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses that no one has (RFC 5737, RFC 3849): by which of ours would one get there? Nothing is sent."""


def serve_command(
    case: Annotated[
        str | None,
        typer.Argument(
            metavar="CASE|FOLDER",
            help="The file of a case, or postgresql://user@host/name; a folder for a shelf of cases. Your own shelf if left out.",
        ),
    ] = None,
    host: Annotated[
        str, typer.Option("--host", help="Where to listen: 0.0.0.0 for all who can reach this machine.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port to listen at.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(
            "--token", envvar="WEDERHOOR_TOKEN",
            help="The token to ask for; made up if left out. On the command line others can see it: use the variable.",
        ),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option("--token-file", help="A file that keeps the tokens, NAME TOKEN a line; what is missing is made up."),
    ] = None,
    no_token: Annotated[
        bool, typer.Option("--no-token", help="Ask for none: everyone on this machine can read and correct.")
    ] = False,
    user: Annotated[
        list[str] | None,
        typer.Option("--user", metavar="NAME", help="Someone with a token of his own, who signs his corrections."),
    ] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Open no browser; print the address only.")
    ] = False,
    who: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who signs the corrections; your user name where it is left out."),
    ] = None,
) -> None:  # fmt: skip
    """Show a case, or a shelf of cases, in the browser: read, judge, correct, search, run. Nothing leaves the machine."""
    from wederhoor.cli.tokens import tokens_of
    from wederhoor.store.opening import open_store
    from wederhoor.web.settings import LOOPBACK, Settings

    people = [*dict.fromkeys(user or [who or _user()])]
    tokens = {} if no_token else tokens_of(people, token, token_file)
    if host not in LOOPBACK:
        if no_token:
            raise WederhoorError("W921", given="--no-token", why="others can reach this port", remedy="Leave it out.")
        typer.echo(f"wederhoor: {notice('W910', host=host)}", err=True)
    elif no_token:
        typer.echo(f"wederhoor: {notice('W922')}", err=True)
    _share_heaps()
    signal.signal(signal.SIGTERM, _end)  # so that the case is closed as by Ctrl-C; the server raises the signal again
    settings = Settings(host=host, port=port, people=tokens, who=people[0], warm=True)
    browser = not no_browser and sys.stdout.isatty() and has_screen(os.environ)
    if case is None or Path(case).is_dir():
        _serve_shelf(Path(case) if case else own_shelf(), settings, browser=browser)
        return
    with open_store(case) as store:
        for told in store.notices:
            typer.echo(f"wederhoor: {told}", err=True)
        from wederhoor.web.app import create_app

        _serve(create_app(store, settings), settings, browser=browser)


def _share_heaps() -> None:
    """Let all threads share two heaps, where the C library is glibc: of its eight a core each keeps the most it ever held."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(ARENA_MAX, 2)


def own_shelf() -> Path:
    """The shelf of who names none, in the user's data folder; one that stands among the settings is from before."""
    from platformdirs import user_data_path

    before = Path(typer.get_app_dir("wederhoor"), "cases")
    return before if before.is_dir() else user_data_path("wederhoor") / "cases"


def _serve_shelf(folder: Path, settings: Settings, *, browser: bool) -> None:
    """Raises W805 for a folder that cannot be made."""
    from wederhoor.web.shelf import Shelf, create_shelf

    try:
        shelf = Shelf(folder, lambda store: _beside(store, settings))
    except OSError as error:
        raise WederhoorError("W805", where=folder, why=error.strerror or error) from None
    _serve(create_shelf(shelf, settings), settings, browser=browser)


def _beside(store: Store, settings: Settings) -> tuple[str, Callable[[], None]]:
    """Serve a case at a port of its own while the shelf goes on: its address, and what ends it."""
    import msgspec

    from wederhoor.web.app import create_app

    shelf = address_of(msgspec.structs.replace(settings, token=None, people={}))
    own = msgspec.structs.replace(settings, port=_port_of(store, settings), shelf=shelf)
    server = _server(create_app(store, own), own)
    bound = _bound(server, own)
    thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
    bound.listen()
    thread.start()

    def end() -> None:
        server.should_exit = True
        thread.join(5)

    return address_of(msgspec.structs.replace(own, token=None, people={})).removesuffix("/"), end


def _port_of(store: Store, settings: Settings) -> int:
    """The port of a case of a shelf: the same each time, where nobody else has it, for addresses that were cited."""
    first = min(settings.port, LAST_PORT - PORTS) + 1
    wanted = crc32(Path(store.place).name.encode())
    for port in (*(first + (wanted + more) % PORTS for more in range(PORTS)), 0):
        with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as free, suppress(OSError):
            free.bind((settings.host, port))
            return int(free.getsockname()[1])
    raise WederhoorError("W909", host=settings.host, port=first, why="none behind it is free")


def addresses(settings: Settings) -> list[str]:
    """What to open, by everyone with a token on a line of his own."""
    if len(settings.tokens) < 2:
        return [address_of(settings)]
    return [f"{address_of(settings, name)}  {name}" for name in settings.tokens]


def address_of(settings: Settings, name: str | None = None) -> str:
    """What someone opens, the first of all where no name is given."""
    host = _reached(settings.host)
    token = settings.tokens[name] if name else next(iter(settings.tokens.values()), None)
    query = f"?{urlencode({'token': token})}" if token else ""
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/{query}"


def _server(app: FastAPI, settings: Settings) -> Server:
    import uvicorn

    from wederhoor.web.patience import Patience

    return uvicorn.Server(
        uvicorn.Config(
            app, host=settings.host, port=settings.port, log_level="warning", access_log=False,
            server_header=False, proxy_headers=False, timeout_graceful_shutdown=2, http=Patience, ws="none",
        )
    )  # fmt: skip


def _serve(app: FastAPI, settings: Settings, *, browser: bool) -> None:
    server = _server(app, settings)
    bound = _bound(server, settings)

    def end(*_: object) -> None:
        server.should_exit = True

    signal.signal(signal.SIGTERM, end)  # from here on no exception, which an import under way might swallow
    for line in addresses(settings):
        typer.echo(line)
    try:
        with opened(address_of(settings)) if browser else nullcontext():
            bound.listen()  # who comes before the pages are ready waits for them
            server.run([bound])
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise _taken(settings, error) from None


def _bound(server: Server, settings: Settings) -> socket.socket:
    """The port. Raises W909."""
    try:
        bound = server.config.bind_socket()
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else each answer waits for 40 milliseconds
    except SystemExit:
        raise _taken(settings, None) from None
    except OSError as error:
        raise _taken(settings, error) from None
    return bound


def _taken(settings: Settings, error: OSError | None) -> WederhoorError:
    why = "it is in use, or not ours to use" if error is None else error.strerror or error
    return WederhoorError("W909", host=settings.host, port=settings.port, why=why)


def _reached(host: str) -> str:
    """The name under which another machine finds this one; of one address that address."""
    family = EVERYWHERE.get(host)
    if family is None:
        return host
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asked:
            asked.connect((ELSEWHERE[family], 9))
            return str(asked.getsockname()[0])
    except OSError:  # no network
        return socket.gethostname()


def _end(*_: object) -> NoReturn:
    raise SystemExit(0)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reader"


serve_command.__doc__ = f"{serve_command.__doc__}\n{EXAMPLES}"
