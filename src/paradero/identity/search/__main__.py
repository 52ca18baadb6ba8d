"""Compiles the search, so that the first to search need not wait: `python -m paradero.identity.search`."""

from paradero.identity.search.names_index import NamesIndex

WORKED = ("Хоменко Сергій", "Serguéi Jomenko", "J. Q.")


def main() -> None:
    """Search once; what is compiled is kept in the user's cache."""
    index = NamesIndex(WORKED)
    index.add(len(WORKED), ["Khomenko"])
    index.search(WORKED)


if __name__ == "__main__":
    main()
