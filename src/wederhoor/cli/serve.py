"""``wederhoor serve``: the pages of a case, on this machine."""

from __future__ import annotations

import errno
import getpass
import secrets
from typing import Annotated

import typer

from wederhoor.errors import WederhoorError, notice

EXAMPLES = """
**Examples**

    wederhoor serve harbour.db

    wederhoor serve harbour.db --host 0.0.0.0 --port 9000
"""


def serve_command(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The file of a case, or postgresql://user@host/name.")],
    host: Annotated[
        str, typer.Option("--host", help="Where to listen; any but this machine itself asks for a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port to listen at.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option("--token", envvar="WEDERHOOR_TOKEN", help="The token to ask for; made up where it is left out."),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who signs the corrections; your user name where it is left out."),
    ] = None,
) -> None:
    """Show a case in the browser: read, judge, correct, search, run. Nothing leaves the machine."""
    import socket

    import uvicorn

    from wederhoor.store.opening import open_store
    from wederhoor.web.app import create_app
    from wederhoor.web.settings import LOOPBACK, SHORTEST_TOKEN, Settings

    if token is not None and len(token) < SHORTEST_TOKEN:
        raise WederhoorError("W913", least=SHORTEST_TOKEN)
    if host not in LOOPBACK:
        token = token or secrets.token_urlsafe(24)
        typer.echo(f"wederhoor: {notice('W910', host=host)}", err=True)
    settings = Settings(host=host, port=port, token=token, who=who or _user(), warm=True)
    shown = f"[{host}]" if ":" in host else host
    with open_store(case) as store:
        for told in store.notices:
            typer.echo(f"wederhoor: {told}", err=True)
        server = uvicorn.Server(
            uvicorn.Config(
                create_app(store, settings), host=host, port=port, log_level="warning", access_log=False,
                server_header=False, proxy_headers=False, timeout_graceful_shutdown=2,
            )
        )  # fmt: skip
        try:
            bound = server.config.bind_socket()
            bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else each answer waits for 40 milliseconds
        except SystemExit:
            raise WederhoorError("W909", host=host, port=port, why="it is in use, or not ours to use") from None
        except OSError as error:
            raise WederhoorError("W909", host=host, port=port, why=error.strerror or error) from None
        typer.echo(f"http://{shown}:{port}/{f'?token={token}' if token else ''}")
        try:
            server.run([bound])
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise WederhoorError("W909", host=host, port=port, why=error.strerror or error) from None


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reader"


serve_command.__doc__ = f"{serve_command.__doc__}\n{EXAMPLES}"
