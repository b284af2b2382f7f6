"""Periods as national offices print them, brought into the form of ISO 8601: "03/2022", "Mart 2022", "2022年3月"."""

from entrepot.trade.importers.expressions import look_up_sql, once_sql

_MONTHS = (
    "jan january январь января січень січня ocak januar jänner janvier enero",
    "feb february февраль февраля лютий лютого şubat februar février febrero",
    "mar march март марта березень березня mart märz mars marzo",
    "apr april апрель апреля квітень квітня nisan avril abril",
    "may май мая травень травня mayıs mai mayo",
    "jun june июнь июня червень червня haziran juni juin junio",
    "jul july июль июля липень липня temmuz juli juillet julio",
    "aug august август августа серпень серпня ağustos août agosto",
    "sep sept september сентябрь сентября вересень вересня eylül septembre septiembre",
    "oct october октябрь октября жовтень жовтня ekim oktober octobre octubre",
    "nov november ноябрь ноября листопад листопада kasım novembre noviembre",
    "dec december декабрь декабря грудень грудня aralık dezember décembre diciembre",
)
"""Months in English, Russian, Ukrainian, Turkish, German, French and Spanish; no word means two of them."""

_YEAR = "((?:19|20)\\d\\d)"
_TAIL = "(?: ?(?:г|г\\.|год|года|р|р\\.|року|year))?"
_NUMBER_FIRST = f"^(0?[1-9]|1[0-2]) ?[-./] ?{_YEAR}$"
_CHINESE = f"^{_YEAR}年(0?[1-9]|1[0-2])月$"
_WORD_FIRST = f"^(\\pL+)\\.?[ ,/-]*{_YEAR}{_TAIL}$"
_WORD_LAST = f"^{_YEAR}{_TAIL}[ ,/-]*(\\pL+)\\.?$"
_ONLY_YEAR = f"^{_YEAR}(?:{_TAIL}|年|\\.0)$"


def iso_period_sql(text: str) -> str:
    """The period as 2022 or 2022-03 where a month has a name or comes first; any other text as it is.

    A month before a year of two digits ("Mar-22") could as well be a day, and stays as it is.
    """
    flat = f"lower(trim(regexp_replace({text}, '[\\s\\p{{Z}}]+', ' ', 'g')))"
    first, last = month_sql(_part(_WORD_FIRST, 1)), month_sql(_part(_WORD_LAST, 2))
    read = f"""
        CASE WHEN regexp_matches(p, '{_NUMBER_FIRST}')
                THEN {_part(_NUMBER_FIRST, 2)} || '-' || lpad({_part(_NUMBER_FIRST, 1)}, 2, '0')
            WHEN regexp_matches(p, '{_CHINESE}') THEN {_part(_CHINESE, 1)} || '-' || lpad({_part(_CHINESE, 2)}, 2, '0')
            WHEN regexp_matches(p, '{_ONLY_YEAR}') THEN left(p, 4)
            ELSE coalesce({_part(_WORD_FIRST, 2)} || '-' || {first}, {_part(_WORD_LAST, 1)} || '-' || {last}) END
    """
    return f"""
        CASE WHEN regexp_matches({text}, '^[0-9]{{4}}-?[0-9]*$') THEN {text}
            ELSE coalesce({once_sql(flat, "p", read)}, {text}) END
    """


def month_sql(word: str) -> str:
    """The two digits of a month that a word names; NULL where it names none."""
    names = {name: f"{at:02}" for at, line in enumerate(_MONTHS, start=1) for name in line.split()}
    return look_up_sql(f"lower(trim({word}))", names)


def _part(form: str, group: int) -> str:
    return f"regexp_extract(p, '{form}', {group})"
