"""The questions that lead to the second hop, and the three answers beside one another."""

from archgen.figures import Comparison, Figure
from patterns.real_time_updates.trees.update_routing import tree

BESIDE = Comparison(
    ["Asked", "Pull", "Consistent hash", "Publish and subscribe"],
    [
        ["Late by", "half the interval on average", "a hop", "a hop and the broker"],
        ["Suits", "few servers, patient users", "much state for each connection", "little state, any server"],
        ["For instance", "dashboards", "shared documents, games", "chat, notifications, feeds"],
        ["To run besides", "nothing", "who is where: ZooKeeper, etcd", "a broker"],
        ["A server fails", "its clients connect elsewhere", "its share moves to the next ones", "its clients connect elsewhere"],
        ["Limit", "the store's reads", "the busiest key", "the broker's fan-out"],
    ],
)

figure = Figure(
    "The number of servers decides least of all",
    [tree, BESIDE],
    subtitle="A chat with three servers and a budget of 200 ms has few servers, and still cannot look every second.",
    takeaway="How many servers there are matters only where updates may be late. Else it is what each connection carries.",
)
