package io.omnibridge.application.port;

/** The kind of content that a read returns. */
public enum ReadContent {
    JSON,
    /** The content of a file, of any type. */
    MEDIA
}
