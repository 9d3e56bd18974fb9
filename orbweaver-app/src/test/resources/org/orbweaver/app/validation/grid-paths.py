"""Shortest paths over +Grid lasers, found with nothing of Orbweaver: sgp4, numpy and networkx.

    python3 grid-paths.py CITIES.csv > grid-paths.txt

Rules: each satellite is linked to the next one in its plane and to the same slot of the next plane,
both rings closed without a shift; a ground link is allowed to 1,089,686.418 m; shortest total length;
cities never relay; round trip = twice the length over 299,792,458 m/s; SGP4 with WGS72 constants, TEME
turned by GMST (IAU 1982), cities on WGS84 at height 0. For each instant, seconds after the epoch, one
line by city: round trip in ms and number of links to every later city.
"""

import csv
import math
import sys

import networkx
import numpy
from sgp4.api import WGS72, Satrec

PLANES, SLOTS = 72, 22
INSTANTS_S = (0, 1800)
EPOCH_JD = 2451544.5  # 2000-01-01T00:00:00Z
DAYS_FROM_1949_12_31 = 18263.0
LONGEST_GROUND_LINK_M = 1_089_686.418
LIGHT_M_PER_S = 299_792_458.0


def satellites():
    """53 degrees, 15.19 turns a day, every other plane half a slot ahead."""
    for plane in range(PLANES):
        for slot in range(SLOTS):
            satellite = Satrec()
            anomaly = (360 / SLOTS * (slot + (plane % 2) / 2)) % 360
            satellite.sgp4init(
                WGS72, "i", plane * SLOTS + slot + 1, DAYS_FROM_1949_12_31, 0.0, 0.0, 0.0, 1e-7, 0.0,
                math.radians(53), math.radians(float(f"{anomaly:.4f}")), 15.19 * 2 * math.pi / 1440,
                math.radians(360 / PLANES * plane))
            yield satellite


def gmst(jd):
    """IAU 1982, rad."""
    t = (jd - 2451545.0) / 36525
    seconds = 67310.54841 + (876600 * 3600 + 8640184.812866) * t + 0.093104 * t**2 - 6.2e-6 * t**3
    return math.radians(seconds / 240 % 360)


def positions(after_s):
    """Earth-fixed, m, by satellite."""
    angle = gmst(EPOCH_JD + after_s / 86400)
    turn = numpy.array([[math.cos(angle), math.sin(angle), 0],
                        [-math.sin(angle), math.cos(angle), 0],
                        [0, 0, 1]])
    places = []
    for satellite in satellites():
        error, place, _ = satellite.sgp4(EPOCH_JD, after_s / 86400)
        assert error == 0
        places.append(place)
    return numpy.array(places) @ turn.T * 1e3


def site(lat_deg, lon_deg):
    """On the ellipsoid of WGS84, m."""
    a, f = 6378137.0, 1 / 298.257223563
    lat, lon, e2 = math.radians(lat_deg), math.radians(lon_deg), f * (2 - f)
    n = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
    return numpy.array([n * math.cos(lat) * math.cos(lon), n * math.cos(lat) * math.sin(lon),
                        n * (1 - e2) * math.sin(lat)])


def grid(places):
    graph = networkx.Graph()
    for plane in range(PLANES):
        for slot in range(SLOTS):
            here = plane * SLOTS + slot
            for other in (plane * SLOTS + (slot + 1) % SLOTS, (plane + 1) % PLANES * SLOTS + slot):
                graph.add_edge(here, other, m=float(numpy.linalg.norm(places[here] - places[other])))
    return graph


def main():
    with open(sys.argv[1], encoding="utf-8") as rows:
        cities = [site(float(row["lat_deg"]), float(row["lon_deg"])) for row in csv.DictReader(rows)]
    for after_s in INSTANTS_S:
        places = positions(after_s)
        graph = grid(places)
        ranges = [numpy.linalg.norm(places - city, axis=1) for city in cities]
        seen = [numpy.flatnonzero(r <= LONGEST_GROUND_LINK_M) for r in ranges]
        print(f"# {after_s}")
        for k, _ in enumerate(cities[:-1]):
            graph.add_node("city")
            for s in seen[k]:
                graph.add_edge("city", int(s), m=float(ranges[k][s]))
            lengths, paths = networkx.single_source_dijkstra(graph, "city", weight="m")
            graph.remove_node("city")
            line = []
            for j in range(k + 1, len(cities)):
                ways = [(lengths[int(s)] + ranges[j][s], int(s)) for s in seen[j] if int(s) in lengths]
                if not ways:
                    line.append("-")
                    continue
                length, last = min(ways)
                line.append(f"{2e3 * length / LIGHT_M_PER_S:.4f}:{len(paths[last])}")
            print(" ".join(line))


main()
