"""`entrepot judge`: what a person decides of a candidate."""

from typing import TYPE_CHECKING

import click

from entrepot.cli.dates import right_now
from entrepot.cli.options import case_argument, json_option
from entrepot.cli.output import print_record, warn
from entrepot.errors import CallError

if TYPE_CHECKING:
    from entrepot.model.match import Verdict


@click.command()
@case_argument
@click.option("--query", required=True, metavar="NAME", help="The name that was asked for.")
@click.option("--match", required=True, metavar="LIST:ID", help="The listed party, as `entrepot screen` prints it.")
@click.option(
    "--verdict", required=True, type=click.Choice(["positive", "negative", "unsure"]), help="Is it the same party?"
)
@click.option("--by", "judged_by", required=True, metavar="WHO", help="Who judges.")
@click.option("--reason", default="", metavar="TEXT", help="Why.")
@json_option
def judge(
    case_name: str, query: str, match: str, verdict: "Verdict", judged_by: str, reason: str, as_json: bool
) -> None:
    """Keep what a person decided of a query and a listed party; later screenings honour the latest decision."""
    from entrepot.dossier.match_records import judgement_record
    from entrepot.model.match import Judgement
    from entrepot.pipeline.screening import judge_match
    from entrepot.screening.judgements import query_key
    from entrepot.store import open_case
    from entrepot.store.screenings import has_query

    name, _, party_id = match.partition(":")
    if not name or not party_id or not query.strip() or not judged_by.strip():
        raise CallError("Give --query and --by in words and --match as LIST:ID, such as un-sc:6908555.")
    one = Judgement(
        query=query, list=name, party_id=party_id, verdict=verdict, by=judged_by, judged_at=right_now(), reason=reason
    )
    with open_case(case_name) as opened:
        number = judge_match(opened, one)
        if not has_query(opened, query_key(query)):
            warn(f"No screening of this case asked for '{query}'; check the spelling.")
    if as_json:
        print_record(
            {"number": number, "query": query, "match": match, **(judgement_record(one, is_earlier=False) or {})}
        )
    warn(f"Kept as judgement {number}: {query} and {match}, {verdict}, by {judged_by}")
