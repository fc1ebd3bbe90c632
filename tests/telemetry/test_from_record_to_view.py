"""One trace leads from a publisher's record or request to the view in which it shows."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from watching import OTHER, PARENT, SPAN, TRACE, chain, follow_all, poll_all, trace_of, wait_until, watched

from infra import clock
from infra.wiring import opened_store, traces_for
from tests.kafka.consuming import line, topics

STRUCTURED = {"content-type": "application/cloudevents+json"}
HEADER = ("traceparent", PARENT.encode())


@pytest.fixture
def one(kafka):
    return topics(kafka, 1)


def test_a_record_with_a_trace_is_followed_into_the_view(one, either_store, collector):
    one.send([(line("e1"), [HEADER])])
    poll_all(one, either_store, collector.tracing)
    follow_all(either_store, collector.tracing)

    written = collector.named("write views")
    up = ["write views", "follow stretch", "store transaction", f"process {one.events}"]
    assert (up, SPAN) == chain(written, collector.spans)
    assert {TRACE} == {trace_of(span) for span in collector.spans}
    assert {"check events", "derive cases", *up} == {span.name for span in collector.spans}


def test_records_of_several_traces_are_one_batch_that_is_linked_to_each(one, store, collector):
    one.send([(line("e1"), [HEADER]), (line("e2"), [("traceparent", OTHER.encode())]), (line("e3"), [])])
    poll_all(one, store, collector.tracing)
    follow_all(store, collector.tracing)

    batch = collector.named(f"process {one.events}")
    assert (None, 3) == (batch.parent, batch.attributes["messaging.batch.message_count"])
    assert {PARENT[3:35], OTHER[3:35]} == {f"{link.context.trace_id:032x}" for link in batch.links}
    assert trace_of(batch) == trace_of(collector.named("write views"))


def test_the_trace_that_an_event_names_itself_is_followed_too(one, store, collector):
    one.publish([line("e1", traceparent=PARENT)])
    poll_all(one, store, collector.tracing)

    assert {TRACE} == {trace_of(span) for span in collector.spans}


def test_what_is_no_trace_begins_one_and_is_taken_all_the_same(one, store, collector):
    one.send([(line("e1"), [("traceparent", b"00-0101701234"), ("tracestate", b"navn=Ditte")])])

    assert 1 == poll_all(one, store, collector.tracing).accepted
    assert (None, ()) == ((batch := collector.named(f"process {one.events}")).parent, tuple(batch.links))


def test_a_request_with_a_trace_is_followed_into_the_view(either_store, collector):
    with watched(either_store, collector.tracing) as client:
        client.post("/events", content=line("e1"), headers=STRUCTURED | {"traceparent": PARENT})
    follow_all(either_store, collector.tracing)

    up = ["write views", "follow stretch", "store transaction", "take events", "POST /events"]
    assert (up, SPAN) == chain(collector.named("write views"), collector.spans)


def test_requests_that_are_stored_together_are_linked_each(store, url, collector):
    with watched(store, collector.tracing) as client, ThreadPoolExecutor(3) as senders:
        with opened_store(url, create=False) as other, other.writing(clock.now()):
            sent = [senders.submit(client.post, "/events", content=line("e0"), headers=STRUCTURED)]
            wait_until(lambda: "sagsspor_http_requests_held 1.0" in client.get("/metrics").text)
            sent += [
                senders.submit(client.post, "/events", content=line(f"e{n}"), headers=STRUCTURED | {"traceparent": parent})
                for n, parent in enumerate((PARENT, OTHER), 1)
            ]
            wait_until(lambda: "sagsspor_http_requests_held 3.0" in client.get("/metrics").text)
        assert [202] * 3 == [one.result().status_code for one in sent]

    [together] = [span for span in collector.spans if span.name == "take events" and span.links]
    assert {PARENT[3:35], OTHER[3:35]} == {f"{link.context.trace_id:032x}" for link in together.links}


def test_a_batch_that_fails_tells_its_kind_of_error_and_nothing_of_its_words(one, store, collector):
    class Gone(Exception):  # noqa: N818 - it is only raised here
        pass

    with pytest.raises(Gone), collector.tracing.span("store transaction"):
        raise Gone("0101701234")

    [span] = collector.spans
    assert ("ERROR", None, "Gone", ()) == (
        span.status.status_code.name,
        span.status.description,
        span.attributes["error.type"],
        tuple(span.events),
    )


def test_without_a_collector_nothing_is_noted_in_the_store(one, store):
    one.send([(line("e1"), [HEADER])])
    poll_all(one, store)

    assert [] == traces_for(store).between(0, 10)


def test_the_notes_of_the_last_thousand_batches_are_kept(either_store, collector):
    traces = traces_for(either_store)
    notes = [f"00-{n:032x}-{n:016x}-01" for n in range(1, 1_004)]
    with either_store.writing(clock.now()) as writing:
        for position, note in enumerate(notes):
            writing._first, writing._last = position, position + 1  # noqa: SLF001 - a thousand transactions would take long
            writing.note_trace(note)

    assert notes[-2:][::-1] == traces.between(1_001, 1_003)
    assert ([], notes[3:4]) == (traces.between(0, 3), traces.between(0, 4))
