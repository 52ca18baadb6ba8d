"""Builds the virtual environment from the lock, with a line of progress instead of pip's many.

Runs under the Python that the environment is to have, with the standard library alone.
"""

import re
import subprocess
import sys
import venv
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--progress-bar", "off", "--no-deps")
IN_PLACE = "all are here; putting them in place"
STEP = re.compile(r"(?:Collecting|Requirement already satisfied:) ([A-Za-z0-9._-]+)")


def main() -> None:
    """Make the environment named on the command line, or end with what went wrong."""
    folder = Path(sys.argv[1]).resolve()
    started = monotonic()
    say(f"Paradero builds its own Python in {folder.name}/ (once; nothing outside this folder changes).")
    if not ((folder / "bin" / "python").exists() and list(folder.glob("lib/python3*/site-packages/pip"))):
        venv.create(folder, with_pip=True)
    total = sum(1 for line in LOCK.read_text(encoding="utf-8").splitlines() if re.match(r"[a-z0-9]", line))
    log = folder / "build.log"
    log.write_text("", encoding="utf-8")
    install(folder, log, total, "--require-hashes", "-r", str(LOCK))
    install(folder, log, 0, "--no-build-isolation", "--editable", str(ROOT))
    say("  compiling the search of names (a minute)")
    subprocess.run([str(folder / "bin" / "python"), "-m", "paradero.identity.search"], check=True)
    say(f"Built in {monotonic() - started:.0f} seconds.")


def install(folder: Path, log: Path, total: int, *what: str) -> None:
    """Run pip once, counting the packages as it meets them; a total of 0 is not worth a count."""
    command = [str(folder / "bin" / "python"), *PIP, *what]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for met, name in enumerate(steps(pip.stdout or (), log), start=1):
            if total:
                progress(met, total, name)
    if sys.stdout.isatty():
        say("\r\033[K", end="")
    if pip.returncode:
        said = "\n".join(log.read_text(encoding="utf-8").splitlines()[-15:])
        sys.exit(f"pip could not install what {LOCK.name} names. All it said is in {log}; the last:\n{said}")


def steps(lines: Iterable[str], log: Path) -> Iterator[str]:
    """Write pip's output to the log and pass on the names of the packages it comes to."""
    with log.open("a", encoding="utf-8") as out:
        for line in lines:
            out.write(line)
            out.flush()
            if step := STEP.match(line):
                yield step[1]
            elif line.startswith("Installing collected packages"):
                yield IN_PLACE


def progress(met: int, total: int, name: str) -> None:
    """Show how far it is: in place on a terminal, else a line for every twenty packages."""
    if sys.stdout.isatty():
        say(f"\r\033[K  {met:>3} of {total}  {name}", end="")
    elif name == IN_PLACE:
        say(f"  {name}")
    elif met % 20 == 0:
        say(f"  {met:>3} of {total}  {name}")


def say(text: str, *, end: str = "\n") -> None:
    """Print at once."""
    print(text, end=end, flush=True)


if __name__ == "__main__":
    main()
