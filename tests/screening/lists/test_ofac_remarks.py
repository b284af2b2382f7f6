"""Statements in OFAC's remarks."""

import pytest

from entrepot.model.listing import PartyKind
from entrepot.screening.lists.book import Notebook
from entrepot.screening.lists.ofac_remarks import apply_remarks
from entrepot.screening.lists.party import PartyBuilder
from tests.screening.lists.support import numbers_of


def read(remarks: str, kind: PartyKind = "person") -> PartyBuilder:
    party = PartyBuilder(Notebook(), "test", "1", kind)
    party.add_name("Somebody")
    apply_remarks(remarks, party)
    return party


@pytest.mark.parametrize(
    ("remarks", "number"),
    [
        ("Cedula No. 6068015 (Colombia).", ("national_id", "6068015", "CO")),
        ("C.R. No. CH-217.0.135.719-4 (Switzerland).", ("registration", "CH21701357194", "CH")),
        ("alt. Passport 19820215.", ("passport", "19820215", "")),
        ("SWIFT/BIC HAVIGB2L.", ("swift", "HAVIGB2L", "")),
        ("NIT # 800018928-0 (Colombia).", ("tax", "8000189280", "CO")),
        ("Unified Social Credit Code (USCC) 91110000710934369E (China).", ("registration", "91110000710934369E", "CN")),
        ("Legal Entity Number 253400V1H6ART1UQ0N98 (Russia).", ("lei", "253400V1H6ART1UQ0N98", "RU")),
        ("Italian Fiscal Code: DAOMMD74T11Z352Z.", ("tax", "DAOMMD74T11Z352Z", "")),
        ("Fishing Permit Number IG0641 (Maldives).", ("other", "IG0641", "MV")),
    ],
)
def test_a_number_is_read_with_its_kind_and_country(remarks: str, number: tuple[str, str, str]) -> None:
    built = read(remarks).build()
    assert built is not None
    assert number in numbers_of(built)


@pytest.mark.parametrize(
    "text", ["Minister of Oil.", "arrested 12 Sep 2003.", "Passport and National ID were issued in Ulm."]
)
def test_what_has_no_form_stays_in_the_remarks_alone(text: str) -> None:
    built = read(text).build()
    assert built is not None
    assert (built.identifiers, built.attributes, built.remarks) == ((), (), text)


def test_nationality_of_registration_is_a_country_and_no_nationality() -> None:
    built = read("Nationality of Registration Korea, North; Former Vessel Flag Malta.", "vessel").build()
    assert built is not None
    assert built.countries == ("KP",)
