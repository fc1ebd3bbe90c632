"""The generated pages say what the code says."""

from infra import docs


def test_the_pages_on_disk_are_fresh():
    assert docs.stale(docs.ROOT) == []


def test_written_pages_are_fresh(tmp_path):
    assert docs.main(["write"], tmp_path) == 0
    assert docs.main(["check"], tmp_path) == 0


def test_a_missing_page_fails_the_check(tmp_path, capsys):
    assert docs.main(["check"], tmp_path) == 1
    assert "docs/regler.md is not fresh" in capsys.readouterr().err


def test_an_edited_page_fails_the_check(tmp_path, capsys):
    docs.write(tmp_path)
    page = tmp_path / "docs" / "policy.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert docs.main(["check"], tmp_path) == 1
    assert capsys.readouterr().err == "docs/policy.md is not fresh: its source has changed since it was written. Run: ./dev docs\n"
