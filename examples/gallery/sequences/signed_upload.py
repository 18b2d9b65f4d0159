"""An upload that passes by the server, and how the server learns of it."""

from archgen import Glyph
from archgen.figures import Case, Figure, Message, Note, Participant, Sequence

figure = Figure(
    "The file passes the server by",
    [
        Sequence(
            [
                Participant("App", glyph=Glyph.MOBILE, tone="client"),
                Participant("API", glyph=Glyph.SERVER, tone="compute", group="Ours"),
                Participant("Metadata", note="PostgreSQL", glyph=Glyph.CYLINDER, tone="data", group="Ours"),
                Participant("Storage", note="S3", glyph=Glyph.BUCKET, tone="external"),
            ],
            [
                Message("App", "API", "upload 40 MB, image/jpeg"),
                Message("API", "Metadata", "insert, pending"),
                Message("API", "App", "address, signed for 15 min, with size and type", answer=True),
                Message("App", "Storage", "PUT, 40 MB"),
                Message("Storage", "App", "200", answer=True),
                Message("Storage", "API", "object created", answer=True),
                Message("API", "Metadata", "ready, by the event and not by the app's word"),
                Case(
                    "If nothing arrives within a day",
                    [Message("API", "Metadata", "failed; the storage's own rule removes the parts")],
                    tone="bad",
                ),
                Note("40 MB went over one connection, none of it through the API", tone="good"),
            ],
        )
    ],
    takeaway="Sign the size, the type and the key. An address without them lets anybody fill the bucket.",
)
