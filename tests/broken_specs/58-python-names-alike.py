from archgen import Calls, Client, Database, Design, Group, Service

store = Service("Store")
chat = Calls(Client("App"), store)
same = Database("store")
design = Design("Chat", [chat, same])
