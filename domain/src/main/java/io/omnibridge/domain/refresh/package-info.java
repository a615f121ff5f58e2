/**
 * The state machine of refreshes: the refresh state of an account, and what follows from it. {@code docs/refresh.md}
 * explains it with examples.
 */
@NullMarked
package io.omnibridge.domain.refresh;

import org.jspecify.annotations.NullMarked;
