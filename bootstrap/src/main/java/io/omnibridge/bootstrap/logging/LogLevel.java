package io.omnibridge.bootstrap.logging;

/** How much OmniBridge itself logs. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
