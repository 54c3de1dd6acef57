"""A network that can be cut: a small proxy that then takes everything and hands on nothing, as a pulled cable."""

import socket
import threading
from contextlib import suppress

from tests.browser.conftest import free_port


class Cable:
    """Between a browser and a server's port. Nobody is told of a cut: connections stay open and say nothing."""

    def __init__(self, server_port):
        self.server_port, self.port = server_port, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._cut, self._open = False, []
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self._run(self._accept)

    def cut(self):
        self._cut = True

    def mend(self):
        """What was said meanwhile is lost, so the connections of before are useless; new ones pass."""
        self._cut = False
        while self._open:
            self._shut(self._open.pop())

    def end(self):
        self._shut(self._listener)
        self.mend()

    @staticmethod
    def _run(what, *given):
        threading.Thread(target=what, args=given, daemon=True).start()

    @staticmethod
    def _shut(end):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()

    def _accept(self):
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                self._open.append(near)
                if self._cut:
                    continue
                far = socket.create_connection(("127.0.0.1", self.server_port))
                self._open.append(far)
                self._run(self._carry, near, far)
                self._run(self._carry, far, near)

    def _carry(self, come, go):
        with suppress(OSError):
            while said := come.recv(65536):
                if not self._cut:
                    go.sendall(said)
        self._shut(come)
        self._shut(go)
