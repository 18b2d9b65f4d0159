"""The text of a language model is sent piece by piece as it is made, so that people read while it is being written.

## How it works
The page posts a question. The service passes it to a model server, which makes one token after another, and writes each piece
into the open response as a server-sent event. A last event carries the reason why it ended and what it cost. Since a question
is a POST with a body, the page reads the stream with `fetch`; `EventSource` can only GET.

The stream belongs to its request: it arises where the client is, so there is no second hop, no topic and no registry. What
there is between model and page is a row of proxies, and each of them has to pass on a line the moment it arrives.

## Numbers
- **Time to the first token counts**, not to the last: 300 to 800 ms instead of 10 s, for an answer of 500 tokens at 50 a
  second. People read 5 to 8 tokens a second, so that even slow models stay ahead of them.
- **An event weighs 100 to 200 bytes, its token four.** Gather what comes within 30 to 50 ms: one event of two or three tokens
  reads just as smoothly, at half the packets.
- **A comment line every 15 s** while the model thinks, tools run or the request waits for a free place: longer silence is
  cut.
- **Open streams = questions x length**: 20 questions a second of 10 s each are 200 streams. The model's places, not the
  connections, are the limit.

## What goes wrong
- **A buffer.** Everything arrives at once at the end. Compression is the usual hidden one: it waits for a block to fill. Turn
  off response buffering and compression on the route.
- **A reader who leaves.** The page is closed, the model goes on for its whole answer. Notice the closed connection, and
  cancel the generation: it is the expensive part.
- **The drop in the middle.** At token 300 the connection breaks. Asking again makes another answer and costs twice. Keep the
  answer under an id while it grows, go on making it for a while, and let the page ask for what follows 300.
- **Errors after 200.** The status was sent with the first byte. Send failures as an event, and let the page treat a stream
  without a last event as broken.
"""

from archgen import (
    Cache,
    Calls,
    Client,
    Design,
    LoadBalancer,
    Need,
    Pattern,
    Reads,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    TradeOff,
    Writes,
    minutes,
    per_second,
    seconds,
)

client = Client("Client", platform="web")
balancer = LoadBalancer(
    "Load balancer", layer=7, algorithm="least_connections", idle_timeout=seconds(60), response_buffering=False
)
chat = Service("Chat service", replicas=3, connection_state="light", max_connections=5_000, streams_in_objective=False)
model = Service(
    "Model server", replicas=8, needs_gpu=True, concurrency=32, task_duration=seconds(10), note="50 tokens a second each"
)
answers = Cache("Answers in progress", engine="Redis", serves_as="store", ttl=minutes(10), nodes=2, note="by id and position")

ask = Calls(
    client,
    balancer,
    "question up, tokens down",
    protocol="sse",
    rate=per_second(20),
    payload_kind="token_stream",
    heartbeat_interval=seconds(15),
    cache_control="no-cache",
    reconnect=Retry(attempts=3, backoff="exponential", jitter=True, initial=seconds(1)),
    resume=Resumption("offset", state_kept_in=answers, window=minutes(10)),
)
forward = Calls(balancer, chat, "unbuffered, uncompressed", protocol="http", payload_kind="token_stream")
generate = Calls(
    chat,
    model,
    "tokens as they are made",
    protocol="grpc",
    payload_kind="token_stream",
    update_rate=per_second(50),
    timeout=seconds(60),
)
keep = Writes(chat, answers, "every 50 ms", operation_kind="append", idempotent=True)
replay = Reads(chat, answers, "from a position on", rate=per_second(0.5))

pattern = Pattern(
    "Token streaming",
    use_when=["text, code or steps come to be over seconds, and are of use before they are complete"],
    avoid_when=[
        "the answer is short, or is checked as a whole before anyone may see it",
        "a program reads it: one complete answer is simpler to handle",
    ],
    structure=Design(
        "Token streaming",
        [ask, forward, generate, keep, replay],
        requirements=Requirements(latency_budget=seconds(1), client_sends="rarely", media=False, streaming_path=True),
    ),
    requires=[
        Need("a stream that says what it carries", {ask: ["protocol", "payload_kind"]}),
        Need("no box on the way that collects", {balancer: ["response_buffering"], ask: ["cache_control"]}),
        Need("a place to go on from after a drop", {ask: ["resume"], answers: ["ttl"]}),
    ],
    walkthrough=[
        Step(ask, "a question"),
        Step(forward),
        Step(generate, "a place in the batch"),
        Step(generate, "first token, after 400 ms", back=True),
        Step(keep, "what there is so far"),
        Step(forward, "a line, written out at once", back=True),
        Step(ask, "shown", back=True),
        Step(generate, "the other 499, in 10 s", back=True),
    ],
    trade_offs=[
        TradeOff("something to read within half a second", "no status, length or check of the whole beforehand"),
        TradeOff("plain HTTP, and no second hop", "every proxy on the way can spoil it without an error"),
        TradeOff("who leaves can stop the work", "someone has to notice that he left"),
    ],
    related=["server-sent-events", "sse-last-event-id"],
)
