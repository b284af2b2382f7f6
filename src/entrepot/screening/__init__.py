"""Names put to sanctions lists: is this party listed, by whom, under which programme, since when, and why think so."""
