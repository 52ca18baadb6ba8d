"""A real timestamp authority on this machine: openssl signs, an HTTP server in a thread answers."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Self

POLICY = "1.3.6.1.4.1.55555.1"
LONG = ("20200101000000Z", "20490101000000Z")
PAST = ("20200101000000Z", "20200201000000Z")
AHEAD = ("20480101000000Z", "20490101000000Z")

_SETTINGS = """
[ca]
default_ca = house
[house]
new_certs_dir = .
database = issued.txt
rand_serial = yes
default_md = sha256
policy = names
unique_subject = no
[names]
organizationName = supplied
commonName = supplied
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[step]
basicConstraints = critical,{step}
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[clock]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
{usage}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
default_tsa = answers
[answers]
serial = serial.txt
signer_cert = clock.pem
signer_key = clock.key
signer_digest = {digest}
default_policy = {policy}
digests = sha256
ess_cert_id_alg = {names_signer_by}
tsa_name = yes
{more}
"""


class LocalAuthority:
    """An authority with a root, perhaps a certificate between, and one that signs, all made by openssl in `folder`.

    As a context it also listens on 127.0.0.1, at `url`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        name: str = "Registro del Sur",
        key: str = "rsa:2048",
        usage: str = "critical,timeStamping",
        valid: tuple[str, str] = LONG,
        root_valid: tuple[str, str] = LONG,
        with_step: bool = False,
        step: str = "CA:TRUE,pathlen:0",
        carries_chain: bool = False,
        digest: str = "sha256",
        names_signer_by: str = "sha256",
        more: str = "",
    ) -> None:
        assert shutil.which("openssl"), "These tests need openssl: apt-get install openssl, or run .ci/run as root."
        self.folder, self.name, self._key = folder, name, key
        self.queries: list[bytes] = []
        self._one_at_a_time = Lock()
        folder.mkdir(parents=True, exist_ok=True)
        settings = _SETTINGS.format(
            usage=f"extendedKeyUsage = {usage}" if usage else "",
            step=step,
            digest=digest,
            policy=POLICY,
            names_signer_by=names_signer_by,
            more=f"{more}\ncerts = chain.pem" if carries_chain else more,
        )
        (folder / "settings.cnf").write_text(settings)
        (folder / "issued.txt").touch()
        (folder / "serial.txt").write_text("01\n")
        self.root_pem = self._issue("root", by=None, valid=root_valid)
        self.step_pem = self._issue("step", by="root", valid=root_valid) if with_step else b""
        self.clock_pem = self._issue("clock", by="step" if with_step else "root", valid=valid)
        (folder / "chain.pem").write_bytes(self.step_pem + self.root_pem)

    @property
    def asked(self) -> int:
        """How many questions came in."""
        return len(self.queries)

    def respond(self, query: bytes) -> bytes:
        """Return the answer to a question, both in DER."""
        with self._one_at_a_time:
            self.queries.append(query)
            (self.folder / "query.tsq").write_bytes(query)
            self.openssl("ts", "-reply", "-config", "settings.cnf", "-queryfile", "query.tsq", "-out", "answer.tsr")
            return (self.folder / "answer.tsr").read_bytes()

    def sign(self, facts: bytes, *, kind: str = "1.2.840.113549.1.9.16.1.4") -> bytes:
        """Return a token over facts (a TSTInfo) as they are; `openssl ts` would not sign them for every certificate."""
        with self._one_at_a_time:
            (self.folder / "facts.der").write_bytes(facts)
            signer = ("-signer", "clock.pem", "-inkey", "clock.key", "-md", "sha256", "-cades")
            content = ("-in", "facts.der", "-binary", "-nodetach", "-econtent_type", kind)
            self.openssl("cms", "-sign", *signer, *content, "-outform", "DER", "-out", "signed.der")
            return (self.folder / "signed.der").read_bytes()

    def openssl(self, *arguments: str) -> str:
        """Run openssl in the folder and return what it said; it must succeed."""
        said = subprocess.run(["openssl", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said.stderr
        return said.stdout

    def __enter__(self) -> Self:
        authority = self

        class Answering(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                query = self.rfile.read(int(self.headers["Content-Length"]))
                assert self.headers["Content-Type"] == "application/timestamp-query"
                answer = authority.respond(query)
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._listening = listening(Answering)
        self.url = self._listening.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listening.__exit__(kind, trouble, trace)

    def _issue(self, part: str, *, by: str | None, valid: tuple[str, str]) -> bytes:
        options = ["-pkeyopt", "ec_paramgen_curve:P-256"] if self._key == "ec" else []
        subject = f"/O={self.name}/CN={self.name} {part}"
        wished = ("-keyout", f"{part}.key", "-out", f"{part}.csr", "-subj", subject)
        self.openssl("req", "-new", "-newkey", self._key, *options, "-nodes", *wished)
        issuer = ["-cert", f"{by}.pem", "-keyfile", f"{by}.key"] if by else ["-selfsign", "-keyfile", f"{part}.key"]
        dates = ("-startdate", valid[0], "-enddate", valid[1])
        made = ("-in", f"{part}.csr", "-out", f"{part}.pem", "-notext", "-extensions", part)
        self.openssl("ca", "-batch", "-config", "settings.cnf", *issuer, *dates, *made)
        return (self.folder / f"{part}.pem").read_bytes()


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve on a free port of 127.0.0.1 and yield the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.block_on_close = False
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
