"""What every refusal of a bundle keeps to."""

import io

import pytest

from paradero.exchange.bundle import BundleRefused, read_bundle


def refused(bundle: bytes) -> BundleRefused:
    with pytest.raises(BundleRefused) as refusal:
        read_bundle(io.BytesIO(bundle), name="case.wacz")
    said = str(refusal.value)
    assert said.startswith("case.wacz: ")
    assert said.endswith(" and ask whoever sent it for the file as it was made.")
    assert said.isprintable()
    return refusal.value
