"""Press offices for their institutions, and papers as sources."""

import pytest

from tests.claims.reports import claims_of


@pytest.mark.parametrize(
    ("report", "name", "kind"),
    [
        ("Iran sent drones to Chad, the press service of Russian Railways said.", "Russian Railways", "official"),
        ("Iran sent drones to Chad, the Kazakh government's press office said.", "Kazakhstan", "official"),
        ("Iran sent drones to Chad, the media office of the Halden Railway said.", "Halden Railway", "official"),
        ("Waybills record nine drones that Iran sent to Chad.", "Waybills", "document"),
        ("Iran sent drones to Chad, as Reuters was the first to report.", "Reuters", "wire"),
        ("Iran sent drones to Chad, Reuters quoted an officer as saying.", "officer", "unnamed"),
        ("Iran sent drones to Chad, the Ministry of Defence reports.", "Ministry of Defence", "official"),
        ("Iran sent drones to Chad, according to payment orders.", "payment orders", "document"),
        ("Iran sent drones to Chad, according to a protocol that two inspectors signed.", "protocol", "document"),
        (
            "Packing lists show that Iran sent drones to Chad. Oman sent lathes to Chad, the lists show.",
            "Packing lists",
            "document",
        ),
    ],
)
def test_an_institution_speaks_through_its_press_office_and_a_paper_for_itself(
    report: str, name: str, kind: str
) -> None:
    source = claims_of(report)[-1].sources[-1]
    assert (source.name, source.kind) == (name, kind)


def test_a_press_office_named_alone_is_the_one_named_before() -> None:
    claims = claims_of(
        "Iran sent drones to Chad, the Kazakh government's press office said. Oman sent lathes to Chad, the press "
        "office said."
    )
    assert claims[-1].sources[-1].name == "Kazakhstan"
