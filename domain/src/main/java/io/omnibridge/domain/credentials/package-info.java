/** What must never leave: secrets, in the clear and sealed. */
@NullMarked
package io.omnibridge.domain.credentials;

import org.jspecify.annotations.NullMarked;
