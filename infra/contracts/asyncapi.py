"""The topics as one AsyncAPI 3 document, as the program itself sees them: it receives events and sends what it set aside."""

from functools import cache
from typing import Any

from consumers.strict_json import MAX_BYTES
from infra.contracts.components import components
from infra.contracts.messages import event_messages, set_aside_message, traits
from infra.contracts.yaml_text import yaml_text
from infra.kafka.settings import EVENTS, SET_ASIDE

Document = dict[str, Any]

CONTRACT_VERSION = "1.0.0"
"""Of the contract, not of the program: an optional field or a new type raises the middle number."""

_HEAD = """\
# Skrevet af ./dev docs fra hændelserne i domain/events.py. Ret dem og ikke denne fil.
"""
_INTRODUCTION = f"""\
Fagsystemer sender hændelser om pligten til at selvbooke jobsamtaler; Sagsspor gemmer dem og udleder sagens forløb.

En hændelse er en CloudEvent i struktureret form (hele hændelsen i værdien) eller binær form (attributterne som headere med ce_ foran,
data som værdi). Nøglen er sagen. Send den samme hændelse igen, når du er i tvivl: source og id kender den, og den gemmes én gang.
En hændelse fylder højst {MAX_BYTES // 1024} KiB.

Det, som skemaerne ikke kan sige, siger modtagelsen: datoer skal findes i kalenderen, et feltnavn må kun stå én gang i et objekt, et heltal
skrives uden decimaler og kan gemmes nøjagtigt, en tekst må ikke indeholde tegnet NUL, og der er højst 32 lag. En rettelse (event-corrected)
skal passe til den hændelse, den retter.
"""
_EVENTS_TEXT = """\
Én hændelse pr. besked. En sags hændelser holder rækkefølgen, fordi de har samme nøgle og dermed samme partition. Alle afsendere placerer
derfor en nøgle ens: med murmur2 som Javas klienter og kafka-python; i librdkafka med partitioner=murmur2_random. Og antallet af partitioner
ændres ikke, mens emnet er i brug: så flytter nøgler til andre partitioner.
"""
_SET_ASIDE_TEXT = """\
Det, der ikke kunne tages ind, som det kom, med grunden i headerne. Intet er tabt: ret fejlen, og send hændelsen igen på sagsspor.events.v1.
En besked kan komme to gange; number kender den.
"""


@cache
def render() -> str:
    """Write the document."""
    return _HEAD + yaml_text(document())


def document() -> Document:
    """Give the document."""
    events = event_messages()
    return {
        "asyncapi": "3.0.0",
        "id": "urn:sagsspor",
        "info": {
            "title": "Sagsspor",
            "version": CONTRACT_VERSION,
            "description": _INTRODUCTION,
            "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/da/"},
        },
        "defaultContentType": "application/cloudevents+json",
        "channels": {
            "events": _channel(EVENTS, "Hændelser fra fagsystemerne", _EVENTS_TEXT, list(events)),
            "setAside": _channel(SET_ASIDE, "Hændelser, der er lagt til side", _SET_ASIDE_TEXT, ["set-aside"]),
        },
        "operations": {
            "receiveEvents": _operation("receive", "events", "Fagsystemer sender hændelser, og Sagsspor tager imod dem."),
            "sendSetAside": _operation("send", "setAside", "Sagsspor sender det, der blev lagt til side. Enhver med adgang kan læse det."),
        },
        "components": {
            "messages": {**events, "set-aside": set_aside_message()},
            "messageTraits": traits(),
            "schemas": components(),
        },
    }


def _channel(topic: str, title: str, text: str, messages: list[str]) -> Document:
    return {
        "address": topic,
        "title": title,
        "description": text,
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
        "bindings": {"kafka": {"topic": topic, "bindingVersion": "0.5.0"}},
    }


def _operation(action: str, channel: str, summary: str) -> Document:
    return {"action": action, "channel": {"$ref": f"#/channels/{channel}"}, "summary": summary}
