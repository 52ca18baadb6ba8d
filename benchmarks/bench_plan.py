"""What `make bench-identity` measures: tasks, sizes, and which matchers are asked to do each."""

from dataclasses import dataclass
from typing import Final

OURS: Final = "benchmarks.adapters"
BATCH: Final = "benchmarks.splink_adapter:splink_linkage"
RUN_HERE: Final = (OURS, BATCH)
"""What runs in the project's own environment; everything else runs in the peers'."""
RETRIEVAL_PEERS: Final = (
    "proto:proto",
    "peers_retrieval:logicv2_over_tfidf100",
    "peers_retrieval:jellyfish_soundex_jw",
    "peers_retrieval:tfidf_char23_anyascii",
    "peers_retrieval:tantivy_trigram",
)
"""The prototype of the findings, the strongest published rule, phonetic blocking, n-grams, and the yardstick of CPU."""
LINKAGE_PEERS: Final = (
    "proto_link:link",
    "benchmarks.splink_probabilities:splink_keys",
    "peers_linkage:weighted_rapidfuzz",
    "peers_linkage:nomenklatura_logicv2",
)
MANY_PEERS: Final = ("proto:proto", "peers_retrieval:tfidf_char23_anyascii", "peers_retrieval:tantivy_trigram")
CASES_PEERS: Final = (
    "proto:proto",
    "benchmarks.name_peers:logic_v2",
    "peers_retrieval:jellyfish_soundex_jw",
    "peers_retrieval:tfidf_char23_anyascii",
    "peers_retrieval:tantivy_trigram",
)
PAIRS_PEERS: Final = ("benchmarks.name_peers:logic_v2_same_name", "benchmarks.name_peers:jaro_winkler_same_name")
COMPILED: Final = frozenset(
    {
        "peers_retrieval:logicv2_over_tfidf100",
        "peers_linkage:nomenklatura_logicv2",
        "benchmarks.name_peers:logic_v2",
        "benchmarks.name_peers:logic_v2_same_name",
    }
)
"""Left out where nomenklatura could not be installed."""
NAMES: Final = {
    f"{OURS}:retrieval": "**ours**",
    f"{OURS}:retrieval_with_symbols": "**ours**, with `[symbols]`",
    f"{OURS}:linkage": "**ours**",
    f"{OURS}:linkage_rare": "**ours**",
    f"{OURS}:same_name": "**ours**",
    "benchmarks.name_peers:logic_v2": "nomenklatura logic-v2, every name",
    "benchmarks.name_peers:logic_v2_same_name": "nomenklatura logic-v2 from .70",
    "benchmarks.name_peers:jaro_winkler_same_name": "Jaro-Winkler from .88, anyascii, sorted words",
    BATCH: "**ours**, batch on DuckDB",
    "proto:proto": "the findings' prototype",
    "proto_link:link": "the findings' prototype",
    "peers_retrieval:logicv2_over_tfidf100": "nomenklatura logic-v2 over TF-IDF",
    "peers_linkage:nomenklatura_logicv2": "nomenklatura logic-v2 over TF-IDF",
    "peers_retrieval:jellyfish_soundex_jw": "Soundex block and Jaro-Winkler",
    "peers_retrieval:tfidf_char23_anyascii": "TF-IDF of 2- and 3-grams",
    "peers_retrieval:tantivy_trigram": "tantivy trigram",
    "benchmarks.splink_probabilities:splink_keys": "Splink 5 with key columns",
    "peers_linkage:weighted_rapidfuzz": "rapidfuzz weighted by hand on TF-IDF",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One task of the identity bench and the matchers that are asked to do it."""

    key: str
    arguments: tuple[str, ...]
    ours: tuple[str, ...]
    peers: tuple[str, ...]


def _retrieval(gallery: int, queries: int, peers: tuple[str, ...]) -> Step:
    arguments = ("retrieval", "--gallery", str(gallery), "--queries", str(queries), "--seed", "1", "--slices")
    return Step(key=f"retrieval.{gallery}", arguments=arguments, ours=(f"{OURS}:retrieval",), peers=peers)


def _linkage(people: int, overlap: str, ours: str) -> Step:
    arguments = ("linkage", "--people", str(people), "--overlap", overlap, "--seed", "1")
    return Step(key=f"linkage.{overlap}", arguments=arguments, ours=(ours, BATCH), peers=LINKAGE_PEERS)


def steps(size: str) -> tuple[Step, ...]:
    """Return what is run at a size: `small` to try the script out, `usual`, or `1M`, which is `usual` and a million.

    Raises:
        ValueError: If there is no such size.
    """
    if size not in {"small", "usual", "1M"}:
        raise ValueError(f"SIZE is small, usual or 1M, not {size!r}")
    people, queries = (2_000, 200) if size == "small" else (20_000, 1_000)
    both = (f"{OURS}:retrieval", f"{OURS}:retrieval_with_symbols")
    galleries = (2_000,) if size == "small" else (10_000, 100_000)
    return (
        *(_retrieval(gallery, queries, RETRIEVAL_PEERS) for gallery in galleries),
        Step(
            key="tokens",
            arguments=("tokens", "--queries", str(3 * queries), "--seed", "1"),
            ours=(f"{OURS}:retrieval",),
            peers=RETRIEVAL_PEERS,
        ),
        Step(key="real", arguments=("real", "--slices"), ours=both, peers=RETRIEVAL_PEERS),
        _linkage(people, "0.6", f"{OURS}:linkage"),
        _linkage(people, "0.05", f"{OURS}:linkage_rare"),
        *((_retrieval(1_000_000, 500, MANY_PEERS),) if size == "1M" else ()),
    )
