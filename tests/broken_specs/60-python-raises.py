from archgen import Design

settings: dict[str, int] = {}
design = Design("Chat", [settings["replicas"]])
