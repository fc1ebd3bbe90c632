"""The page about HTTP, run from its own text with curl as a client that we did not write."""

import re
import subprocess
from pathlib import Path

import orjson
from serving import metric

PAGE = Path(__file__).resolve().parents[2] / "docs/howto/http.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_each_request_of_the_page_gets_the_answer_that_it_tells_of(client, tmp_path):
    blocks = BLOCK.findall(PAGE.read_text())
    for _, name, content in blocks:
        if name:
            (tmp_path / name).write_text(content)
    requests = [content.replace("http://localhost:8080", str(client.base_url)) for _, _, content in blocks if content.startswith("curl ")]
    answers = [subprocess.run(["/bin/sh", "-c", request], cwd=tmp_path, stdout=subprocess.PIPE, check=True).stdout for request in requests]

    assert [["accepted"], ["repeated", "set_aside"], ["accepted"]] == [
        [one["outcome"] for one in orjson.loads(answer)["results"]] for answer in answers
    ]


def test_the_metric_that_the_page_names_exists(any_client):
    any_client.get("/nowhere")

    assert metric(any_client, "sagsspor_http_problems_total{problem=")
