"""textacy's direct quotations, run by the peers' own Python: texts come in as JSON, places of speakers go out.

echo '{"model": "FOLDER OF A SPACY MODEL", "texts": ["..."]}' | python -m benchmarks.quotes_peer
"""

import json
import sys
import warnings
from typing import Any


def speakers(language: Any, text: str) -> list[tuple[int, int]]:
    """Return where the speakers of a text's quotations stand; none where textacy gives up on its quotation marks."""
    from textacy.extract import direct_quotations  # noqa: PLC0415  # only the peers' Python has it

    document = language(text)
    try:
        found = [quotation.speaker for quotation in direct_quotations(document)]
    except ValueError:
        return []
    return [(tokens[0].idx, tokens[-1].idx + len(tokens[-1])) for tokens in found if tokens]


def main() -> None:
    """Load the model, and print the speakers of each text as a line of JSON."""
    import spacy  # noqa: PLC0415  # the peers' own

    warnings.simplefilter("ignore")
    asked = json.load(sys.stdin)
    language = spacy.load(asked["model"])
    sys.stdout.write(f"{json.dumps([speakers(language, text) for text in asked['texts']])}\n")


if __name__ == "__main__":
    main()
