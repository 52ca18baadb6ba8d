"""What `make bench-identity` measures: tasks, sizes, and which matchers are asked to do each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

OURS: Final = "benchmarks.adapters"
BATCH: Final = "benchmarks.splink_adapter:splink_linkage"
RUN_HERE: Final = (OURS, BATCH)
"""What runs in the project's own environment; everything else runs in the peers'."""
TANTIVY: Final = "peers_retrieval:tantivy_trigram"
SPLINK: Final = "benchmarks.splink_probabilities:splink_keys"
"""The two that a goal compares us with: CPU for one query, and log loss."""
RETRIEVAL_PEERS: Final = (
    "proto:proto",
    "peers_retrieval:logicv2_over_tfidf100",
    "peers_retrieval:jellyfish_soundex_jw",
    "peers_retrieval:tfidf_char23_anyascii",
    TANTIVY,
)
"""The prototype of the findings, the strongest published rule, phonetic blocking, n-grams, and the yardstick of CPU."""
LINKAGE_PEERS: Final = (
    "proto_link:link",
    SPLINK,
    "peers_linkage:weighted_rapidfuzz",
    "peers_linkage:nomenklatura_logicv2",
)
MANY_PEERS: Final = ("proto:proto", "peers_retrieval:tfidf_char23_anyascii", TANTIVY)
CASES_PEERS: Final = (
    "proto:proto",
    "benchmarks.name_peers:logic_v2",
    "peers_retrieval:jellyfish_soundex_jw",
    "peers_retrieval:tfidf_char23_anyascii",
    TANTIVY,
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
SIZES: Final = ("small", "usual", "1M")
BENCH: Final = "parabench"
"""The shared bench's own module; every other that a step runs is ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One task and the matchers that are asked to do it, each in a process of its own."""

    key: str
    arguments: tuple[str, ...] = ()
    ours: tuple[str, ...]
    peers: tuple[str, ...] = ()
    module: str = BENCH
    most_seconds: int = 1200
    """A matcher that takes longer is stopped, and its row says so."""

    @property
    def kind(self) -> str:
        """What is measured, whatever the size: the key's first word."""
        return self.key.partition(".")[0]

    def runs(self, without: Collection[str] = ()) -> Iterator[tuple[str, str]]:
        """Give each run as its key, `<step>|<matcher>`, and its matcher."""
        for matcher in (*self.ours, *self.peers):
            if matcher not in without:
                yield f"{self.key}|{matcher}", matcher


def _retrieval(gallery: int, queries: int, peers: tuple[str, ...]) -> Step:
    arguments = ("retrieval", "--gallery", str(gallery), "--queries", str(queries), "--seed", "1", "--slices")
    return Step(key=f"retrieval.{gallery}", arguments=arguments, ours=(f"{OURS}:retrieval",), peers=peers)


def _linkage(people: int, overlap: str, ours: str) -> Step:
    arguments = ("linkage", "--people", str(people), "--overlap", overlap, "--seed", "1")
    return Step(key=f"linkage.{overlap}", arguments=arguments, ours=(ours, BATCH), peers=LINKAGE_PEERS)


def _ours(key: str, module: str, *arguments: int, most_seconds: int = 1200) -> Step:
    """Return a step that only we are asked to do, by a module of ours."""
    words = tuple(map(str, arguments))
    return Step(key=key, arguments=words, ours=(OURS,), module=f"benchmarks.{module}", most_seconds=most_seconds)


def _cases(key: str, ours: str, peers: tuple[str, ...]) -> Step:
    return Step(key=key, ours=(f"{OURS}:{ours}",), peers=peers, module="benchmarks.ask_cases")


def steps(size: str) -> tuple[Step, ...]:
    """Return what is run at a size: `small` to try the script out, `usual`, or `1M`, which is `usual` and a million.

    Raises:
        ValueError: If there is no such size.
    """
    if size not in SIZES:
        raise ValueError(f"SIZE is small, usual or 1M, not {size!r}")
    people, queries = (2_000, 200) if size == "small" else (20_000, 1_000)
    both = (f"{OURS}:retrieval", f"{OURS}:retrieval_with_symbols")
    galleries = (2_000,) if size == "small" else (10_000, 100_000)
    words = ("tokens", "--queries", str(3 * queries), "--seed", "1")
    return (
        _cases("ranking", "retrieval", CASES_PEERS),
        _cases("same_name", "same_name", PAIRS_PEERS),
        *(_retrieval(gallery, queries, RETRIEVAL_PEERS) for gallery in galleries),
        Step(key="tokens", arguments=words, ours=(f"{OURS}:retrieval",), peers=RETRIEVAL_PEERS),
        Step(key="real", arguments=("real", "--slices"), ours=both, peers=RETRIEVAL_PEERS),
        _linkage(people, "0.6", f"{OURS}:linkage"),
        _linkage(people, "0.05", f"{OURS}:linkage_rare"),
        *(_ours(f"single.{gallery}", "single_queries", gallery, queries // 4) for gallery in galleries[-1:]),
        _ours("transfer", "threshold_transfer", people // 10),
        *(_a_million() if size == "1M" else ()),
    )


def _a_million() -> tuple[Step, ...]:
    return (
        _retrieval(1_000_000, 500, MANY_PEERS),
        _ours("single.1000000", "single_queries", 1_000_000, 500),
        _ours("batch.1000000", "million_links", 1_000_000, most_seconds=7200),
    )
