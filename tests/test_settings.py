import pytest

from entrepot.errors import CallError
from entrepot.settings import Settings, read_settings


def test_an_empty_environment_gives_the_defaults():
    assert read_settings({}) == read_settings({"ENTREPOT_JOBS": " "}) == Settings()


def test_the_environment_sets_what_it_names():
    environment = {"ENTREPOT_JOBS": "3", "ENTREPOT_MAX_MB": "5", "ENTREPOT_LIST_MAX_MB": "7"}
    assert read_settings(environment) == Settings(jobs=3, max_mb=5, list_max_mb=7)


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_what_is_no_whole_number_above_zero_is_a_wrong_call(value):
    with pytest.raises(CallError, match="ENTREPOT_JOBS"):
        read_settings({"ENTREPOT_JOBS": value})
