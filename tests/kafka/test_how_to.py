"""The page on Kafka says what is so."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from infra.metrics import ConsumerMetrics

PAGE = (Path(__file__).resolve().parents[2] / "docs/howto/kafka.md").read_text()


def test_the_command_of_the_page_runs(one, file_url):
    (command,) = re.findall(r"```bash\nsagsspor (.+)\n```", PAGE)
    one.publish([b"{"])
    names = ["--topic", one.events, "--set-aside-topic", one.set_aside, "--group", one.events, "--until-idle", "0.5"]
    words = [one.node.bootstrap if word == "localhost:9092" else word for word in shlex.split(command)]
    done = subprocess.run(
        [sys.executable, "-m", "infra.cli", *words, *names],
        env={**os.environ, "SAGSSPOR_STORE": file_url},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, True) == (done.returncode, "lagt til side: not_json" in done.stdout), done.stderr


def test_every_metric_of_the_page_is_told_and_every_one_told_stands_there():
    told = {metric.name for metric in ConsumerMetrics().registry.collect()}
    named = {name.removesuffix("_total") for name in re.findall(r"`(sagsspor_\w+)", PAGE)}

    assert told == named
