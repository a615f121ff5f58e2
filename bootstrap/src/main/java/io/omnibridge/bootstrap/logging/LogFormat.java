package io.omnibridge.bootstrap.logging;

/** Format of a log line. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** For machines: one JSON object in each line. */
    JSON
}
