"""The page behind a web server of the recipes in `docs/recipes`: theirs word for word, but for ports and the certificate."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.conftest import until

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.page.conftest import Served

NAME = "rosters.example.com"
RECIPES = Path(__file__).parents[2] / "docs" / "recipes"


def free_ports(count: int) -> list[int]:
    """Ports of this machine that nobody listens at."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


@dataclass
class WebServer:
    """nginx or Caddy before a page, by its recipe; `secure` and `plain` are the ports of https and http."""

    folder: Path
    page: Served
    secure: int
    plain: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def said(self) -> str:
        """All it wrote: to the log of its errors, to one of access that nobody asked for, and to the terminal."""
        return "".join(
            path.read_text(encoding="utf-8", errors="replace") for path in sorted(self.folder.rglob("*.log"))
        )

    def client(self, headers: Mapping[str, str] | None = None, local: str | None = None) -> httpx.Client:
        """A reader of `https://rosters.example.com`, who says where a form comes from as a browser does; `local` is theirs."""
        said = {"Origin": f"https://{NAME}", **(headers or {})}
        return httpx.Client(base_url=f"https://{NAME}", headers=said, timeout=60, transport=_Nearby(self, local))

    def start(self, command: list[str], environment: Mapping[str, str]) -> None:
        with (self.folder / "terminal.log").open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=self.folder, env={**os.environ, **environment}, stdout=log, stderr=log
            )
        until(lambda: self.process.poll() is not None or all(map(_listens, (self.secure, self.plain))))
        assert self.process.poll() is None, self.said

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)


class _Nearby(httpx.HTTPTransport):
    """Who looks for the web server on this machine, whatever its name; the certificate is its own."""

    def __init__(self, server: WebServer, local: str | None) -> None:
        super().__init__(verify=False, local_address=local)
        self._ports = {"https": server.secure, "http": server.plain}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions = {**request.extensions, "sni_hostname": NAME}
        request.url = request.url.copy_with(host="127.0.0.1", port=self._ports[request.url.scheme])
        return super().handle_request(request)


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def behind(server: str, folder: Path, page: Served) -> WebServer:
    """The page behind `nginx` or `caddy`; skipped where that is not installed."""
    program = shutil.which(server) or shutil.which(server, path="/usr/sbin:/usr/local/sbin")
    if program is None or shutil.which("openssl") is None:
        pytest.skip(f"{server} or openssl is not installed here")
    folder.mkdir()
    secure, plain = free_ports(2)
    made = WebServer(folder=folder, page=page, secure=secure, plain=plain)
    _certificate(folder)
    command, environment = {"nginx": _nginx, "caddy": _caddy}[server](made, program)
    made.start(command, environment)
    return made


def _certificate(folder: Path) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    files = ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", "privkey.pem", "-out", "fullchain.pem"]
    subprocess.run([*made, *files], cwd=folder, capture_output=True, check=True)


def _recipe(name: str, changed: Mapping[str, str]) -> str:
    text = (RECIPES / name).read_text(encoding="utf-8")
    for before, after in changed.items():
        assert before in text, f"{name} says no more {before!r}"
        text = text.replace(before, after)
    return text


def _nginx(server: WebServer, program: str) -> tuple[list[str], dict[str, str]]:
    changed = {
        "listen 80;": f"listen 127.0.0.1:{server.plain};",
        "listen 443 ": f"listen 127.0.0.1:{server.secure} ",
        f"/etc/letsencrypt/live/{NAME}": str(server.folder),
        "/var/log/nginx": str(server.folder),
        "127.0.0.1:8330": f"127.0.0.1:{server.page.port}",
    }
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    aside = "\n".join(f"{kind}_temp_path {server.folder}/{kind};" for kind in kinds)
    whole = [
        "daemon off; pid nginx.pid; error_log error.log;",
        "user root;" if os.geteuid() == 0 else "",
        f"events {{}} http {{ access_log access.log; {aside}",
        _recipe("nginx.conf", changed),
        "}",
    ]
    path = server.folder / "whole.conf"
    path.write_text("\n".join(whole), encoding="utf-8")
    return [program, "-p", str(server.folder), "-e", "error.log", "-c", str(path)], {}


def _caddy(server: WebServer, program: str) -> tuple[list[str], dict[str, str]]:
    own = f"\n{{\n\tadmin off\n\tskip_install_trust\n\thttp_port {server.plain}\n\thttps_port {server.secure}"
    certificate = f"\ttls {server.folder}/fullchain.pem {server.folder}/privkey.pem\n\tbind 127.0.0.1"
    changed = {
        "\n{": own,
        f"\n{NAME} {{": f"\n{NAME} {{\n{certificate}",
        "127.0.0.1:8330": f"127.0.0.1:{server.page.port}",
    }
    path = server.folder / "Caddyfile"
    path.write_text(_recipe("Caddyfile", changed), encoding="utf-8")
    environment = {"XDG_DATA_HOME": str(server.folder), "XDG_CONFIG_HOME": str(server.folder)}
    return [program, "run", "--config", str(path), "--adapter", "caddyfile"], environment
