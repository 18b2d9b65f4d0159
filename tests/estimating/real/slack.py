"""Slack in 2017: what a request does not have to wait for becomes a job.

- "Scaling Slack's Job Queue" (December 2017), slack.engineering, as told at changelog.com/news
  and blog.gotocon.com/2017/12/20: 1.4 billion jobs on the busiest days, 33,000 a second at the peak, from milliseconds to
  minutes each.
"""

from archgen import Consumes, Design, Publishes, Queue, Requirements, Service, Worker, between, milliseconds, per_day
from tests.estimating.real.public import Public

web = Service("Web app")
jobs = Queue("Jobs", engine="Redis")
workers = Worker("Workers", task_duration=between(milliseconds(50), milliseconds(500)))
enqueue, work = Publishes(web, jobs, rate=per_day(1.4e9)), Consumes(workers, jobs)

# People work for eight to twelve hours of a day, with a peak before noon.
design = Design("Slack", [enqueue, work], requirements=Requirements(peak_factor=between(1.5, 3.0)))
figures = [
    Public("jobs", "requests", 1.4e9 / 86_400, "1.4 billion a day are 16,000 a second", within=1.01),
    Public("jobs", "peak_requests", 33_000, "33,000 a second at the peak"),
]
