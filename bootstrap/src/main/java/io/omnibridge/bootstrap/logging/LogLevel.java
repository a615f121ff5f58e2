package io.omnibridge.bootstrap.logging;

/** Log level of OmniBridge's own loggers. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
