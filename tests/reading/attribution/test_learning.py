"""How chains are learned from what a person marked."""

from pathlib import Path

import numpy as np
from tests.reading.scenes import document, party, scene, stage, tags, word

from paradero.corpus.notation import read
from paradero.reading.attribution.links import chain_of
from paradero.reading.attribution.model import Attribution
from paradero.reading.attribution.scene import scene_of, stage_of
from paradero.reading.learning.attribution import fit_attribution
from paradero.reading.learning.examples import Example
from paradero.reading.learning.ranking import fit_ranking
from paradero.reading.learning.told import told
from paradero.reading.people.party import Party
from paradero.terms.linear import write_tables

SAID_AFTER = """id: es-{voice}-90{nth}
language: es
voice: {voice}

A su [hijo]{{p2}} se lo [llevaron]{{c1}} el lunes, [{said}]{{c1.said}} [{name}]{{p1}}. El alcalde no sabe nada.
Los dos [cuerpos]{{c2}} estaban en el río.
----
p1 named name="{name}" role=kin
p2 unnamed role=captive
c1 captured p2 modality=asserted by=p1>s0
c2 killed p2 modality=asserted by=s0
"""


def _examples() -> list[tuple[Example, list[Party]]]:
    pairs = [("dijo", "Rosa Paredes"), ("contó", "Marta Quiroga"), ("dijo", "Tomás Arriaga"), ("contó", "Ana Lerdo")]
    found = []
    for nth, (said, name) in enumerate(pairs * 3):
        annotated = read(SAID_AFTER.format(nth=nth, voice=("wire", "letter")[nth % 2], said=said, name=name))
        whole = document(annotated.text)
        example = Example(annotated, whole, tags(whole, {said: "said"}))
        found.append((example, [party(whole, name), party(whole, "hijo")]))
    return found


def test_the_right_option_of_a_group_gets_the_highest_score() -> None:
    """Also where any of several is right."""
    groups = [([["a"], ["b"], ["c"]], frozenset({0, 1})), ([["c"], ["a"]], frozenset({1}))] * 5

    scores = fit_ranking(groups).scores([["a"], ["b"], ["c"]])[:, 0]

    assert np.argmax(scores) == 0
    assert np.argmin(scores) == 2


def test_a_chain_is_learned_as_parties_with_the_publisher_left_out() -> None:
    """The publisher ends every chain, so it needs no place."""
    (example, parties), *_ = _examples()
    claims = list(told(example, stage_of(example.document, example.tags, parties)))

    assert [claim.chain for claim in claims] == [(frozenset({0}),), ()]
    assert [example.document.tokens[at].text for at in claims[0].said] == ["dijo"]


def test_what_was_learned_tells_the_speaker_of_a_new_text(tmp_path: Path) -> None:
    """And is the same after it was written and read."""
    fitted = fit_attribution(_examples())
    write_tables(tmp_path / "attribution.npz", fitted.tables())
    with np.load(tmp_path / "attribution.npz", allow_pickle=False) as stored:
        again = Attribution.read(stored)

    text = "A su hijo se lo llevaron el martes, dijo Elena Rubio. El alcalde no sabe nada."
    new = scene_of(stage(text, "Elena Rubio", said={"dijo": "said"}), again.speaker)

    assert chain_of(new, word(new, "llevaron"), frozenset(), again.link) == (0,)
    plain = scene("Los dos cuerpos estaban en el río.")
    assert chain_of(plain, word(plain, "cuerpos"), frozenset(), again.link) == ()
