package io.omnibridge.domain.use;

/** Kinds of reading a user's data. */
public enum UseKind {
    /** One search over several sources. */
    SEARCH,
    /** One result, as text. */
    ITEM,
    /** One read of a provider's own API. */
    API
}
