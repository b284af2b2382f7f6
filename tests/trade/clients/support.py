"""A server on this machine that answers as publishers do."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Publisher:
    """What was asked, and what is answered to the next requests; the last answer is given ever again."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    answers: list[Answer | Callable[[str], Answer]] = field(default_factory=list)


@contextmanager
def serve() -> Iterator[Publisher]:
    publisher = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            publisher.asked.append(self.path)
            publisher.keys.append(self.headers.get("Ocp-Apim-Subscription-Key", ""))
            chosen = publisher.answers.pop(0) if len(publisher.answers) > 1 else publisher.answers[0]
            status, headers, body = chosen(self.path) if callable(chosen) else chosen
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        publisher.url = f"http://127.0.0.1:{server.server_address[1]}"
        yield publisher
        server.shutdown()
        thread.join()


def comtrade_answer(path: str) -> Answer:
    """One row for each code and flow that is asked for."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
    rows = [
        {
            "freqCode": "M" if len(asked["period"]) == 6 else "A", "period": asked["period"], "flowCode": flow,
            "reporterCode": int(asked["reporterCode"]),
            "partnerCode": int(asked.get("partnerCode", "643").split(",")[0]),
            "partner2Code": 0, "classificationCode": "H6", "cmdCode": code, "customsCode": "C00", "motCode": 0,
            "netWgt": 2.0, "primaryValue": 10.0,
        }
        for code in asked["cmdCode"].split(",") for flow in asked["flowCode"].split(",")
    ]  # fmt: skip
    return 200, {}, json.dumps({"count": len(rows), "data": rows, "error": ""}).encode()
