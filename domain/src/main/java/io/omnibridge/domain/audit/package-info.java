/**
 * Audit events, and the chain head that proves later whether any were changed. The audit log itself is a port of the
 * application.
 */
@NullMarked
package io.omnibridge.domain.audit;

import org.jspecify.annotations.NullMarked;
