/** JSON that can be read in one way only (RFC 8259). */
@NullMarked
package io.omnibridge.adapters.support.json;

import org.jspecify.annotations.NullMarked;
