"""`paradero desk`: the staff's web pages, on this machine alone."""

import socket
from typing import Annotated, Any

import typer
from django.db import connections
from gunicorn.app.base import BaseApplication

from paradero.cli.house import open_house
from paradero.cli.screen import say
from paradero.cli.working import worker_beside
from paradero.procedures.home import UPLOADING, home_folder
from paradero.terms.refusal import Refusal

Host = Annotated[str, typer.Option(help="This machine's own address. A preview refuses any other.")]
Port = Annotated[int, typer.Option(min=1, max=65535)]
Work = Annotated[
    bool, typer.Option("--work/--no-work", help="Also search what is new, in a process beside; or leave it to others.")
]

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 8000


class PortTaken(Refusal):
    """Another program answers there already."""


class DeskServer(BaseApplication):  # type: ignore[misc] # gunicorn ships no types
    """Gunicorn inside this process's own command, with no log of who asks for what (rule R12)."""

    def __init__(self, *, host: str, port: int) -> None:
        self.address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn what would stand in its file."""
        settings = {
            "bind": self.address,
            "worker_class": "gthread",
            "workers": 1,
            "threads": 8,
            "accesslog": None,
            "control_socket_disable": True,
            "loglevel": "error",
            "proc_name": "paradero desk",
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return what answers."""
        from django.core.wsgi import get_wsgi_application

        return get_wsgi_application()


def desk(host: Host = LOOPBACK, port: Port = DEFAULT_PORT, *, work: Work = True) -> None:
    """Serve the staff's pages until Ctrl-C, and search what is new meanwhile.

    Outside the demonstration it does not start without a controller, a purpose and a retention period. Make a log-in
    first: `paradero staff add NAME`.
    """
    address = own_address(host)
    open_house()
    serve(host=address, port=port, work=work)


def own_address(host: str) -> str:
    """Return this machine's address as a socket takes it: `[::1]`, as browsers write it, is `::1`.

    Raises:
        PreviewRefused: If it can be reached from other machines.
    """
    from paradero.procedures.preview import require_loopback

    require_loopback(host)
    return host.strip().strip("[]")


def serve(*, host: str, port: int, work: bool) -> None:
    """Answer on the address until the process is told to end, with a worker beside where one is wanted."""
    require_free(host, port)
    _clear_uploads()
    say(f"The desk: http://{f'[{host}]' if ':' in host else host}:{port}   (Ctrl-C ends it)")
    say("Preview: invented data only.")
    connections.close_all()  # the server forks, and a connection to SQLite must not be carried over
    with worker_beside(wanted=work):
        DeskServer(host=host, port=port).run()


def _clear_uploads() -> None:
    """Remove what a killed desk left of files that were being uploaded; none of them was acknowledged."""
    for left in (home_folder() / UPLOADING).glob("*.upload*"):
        left.unlink(missing_ok=True)


def require_free(host: str, port: int) -> None:
    """Let a free port through, else raise `PortTaken`."""
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as trouble:
            raise PortTaken(
                f"Port {port} on {host} cannot be used ({trouble.strerror}): another program answers there, perhaps a "
                f"desk that is still open. Close it, or choose another: --port {port + 1 if port < 65535 else 8000}"  # noqa: PLR2004
            ) from None
