/**
 * Revocations that still have to happen, and the token that each of them revokes. A pending revocation is deleted on
 * success, or after seven days.
 */
@NullMarked
package io.omnibridge.domain.revocation;

import org.jspecify.annotations.NullMarked;
