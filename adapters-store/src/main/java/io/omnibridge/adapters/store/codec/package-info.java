/**
 * Stored formats that several kinds of store share: JSON objects with a version, {@code "v":1}. A format changes only together
 * with its version and its golden file.
 */
@NullMarked
package io.omnibridge.adapters.store.codec;

import org.jspecify.annotations.NullMarked;
