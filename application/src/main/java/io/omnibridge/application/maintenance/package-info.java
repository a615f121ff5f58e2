/**
 * Use cases of operators that scan the accounts and leases of all users: key rotation and verification. No request reaches them.
 */
@NullMarked
package io.omnibridge.application.maintenance;

import org.jspecify.annotations.NullMarked;
