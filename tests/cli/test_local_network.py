"""Which addresses of this machine others reach."""

import socket

from editor.cli import local_network


def test_addresses_are_found_for_who_listens_to_everybody_alone():
    assert local_network.addresses("127.0.0.1") == []
    assert local_network.addresses("localhost") == []
    assert local_network.addresses("192.168.1.14") == ["192.168.1.14"]
    found = local_network.addresses("0.0.0.0")
    assert not any(address.startswith(("127.", "0.")) for address in found)
    assert len(set(found)) == len(found)


def test_a_machine_without_any_network_has_none_and_nothing_breaks(monkeypatch):
    def unreachable(*_):
        raise OSError("Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", unreachable)
    monkeypatch.setattr(socket, "getaddrinfo", unreachable)
    assert local_network.addresses("0.0.0.0") == []


def test_each_network_is_named_once(monkeypatch):
    monkeypatch.setattr(
        local_network, "_found", lambda: iter(["192.168.1.14", "10.0.0.3", "192.168.1.14", "127.0.1.1"])
    )
    assert local_network.addresses("::") == ["192.168.1.14", "10.0.0.3"]
