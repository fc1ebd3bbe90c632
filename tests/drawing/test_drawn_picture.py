"""The picture: nothing runs into anything, all that is drawn is told, and what is told is drawn."""

import re
from datetime import date
from itertools import combinations
from urllib.parse import quote

import pytest
from drawn import case_of, deadlines, drawn, simulated, texts
from histories import days_of, told
from hypothesis import given
from hypothesis import strategies as st

from domain.derive import derive
from domain.events import HolidayNotified
from infra.cases import Case
from infra.drawing import LANES, DayTarget, DeadlineTarget, EventTarget, drawing_of, parts, svg, svg_text, table_rows, title
from infra.drawing.holidays import holidays
from infra.drawing.looks import LOOKS
from infra.drawing.marks import SHAPES
from infra.drawing.scale import LEFT, scale_of

SHORT = case_of(*deadlines(2)), date(2022, 3, 1)
TWO_YEARS = case_of(*deadlines(24)), date(2023, 12, 20)
SIX_YEARS = case_of(*deadlines(72)), date(2027, 12, 1)
CROWDED = case_of(*deadlines(20, every=3)), date(2022, 4, 1)
CASES = [SHORT, TWO_YEARS, SIX_YEARS, CROWDED, *simulated()]
ALLOWED = {"svg", "title", "desc", "g", "a", "path", "rect", "text", "tspan"}


def address(target):
    match target:
        case EventTarget((source, id_)):
            return f"#{quote(source)}/{quote(id_)}"
        case DayTarget(day):
            return f"#{day}"
        case DeadlineTarget(deadline_id):
            return f"#{quote(deadline_id)}"


pictures = pytest.mark.parametrize("asked", CASES, ids=lambda asked: f"{len(asked[0].own)}-events")


@pictures
def test_no_text_runs_into_another_or_leaves_the_picture(asked):
    for part in (drawn(*asked), *parts(drawn(*asked), 124)):
        root = svg(part)
        wide, high = float(root.get("width")), float(root.get("height"))
        found = texts(root)

        assert [] == [one for one in found if one[1] < -0.1 or one[3] > wide or one[2] < 0 or one[4] > high]
        assert [] == [(a[0], b[0]) for a, b in combinations(found, 2) if a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]]


@pictures
def test_every_bar_and_mark_is_a_row_of_the_table_and_the_other_way_round(asked):
    drawing = drawn(*asked)
    rows = table_rows(drawing)
    links = [(link.find("title").text.removeprefix(f"{seen_of(link)}: "), link.get("href")) for link in svg(drawing, address).iter("a")]

    assert sorted((row.what, address(row.target)) for row in rows) == sorted(links)
    assert {row.lane for row in rows} <= set(LANES.values())


@pictures
def test_the_name_of_each_link_begins_with_what_is_seen_of_it(asked):
    for link in svg(drawn(*asked), address).iter("a"):
        assert link.find("title").text.startswith(seen_of(link))


def seen_of(link):
    return "".join("".join(node.itertext()) for node in link.iter("text"))


@pictures
def test_all_links_can_be_hit_by_a_finger(asked):
    for link in svg(drawn(*asked), address).iter("a"):
        reach = link.find("rect")

        assert ("none", "all") == (reach.get("fill"), reach.get("pointer-events"))
        assert float(reach.get("height")) >= 24


@pictures
def test_it_needs_no_style_no_script_and_no_name(asked):
    root = svg(drawn(*asked), address)

    assert {node.tag for node in root.iter()} <= ALLOWED
    assert set() == {name for node in root.iter() for name in node.attrib} & {"style", "class", "id", "onclick"}
    assert "url(" not in svg_text(drawn(*asked), address)


def test_the_root_has_its_title_first_and_a_description_in_words():
    root = svg(drawn(*SHORT), address)

    assert ["title", "desc"] == [node.tag for node in root][:2]
    assert "group" == root.get("role")
    assert root[0].text.startswith("Tidslinje fra ")
    assert "Sagen vist pr. 1. marts 2022. Frister: 2 opfyldt. Der er ingen dage med fradrag." == root[1].text


def test_without_addresses_nothing_is_a_link_and_nothing_else_is_missing():
    with_links, without = (svg(drawn(*SHORT), href) for href in (address, None))

    assert [] == list(without.iter("a"))
    assert [node.text for node in with_links.iter("title")] == [node.text for node in without.iter("title")]


def test_what_has_no_address_is_drawn_all_the_same():
    root = svg(drawn(*SHORT), {}.get)

    assert [] == list(root.iter("a"))


