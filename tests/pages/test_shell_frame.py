import pytest

from tests.pages.visiting import well_made

ROLES = ("caseworker", "complaint-handler", "auditor", "administrator")
WAYS = {
    "caseworker": ["/", "/lister", "/regler"],
    "complaint-handler": ["/", "/regler"],
    "auditor": ["/", "/lister", "/lagt-til-side", "/indtag", "/adgangslog", "/regler"],
    "administrator": ["/", "/lagt-til-side", "/indtag", "/adgangslog", "/tildelinger", "/regler"],
}
PATHS = [
    "/",
    "/regler",
    "/regler/R-2.5-8",
    "/regler/LOV-727-1",
    "/lagt-til-side",
    "/lagt-til-side/1",
    "/lagt-til-side/3",
    "/indtag",
    "/adgangslog",
    "/tildelinger",
]


def menu(page):
    inside = page.text.partition('aria-label="Hovedmenu"')[2].partition("</nav>")[0]
    return [part.partition('"')[0] for part in inside.split('<a href="')[1:]]


@pytest.mark.parametrize("path", PATHS)
def test_each_page_is_well_made_and_has_nothing_inline(visit, path):
    assert visit("administrator").page(path).title.endswith("– Sagsspor – Myndigheden")


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_names_what_the_role_may_have_and_nothing_else(visit, role):
    assert WAYS[role] == menu(visit(role).page("/"))


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_in_the_menu_is_refused_with_a_page(visit, role):
    for path in {"/lagt-til-side", "/indtag", "/adgangslog", "/tildelinger"} - {*WAYS[role]}:
        response = visit(role).get(path)
        assert 403 == response.status_code
        assert "Rollen giver ikke adgang" in well_made(response).text


@pytest.mark.parametrize("path", PATHS)
def test_what_a_page_fetches_is_there_and_comes_from_here(visit, path):
    visitor = visit("administrator")
    for address in {one.partition("#")[0] for one in visitor.page(path).resources}:
        assert address.startswith("/static/")
        assert 200 == visitor.get(address).status_code


@pytest.mark.parametrize("path", PATHS)
def test_each_link_of_a_page_leads_somewhere(visit, path):
    visitor = visit("administrator")
    for address in {one for one in visitor.page(path).links if not one.startswith(("#", "/sager"))}:
        assert 200 == visitor.get(address).status_code, address


def test_every_page_of_the_demo_says_that_it_is_one(visit):
    assert "Demo-login" in visit("auditor").page("/regler").text


def test_where_nobody_is_logged_in_a_page_sends_to_the_login(client):
    response = client.get("/regler", headers={"authorization": "", "accept": "text/html"})

    assert (303, "/login?next=%2Fregler") == (response.status_code, response.headers["location"])
    assert [] == menu(well_made(client.get("/login", headers={"authorization": "", "accept": "text/html"})))


def test_logging_out_is_a_form_and_no_link(visit):
    assert ("post", "/log-ud") in visit("auditor").page("/").forms


def test_a_page_that_is_not_there_says_so_in_danish(visit):
    response = visit("auditor").get("/findes-ikke")

    assert (404, "no-store") == (response.status_code, response.headers["cache-control"])
    assert "Siden findes ikke" in well_made(response).title


def test_a_program_gets_the_same_problem_as_a_document(client):
    response = client.get("/findes-ikke", headers={"accept": "application/json"})

    assert (404, "application/problem+json") == (response.status_code, response.headers["content-type"])


def test_the_page_of_a_problem_keeps_what_the_address_held_to_itself(visit):
    assert "0101011234" not in visit("auditor").get("/regler/0101011234").text
