/** How a user's consent at a provider becomes an account: OAuth's authorization-code flow, from its beginning to its end. */
@NullMarked
package io.omnibridge.application.connect;

import org.jspecify.annotations.NullMarked;
