from archgen import Client, Design

design = Design("Chat", [Client("App")
