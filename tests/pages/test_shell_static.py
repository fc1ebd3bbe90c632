import gzip

import pytest

from infra.web.pages.static_files import StaticFiles, static_files


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "site.css").write_text("a { color: red }\n" * 200)
    (tmp_path / "logo.svg").write_text("<svg/>")
    (tmp_path / "secret.py").write_text("x = 1")
    return tmp_path


def address(name):
    return static_files().url(name)


def test_a_file_may_be_kept_for_ever(client):
    response = client.get(address("site.css"))

    assert "public, immutable, max-age=31536000" == response.headers["cache-control"]
    assert "text/css; charset=utf-8" == response.headers["content-type"]


def test_a_file_of_another_version_is_asked_for_again_each_time(client):
    assert "no-cache" == client.get("/static/0000000000000000/site.css").headers["cache-control"]


def test_a_large_text_comes_packed_to_who_can_unpack_it(client):
    packed = client.get(address("site.css"), headers={"accept-encoding": "gzip"})
    plain = client.get(address("site.css"), headers={"accept-encoding": "identity"})

    assert ("gzip", None) == (packed.headers["content-encoding"], plain.headers.get("content-encoding"))
    assert packed.content == plain.content
    assert "Accept-Encoding" == plain.headers["vary"]


def test_files_need_no_login(client):
    assert 200 == client.get(address("logo.svg"), headers={"authorization": ""}).status_code


@pytest.mark.parametrize("name", ["mangler.css", "../frame.py", "..%2fframe.py", "vendor/package-lock.json"])
def test_nothing_else_is_served(client, name):
    assert 404 == client.get(f"/static/{static_files().digest}/{name}").status_code


def test_a_change_of_any_file_gives_all_a_new_address(folder):
    before = StaticFiles(folder)
    (folder / "logo.svg").write_text("<svg></svg>")

    assert before.digest != StaticFiles(folder).digest


def test_only_kinds_that_a_page_uses_are_taken(folder):
    assert ["logo.svg", "site.css"] == sorted(StaticFiles(folder).files)


def test_what_is_packed_is_the_file_itself(folder):
    file = StaticFiles(folder).files["site.css"]

    assert file.content == gzip.decompress(file.packed)


def test_a_page_cannot_name_a_file_that_is_not_there(folder):
    with pytest.raises(LookupError, match="No static file"):
        StaticFiles(folder).url("mangler.css")
