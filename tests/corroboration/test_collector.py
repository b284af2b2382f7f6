"""The pause of the collector ends with the block, also by an error, and leaves a collector that was off, off."""

import gc

import pytest

from entrepot.corroboration.collector import pause_collector


def test_collector_runs_again_after_an_error() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"), pause_collector():
        assert not gc.isenabled()
        raise ValueError("broken")
    assert gc.isenabled()


def test_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with pause_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
