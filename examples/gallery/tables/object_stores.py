"""Limits and names of three object stores."""

from archgen.figures import Cell, Comparison, Figure

STORES = Comparison(
    ["Limit or name", "Amazon S3", "Google Cloud Storage", "Azure Blob Storage"],
    [
        ["Largest object", "48.8 TiB", "5 TiB", "190.7 TiB"],
        ["Largest part", "5 GiB", "5 GiB", "4,000 MiB"],
        ["Most parts", "10,000", "10,000", "50,000"],
        ["Smallest part but the last", "5 MiB", "5 MiB", "none"],
        [
            "Parts in parallel",
            Cell("multipart upload", mark="yes"),
            Cell("multipart API", mark="yes"),
            Cell("blocks, then a list", mark="yes"),
        ],
        [
            "One stream, resumed",
            Cell("list the parts, send the rest", mark="partly"),
            Cell("resumable upload, a week", mark="yes"),
            Cell("list the blocks, send the rest", mark="partly"),
        ],
        ["Leave for a client", "presigned URL", "signed URL", "shared access signature"],
        [
            "Limits the size in it",
            Cell("only in a POST policy", mark="partly"),
            Cell("only in a POST policy", mark="partly"),
            Cell("not at all", mark="no"),
        ],
    ],
)

figure = Figure(
    "Three object stores, one idea",
    [STORES],
    subtitle="Limits change: take these as orders of magnitude. 50,000 blocks of 4,000 MiB are 190.7 TiB.",
    takeaway="10,000 parts of 100 MiB are less than 1 TiB: choose the size of a part by the size of the file.",
)
