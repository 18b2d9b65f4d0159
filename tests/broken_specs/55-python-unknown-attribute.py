from archgen import Client, Design, Service

app = Client("App", devises=200_000)
design = Design("Chat", [app])
