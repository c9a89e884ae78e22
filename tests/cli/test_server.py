import socket
import tempfile
import threading
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from simulator.server import AddressUnavailableError, Server
from simulator.simulation import Settings
from simulator.storage.database import DatabaseUnreachableError

PATIENCE = 20  # seconds


def fetch(server: Server, host: str = "127.0.0.1") -> int:
    connection = HTTPConnection(host, server.port, timeout=PATIENCE)
    connection.request("GET", "/", headers={"Host": urlsplit(server.url).netloc})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def open_descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def leftover_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    after = set(threading.enumerate()) - before
    for thread in after:
        thread.join(PATIENCE)  # one that was told to end may still be on its last line
    return [thread for thread in after if thread.is_alive()]


def test_it_answers_on_a_free_port() -> None:
    with Server(Settings()) as server:
        assert server.url == f"http://127.0.0.1:{server.port}"
        assert fetch(server) == 200


def test_several_run_side_by_side() -> None:
    with Server(Settings()) as one, Server(Settings()) as other:
        assert one.url != other.url
        assert (fetch(one), fetch(other)) == (200, 200)


def test_it_leaves_no_thread_no_descriptor_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Server(Settings()) as server:  # what is opened once for good is opened now
        fetch(server)
    threads, descriptors = set(threading.enumerate()), open_descriptors()
    with Server(Settings()) as server:
        kept_open = HTTPConnection(urlsplit(server.url).netloc, timeout=PATIENCE)
        kept_open.request("GET", "/")
        kept_open.getresponse().read()
        assert set(threading.enumerate()) > threads
    kept_open.close()
    assert leftover_threads(threads) == []
    assert open_descriptors() == descriptors
    assert list(tmp_path.iterdir()) == []


def test_its_port_is_free_again_at_once() -> None:
    with Server(Settings()) as server:
        fetch(server)
    with Server(Settings(), port=server.port) as again:
        assert fetch(again) == 200


def test_a_taken_port_is_refused_and_nothing_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    threads = set(threading.enumerate())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressUnavailableError, match=f"port {port} est déjà employé"):
            Server(Settings(), port=port).start()
    assert leftover_threads(threads) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["192.0.2.1", "inconnu.invalid", "a" * 300])
def test_an_address_that_is_not_ours_is_refused(host: str) -> None:
    with pytest.raises(AddressUnavailableError, match="ne peut être jointe"):
        Server(Settings(), host).start()


def test_an_unreachable_database_leaves_the_port_free(tmp_path: Path) -> None:
    server = Server(Settings(database_url=f"sqlite:///{tmp_path}/absent/base.sqlite"))
    with pytest.raises(DatabaseUnreachableError):
        server.start()
    with Server(Settings(), port=server.port) as again:
        assert fetch(again) == 200


def test_it_can_listen_on_the_newer_loopback_address() -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    with Server(Settings(), "::1") as server:
        assert server.url == f"http://localhost:{server.port}"
        assert fetch(server, "::1") == 200
