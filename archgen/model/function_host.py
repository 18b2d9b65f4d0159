"""What is known of those who run functions, by the name of the provider: after how long one is ended, and on what it runs."""

from collections.abc import Mapping
from datetime import timedelta

from archgen.model.product import Product
from archgen.model.taken_work import TakenWork
from archgen.values import dataclass
from archgen.vocabulary.components.function import Function
from archgen.vocabulary.components.server import Server

AWS = ("aws", "amazon", "lambda")
QUARTER = timedelta(minutes=15)
# After how long providers end a function that answers no request, whatever is stated as its timeout.
LIMITS: Mapping[str, timedelta] = {
    **dict.fromkeys((*AWS, "netlify", "digitalocean", "cloudflare"), QUARTER),
    "azure": timedelta(minutes=10),
    **dict.fromkeys(("google", "gcp", "firebase"), timedelta(hours=1)),
}
# Plans and products of these that end nothing so soon.
ENDLESS = ("durable", "premium", "dedicated", "flex", "container", "app service", "job")
# Providers of functions, none of which has a graphics card; and what they, or others, sell besides that has.
WITHOUT_GRAPHICS = (*AWS, "azure", "cloudflare", "vercel", "netlify", "digitalocean", "firebase")
WITH_GRAPHICS = ("container", "gpu", "sagemaker", "batch", "fargate")


def is_function(server: Server) -> bool:
    """Whether a provider runs it when something calls it."""
    return isinstance(server, Function) or server.runtime == "function"


@dataclass(frozen=True)
class FunctionHost:
    """Whoever runs a function."""

    function: Server

    @property
    def name(self) -> str | None:
        """As it is stated, in small letters; None where it is not."""
        provider = self.function.provider if isinstance(self.function, Function) else None
        return None if provider is None else provider.lower()

    @property
    def may_be_aws(self) -> bool:
        """Whether it is AWS, as far as is stated."""
        return self.name is None or _names(self.name, AWS)

    @property
    def ends_after(self) -> timedelta | None:
        """How long a function runs there at the most; None where that is not known, or has no end that matters."""
        if self.name is None or _names(self.name, ENDLESS):
            return None
        return next((after for name, after in LIMITS.items() if name in self.name), None)

    @property
    def has_graphics(self) -> bool | None:
        """Whether functions may get a graphics card there; None where no provider is stated."""
        if self.name is None:
            return None
        return _names(self.name, WITH_GRAPHICS) or not _names(self.name, WITHOUT_GRAPHICS)


def started_by_sqs(taken: TakenWork) -> bool:
    """Whether it is a function that the queue of AWS starts, as far as is stated: then AWS sees to what is handed out again."""
    return Product(taken.queue).is_sqs and is_function(taken.worker) and FunctionHost(taken.worker).may_be_aws


def _names(text: str, names: tuple[str, ...]) -> bool:
    return any(name in text for name in names)
