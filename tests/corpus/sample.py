"""A small text in the notation, right in all but its length."""

SAMPLE = """id: es-wire-01
language: es
voice: wire
published: 2026-03-14
outlet: Agencia Meridiano

::: navigation
Inicio | Mundo | Lo último \\[nuevo\\]
:::
[Mesetas]{l1 = Mesetas, Meta, CO} - [El cabo]{p1.rank} [Óscar Quintero Rojas]{p1}, de [34 años]{p1.age = 34}, \
fue [capturado]{c1} el [jueves]{d1 = 2026-03-12}, [dijo]{c1.said} su [madre]{p2; k1}, [Luz Dary Rojas]{p2}.
Al [parecer]{h1 = 2} hay [más de veinte]{n1 = 20..} [soldados]{g1} en la misma [situación]{c2}.
::: cookie
Usamos cookies.
:::
----
p1 named name="Óscar Quintero Rojas" role=captive sex=male side=state
p2 named name="Luz Dary Rojas" role=kin sex=female
g1 group role=captive side=state
k1 mother p2 p1
c1 captured p1 modality=asserted by=p2>s0 when=d1
c2 captured g1 modality=alleged by=s0 hedge=h1 count=n1
"""
LONGER = " ".join(["palabra"] * 60)
"""Enough words to make a report of it."""


def long_enough(source: str = SAMPLE) -> str:
    """Return the sample with as many words as a text of the corpus must have."""
    return source.replace("situación]{c2}.\n", f"situación]{{c2}}. {LONGER}\n")
