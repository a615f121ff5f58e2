/**
 * The door to the users' data: {@link UsePermission} is the only way from a request to a provider's API. It checks the caller and the
 * terms of a lease, refuses what can be refused here, appends the receipt, and only then borrows credentials for the call.
 */
@NullMarked
package io.omnibridge.application.use;

import org.jspecify.annotations.NullMarked;
