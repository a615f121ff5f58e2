package io.omnibridge.adapters.providers.data;

/** The form of a response's body, which decides how the body is filtered. */
enum BodyForm {
    /** There is none: a byte that comes is a mistake of the provider. */
    NONE,
    JSON,
    /** Anything, whose length no filter changes. */
    OTHER
}
