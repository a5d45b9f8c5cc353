"""Downloads from a real https server on this machine."""

import gzip
import ssl
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from gan.data import download as download_module
from gan.data.catalogue_entry import IdxEntry, IdxSplit, PublishedFile
from gan.data.download import download, fetch
from gan.data.idx import read_idx_split
from gan.errors import FileError, UserError
from gan.files import sha256_of

CERTIFICATE = Path(__file__).with_name("localhost.pem")
IMAGES = np.random.default_rng(0).integers(0, 256, (40, 28, 28), dtype=np.uint8)
LABELS = (np.arange(40) % 2).astype(np.uint8)
FILES = {
    "images": bytes((0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 28, 0, 0, 0, 28)) + IMAGES.tobytes(),
    "labels": bytes((0, 0, 8, 1, 0, 0, 0, 40)) + LABELS.tobytes(),
}


class Server:
    """Serves ``answers`` by path; counts what was asked; a silent path never answers."""

    def __init__(self) -> None:
        self.answers = {f"/{name}.gz": gzip.compress(content) for name, content in FILES.items()}
        self.redirects = {}
        self.silent = set()
        self.asked = []
        self.closing = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.asked.append(self.path)
                if self.path in server.silent:
                    server.closing.wait(20)
                elif self.path in server.redirects:
                    self.send_response(302)
                    self.send_header("Location", server.redirects[self.path])
                    self.end_headers()
                elif self.path in server.answers:
                    self.send_response(200)
                    self.end_headers()
                    self.wfile.write(server.answers[self.path])
                else:
                    self.send_error(404)

            def log_message(self, *_):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = False
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        self._http.socket = context.wrap_socket(self._http.socket, server_side=True)
        self._http.handle_error = lambda *_: None  # clients that hang up are part of the tests
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def address(self):
        return f"https://localhost:{self._http.server_port}/"

    def close(self):
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "localhost")
    server = Server()
    yield server
    server.close()


@pytest.fixture
def trust():
    return ssl.create_default_context(cafile=str(CERTIFICATE))


@pytest.fixture
def entry(server):
    def described(name):
        content = FILES[name]
        packed_size = len(gzip.compress(content))
        return PublishedFile(name=name, size=len(content), sha256=sha256_of(content), packed_size=packed_size)

    split = IdxSplit(images=described("images"), labels=described("labels"))
    return IdxEntry(
        name="tiny",
        title="Tiny",
        folder="TINY",
        class_names=("even", "odd"),
        licence="none",
        address=server.address,
        train=split,
        test=split,
    )


def never():
    return False


def ignore(done, total):
    pass


def files_under(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_downloaded_set_can_be_read_and_progress_reaches_the_whole(tmp_path, entry, trust):
    heard = []
    assert fetch(entry, tmp_path, lambda done, total: heard.append((done, total)), never, trust)
    np.testing.assert_array_equal(read_idx_split(entry, entry.train, tmp_path).images[..., 0], IMAGES)
    assert files_under(tmp_path) == ["images", "labels"]
    assert heard == sorted(heard)
    assert heard[-1] == (entry.download_size, entry.download_size)


def test_what_is_there_already_is_not_asked_for_again(tmp_path, entry, trust, server):
    fetch(entry, tmp_path, ignore, never, trust)
    (tmp_path / "TINY" / "raw" / "labels").write_bytes(b"damaged since")
    server.asked.clear()
    assert fetch(entry, tmp_path, ignore, never, trust)
    assert server.asked == ["/labels.gz"]
    assert (tmp_path / "TINY" / "raw" / "labels").read_bytes() == FILES["labels"]


TAMPERED = {
    "another picture": gzip.compress(FILES["images"][:-1] + b"\0"),
    "more than announced": gzip.compress(FILES["images"] + b"\0" * 50_000_000),
    "less than announced": gzip.compress(FILES["images"][:-100]),
    "cut": gzip.compress(FILES["images"])[:-20],
    "not packed": FILES["images"],
    "a web page": b"<html>please log in to this network</html>",
    "nothing": b"",
}


@pytest.mark.parametrize("answer", TAMPERED.values(), ids=TAMPERED.keys())
def test_nothing_is_kept_of_a_file_that_is_not_the_published_one(tmp_path, entry, trust, server, answer):
    server.answers["/images.gz"] = answer
    with pytest.raises(FileError, match="not the published file"):
        fetch(entry, tmp_path, ignore, never, trust)
    assert files_under(tmp_path) == []


def test_cancelling_between_two_chunks_keeps_whole_files_only(tmp_path, entry, trust, monkeypatch):
    monkeypatch.setattr(download_module, "_CHUNK_BYTES", 1000)
    heard = []
    assert not fetch(entry, tmp_path, lambda done, _: heard.append(done), lambda: len(heard) > 3, trust)
    assert len(heard) == 4
    assert files_under(tmp_path) == []


def test_a_silent_server_is_given_up(tmp_path, entry, trust, server, monkeypatch):
    monkeypatch.setattr(download_module, "_TIMEOUT_S", 0.2)
    server.silent.add("/images.gz")
    with pytest.raises(FileError, match="localhost could not be reached"):
        fetch(entry, tmp_path, ignore, never, trust)
    assert files_under(tmp_path) == []


def test_a_server_without_the_file_is_named(tmp_path, entry, trust, server):
    server.answers.clear()
    with pytest.raises(FileError, match=r"localhost could not be reached \(Not Found\)"):
        fetch(entry, tmp_path, ignore, never, trust)


def test_a_server_that_nobody_vouches_for_is_refused(tmp_path, entry, server):
    with pytest.raises(FileError, match="certificate"):
        fetch(entry, tmp_path, ignore, never)
    assert server.asked == []


def test_no_network_is_a_sentence(tmp_path, entry, trust):
    unreachable = replace(entry, address="https://localhost:1/")
    with pytest.raises(FileError, match="Check the network") as caught:
        fetch(unreachable, tmp_path, ignore, never, trust)
    assert caught.value.failure.code == "download-failed"


@pytest.mark.parametrize("address", ["http://localhost/", "file:///etc/", "ftp://localhost/"])
def test_only_https_is_spoken(tmp_path, entry, trust, server, address):
    with pytest.raises(UserError, match="not an https address"):
        fetch(replace(entry, address=address), tmp_path, ignore, never, trust)
    server.redirects["/images.gz"] = address
    with pytest.raises((UserError, FileError)):
        fetch(entry, tmp_path, ignore, never, trust)
    assert files_under(tmp_path) == []


def test_a_redirect_within_https_is_followed(tmp_path, entry, trust, server):
    server.answers["/elsewhere"] = server.answers.pop("/images.gz")
    server.redirects["/images.gz"] = server.address + "elsewhere"
    assert fetch(entry, tmp_path, ignore, never, trust)


def test_a_name_that_is_not_in_the_catalogue_is_refused_before_anything_is_asked(tmp_path):
    with pytest.raises(UserError, match="no data set named"):
        download("../../etc/passwd", tmp_path, ignore, never)
    assert files_under(tmp_path) == []
