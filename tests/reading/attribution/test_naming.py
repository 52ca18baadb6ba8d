"""How a source is called in a chain."""

import pytest
from tests.reading.scenes import document

from paradero.reading.attribution.naming import source_name
from paradero.reading.people.party import Mention, MentionKind
from paradero.terms.spans import Span


def _named(text: str, language: str, words: str) -> str:
    whole = document(text, language)
    place = whole.within(Span(text.index(words), text.index(words) + len(words)))
    return source_name(whole, Mention(place.start, place.stop, MentionKind.SOURCE, 1.0))


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("es", "Lo publicó el canal ruso «Tierra Firme».", "Tierra Firme", "canal ruso «Tierra Firme»"),
        ("es", "Según la emisora Radio Jata, volvió ayer.", "Radio Jata", "emisora Radio Jata"),
        ("es", "Lo dijeron fuentes de la morgue de Odesa.", "fuentes", "fuentes de la morgue de Odesa"),
        ("es", "El listado de la comisaría militar dada ayer.", "comisaría", "comisaría militar"),
        ("en", "The agency Seim-Inform reported it.", "Seim-Inform", "agency Seim-Inform"),
        ("en", "It was the office of the prosecutor that said so.", "office", "office of the prosecutor"),
        ("ru", "По данным украинской стороны, погибли двое.", "стороны", "украинская сторона"),
        ("ru", "Об этом сообщили в военной прокуратуре.", "прокуратуре", "военная прокуратура"),
        ("ru", "Видео вышло в канале «Тихий блиндаж».", "Тихий блиндаж", "канал «Тихий блиндаж»"),
        ("ru", "Так сказано в сообщении Координационного штаба.", "Координационного штаба", "Координационный штаб"),
        ("ru", "Это видели жители Белгородской области.", "жители", "жители Белгородской области"),
        ("uk", "Про це розповіли у видавництві.", "видавництві", "видавництво"),
        ("uk", "Так повідомили в обласній прокуратурі.", "прокуратурі", "обласна прокуратура"),
        ("uk", "За даними Служби безпеки України, їх двоє.", "Служби безпеки України", "Служба безпеки України"),
    ],
)
def test_a_source_is_called_by_its_whole_phrase_in_the_nominative(
    language: str, text: str, words: str, name: str
) -> None:
    """A word cut out of its phrase, or a name in the dative, tells a caseworker less than the report does."""
    assert _named(text, language, words) == name


def test_a_source_keeps_the_capitals_it_is_written_with() -> None:
    """What is not put into another form stays letter for letter."""
    assert _named("Пост вышел во «ВКонтакте» вчера.", "ru", "ВКонтакте").endswith("ВКонтакте")


def test_a_phrase_does_not_leave_its_sentence() -> None:
    """The next sentence belongs to somebody else."""
    assert _named("Lo dice el diario. De la morgue no se sabe.", "es", "diario") == "diario"
