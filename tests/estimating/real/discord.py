"""Discord in 2022: trillions of messages on 72 nodes of ScyllaDB, moved there in nine days.

- B. Ingram, "How Discord Stores Trillions of Messages" (2023), discord.com/blog/how-discord-stores-trillions-of-messages, as
  told at benwendell.com/notes and atech.guide: 177 nodes of Cassandra became 72 of ScyllaDB with 9 TB of disk each on
  average; 3.2 million messages a second were moved, for nine days.
- S. Vishnevskiy, "How Discord Stores Billions of Messages" (2017), blog.discord.com: three copies of each.
"""

from archgen import Design, Sharding, Size, Table, WideColumnDatabase, Worker, Writes, between, days, per_second, terabytes
from tests.estimating.real.public import Public

message = Table("Message", item_size=between(Size(50), Size(150)))
mover = Worker("Mover")
# 72 nodes hold three copies: 24 parts of the data.
store = WideColumnDatabase(
    "Messages", engine="ScyllaDB", holds=[message], replicas=3, sharding=Sharding(24), disk_size=terabytes(9), retention=days(9)
)
moves = Writes(mover, store, rate=per_second(3_200_000))

design = Design("Discord", [moves])
figures = [
    Public("messages", "storage", 72 * 9e12, "72 nodes with 9 TB each hold it all"),
    Public("messages", "disk_used", 1, "which are about full then"),
    Public("messages", "usual_utilisation", 3.2e6 / 24 / 10_000, "13 times what a node of Cassandra usually takes"),
]
