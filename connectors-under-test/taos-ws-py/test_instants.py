"""Holds the reading of TIMESTAMP texts against arithmetic."""

import unittest

from instants import nanoseconds


class InstantTests(unittest.TestCase):
    """Texts as taosws 0.7.0 returned them from TDengine 3.3.6.6, and their neighbours."""

    def test_reads_offsets(self):
        """Count from the epoch, before and after it."""
        self.assertEqual(nanoseconds("1970-01-01 00:00:00 +00:00", None), 0)
        self.assertEqual(nanoseconds("1969-12-31 23:59:59.999 +00:00", None), -1_000_000)
        self.assertEqual(
            nanoseconds("2021-07-21 09:56:32.589123999 +00:00", None), 1626861392589123999
        )
        self.assertEqual(nanoseconds("1970-01-01 08:00:00.5 +08:00", None), 500_000_000)
        self.assertEqual(nanoseconds("1969-12-31 19:30:00 -04:30", None), 0)

    def test_reads_abbreviations_of_the_connections_zone(self):
        """Tell the hour that comes twice by its abbreviation."""
        zone = "Europe/Berlin"
        self.assertEqual(nanoseconds("2023-10-29 02:30:00 CEST", zone), 1698539400 * 1_000_000_000)
        self.assertEqual(nanoseconds("2023-10-29 02:30:00 CET", zone), 1698543000 * 1_000_000_000)
        self.assertEqual(nanoseconds("1970-01-01 08:00:00 CST", "Asia/Shanghai"), 0)

    def test_leaves_other_texts_alone(self):
        """Give up instead of guessing."""
        for text in ("", "yesterday", "2021-07-21T09:56:32Z", "2021-02-30 00:00:00 +00:00"):
            self.assertIsNone(nanoseconds(text, None))
        self.assertIsNone(nanoseconds("2021-07-21 09:56:32 CST", None))


if __name__ == "__main__":
    unittest.main()
