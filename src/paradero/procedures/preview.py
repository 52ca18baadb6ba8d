"""What a preview refuses: until casework, consent and roles are built, the desk serves one machine and no other."""

from ipaddress import ip_address

from paradero.terms.refusal import Refusal


class PreviewRefused(Refusal):
    """The preview does not do this."""


def require_loopback(host: str) -> None:
    """Let an address of this machine through, else raise `PreviewRefused`."""
    if not _is_loopback(host.strip().strip("[]")):
        raise PreviewRefused(
            f"{host} can be reached from other machines. This is a preview: it serves 127.0.0.1 alone, "
            "until roles and consent are built. Start it with --host 127.0.0.1."
        )


def require_named(
    *, controller: str | None, purpose: str | None, retention_days: str | None, demonstration: bool
) -> None:
    """Let a desk through that says who answers for it, what for and for how long; the demonstration needs none.

    Raises:
        PreviewRefused: If one of them is missing, or the retention is not a number of days.
    """
    if demonstration:
        return
    wanted = {"controller": controller, "purpose": purpose, "retention_days": retention_days}
    missing = [name for name, value in wanted.items() if not (value or "").strip()]
    if missing:
        raise PreviewRefused(
            f"This desk does not say its {', '.join(missing)}. Families' data needs a named controller, a purpose and "
            "a retention period: write them into paradero.toml in the desk's folder, or set PARADERO_CONTROLLER, "
            "PARADERO_PURPOSE and PARADERO_RETENTION_DAYS."
        )
    if not (retention_days or "").strip().isdecimal() or int(retention_days or 0) < 1:
        raise PreviewRefused(f"The retention period is a number of days, not {retention_days!r}.")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
