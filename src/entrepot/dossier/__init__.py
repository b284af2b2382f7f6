"""Case contents into what people and programs read: HTML, JSON, CSV, FollowTheMoney, GeoJSON, STIX, PROV-JSON."""

from entrepot.dossier.case_json import render_json
from entrepot.dossier.channel_records import render_channels_csv
from entrepot.dossier.channels.page import render_channel_pages
from entrepot.dossier.claims_csv import render_csv
from entrepot.dossier.exchange.geojson import render_geojson
from entrepot.dossier.exchange.prov import render_provenance
from entrepot.dossier.exchange.stix import render_stix
from entrepot.dossier.finding_records import render_findings_csv
from entrepot.dossier.follow_the_money import render_follow_the_money
from entrepot.dossier.match_records import render_screenings_csv
from entrepot.dossier.page import render_html

__all__ = [
    "render_channel_pages",
    "render_channels_csv",
    "render_csv",
    "render_findings_csv",
    "render_follow_the_money",
    "render_geojson",
    "render_html",
    "render_json",
    "render_provenance",
    "render_screenings_csv",
    "render_stix",
]
