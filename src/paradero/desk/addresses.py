"""The desk's addresses. None carries a name, and none filters people by unit, place or time (rules R12, R13)."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path, register_converter
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic import RedirectView
from django.views.i18n import set_language

from paradero.desk.pages import (
    bundles,
    candidates,
    enquiries,
    help as helping,
    items,
    judging,
    origins,
    said,
    searching,
    sources,
    uploading,
)
from paradero.desk.pages.asking import Reference

register_converter(Reference, "ref")

TWO = "<ref:left>/<int:left_at>/<ref:right>/<int:right_at>"
"""Two reports, each by its item and its place in it."""

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="candidates"), name="start"),
    path("log-in/", never_cache(LoginView.as_view(template_name="desk/log_in.html")), name="log-in"),
    path("log-out/", LogoutView.as_view(), name="log-out"),
    path("language/", login_not_required(require_POST(set_language)), name="set_language"),
    path("candidates/", candidates.candidates, name="candidates"),
    path("candidates/<ref:ref>/", candidates.candidate, name="candidate"),
    path("candidates/<ref:ref>/print/", candidates.candidate_print, name="candidate-print"),
    path("candidates/<ref:ref>/judge/", candidates.candidate_judge, name="candidate-judge"),
    path("candidates/<ref:ref>/undo/", candidates.candidate_undo, name="candidate-undo"),
    path("enquiries/", enquiries.enquiries, name="enquiries"),
    path("enquiries/<ref:ref>/", enquiries.enquiry, name="enquiry"),
    path("items/<ref:ref>/", items.item, name="item"),
    path("items/<ref:ref>/proof/", items.proof, name="proof"),
    path("origins/<ref:ref>/", items.origin, name="origin"),
    path("origins/with/", origins.origin_with, name="origin-with"),
    path(f"origins/{TWO}/", origins.origin_pair, name="origin-pair"),
    path(f"origins/{TWO}/judge/", origins.origin_judge, name="origin-pair-judge"),
    path(f"origins/{TWO}/undo/", origins.origin_undo, name="origin-pair-undo"),
    path("pairs/<ref:left>/<ref:right>/", judging.pair, name="pair"),
    path("pairs/<ref:left>/<ref:right>/judge/", judging.pair_judge, name="pair-judge"),
    path("pairs/<ref:left>/<ref:right>/undo/", judging.pair_undo, name="pair-undo"),
    path("groups/<ref:ref>/", judging.group, name="group"),
    path("said/<ref:ref>/", said.said, name="said"),
    path("search/", searching.search, name="search"),
    path("bundles/", bundles.bundles, name="bundles"),
    path("bundles/propose/", bundles.bundle_propose, name="bundle-propose"),
    path("bundles/<ref:ref>/approve/", bundles.bundle_approve, name="bundle-approve"),
    path("bundles/<ref:ref>/make/", bundles.bundle_make, name="bundle-make"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<ref:ref>/", sources.source, name="source"),
    path("sources/<ref:ref>/grade/", sources.source_grade, name="source-grade"),
    path("sources/<ref:ref>/kind/", sources.source_kind, name="source-kind"),
    path("sources/<ref:ref>/name/", sources.source_alias, name="source-alias"),
    path("sources/names/<ref:ref>/undo/", sources.source_alias_undo, name="source-alias-undo"),
    path("items/<ref:ref>/reports/<int:position>/grade/", sources.information_grade, name="information-grade"),
    path("take-in/", uploading.take_in, name="take-in"),
    path("help/", helping.help_page, name="help"),
    path("keys/", helping.keys, name="keys"),
]
