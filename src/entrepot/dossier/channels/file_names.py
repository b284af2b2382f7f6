"""Where the page of a channel lies: a file name that any system takes, whatever the channel's id."""

import hashlib
import re

FOLDER = "channels"
MARK = "Entrepôt channel page"
"""By this, in its head, a page is known to be the program's own."""
SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z", re.ASCII)
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z", re.ASCII)
"""Names that Windows keeps for devices, with any ending."""


def page_name(channel_id: str) -> str:
    """The name of the channel's page within its folder: the id where it is a plain word, else its digest."""
    if SAFE.match(channel_id) and not RESERVED.match(channel_id):
        return f"{channel_id}.html"
    return f"channel-{hashlib.sha256(channel_id.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.html"
