"""After the login one comes to a page of ours, and its address tells of nobody."""

import pytest

from infra.web.access.next_page import next_page

CASE = "11111111-1111-4111-8111-111111111111"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (f"/sager/{CASE}", f"/sager/{CASE}"),
        (f"/sager/{CASE}?valid_on=2022-03-01&position=7", f"/sager/{CASE}?valid_on=2022-03-01&position=7"),
        ("/sager/x?policy=a:b&policy=c:d", "/sager/x?policy=a%3Ab&policy=c%3Ad"),
        ("/lister?q=Bo+Hansen&on=2022-03-01", "/lister?on=2022-03-01"),
        ("/lister?on=010190-1234", "/lister"),
        ("/sager/0101901234", "/"),
        ("/sager/010190-1234/dage", "/"),
        ("https://andre.example/", "/"),
        ("//andre.example/", "/"),
        ("/\\andre.example/", "/"),
        ("/\t/andre.example/", "/"),
        ("///andre.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("andre.example", "/"),
        ("/login?next=/login", "/"),
        ("/log-ud", "/"),
        ("/api/cases/x", "/"),
        ("", "/"),
        (None, "/"),
    ],
)
def test_it_is_on_this_site_and_holds_no_more_than_it_must(asked, expected):
    assert expected == next_page(asked)
