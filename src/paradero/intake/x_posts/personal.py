"""What in the JSON of X is nobody's publication, and is left out before anything of it is sealed.

Whoever saves a page of X is logged in, so it is full of what this one account may do, follows and was shown; and it
lists people who only liked or followed. None of that is evidence, and in other hands it tells who collects it.
"""

_OF_WHO_SAVED_IT = frozenset(
    {
        # What this account did with a post.
        *{"favorited", "retweeted", "bookmarked", "edit_perspective", "conversation_muted", "selected_choice"},
        # How it stands to another account.
        *{"relationship_perspectives", "perspectives", "following", "followed_by", "live_following"},
        *{"follow_request_sent", "blocking", "blocked_by", "muting", "want_retweets"},
        *{"super_following", "super_followed_by", "notifications", "notifications_settings"},
        *{"connection_status", "subscription", "receives_your_dm"},
        # What it may do.
        *{"dm_permissions", "can_dm", "media_permissions", "can_media_tag", "limited_actions", "limitedActionResults"},
        *{"quick_promote_eligibility", "unmention_data", "unmention_info"},
        # What was shown to it and why: advertising, feedback, machine translation into its language.
        *{"promotedMetadata", "promoted_metadata", "clientEventInfo", "client_event_info"},
        *{"feedbackInfo", "feedback_info", "responseObjects", "response_objects"},
        *{"grok_translated_post", "grok_translated_post_with_availability"},
        # Figures that X gives only to an account about itself.
        *{"non_public_metrics", "organic_metrics", "promoted_metrics"},
    }
)
_WHO_ONLY_REACTED = frozenset(
    {
        # "Marta liked", "Marta and 3 others follow": shown above a post.
        *{"socialContext", "social_context"},
        *{"favoriters_timeline", "retweeters_timeline", "liking_users", "retweeted_by"},
    }
)
_WHERE_TO_REACH_SOMEBODY = frozenset(
    {
        *{"phone", "phone_number", "phone_country_code", "contact_phone", "contact_phone_number"},
        *{"email", "email_address", "contact_email", "confirmed_email"},
    }
)
_BY_NAME = _OF_WHO_SAVED_IT | _WHO_ONLY_REACTED | _WHERE_TO_REACH_SOMEBODY
_BEGINS = "viewer"
"""Of members about the account that saved it: `viewer`, `viewer_relationship` ..."""

_BY_PLACE = frozenset({("itemContent", "user_results"), ("content", "user_results")})
"""People in a list: who liked, reposted or follows, or whom X recommends. Authors stand in `core`."""
_PUBLIC = ("relationship_counts", "following")
"""How many accounts somebody follows."""


def is_personal(path: tuple[str, ...]) -> bool:
    """Tell of a member, by its keys from the outermost, whether it is left out before sealing."""
    key, place = path[-1], path[-2:]
    return (key in _BY_NAME and place != _PUBLIC) or key.startswith(_BEGINS) or place in _BY_PLACE
