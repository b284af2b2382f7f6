"""Territories as offices code and print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrepot.trade.territory_codes import GROUP, SECRET, fold_name, resolve_territory, scheme_codes, territory_targets


@pytest.mark.parametrize(
    ("label", "scheme", "territory"),
    [
        ("251", "comtrade", "FR"),
        ("842", "comtrade", "US"),
        ("051", "comtrade", "AM"),
        ("490", "comtrade", "TW"),
        ("899", "comtrade", "_X"),
        ("0", "comtrade", "W"),
        ("250", "m49", "FR"),
        ("251", "m49", None),
        ("XS", "comext", "RS"),
        ("QZ", "comext", SECRET),
        ("EXT_EU27_2020", "comext", GROUP),
        ("EU27_2020", "comext", "EU"),
        ("004", "geonom", "DE"),
        ("0004", "geonom", "DE"),
        ("ROM", "iso3", "RO"),
        ("W00", "iso3", "W"),
        ("EL", "any", "GR"),
        ("AT: Austria", "any", "AT"),
        ("Austria [AT]", "any", "AT"),
        ("Czech Rep.", "any", "CZ"),
        ("KOREA, DPR of", "name", "KP"),
        ("Türkiye", "name", "TR"),
        ("Folkland Islands (Malvinas)", "name", "FK"),
        ("Germany (incl. German Democratic Republic 'DD' from 1991)", "any", "DE"),
        ("CIS", "name", GROUP),
        ("Ruritania", "any", None),
        ("", "any", None),
    ],
)
def test_a_label_leads_to_its_territory(label, scheme, territory):
    assert resolve_territory(label, scheme) == territory


def test_the_two_congos_koreas_and_sudans_are_told_apart():
    pairs = {"Congo": "CG", "Congo, Dem. Rep.": "CD", "Rep. of Korea": "KR", "Dem. People's Rep. of Korea": "KP"}
    assert {name: resolve_territory(name) for name in pairs} == pairs
    assert (resolve_territory("729", "comtrade"), resolve_territory("728", "comtrade")) == ("SD", "SS")


def test_every_code_of_every_scheme_leads_to_a_code_of_the_flow_table():
    known = {*territory_targets(), GROUP, SECRET}
    for scheme in ("m49", "comtrade", "comext", "geonom", "iso2", "iso3", "any"):
        assert set(scheme_codes(scheme).values()) <= known


@given(st.text())
def test_folding_a_name_twice_changes_nothing_more(name):
    assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize(
    ("label", "territory"),
    [
        ("China (Taiwan)", "TW"),
        ("Китай (Тайвань)", "TW"),
        ("Тайвань (Китай)", "TW"),
        ("Korea (DPR)", "KP"),
        ("Korea (Dem. People's Rep. of)", "KP"),
        ("Korea (Republic of)", "KR"),
        ("Korea (of some kind)", None),
        ("Sudan (South)", "SS"),
        ("Burma (Myanmar)", "MM"),
        ("France (incl. Monaco)", "FR"),
    ],
)
def test_what_stands_in_brackets_may_make_it_another_territory(label, territory):
    assert resolve_territory(label) == territory


@pytest.mark.parametrize(
    ("label", "territory"),
    [
        ("Rusya Federasyonu", "RU"),
        ("俄罗斯联邦", "RU"),
        ("КОРЕЯ, РЕСПУБЛИКА", "KR"),
        ("ОАЭ", "AE"),
        ("U ARAB EMTS", "AE"),
    ],
)
def test_national_offices_print_names_in_their_own_tongue(label, territory):
    assert resolve_territory(label) == territory
