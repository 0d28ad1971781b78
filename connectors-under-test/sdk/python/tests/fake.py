"""A connector without a server that does as its statements say."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import tck_adapter


class Refused(Exception):  # noqa: N818
    pass


class FakeResult(tck_adapter.Result):
    def __init__(self, count):
        self.rows = iter([(index, None) for index in range(count)])

    def columns(self):
        return [tck_adapter.Column("n", "INT", 4), tck_adapter.Column("nothing")]

    def fetch(self):
        return next(self.rows, None)


class FakeConnection(tck_adapter.Connection):
    def execute(self, sql):
        word, _, rest = sql.partition(" ")
        if word == "refuse":
            tck_adapter.call(self.refuse, rest)
        elif word == "panic":
            tck_adapter.call(self.panic, rest)
        elif word == "bug":
            raise ValueError(rest)
        elif word == "unsupported":
            raise tck_adapter.UnsupportedError("thing", rest)
        elif word == "print":
            print(rest)
            os.write(1, (rest + " by native code\n").encode())
        elif word == "sleep":
            time.sleep(float(rest))
        elif word == "affected":
            return int(rest)
        return None

    @staticmethod
    def refuse(message):
        raise Refused(message)

    @staticmethod
    def panic(message):
        raise BaseException(message)

    def query(self, sql):
        return FakeResult(int(sql[5:])) if sql.startswith("rows ") else 7

    def close(self):
        sys.stderr.write("closed\n")


class Fake(tck_adapter.Translation):
    def identity(self):
        return tck_adapter.Identity("fake", "1.2.3", ["rest"])

    def connect(self, arguments):
        return FakeConnection()

    def describe(self, error):
        return tck_adapter.ConnectorError("server", 0x2603) if isinstance(error, Refused) else None


if __name__ == "__main__":
    tck_adapter.serve(Fake())
