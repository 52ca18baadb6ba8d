"""Refuses what the preview must not do, from the settings."""

from django.conf import settings

from paradero.procedures.demonstration import is_demonstration
from paradero.procedures.preview import require_loopback, require_named


def require_preview(host: str) -> None:
    """Let a start through that the preview allows: on this machine, and with somebody who answers for the data.

    Raises:
        PreviewRefused: If other machines could reach the host, or controller, purpose or retention are missing outside
            the demonstration.
    """
    require_loopback(host)
    require_named(
        controller=settings.PARADERO_CONTROLLER,
        purpose=settings.PARADERO_PURPOSE,
        retention_days=settings.PARADERO_RETENTION_DAYS,
        demonstration=is_demonstration(),
    )
