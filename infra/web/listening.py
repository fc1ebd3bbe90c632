"""The socket on which the service listens."""

import socket
from contextlib import ExitStack


def listening(host: str, port: int) -> socket.socket:
    """Listen on an address; port 0 is any that is free.

    Raises:
        OSError: the address is taken, or none of this machine's.

    """
    # By name of its protocol: asyncio sends at once only what it knows to be TCP, and an answer would else wait 40 ms for its second half.
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)[0]
    with ExitStack() as closing:
        listener = closing.enter_context(socket.socket(family, kind, protocol))
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
        closing.pop_all()
    return listener


def address_of(listener: socket.socket) -> str:
    """Write the address for those who send to it."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
