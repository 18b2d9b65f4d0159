"""Asking a server of this machine, byte for byte as one likes."""

from http.client import HTTPConnection, HTTPResponse

from archgen.serving.loopback import Served


def port(server: Served) -> int:
    return int(server.address.rstrip("/").rpartition(":")[2])


def asked(server: Served, path: str = "/", *hosts: str, method: str = "GET") -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port(server), timeout=10)
    connection.putrequest(method, path, skip_host=True)
    for host in hosts or (f"127.0.0.1:{port(server)}",):
        connection.putheader("Host", host)
    connection.endheaders()
    return connection.getresponse()
