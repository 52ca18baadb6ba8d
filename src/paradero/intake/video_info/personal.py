"""What yt-dlp writes down that nobody published: left out before anything is sealed, wherever in the file it stands."""

_REASONS = {
    "what others wrote under a video, with their names": ("comments", "danmaku", "live_chat", "rechat"),
    "addresses made for one visitor: they carry his session or his internet address, or lead to the machine nearest to "
    "him, and lapse within hours": (
        *("url", "urls", "manifest_url", "fragments", "fragment_base_url", "hls_media_playlist_data"),
        *("thumbnail", "player_url", "page_url", "tc_url"),
    ),
    "the address as the collector was sent it, with the marks that say who shared it": ("original_url",),
    "what the collector's program showed to be let in": (
        *("http_headers", "cookies", "request_data", "hls_aes", "downloader_options"),
        *("extra_param_to_segment_url", "extra_param_to_key_url"),
    ),
    "folders and files of the collector's machine": (
        "filename",
        "_filename",
        "filepath",
        "infojson_filename",
        "requested_downloads",
    ),
}
LEFT_OUT = {field: reason for reason, fields in _REASONS.items() for field in fields}
"""The fields of yt-dlp that never reach the store, and why."""

_INTERNAL = "__"
"""So begin the names of what yt-dlp keeps for its own work: its folders, and the address it pretended to come from."""


def is_personal(path: tuple[str, ...]) -> bool:
    """Tell of a member, by its keys from the outermost, whether it is left out.

    >>> is_personal(("formats", "url")), is_personal(("webpage_url",))
    (True, False)
    """
    return path[-1] in LEFT_OUT or path[-1].startswith(_INTERNAL)
