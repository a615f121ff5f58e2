/**
 * Use cases that unlink accounts and revoke grants (RFC 7009), for one user, one provider or in the background. A
 * revocation is queued in the same write as the change that makes it necessary, and attempted for seven days.
 */
@NullMarked
package io.omnibridge.application.revocation;

import org.jspecify.annotations.NullMarked;
