/**
 * The account: one external account that is linked to one user, its key, version and metadata. An account contains
 * sealed credentials only; a {@code Grant} is their content in the clear.
 */
@NullMarked
package io.omnibridge.domain.account;

import org.jspecify.annotations.NullMarked;
