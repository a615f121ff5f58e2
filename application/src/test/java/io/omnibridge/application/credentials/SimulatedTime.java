package io.omnibridge.application.credentials;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/** The virtual time of a simulation, in milliseconds, and the events that it has still to run. */
final class SimulatedTime {

    private static final long BEGIN = 1_000_000_000;

    private record Event(long at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now = BEGIN;
    private long order;

    long now() {
        return now;
    }

    Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    /** Returns the time since the beginning. */
    long elapsed() {
        return now - BEGIN;
    }

    /** Has {@code action} run after {@code millis}. Events of the same time run in the order in which they were added. */
    void in(long millis, Runnable action) {
        events.add(new Event(now + millis, order++, action));
    }

    /** Runs the next event, if there is one. */
    boolean runNext() {
        Event event = events.poll();
        if (event == null) {
            return false;
        }
        now = event.at();
        event.action().run();
        return true;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return SimulatedTime.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
