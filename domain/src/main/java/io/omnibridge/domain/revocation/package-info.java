/** Grants that have to be given back to their provider. */
@NullMarked
package io.omnibridge.domain.revocation;

import org.jspecify.annotations.NullMarked;
