/** What the scopes of a JWT allow. */
@NullMarked
package io.omnibridge.application.access;

import org.jspecify.annotations.NullMarked;
