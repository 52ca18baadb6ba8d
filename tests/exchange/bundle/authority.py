"""A timestamp authority of our own, made of openssl: a root that signed itself, and a certificate that may stamp."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

_SETTINGS = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256, sha512
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
signer_digest = sha256
[may_stamp]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
"""


@dataclass(frozen=True)
class Authority:
    """Stamps with the certificate in its folder."""

    folder: Path

    @classmethod
    def made(cls, folder: Path, *, stamps_until: str | None = None) -> "Authority":
        """Make keys and certificates; `stamps_until` is when the stamping one runs out, as `20261123160530Z`."""
        authority = cls(folder)
        (folder / "settings").write_text(_SETTINGS.format(folder=folder))
        (folder / "serial").write_text("01")
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        authority.openssl(
            "req",
            "-x509",
            *key,
            "-keyout",
            "root.key",
            "-out",
            "root.pem",
            "-days",
            "3650",
            "-subj",
            "/CN=Root of the tests",
        )
        authority.openssl(
            "req", "-new", *key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Clock of the tests"
        )
        if stamps_until is None:
            authority.openssl(
                *("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial"),
                *("-days", "3650", "-extfile", "settings", "-extensions", "may_stamp", "-out", "tsa.pem"),
            )
        else:
            authority._sign_until(stamps_until)
        return authority

    @property
    def certificates(self) -> bytes:
        return b"".join(self._certificate(name) for name in ("tsa.pem", "root.pem"))

    def stamp(self, text: bytes, *, is_bare: bool = False, digest: str = "sha256") -> bytes:
        """Return the answer to a text, or its token alone."""
        (self.folder / "text").write_bytes(text)
        self.openssl("ts", "-query", "-data", "text", f"-{digest}", "-cert", "-out", "query")
        sign = ("-signer", "tsa.pem", "-inkey", "tsa.key", "-chain", "root.pem")
        self.openssl(
            "ts", "-reply", "-config", "settings", "-section", "here", "-queryfile", "query", *sign, "-out", "answer"
        )
        if is_bare:
            self.openssl("ts", "-reply", "-in", "answer", "-token_out", "-out", "answer")
        return (self.folder / "answer").read_bytes()

    def openssl(self, *arguments: str) -> str:
        said = subprocess.run(["openssl", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said.stderr
        return said.stdout

    def _certificate(self, name: str) -> bytes:
        return self.openssl("x509", "-in", name).encode()

    def _sign_until(self, moment: str) -> None:
        (self.folder / "index").write_text("")
        (self.folder / "ca").write_text(
            "[ca]\ndefault_ca = here\n[here]\ndatabase = index\nnew_certs_dir = .\nserial = serial.ca\n"
            "default_md = sha256\npolicy = any\n[any]\ncommonName = supplied\n"
        )
        (self.folder / "serial.ca").write_text("07")
        self.openssl(
            *(
                "ca",
                "-batch",
                "-notext",
                "-config",
                "ca",
                "-cert",
                "root.pem",
                "-keyfile",
                "root.key",
                "-in",
                "tsa.csr",
            ),
            *("-startdate", "20200101000000Z", "-enddate", moment, "-extfile", "settings", "-extensions", "may_stamp"),
            *("-out", "tsa.pem"),
        )