def test_a_long_case_is_wider_and_a_very_long_one_shows_its_last_three_years_and_says_so():
    short, long, longest = (drawn(*asked) for asked in (SHORT, TWO_YEARS, SIX_YEARS))

    assert scale_of(short, 1000).width < scale_of(long, 1000).width <= scale_of(longest, 1000).width
    assert long.first <= date(2022, 1, 3)
    assert 3 * 366 == (longest.last - longest.first).days
    assert "Sagen begynder 3. januar 2022; det tidligere er ikke tegnet her" in title(longest)
    assert "Sagen begynder" not in title(long)


def test_the_line_of_the_day_asked_stands_behind_the_marks():
    nodes = list(svg(drawn(*SHORT), address).iter())
    line = next(number for number, node in enumerate(nodes) if node.get("stroke-dasharray") == "6 4")

    assert line < next(number for number, node in enumerate(nodes) if node.tag == "a")


def test_a_day_asked_long_after_is_pointed_at():
    words = [text for text, *_ in texts(svg(drawn(SHORT[0], date(2026, 11, 22))))]

    assert "Vist pr. 22. november 2026 →" in words


def test_the_legend_names_what_occurs_and_nothing_else():
    drawing = drawn(*SHORT)
    known = {look.legend for look in LOOKS.values()}
    shown = [text for text, *_ in texts(svg(drawing)) if text in known]

    assert {LOOKS[piece.look].legend for piece in drawing.pieces} == set(shown)


def test_months_weeks_and_holidays_are_named():
    easter = case_of(HolidayNotified(effective="2022-03-01", from_=date(2022, 4, 11), to=date(2022, 4, 18)))
    root = svg(drawn(easter, date(2022, 4, 30)))
    words = [text for text, *_ in texts(root)]

    assert {"april 2022", "Uge 12", "Påske"} <= set(words)
    assert "Langfredag 15. april 2022" in [node.text for node in root.iter("title")]


def test_no_two_marks_have_the_same_shape():
    assert len(SHAPES) == len(set(SHAPES.values()))
    assert {name for name, look in LOOKS.items() if look.form in {"mark", "deadline"}} == set(SHAPES)


def test_no_two_bars_differ_in_colour_alone():
    bars = [(look.form, look.pattern, look.dashes, look.form == "deadline" and name) for name, look in LOOKS.items() if look.form != "mark"]

    assert len(bars) == len(set(bars))


def test_a_case_of_which_nothing_was_known_is_not_drawn():
    assert None is drawn(SHORT[0], date(2021, 12, 31))


def test_equal_cases_give_equal_bytes():
    assert svg_text(drawn(*TWO_YEARS), address) == svg_text(drawn(*TWO_YEARS), address)


def test_the_parts_of_a_drawing_have_all_its_days_and_all_its_pieces():
    drawing = drawn(*TWO_YEARS)
    cut = parts(drawing, 124)

    assert (drawing.first, drawing.last) == (cut[0].first, cut[-1].last)
    assert all((part.last - part.first).days < 124 for part in cut)
    assert set(drawing.pieces) == {piece for part in cut for piece in part.pieces}


def test_the_holidays_are_those_of_the_danish_calendar():
    days = {one.day for one in holidays(2023)}

    assert {date(2023, 4, 6), date(2023, 4, 9), date(2023, 5, 5), date(2023, 5, 18), date(2023, 5, 29), date(2023, 12, 26)} <= days
    assert [date(2024, 3, 31), date(2025, 4, 20), date(2038, 4, 25)] == [holidays(year)[3].day for year in (2024, 2025, 2038)]
    assert ["Store bededag" in {one.name for one in holidays(year)} for year in (2023, 2024)] == [True, False]


@given(st.data(), told())
def test_any_history_is_drawn_within_its_picture(data, history):
    case, day = Case("c", history.own, history.system), data.draw(days_of(history))
    drawing = drawing_of(case, derive(case.history, day))
    if drawing is None:
        return
    root = svg(drawing, address)
    wide = float(root.get("width"))
    numbers = [float(x) for node in root.iter("rect") for x in (node.get("x"), node.get("width"))]

    assert len(drawing.pieces) == len(list(root.iter("a")))
    assert all(-1 <= left and left + across <= wide + 25 for left, across in zip(numbers[::2], numbers[1::2], strict=True))
    assert [] == [one for one in texts(root) if one[1] < -0.1 or one[3] > wide]
    assert [] == re.findall(r"nan|inf|-\d+\.?\d*\" height|width=\"-", svg_text(drawing, address))
    assert LEFT < wide
