import pytest

from archgen.layout.lifelines import place_sequence
from archgen.model.drawing import Box, LegendEntry, Message, Sequence
from archgen.svg.render import render
from archgen.svg.theme import DARK, LIGHT, Theme
from tests.legibility.audit import Defect, audit, audit_in_both, contrast

pytestmark = pytest.mark.chromium

BOX = 'fill="#fff" stroke="#333" stroke-width="1"'
LINE = 'fill="none" stroke="#333" stroke-width="1"'


def figure(body: str, *, width: int = 400, told: str = "<title>T</title><desc>D</desc>", role: str = 'role="img"') -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 200" {role} font-family="sans-serif" '
        f'font-size="14">{told}<rect width="{width}" height="200" fill="#fff"/>{body}</svg>'
    )


def card(x: int, y: int, text: str, width: int = 100) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="40" {BOX}/><text x="{x + 10}" y="{y + 25}">{text}</text>'


LEGIBLE = {
    "cards": figure(card(10, 10, "one") + card(200, 10, "two") + f'<path d="M110 30L200 30" {LINE}/>'),
    "label on its line, with a ground of its own": figure(
        card(10, 10, "one")
        + card(250, 10, "two")
        + f'<path d="M110 30H250" {LINE}/><rect x="150" y="20" width="50" height="20" fill="#fff"/>'
        + '<text x="155" y="35">label</text>'
    ),
    "card in a frame": figure(
        f'<rect x="5" y="5" width="300" height="150" {BOX}/><text x="12" y="22">tier</text>' + card(30, 40, "one")
    ),
    "line through a frame that holds others": figure(
        f'<rect x="105" y="5" width="200" height="180" {BOX}/><text x="112" y="22">tier</text>'
        + card(130, 40, "inner")
        + card(5, 120, "one", 60)
        + card(330, 120, "two", 60)
        + f'<path d="M65 140H330" {LINE}/>'
    ),
    "small type in a small figure": figure('<text x="10" y="20" font-size="9">nine</text>'),
    "text on a ground that is half clear": figure(
        '<rect width="400" height="200" fill="#fff"/><rect width="400" height="50" fill="#000" fill-opacity="0.1"/>'
        '<text x="10" y="30" fill="#555">calm</text>'
    ),
}
DEFECTS = {
    "clipped": figure('<text x="380" y="50">cut off</text>'),
    "text-on-text": figure('<text x="20" y="50">one text</text><text x="50" y="54">another</text>'),
    "text-out-of-box": figure(
        '<rect x="20" y="20" width="90" height="40" fill="#eef"/><text x="30" y="45">a text too long for its card</text>'
    ),
    "line-on-text": figure(f'<path d="M10 45H300" {LINE}/><text x="50" y="50">crossed out</text>'),
    "line-through-box": figure(
        card(10, 10, "one", 60) + card(150, 10, "between", 70) + card(300, 10, "two", 60) + f'<path d="M70 18H300" {LINE}/>'
    ),
    "box-on-box": figure(card(20, 20, "one") + card(90, 50, "two")),
    "tiny-text": figure('<text x="20" y="50" font-size="10">shrinks with the figure</text>', width=1200),
    "low-contrast": figure('<text x="20" y="50" fill="#999">pale</text>'),
    "no-title": figure("", told="<desc>D</desc>"),
    "no-desc": figure("", told="<title>T</title>"),
    "no-role": figure("", role=""),
}
SLY = {
    "line-on-text": [
        figure(f'<text x="50" y="50">crossed out</text><path d="M10 45H300" {LINE}/>'),
        figure('<text x="50" y="50">border</text><rect x="70" y="10" width="200" height="90" fill="none" stroke="#333"/>'),
        figure(f'<path d="M10 45H300" {LINE}/><rect x="40" y="30" width="20" height="30" fill="#fff"/>'
               '<text x="45" y="50">half hidden</text>'),
        figure(f'<text x="50" y="50">typographg</text><path d="M10 51.5H300" {LINE}/>'),
    ],
    "text-out-of-box": [
        figure(card(20, 20, "a text that is much too long for its card", 90)),
        figure(f'<rect x="5" y="5" width="380" height="150" {BOX}/>' + card(20, 20, "a text too long for its card", 50)),
    ],
    "line-through-box": [
        figure(card(10, 10, "one", 60) + card(300, 10, "two", 60) + f'<path d="M70 18H300" {LINE}/>' + card(150, 10, "over")),
    ],
    "box-on-box": [
        figure(card(20, 20, "one", 90) + card(60, 40, "below", 120)),
    ],
    "low-contrast": [
        figure('<rect width="60" height="200" fill="#222"/><text x="20" y="50" fill="#333">dark on dark</text>'),
        figure('<g opacity="0.4"><text x="20" y="50" fill="#333">faded</text></g>'),
        figure('<path d="M10 10h90v40h-90z" fill="#555" fill-opacity="0.5"/><text x="20" y="30" fill="#444">veil</text>'),
        figure('<circle cx="50" cy="50" r="40" fill="#000"/><text x="30" y="54" fill="#000">unseen</text>'),
    ],
    "no-title": [figure("", told="<desc>D</desc>", role='role="img" aria-labelledby="missing"')],
    "clipped": [
        figure('<text x="10" y="202">foot</text>'),
        figure('<text transform="translate(395 90) rotate(90)" x="0" y="0">turned, and too long by far</text>'),
    ],
}  # fmt: skip


