import json
import signal
import subprocess
import sys
import unittest
from pathlib import Path

FAKE = Path(__file__).with_name("fake.py")


class ServerTests(unittest.TestCase):
    def setUp(self):
        self.process = subprocess.Popen(
            [sys.executable, str(FAKE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.seq = 0
        self.addCleanup(self.end)

    def end(self):
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()

    def ask(self, op, **fields):
        return self.await_reply(self.send(op, **fields))

    def send(self, op, **fields):
        self.seq += 1
        request = {"seq": self.seq, "op": op, "deadlineMs": 60000, **fields}
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        return self.seq

    def await_reply(self, seq):
        reply = json.loads(self.process.stdout.readline())
        self.assertEqual(reply.pop("seq"), seq)
        return reply

    def connect(self, name="c"):
        arguments = {"interface": "rest", "host": "h", "port": 1, "user": "u", "password": "p"}
        self.assertEqual(self.ask("connect", **{"as": name}, **arguments), {"ok": {}})

    def execute(self, sql, **fields):
        return self.ask("execute", on="c", sql=sql, **fields)

    def test_says_hello(self):
        hello = self.ask("hello", protocol=[1])["ok"]
        self.assertEqual(hello["connector"], {"name": "fake", "version": "1.2.3"})
        self.assertEqual(hello["language"], "python")
        self.assertEqual(hello["dump"]["pid"], self.process.pid)

    def test_refuses_another_protocol(self):
        self.assertIn("protocol 1", self.ask("hello", protocol=[2])["fault"]["message"])

    def test_classifies_errors(self):
        self.connect()
        self.assertEqual(
            self.execute("refuse no such table")["error"],
            {
                "origin": "server",
                "code": 0x2603,
                "class": "__main__.Refused",
                "message": "no such table",
            },
        )
        self.assertEqual(self.execute("panic lost")["error"]["origin"], "driver")
        self.assertIn("fake.py", self.execute("bug oops")["fault"]["trace"])
        self.assertEqual(
            self.execute("unsupported so")["unsupported"], {"capability": "thing", "why": "so"}
        )
        self.assertEqual(self.ask("prepare", on="c")["unsupported"]["capability"], "prepare")
        self.assertIn("nobody", self.ask("close", on="nobody")["fault"]["message"])

    def test_pages_until_the_end(self):
        self.connect()
        first = self.ask("query", on="c", **{"as": "r"}, sql="rows 5", pageRows=3)["ok"]
        self.assertEqual(
            first["columns"],
            [
                {"name": "n", "type": "INT", "length": 4, "nat": "int"},
                {"name": "nothing", "nat": ""},
            ],
        )
        self.assertEqual(first["rows"], [[{"i64": str(n)}, None] for n in range(3)])
        self.assertTrue(first["more"])
        self.assertEqual(
            self.ask("next", on="r")["ok"],
            {"rows": [[{"i64": "3"}, None], [{"i64": "4"}, None]], "more": False},
        )
        self.assertEqual(self.ask("next", on="r")["ok"], {"rows": [], "more": False})
        self.assertEqual(self.ask("close", on="r"), {"ok": {}})
        self.assertIn("fault", self.ask("next", on="r"))

    def test_statement_without_result_set_creates_no_handle(self):
        self.connect()
        reply = self.ask("query", on="c", **{"as": "r"}, sql="insert")
        self.assertEqual(reply, {"ok": {"affected": 7}})
        self.assertIn("fault", self.ask("next", on="r"))

    def test_keeps_standard_output_clean(self):
        self.connect()
        self.assertEqual(self.execute("print to the harness"), {"ok": {}})
        self.process.stdin.close()
        self.assertEqual(self.process.stdout.read(), b"")
        log = self.process.stderr.read().decode()
        self.assertIn("to the harness\n", log)
        self.assertIn("to the harness by native code\n", log)

    def test_runs_named_threads_concurrently(self):
        self.connect()
        slow = self.send("execute", on="c", sql="sleep 3600", thread="slow")
        self.assertEqual(self.execute("affected 2", thread="quick"), {"ok": {"affected": 2}})
        self.assertLess(slow, self.seq)

    def test_bye_ends_the_process_even_when_a_thread_is_stuck(self):
        self.connect()
        self.send("execute", on="c", sql="sleep 3600")
        self.assertEqual(self.ask("bye"), {"ok": {}})
        self.assertEqual(self.process.wait(), 0)

    def test_end_of_input_ends_the_process(self):
        self.process.stdin.close()
        self.assertEqual(self.process.wait(), 0)

    def test_reset_closes_everything(self):
        self.connect()
        self.assertEqual(self.ask("reset"), {"ok": {}})
        self.assertIn("fault", self.execute("affected 1"))
        self.connect()

    def test_benches(self):
        self.connect()
        params = {"into": "t", "row": "({ts},{i})", "rows": 10, "start": 5, "step": 2}
        reply = self.ask(
            "bench", on="c", workload="insert", params=params, warmupMs=0, measureMs=1
        )["ok"]
        self.assertEqual(reply["rows"], 10 * reply["operations"])
        self.assertEqual(sum(count for _, count in reply["histogram"]), reply["operations"])
        reply = self.ask(
            "bench", on="c", workload="fetch", params={"sql": "rows 4"}, warmupMs=0, measureMs=1
        )["ok"]
        self.assertEqual(reply["rows"], 4 * reply["operations"])

    def test_probes(self):
        facts = self.ask("probe", what=["threads", "stacks"])["ok"]
        self.assertGreaterEqual(facts["threads"], 2)
        self.assertIn("tck main", facts["stacks"])

    @unittest.skipUnless(hasattr(signal, "SIGUSR1"), "this system has no SIGUSR1")
    def test_dumps_its_threads_on_the_signal(self):
        self.connect()
        self.send("execute", on="c", sql="sleep 3600")
        self.ask("probe", what=[], thread="other")
        self.process.send_signal(signal.SIGUSR1)
        for line in self.process.stderr:
            if b"fake.py" in line and b"execute" in line:
                break
        else:
            self.fail("no dump")


if __name__ == "__main__":
    unittest.main()
