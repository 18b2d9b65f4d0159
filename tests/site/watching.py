"""Pages that are watched: what they complain of while somebody reads them."""

from collections.abc import Iterator

from playwright.sync_api import BrowserContext, Page, Request


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what it complains of."""
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(f"console: {message.text} ({message.location['url']})"))
    page.on("pageerror", lambda error: complaints.append(f"exception: {error} ({error.stack})"))
    page.on("requestfailed", lambda request: complaints.extend(_failure(request)))
    page.on("request", lambda request: complaints.extend(_abroad(request)))
    return page, complaints


def _failure(request: Request) -> Iterator[str]:
    """What could not be fetched. The icon of a page that was left before it came is no failure: links are tried elsewhere."""
    if not (request.url.endswith("/logo.svg") and request.failure == "net::ERR_ABORTED"):
        yield f"failed: {request.url}: {request.failure}"


def _abroad(request: Request) -> Iterator[str]:
    """What is asked of anybody but the folder and a server of this machine."""
    if not request.url.startswith(("file://", "data:", "blob:", "http://127.0.0.1:")):
        yield f"fetched from elsewhere: {request.url}"
