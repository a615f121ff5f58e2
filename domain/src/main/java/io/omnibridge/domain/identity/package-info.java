/**
 * Identity of a request: the verified user, the client that the user works with, and both together as the caller. Only
 * a verified JWT creates a caller.
 */
@NullMarked
package io.omnibridge.domain.identity;

import org.jspecify.annotations.NullMarked;
