"""WhatsApp in 2013: some hundred servers of two million connections each, and messages that go to more than one.

- WhatsApp blog, "1 million is so 2011" (January 2012), blog.whatsapp.com/1-million-is-so-2011: 2,277,845 open sockets on a
  server with 103 GB of memory, of which 27 GB were free.
- "WhatsApp processed 27 billion messages in 24 hours" (June 2013), blog.dk.sg/2013/06/17: 10 billion sent, 17 billion
  received.
- "The WhatsApp Architecture Facebook Bought For $19 Billion" (February 2014), highscalability.com/blog/2014/2/26: 450
  million active users, hundreds of nodes.
"""

from archgen import Calls, Client, Consumes, Design, Publishes, Service, Topic, about, gigabytes, per_day
from tests.estimating.real.public import Public

phones = Client("Phones", platform="mobile", devices=about(200_000_000))
servers = Service("Chat servers", replicas=about(100), max_connections=2_277_845, memory=gigabytes(103))
rooms = Topic("Rooms")
held = Calls(phones, servers, protocol="websocket", rate=per_day(10e9))
posts = Publishes(servers, rooms)
handed_out = Consumes(servers, rooms, fan_out=1.7)

design = Design("WhatsApp", [held, posts, handed_out])
figures = [
    Public("chat_servers-publishes-rooms", "rate", 10e9 / 86_400, "10 billion messages a day come in"),
    Public("chat_servers-consumes-rooms", "rate", 17e9 / 86_400, "17 billion a day go out"),
    Public("chat_servers", "connections_per_replica", 2_277_845, "over two million connections on a server"),
    Public("chat_servers", "memory_per_connection", 103e9 / 2_277_845, "103 GB for these, some 45 kB each"),
]
