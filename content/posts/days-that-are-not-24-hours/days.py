from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

def hours(day: date, zone: ZoneInfo) -> float:
    """From one midnight on the clock to the next, in hours."""
    start, end = (datetime(d.year, d.month, d.day, tzinfo=zone).timestamp()
                  for d in (day, day + timedelta(days=1)))
    return (end - start) / 3600

lengths = Counter()
where = {}
for name in sorted(available_timezones()):
    zone = ZoneInfo(name)
    day = date(2000, 1, 1)
    while day.year < 2026:
        length = hours(day, zone)
        lengths[length] += 1
        if length != 24: where.setdefault(length, []).append((name, day))
        day += timedelta(days=1)
for length, count in sorted(lengths.items()):
    print(f"{length:>6} {count:>8}", [f"{n} {d}" for n, d in where.get(length, [])[:4]])
print(len(available_timezones()))
