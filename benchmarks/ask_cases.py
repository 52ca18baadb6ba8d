"""Asks one matcher our ranking cases and prints, as one line of JSON, the share it put right.

    python -m benchmarks.ask_cases module:function

It prints shares and no name, so that the kept part can be run by those who must not read it. For the same-name lists
give a function of two names, its name ending in `same_name`.
"""

import json
import sys
from importlib import import_module
from time import process_time
from typing import Any

from benchmarks.ranking_cases import PARTS, rank, read_cases, read_pairs, same_name_counts, shares_right


def ask(matcher: Any) -> dict[str, Any]:
    """Return the shares of cases put right, per part and in `both` by group, then by practice and by language."""
    started = process_time()
    answers = {part: rank(read_cases(part), matcher) for part in PARTS}
    every = [answer for part in PARTS for answer in answers[part]]
    return {
        **{part: shares_right(found, by="group") for part, found in answers.items()},
        "both": shares_right(every, by="group"),
        "practice": shares_right(every, by="practice"),
        "language": shares_right(every, by="language"),
        "cpu_s": round(process_time() - started, 2),
    }


def ask_pairs(same_name: Any) -> dict[str, Any]:
    """Return, per part, how many same-name pairs were found and how many look-alikes were taken for one name."""
    counts = {part: same_name_counts(read_pairs(part), same_name) for part in PARTS}
    return {part: {"found": found, "false": false} for part, (found, false) in counts.items()}


def main() -> None:
    """Ask the matcher named on the command line."""
    module, _, name = sys.argv[1].partition(":")
    function = getattr(import_module(module), name)
    said = ask_pairs(function) if name.endswith("same_name") else ask(function)
    sys.stdout.write(json.dumps({"matcher": sys.argv[1], **said}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
