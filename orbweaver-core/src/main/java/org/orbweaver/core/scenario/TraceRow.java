package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** A row of a trace: what a terminal's path is at a moment. */
public record TraceRow(
    @Key(value = "Seconds after the network's start.", min = 0, max = 1e9, example = "0")
        @Nullable Double timeS,
    @Key(value = "In place of time_s: UTC, ISO 8601 with Z.", example = "2026-05-21T00:00:12Z")
        @Nullable String timeUtc,
    @Key(
            value = "To the home PoP and back, milliseconds; empty while nothing arrives.",
            min = 0,
            max = 60000)
        @Nullable Double rttMs,
    @Key(
            value = "In place of rtt_ms: one way from the terminal, milliseconds.",
            min = 0,
            max = 60000)
        @Nullable Double upMs,
    @Key(value = "In place of rtt_ms: one way to the terminal, milliseconds.", min = 0, max = 60000)
        @Nullable Double downMs,
    @Key(value = "Rate from the terminal, Mbit/s; while it is 0, packets wait.", min = 0, max = 1e6)
        @Nullable Double rateUpMbps,
    @Key(
            value = "Rate toward the terminal, Mbit/s; while it is 0, packets wait.",
            min = 0,
            max = 1e6)
        @Nullable Double rateDownMbps,
    @Key(value = "Packets lost each way, percent.", min = 0, max = 100)
        @Nullable Double lossPercent) {}
