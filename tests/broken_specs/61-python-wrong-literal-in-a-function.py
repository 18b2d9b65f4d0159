from archgen import Cache, Design


def cache(name):
    return Cache(
        name,
        invalidation="dlete",
    )


design = Design("Chat", [cache("Hot")])
