"""Netflix in 2016: video is sent from boxes in the networks of those who watch.

- Netflix Open Connect at HKNOG (July 2016), fdocuments.net/document/netflix-open-connect-hknog: 125 million hours a day,
  more than 75 million members, 50 Tbit/s and more of capacity, thousands of boxes.
- "Netflix Open Connect", slideshare.net/facepalmtarbz2/slides-41343025 (2014): 80 Gbit/s from a box is the aim.
"""

from archgen import Client, Design, Downloads, Requirements, Service, between, kilobytes, megabytes, seconds
from tests.estimating.real.public import Public

# 125 million hours a day are five million at any time.
viewers = Client("Viewers", devices=round(125_000_000 / 24))
# Four seconds of video at 2 to 5 Mbit/s.
boxes = Service("Boxes", replicas=between(1_000, 5_000), bandwidth=megabytes(10_000))
play = Downloads(viewers, boxes, period=seconds(4), payload=between(kilobytes(1_000), kilobytes(2_500)))

design = Design("Netflix", [play], requirements=Requirements(peak_factor=between(2.0, 3.0)))
figures = [
    Public("viewers-downloads_from-boxes", "peak_bandwidth", 50e12 / 8, "50 Tbit/s is what there is for the peak"),
]
