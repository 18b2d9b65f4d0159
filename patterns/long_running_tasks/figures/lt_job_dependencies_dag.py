"""Jobs that wait for one another, and those that need not."""

from archgen import Glyph
from archgen.figures import Figure, Graph, Link, Node

figure = Figure(
    "Side by side where possible, one after the other where needed",
    [
        Graph(
            [
                Node("Upload", "2 GB", glyph=Glyph.BUCKET, tone="client"),
                Node("Audio", "2 min", glyph=Glyph.GEARS, tone="compute"),
                Node("1080p", "12 min", glyph=Glyph.VIDEO, tone="compute"),
                Node("720p", "7 min", glyph=Glyph.VIDEO, tone="compute"),
                Node("480p", "4 min", glyph=Glyph.VIDEO, tone="compute"),
                Node("Thumbnails", "1 min", glyph=Glyph.GRID, tone="compute"),
                Node("Transcript", "8 min", glyph=Glyph.FILES, tone="compute"),
                Node("Publish", "when all are there", glyph=Glyph.WORLD, tone="good"),
            ],
            [
                Link("Upload", "Audio"),
                Link("Upload", "1080p"),
                Link("Upload", "720p"),
                Link("Upload", "480p"),
                Link("Upload", "Thumbnails"),
                Link("Audio", "Transcript"),
                Link("1080p", "Publish"),
                Link("720p", "Publish"),
                Link("480p", "Publish"),
                Link("Thumbnails", "Publish", dashed=True),
                Link("Transcript", "Publish"),
            ],
        )
    ],
    subtitle="The longest way decides: 12 min, not 34 all together. Smaller renditions come from the upload, not from 1080p.",
    takeaway="A job starts when the last it waits for is done; Airflow or Temporal keeps count. Thumbnails hold nothing up.",
)
