from infra.dossier.columns import shares
from infra.dossier.content import Table

HASH = "0f" * 32


def percents(head, *rows):
    return [float(share.rstrip("%")) for share in shares(Table("", head, rows))]


def test_the_columns_fill_the_width():
    assert 99.5 < sum(percents(("Dag", "Hvorfor", "Id"), ("tors. 18. marts 2021", "Et ord. " * 40, "7"))) < 100.5


def test_a_date_stays_on_one_line_beside_long_texts():
    day, why, law = percents(("Dag", "Hvorfor", "Bygger på"), ("18. september 2021", "Et ord. " * 60, "Et andet. " * 40))

    assert (True, True) == (day > 100 * 18 / 124, why > law > day)


def test_a_hash_stays_on_one_line():
    _, _, digest, _ = percents(("Nr.", "Id", "SHA-256 af de gemte bytes", "Led til roden"), ("137", "fag-00137", HASH, "8"))

    assert digest > 100 * len(HASH) / 124


def test_a_table_of_short_cells_is_shared_out_by_them():
    wide, narrow = percents(("Tæller ikke", "Ja"), ("nej", "ja"))

    assert wide > 2 * narrow
