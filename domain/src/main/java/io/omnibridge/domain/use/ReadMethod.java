package io.omnibridge.domain.use;

/** HTTP method of a read. */
public enum ReadMethod {
    GET,
    HEAD,
    POST
}
