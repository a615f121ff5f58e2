/** How credentials are kept fresh and alive, and lent to whoever calls a provider. */
@NullMarked
package io.omnibridge.application.credentials;

import org.jspecify.annotations.NullMarked;