def kinds(defects: list[Defect]) -> set[tuple[str, str]]:
    return {(defect.figure, defect.kind) for defect in defects}


def test_legible_figures_have_no_defects() -> None:
    assert audit(LEGIBLE) == []


def test_each_sort_of_defect_is_found_and_no_other() -> None:
    assert kinds(audit(DEFECTS)) == {(kind, kind) for kind in DEFECTS}


def test_less_obvious_defects_are_found() -> None:
    sly = {f"{kind} {place}": svg for kind, svgs in SLY.items() for place, svg in enumerate(svgs)}
    assert {(name, name.split()[0]) for name in sly} <= kinds(audit(sly))


def test_a_defect_says_which_text_it_is_about() -> None:
    assert audit({"pale": DEFECTS["low-contrast"]}) == [Defect("pale", "low-contrast", "pale (2.8)")]


def test_a_figure_that_only_suits_light_is_found_in_the_dark() -> None:
    bare = {"bare": figure("").replace('fill="#fff"', 'fill="none"').replace("</svg>", '<text x="9" y="20">ink</text></svg>')}
    assert audit(bare) == []
    assert kinds(audit(bare, dark=True)) == {("bare", "low-contrast")}


def test_both_are_looked_at_together() -> None:
    legible = figure('<rect width="200" height="50" fill="#fff"/><text x="9" y="20">ink</text>')
    pale = legible.replace("<text", "<style>@media (prefers-color-scheme: dark) { text { fill: #aaa } }</style><text")
    moved = legible.replace("<text", "<style>@media (prefers-color-scheme: dark) { text { translate: -20px } }</style><text")
    found = audit_in_both({"legible": legible, "pale": pale, "moved": moved, "none": "<p>no figure</p>"})
    assert kinds(found[:1]) == {("pale in the dark", "low-contrast")}
    assert ("moved in the dark", "clipped") in kinds(found)
    assert {name for name, _ in kinds(found)} == {"pale in the dark", "moved in the dark", "none"}


def test_what_is_wrong_by_light_is_found_by_the_look_at_both() -> None:
    by_light = {one for one in kinds(audit_in_both(DEFECTS)) if not one[0].endswith("in the dark")}
    assert by_light == {(kind, kind) for kind in DEFECTS}


def test_a_page_without_a_figure_is_a_defect() -> None:
    assert kinds(audit({"none": "<p>no figure</p>"})) == {("none", "no-figure")}


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert round(contrast((119, 119, 119), (255, 255, 255)), 2) == 4.48


PARTICIPANTS = [
    Box("app", "Mobile app", "iOS / Android", "device-mobile", "client"),
    Box("api", "API gateway", "auth, rate limit", "router", "edge"),
    Box("orders", "Booking orchestrator", "saga", "sitemap", "compute"),
    Box("pay", "Payment service", "", "server", "compute"),
    Box("bus", "Message bus", "Kafka, 64 partitions", "stack-2", "messaging"),
    Box("notify", "NotificationDispatcherWorker", "APNs / FCM", "bell", "good"),
    Box("push", "Push provider", "third party", "plug", "external"),
]
MESSAGES = [
    Message("app", "api", "POST /bookings with an idempotency key"),
    Message("api", "orders", "start the booking"),
    Message("orders", "pay", "reserve the amount on the card"),
    Message("pay", "orders", "reserved", "dashed"),
    Message("orders", "orders", "write the step to the log before it is answered"),
    Message("orders", "bus", "BookingConfirmed", "dashed"),
    Message("bus", "notify", "consume", "dashed"),
    Message("notify", "push", "push message"),
    Message("push", "push", "retry for an hour, ever more seldom"),
    Message("push", "app", "notification on the lock screen of the phone", "dashed"),
    Message("orders", "app", "201 Created"),
]


def exchange(count: int) -> str:
    names = {box.id for box in PARTICIPANTS[:count]}
    messages = tuple(each for each in MESSAGES if {each.source, each.target} <= names)
    legend = (LegendEntry("solid", "waits for the answer"), LegendEntry("dashed", "does not wait"))
    sequence = Sequence("s", f"Booking among {count}", "Steps", tuple(PARTICIPANTS[:count]), messages, legend)
    return render(place_sequence(sequence))


@pytest.mark.parametrize("dark", [False, True])
def test_sequences_of_any_width_are_legible(dark: bool) -> None:
    assert audit({f"{count} participants": exchange(count) for count in range(1, 8)}, dark=dark) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_flat_figure_is_legible_on_any_page(theme: Theme) -> None:
    sequence = Sequence("s", "Booking", "Steps", tuple(PARTICIPANTS[:4]), tuple(MESSAGES[:5]))
    flat = render(place_sequence(sequence), flat=theme)
    assert [defect for dark in (False, True) for defect in audit({"flat": flat}, dark=dark)] == []
