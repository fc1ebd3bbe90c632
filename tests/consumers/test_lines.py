"""Streams of lines of any length."""

import io

from consumers.lines import batches, read_lines


def test_lines_come_without_their_ends():
    assert [b"a", b"b", b"", b"c"] == list(read_lines(io.BytesIO(b"a\nb\r\n\nc")))


def test_a_line_of_ten_megabytes_is_one_line():
    assert [10_000_000, 1] == [len(line) for line in read_lines(io.BytesIO(b"x" * 10_000_000 + b"\na\n"))]


def test_a_line_beyond_the_longest_comes_in_parts_none_of_which_is_short():
    # 25 = 10 + (10 + 5)
    assert [10, 15, 2] == [len(line) for line in read_lines(io.BytesIO(b"x" * 25 + b"\nab\n"), longest=10)]


def test_no_byte_of_a_cut_line_is_lost():
    for length in range(45):
        assert b"x" * length == b"".join(read_lines(io.BytesIO(b"x" * length), longest=10))


def test_blank_lines_are_left_out_of_batches():
    assert [[b"a", b"b"], [b"c"]] == list(batches([b"a", b"", b"  \t", b"b", b"c"], 2))


def test_a_batch_holds_no_more_bytes_than_fit_in_memory():
    assert [[b"aaaa", b"bbbb"], [b"c"]] == list(batches([b"aaaa", b"bbbb", b"c"], 100, most_bytes=8))
