/**
 * Decorators of ports that report connect attempts, exchanges, refreshes and revocations to an observer. Metrics are
 * the only observer; it is never told a user, an account or a token.
 */
@NullMarked
package io.omnibridge.application.observation;

import org.jspecify.annotations.NullMarked;
