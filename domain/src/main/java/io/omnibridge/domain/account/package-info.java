/** What was granted: one external account linked to one user. */
@NullMarked
package io.omnibridge.domain.account;

import org.jspecify.annotations.NullMarked;
