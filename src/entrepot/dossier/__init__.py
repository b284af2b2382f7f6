"""Case contents into what people and programs read: HTML, JSON, CSV, FollowTheMoney."""

from entrepot.dossier.case_json import render_json
from entrepot.dossier.claims_csv import render_csv
from entrepot.dossier.finding_records import render_findings_csv
from entrepot.dossier.follow_the_money import render_follow_the_money
from entrepot.dossier.match_records import render_screenings_csv
from entrepot.dossier.page import render_html

__all__ = [
    "render_csv",
    "render_findings_csv",
    "render_follow_the_money",
    "render_html",
    "render_json",
    "render_screenings_csv",
]
