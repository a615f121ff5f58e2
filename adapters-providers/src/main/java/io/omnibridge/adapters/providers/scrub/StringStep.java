package io.omnibridge.adapters.providers.scrub;

/** What one byte means to the reader of a JSON string. */
enum StringStep {
    INSIDE,
    UNIT,
    END
}
