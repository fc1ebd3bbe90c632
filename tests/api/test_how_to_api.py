"""The page about the API, run from its own text with curl as a client that we did not write."""

import re
import subprocess
from pathlib import Path

import orjson

from tests.api.town import STORY, served_town

PAGE = Path(__file__).resolve().parents[2] / "docs/howto/api.md"
REQUESTS = re.compile(r"^```bash\n(curl .*?)^```$", re.MULTILINE | re.DOTALL)


def test_each_request_of_the_page_gets_the_answer_that_it_tells_of(tmp_path):
    with served_town(tmp_path, citizens=0) as town:
        address = str(town.client.base_url)
        commands = [block.replace("http://localhost:8080", address) for block in REQUESTS.findall(PAGE.read_text())]
        ran = [subprocess.run(["/bin/sh", "-ec", one], cwd=tmp_path, stdout=subprocess.PIPE, check=True) for one in commands]
    now, then, tag, log, assigned, imagined, changes = (one.stdout for one in ran)

    assert (3, 5, 5) == tuple(len(orjson.loads(one)["sanctionable_days"]) for one in (now, then, imagined))
    assert b"304\n" == tag
    page = orjson.loads(log)
    assert (STORY[:4], "/api/log?after=4&limit=4") == ([orjson.dumps(one["event"]) for one in page["events"]], page["next"])
    assert orjson.loads(assigned)["holds"]
    assert b"event: changed" in changes
