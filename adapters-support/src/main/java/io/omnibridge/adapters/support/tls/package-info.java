/** Certificates that outgoing TLS connections trust. */
@NullMarked
package io.omnibridge.adapters.support.tls;

import org.jspecify.annotations.NullMarked;
