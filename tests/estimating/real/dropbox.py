"""Dropbox in 2016: blocks of 4 MB at most, on disks of its own.

- "Scaling to exabytes and beyond" (March 2016), dropbox.tech, as told at sujeet.pro/articles/.../dropbox-magic-pocket: 500
  PB and more of 500 million users; blocks are kept four times while they are new, then one and a half times; some 600,000
  disks later.
- "Magic Pocket: Dropbox's Exabyte-Scale Blob Storage System", infoq.com/articles/dropbox-magic-pocket-exabyte-storage:
  exabytes.
"""

from archgen import Client, Design, ObjectStore, Sharding, Table, Uploads, about, between, megabytes, terabytes
from tests.estimating.real.public import Public

people = Client("People", platform="desktop")
# A gigabyte for each of 500 million users, in blocks that are rarely full.
block = Table("Block", items=about(250_000_000_000), item_size=between(megabytes(1), megabytes(4)))
# Copies in two regions, each kept once and a half: three times in all.
pocket = ObjectStore("Magic Pocket", holds=[block], replicas=3, sharding=Sharding(200_000), disk_size=terabytes(8))

design = Design("Dropbox", [Uploads(people, pocket, "changes")])
figures = [
    Public("magic_pocket", "storage", 3 * 500e15, "over an exabyte on disks, of 500 PB"),
    Public("magic_pocket", "disk_used", 0.3, "which some 600,000 disks hold with room to grow"),
]
