import struct
import sys
import unittest
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tck_adapter import encode, timestamp
from tck_adapter.bench import bucket_of, upper_bound


class ValueTests(unittest.TestCase):
    def test_keeps_the_kind_of_the_host_object(self):
        self.assertIsNone(encode(None))
        self.assertEqual(encode(True, "TINYINT"), {"b": True})
        self.assertEqual(encode(-(2**63)), {"i64": "-9223372036854775808"})
        self.assertEqual(encode(2**64 - 1), {"u64": "18446744073709551615"})
        self.assertEqual(encode("中"), {"str": "中"})
        self.assertEqual(encode("中", "NCHAR"), {"nchar": "中"})
        self.assertEqual(encode('{"a":1}', "JSON"), {"json": '{"a":1}'})
        self.assertEqual(encode({"a": 1}, "JSON"), {"json": '{"a": 1}'})
        self.assertEqual(encode(b"\x00\xff", "VARCHAR"), {"bin": "00ff"})
        self.assertEqual(encode(b"\x00\xff", "VARBINARY"), {"varbin": "00ff"})
        self.assertEqual(encode(b"\x01", "GEOMETRY"), {"geo": "01"})
        self.assertEqual(encode(b"\x01", "BLOB"), {"blob": "01"})

    def test_writes_floats_by_their_bits(self):
        for text in ("0.1", "-0.0", "5e-324", "1.7976931348623157e+308"):
            self.assertEqual(encode(float(text)), {"f64": text})
        self.assertEqual(encode(float("nan")), {"f64": "NaN"})
        self.assertEqual(encode(float("-inf")), {"f64": "-Inf"})
        widened = struct.unpack("f", struct.pack("f", 0.1))[0]
        self.assertEqual(encode(widened), {"f64": "0.10000000149011612"})

    def test_writes_instants_exactly(self):
        epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
        self.assertEqual(encode(epoch - timedelta(microseconds=1)), {"ts": {"v": "-1", "p": "us"}})
        shifted = datetime(1970, 1, 1, 8, 0, 0, 1000, tzinfo=timezone(timedelta(hours=8)))
        self.assertEqual(encode(shifted), {"ts": {"v": "1", "p": "ms"}})
        last = datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone.utc)
        self.assertEqual(encode(last), {"ts": {"v": "253402300799999999", "p": "us"}})
        self.assertEqual(timestamp(1, "ns"), {"ts": {"v": "1", "p": "ns"}})

    def test_reads_a_naive_datetime_in_the_local_zone(self):
        now = datetime(2024, 7, 1, 12, 0)
        self.assertEqual(encode(now), {"ts": {"v": str(round(now.timestamp() * 1000)), "p": "ms"}})

    def test_keeps_the_scale_of_decimals(self):
        self.assertEqual(
            encode(Decimal("123.4500"), "DECIMAL(10,4)"),
            {"dec": {"v": "123.4500", "p": 10, "s": 4}},
        )
        self.assertEqual(encode(Decimal("1E+3")), {"dec": {"v": "1000", "p": 4, "s": 0}})
        self.assertEqual(encode(Decimal("-0.05")), {"dec": {"v": "-0.05", "p": 2, "s": 2}})

    def test_refuses_what_has_no_kind(self):
        with self.assertRaisesRegex(TypeError, "complex"):
            encode(1j)
        with self.assertRaises(OverflowError):
            encode(2**64)


class HistogramTests(unittest.TestCase):
    def test_buckets_hold_their_durations(self):
        for nanos in (0, 7, 8, 9, 15, 16, 1000, 123456789, 2**40 + 1):
            bucket = bucket_of(nanos)
            self.assertLessEqual(nanos, upper_bound(bucket))
            if bucket:
                self.assertGreater(nanos, upper_bound(bucket - 1))


if __name__ == "__main__":
    unittest.main()
