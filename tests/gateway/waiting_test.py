"""waiting_test.py BINARY: who waits for a model keeps nobody else waiting."""
import pathlib
import sys
import tempfile
import threading
import time

from house import check, run

PEOPLE = 12  # more than the threads that answer everybody else
AT_MOST_SECONDS = 0.5


def others_are_answered(house):
    """people who wait for an answer on the page keep nobody else waiting, and nobody waits for another's answer"""
    house.upstream.replies["slow"] = lambda _: " ".join(["woord"] * 20)
    statuses, took = [], []

    def chat():
        begun = time.monotonic()
        statuses.append(house.adviser.another().act("gateway.send_message", {"message": "Hallo", "model": "slow"}).status)
        took.append(time.monotonic() - begun)

    waiting = [threading.Thread(target=chat) for _ in range(PEOPLE)]
    for one in waiting:
        one.start()
    time.sleep(0.5)
    other = house.adviser.another()
    begun = time.monotonic()
    other.done("gateway.policies")
    passed = time.monotonic() - begun
    for one in waiting:
        one.join()
    check(statuses == [200] * PEOPLE, statuses)
    check(min(took) > 0.5 + AT_MOST_SECONDS, f"the model was too quick to tell: {min(took):.2f} s")
    check(passed < AT_MOST_SECONDS, f"answered after {passed:.2f} s")
    check(max(took) < 2 * min(took), f"one waited for another: {min(took):.1f} to {max(took):.1f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(run(pathlib.Path(sys.argv[1]).resolve(), folder, [others_are_answered]))
