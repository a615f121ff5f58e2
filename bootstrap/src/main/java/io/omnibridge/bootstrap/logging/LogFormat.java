package io.omnibridge.bootstrap.logging;

/** How a log line looks. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** For machines: one JSON object a line. */
    JSON
}
