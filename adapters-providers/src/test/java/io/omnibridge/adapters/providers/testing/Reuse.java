package io.omnibridge.adapters.providers.testing;

/** What the server does with a refresh token that was used before. */
public enum Reuse {
    /** It is not rotated at all: no answer to a refresh repeats it. */
    SAFE,
    /** It is refused; the new one lives on. */
    SINGLE_USE,
    /** The whole family dies, unless it is still within the grace. */
    KILLS_FAMILY
}
