"""Words are cut into pieces of the network's vocabulary, windows hold whole sentences."""

import numpy as np
import pytest

from paradero.reading.encoder.pieces import BEGINS, MOST_OF_A_WORD, UNKNOWN, Pieces
from paradero.reading.encoder.windows import MOST_PIECES, windows_of
from paradero.reading.models import shipped


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return shipped().encoder.pieces


@pytest.mark.parametrize("word", ["capturado", "полонений", "Дорошенко", "in-law", "prisoner", "ПЛЕН", "«", "2026"])
def test_the_pieces_of_a_word_make_up_the_word(pieces: Pieces, word: str) -> None:
    cut = pieces.cut(word)
    assert UNKNOWN not in cut
    assert "".join(pieces.pieces[piece] for piece in cut) == BEGINS + word


def test_the_likeliest_pieces_win() -> None:
    few = Pieces(
        pieces=("?", "<", ">", BEGINS + "cau", "tivo", BEGINS, "c", "a", "u", "t", "i", "v", "o", "cautivo"),
        likely=np.array([0, 0, 0, -4, -4, -2, -9, -9, -9, -9, -9, -9, -9, -7], np.float32),
        halves=np.zeros((14, 16), np.uint8),
        scales=np.zeros((14, 1), np.float16),
    )
    assert [few.pieces[piece] for piece in few.cut("cautivo")] == [BEGINS + "cau", "tivo"]
    assert few.cut("x") == (5, UNKNOWN)


def test_a_sign_without_a_piece_is_unknown_and_an_endless_word_is_cut_short(pieces: Pieces) -> None:
    assert UNKNOWN in pieces.cut("\U0001fae8")
    assert len(pieces.cut("ж" * 5000)) <= MOST_OF_A_WORD
    assert pieces.cut("ﬁn") == pieces.cut("fin"), "a ligature is read as its letters"


def test_four_bits_give_the_weights_back() -> None:
    """The lower half of each byte is a weight of the block's first half, 8 is nothing."""
    one = Pieces(("?",), np.zeros(1, np.float32), np.array([[0x98] * 16], np.uint8), np.array([[0.5]], np.float16))
    assert one.vectors([0]).tolist() == [[0.0] * 16 + [0.5] * 16]


def test_every_word_stands_in_one_window_and_a_sentence_is_parted_only_where_it_is_long(pieces: Pieces) -> None:
    words = ["preso"] * 300 + ["desaparecido"] * 700 + ["ж" * 30] * 5
    sentences = [(at, at + 20) for at in range(0, 300, 20)] + [(300, 1000), (1000, 1005)]
    found = windows_of(words, sentences, pieces)
    assert [at for window in found for at in range(window.start, window.end)] == list(range(1005))
    assert all(len(window.pieces) <= MOST_PIECES for window in found)
    begins = {window.start for window in found}
    assert {at for at in begins if at < 300} <= {first for first, _ in sentences}
    for window in found:
        assert all(0 < one <= other < len(window.pieces) for one, other in zip(window.first, window.last, strict=True))


def test_no_words_make_no_window(pieces: Pieces) -> None:
    assert windows_of([], [], pieces) == []
    assert windows_of([], [(0, 0)], pieces) == []
