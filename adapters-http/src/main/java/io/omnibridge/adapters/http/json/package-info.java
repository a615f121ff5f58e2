/**
 * JSON that this adapter writes (RFC 8259). {@code JsonWriter} has the forms of single values, and {@code JsonPieces} writes
 * long documents piece by piece.
 */
@NullMarked
package io.omnibridge.adapters.http.json;

import org.jspecify.annotations.NullMarked;
