/** JSON that this adapter writes (RFC 8259). */
@NullMarked
package io.omnibridge.adapters.http.json;

import org.jspecify.annotations.NullMarked;
