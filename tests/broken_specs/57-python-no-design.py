from archgen import Design

chat = Design("Chat", [])
