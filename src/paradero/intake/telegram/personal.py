"""What of an export is nobody's publication, and is left out before anything is sealed.

What stays though it is about people, and why, stands with it in docs/reference/telegram.md.
"""

from collections.abc import Callable, Mapping

Path = tuple[str, ...]

ACCOUNT_PARTS = frozenset(
    {
        *("personal_information", "profile_pictures", "stories", "contacts", "frequent_contacts", "sessions"),
        *("web_sessions", "other_data", "chats", "left_chats"),
    }
)
"""Parts of the export of a whole account, beside which no channel's messages stand unless somebody put them there."""

IN_EVERY_EXPORT: Mapping[Path, str] = {
    ("reactions", "recent"): "who reacted, and when; how many did stays",
    ("contact_information",): "a visiting card: names and a telephone number",
    ("contact_vcard",): "the file of one",
    ("contact_vcard_file_size",): "the file of one",
    ("members",): "who was added to a group or removed from it",
    ("inviter",): "by whose invitation somebody came",
    ("to",): "who was near whom",
    ("to_id",): "who was near whom",
    ("distance",): "how near",
    ("peer_name",): "whose payment was given back",
    ("peer_id",): "whose payment was given back",
    ("charge_id",): "which payment",
    ("transaction_id",): "which payment",
    ("gift_code",): "whoever knows it can cash it",
    ("giveaway_results", "winners"): "whose numbers were drawn",
}
"""By their keys within a message, with the reason."""

IN_GROUPS: Mapping[Path, str] = {
    ("actor",): "who joined, left, called or changed the group; in a channel that is the channel itself",
    ("actor_id",): "the same, as a number",
}
IN_SAVED_MESSAGES: Mapping[Path, str] = {
    **IN_GROUPS,
    ("from",): "the collector, who published nothing",
    ("from_id",): "the same, as a number",
}


def personal(*tables: Mapping[Path, str]) -> Callable[[Path], bool]:
    """Return what tells of a member, by its keys from the outermost, whether it stands in one of the tables."""
    within = frozenset(path for table in (IN_EVERY_EXPORT, *tables) for path in table)

    def is_personal(path: Path) -> bool:
        if path[0] != "messages":
            return path[0] in ACCOUNT_PARTS and len(path) == 1
        return path[1:] in within or path[-1] == "phone_number"

    return is_personal
