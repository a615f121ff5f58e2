/**
 * JSON that can be read in one way only (RFC 8259). {@code StrictJson} reads it, and {@code MalformedJson} says why it cannot.
 */
@NullMarked
package io.omnibridge.adapters.support.json;

import org.jspecify.annotations.NullMarked;
