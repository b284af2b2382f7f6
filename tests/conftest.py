"""What holds for all tests."""

from hypothesis import settings

# Speed is measured by benchmarks; on a busy machine a deadline would fail tests of what is right.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
