/** JSON, strictly read (RFC 8259) and plainly written. */
@NullMarked
package io.omnibridge.adapters.http.json;

import org.jspecify.annotations.NullMarked;
