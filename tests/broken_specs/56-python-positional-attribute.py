from archgen import Design, Service

api = Service("API", 3)
design = Design("Chat", [api])
