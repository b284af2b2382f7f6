"""Ids of actors."""

from entrepot.reference.names import slug


def test_an_id_is_the_name_in_plain_letters() -> None:
    assert slug("Nicolás Maduro") == "nicolas-maduro"
    assert slug("Denys Shmyhal") == "denys-shmyhal"
    assert slug("Kim Jong-un") == "kim-jong-un"
